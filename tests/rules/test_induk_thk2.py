"""The master list and LAPOR beside one person, fact by fact."""

from datetime import date

import polars as pl
import pytest

from rules.induk_thk2 import match_induk, match_lapor
from tests.cases import kolom_skema
from tests.rules.orang import K

NIK, LAIN_NIK = "1101011708900001", "1101011708900002"
ORANG = {
    "id_tenaga": 1, "kode_instansi": "5104", "nomor_baku": "52001", "nik_angka": int(NIK),
    "nama": "TEUKU UMAR", "tanggal_lahir": date(1990, 8, 17),
}  # fmt: skip
TIPE = {
    "id_tenaga": pl.Int32, "kode_instansi": pl.String, "nomor_baku": pl.String, "nik_angka": pl.UInt64,
    "nama": pl.String, "tanggal_lahir": pl.Date,
}  # fmt: skip
BARIS = {
    "nomor_peserta": "52-001", "nama": "Teuku Umar, S.Pd", "tanggal_lahir": date(1970, 1, 1),
    "kode_instansi": "5104",
}  # fmt: skip
ORANG_LAIN = {"nama": "POCUT BAREN"}
HANYA_NIK = {"nomor_baku": None}
LAPOR = {"kode_instansi": "5104", "nomor_peserta": "52-001", "alasan": "DIBERHENTIKAN"}


def induk(orang, *baris, dukcapil=None, k=None):
    """KOLOM_INDUK of one person beside these rows of the master list; None where it knows nobody."""
    tenaga = pl.LazyFrame([ORANG | orang], schema=TIPE)
    lahir = pl.LazyFrame(
        [(1, dukcapil)],
        schema={"id_tenaga": pl.Int32, "dukcapil_tanggal_lahir": pl.Date},
        orient="row",
    )
    thk2 = pl.LazyFrame([BARIS | satu for satu in baris], schema=kolom_skema("thk2"))
    return match_induk(tenaga, thk2, lahir, k or K)


def row(frame):
    isi = frame.collect().drop("id_tenaga").rows()
    return isi[0] if isi else None


@pytest.mark.parametrize(
    ("orang", "baris", "dukcapil", "harapan"),
    [
        ({}, [{}], None, (True, True, True, "5104", "52-001")),
        ({}, [{"nomor_peserta": "52-002"}], None, None),
        ({}, [ORANG_LAIN], None, (True, True, False, "5104", None)),
        ({}, [ORANG_LAIN | {"tanggal_lahir": date(1990, 8, 17)}], None, (True, True, True, "5104", "52-001")),
        ({}, [ORANG_LAIN], date(1970, 1, 1), (True, True, True, "5104", "52-001")),
        ({}, [ORANG_LAIN], date(1970, 1, 2), (True, True, False, "5104", None)),
        ({"nama": None, "tanggal_lahir": None}, [{}], None, (True, True, False, "5104", None)),
        (HANYA_NIK, [{"nik": NIK}], None, (False, True, True, "5104", "52-001")),
        (HANYA_NIK, [{"nik": LAIN_NIK}], None, None),
        (HANYA_NIK, [ORANG_LAIN | {"nik": NIK}], None, (False, True, False, "5104", None)),
        # The row that agrees wins over the number, then the number over the NIK, then the smaller number.
        (
            {}, [ORANG_LAIN, {"nomor_peserta": "99", "nik": NIK, "kode_instansi": "3010"}], None,
            (True, True, True, "3010", "99"),
        ),
        ({}, [{}, {"nomor_peserta": "11", "nik": NIK}], None, (True, True, True, "5104", "52-001")),
        ({}, [{"kode_instansi": "5105"}, {}], None, (True, True, True, "5104", "52-001")),
        ({}, [{"kode_instansi": None}, {}], None, (True, True, True, "5104", "52-001")),
        (
            HANYA_NIK, [{"nomor_peserta": "88", "nik": NIK}, {"nomor_peserta": "77", "nik": NIK}], None,
            (False, True, True, "5104", "77"),
        ),
    ],
)  # fmt: skip
def test_what_the_master_list_says(orang, baris, dukcapil, harapan):
    assert row(induk(orang, *baris, dukcapil=dukcapil)) == harapan


@pytest.mark.parametrize(
    ("bukti", "baris", "cocok"),
    [
        (("nama",), {}, True),
        (("tanggal_lahir",), {}, False),
        (("tanggal_lahir",), ORANG_LAIN | {"tanggal_lahir": date(1990, 8, 17)}, True),
        (("nama",), ORANG_LAIN | {"tanggal_lahir": date(1990, 8, 17)}, False),
    ],
)
def test_the_law_says_what_proves_a_thk2(bukti, baris, cocok):
    assert row(induk({}, baris, k=K.model_copy(update={"thk2_bukti": bukti})))[2] is cocok


def lapor(orang, *baris, di_induk=()):
    """KOLOM_LAPOR of one person beside these reports; `di_induk`: rows of the master list."""
    tenaga = pl.LazyFrame([ORANG | orang], schema=TIPE)
    laporan = pl.LazyFrame([LAPOR | satu for satu in baris], schema=kolom_skema("lapor_thk2"))
    return row(match_lapor(tenaga.drop("nama", "tanggal_lahir"), laporan, induk(orang, *di_induk)))


TIBA = {"alasan": "PINDAH", "kode_instansi": "5105", "kode_instansi_tujuan": "5104"}
DI_SANA = ({"kode_instansi": "5105"},)


@pytest.mark.parametrize(
    ("orang", "baris", "di_induk", "harapan"),
    [
        ({}, [{}], (), ("DIBERHENTIKAN", True, False)),
        ({}, [{"nomor_peserta": "52-002"}], (), None),
        ({}, [{"alasan": None}], (), None),
        (HANYA_NIK, [{"nik": NIK, "nomor_peserta": None}], (), ("DIBERHENTIKAN", True, False)),
        # Proven by the NIK, reported by the number of the master list.
        (HANYA_NIK, [{}], ({"nik": NIK},), ("DIBERHENTIKAN", True, False)),
        (HANYA_NIK, [{}], (ORANG_LAIN | {"nik": NIK},), None),
        ({}, [{"kode_instansi": "5105"}], (), ("DIBERHENTIKAN", False, False)),
        ({}, [{"kode_instansi": "5105", "alasan": "MENINGGAL"}], (), ("MENINGGAL", True, False)),
        ({}, [TIBA], DI_SANA, ("PINDAH", False, True)),
        ({}, [TIBA], (), ("PINDAH", False, False)),
        ({}, [TIBA | {"kode_instansi_tujuan": "3010"}], DI_SANA, ("PINDAH", False, False)),
        ({}, [TIBA | {"kode_instansi_tujuan": None}], DI_SANA, ("PINDAH", False, False)),
        ({}, [TIBA | {"alasan": "DIBERHENTIKAN"}], DI_SANA, ("DIBERHENTIKAN", False, False)),
        ({}, [TIBA | {"kode_instansi": "3010"}], DI_SANA, ("PINDAH", False, False)),
        ({}, [TIBA | {"kode_instansi": "5104"}], (), ("PINDAH", False, False)),
        ({}, [TIBA | {"kode_instansi": "5104", "kode_instansi_tujuan": "5105"}], (), ("PINDAH", True, False)),
        ({}, [TIBA | {"kode_instansi": "5104", "kode_instansi_tujuan": None}], (), ("PINDAH", True, False)),
        ({}, [{"kode_instansi_tujuan": "5104"}], (), ("DIBERHENTIKAN", True, False)),
        # What takes somebody out is told first, then the latest; any release counts.
        ({}, [TIBA, {}], DI_SANA, ("DIBERHENTIKAN", True, True)),
        (
            {}, [{"tanggal": date(2022, 1, 1)}, {"alasan": "MENINGGAL", "tanggal": date(2022, 1, 2)}], (),
            ("MENINGGAL", True, False),
        ),
        (
            {}, [{"tanggal": date(2022, 1, 2)}, {"alasan": "MENINGGAL", "tanggal": date(2022, 1, 1)}], (),
            ("DIBERHENTIKAN", True, False),
        ),
        ({}, [{"alasan": "MENINGGAL"}, {}], (), ("DIBERHENTIKAN", True, False)),
        ({}, [{}, {"alasan": "MENINGGAL", "tanggal": date(2022, 1, 1)}], (), ("MENINGGAL", True, False)),
    ],
)  # fmt: skip
def test_what_lapor_says(orang, baris, di_induk, harapan):
    assert lapor(orang, *baris, di_induk=di_induk) == harapan


def test_one_row_per_person():
    dua = [ORANG, ORANG | {"id_tenaga": 2, "nama": "POCUT BAREN", "tanggal_lahir": None}]
    tenaga = pl.LazyFrame(dua, schema=TIPE)
    lahir = pl.LazyFrame(schema={"id_tenaga": pl.Int32, "dukcapil_tanggal_lahir": pl.Date})
    thk2 = pl.LazyFrame([BARIS, BARIS | {"nik": NIK}], schema=kolom_skema("thk2"))
    hasil = match_induk(tenaga, thk2, lahir, K).sort("id_tenaga").collect()
    assert hasil.select("id_tenaga", "thk2_cocok").rows() == [(1, True), (2, False)]
