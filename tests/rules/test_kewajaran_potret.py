"""What the present list shows when it is laid beside earlier potret."""

from datetime import date

import polars as pl
import pytest

from rules.fakta import Masukan
from rules.kewajaran_potret import find_hilang, tandai_jabatan_lalu, tandai_lonjakan
from tests.cases import kolom_skema
from tests.rules.orang import BERSIH, INSTANSI, K, masukan, riwayat, tenaga

KOLOM = ("kode_instansi", "nik", "nama", "tanggal_lahir", "jabatan")
NOMOR = "5207130020"
SKEMA = {
    "tahap": pl.String, "urut": pl.Int32, "kode_instansi": pl.String, "nik": pl.String, "nomor_peserta_thk2": pl.String,
    "nama": pl.String, "tanggal_lahir": pl.Date, "jabatan": pl.String, "putusan_keseluruhan": pl.String,
}  # fmt: skip


def nik(n):
    return f"110101170890{n:04}"


def potret(*baris, urut=0):
    dasar = {nama: BERSIH[nama] for nama in KOLOM} | {"putusan_keseluruhan": "M"}
    tahap = ("prafinalisasi", "finalisasi")[urut]
    isi = [{**dasar, "tahap": tahap, "urut": urut, **satu} for satu in baris]
    return pl.LazyFrame(isi, schema=SKEMA)


def people(*nomor, **lain):
    return [{"nik": nik(n), "nama": f"ORANG {chr(65 + n % 26)}{n}", **lain} for n in nomor]


def rows(frame):
    return frame.sort("id_tenaga").collect()


def test_growth_is_measured_from_the_first_potret_against_all_others():
    dulu = potret(*people(*range(10)), *people(*range(100, 200), kode_instansi="5105"))
    kini = tenaga(
        *people(*range(14)),
        *people(*range(100, 210), kode_instansi="5105"),
        *people(300, kode_instansi="3010"),
    )
    hasil = rows(tandai_lonjakan(kini, dulu))
    assert hasil.height == 14 + 110
    satu, baru, lain = (hasil.row(n, named=True) for n in (0, 13, 20))
    assert (satu["lonjakan_baru"], baru["lonjakan_baru"]) == (False, True)
    assert (baru["lonjakan_jumlah"], baru["lonjakan_persen"]) == (4, 40.0)
    assert baru["lonjakan_persen_lain"] == 10.0
    assert lain["lonjakan_persen_lain"] == 40.0


def test_who_stood_in_any_earlier_potret_is_not_new():
    dulu = pl.concat([potret(*people(1)), potret(*people(2), urut=1)])
    hasil = rows(tandai_lonjakan(tenaga(*people(1, 2, 3)), dulu))
    assert hasil["lonjakan_baru"].to_list() == [False, False, True]
    assert hasil["lonjakan_persen"][0] == 100.0
    assert hasil["lonjakan_persen_lain"][0] is None


def test_a_row_without_a_nik_cannot_be_followed():
    assert rows(tandai_lonjakan(tenaga({"nik": None}), potret(*people(1)))).is_empty()


def test_the_title_of_an_earlier_potret():
    dulu = pl.concat([
        potret({"nik": nik(1), "jabatan": "Satpam"}, {"nik": nik(2), "jabatan": "Guru Kelas"},
               {"nik": nik(3), "jabatan": "Penata Keamanan"}, {"nik": nik(4), "jabatan": "Sopir", "kode_instansi": "5105"}),
        potret({"nik": nik(1), "jabatan": "Operator"}, {"nik": nik(3), "jabatan": "Pengemudi"}, urut=1),
    ])  # fmt: skip
    hasil = rows(tandai_jabatan_lalu(tenaga(*people(1, 2, 3, 4)), dulu, K))
    assert hasil.rows() == [
        (1, "Satpam", "SATPAM", "prafinalisasi"),
        (3, "Pengemudi", "PENGEMUDI", "finalisasi"),
    ]


def lost(kini, lalu, **umpan):
    dasar = masukan(kini, **umpan)
    return find_hilang(Masukan(**{**vars(dasar), "potret_lalu": lalu}), K).collect()


def test_who_is_gone_without_a_reason():
    hilang = lost(tenaga(*people(1)), potret(*people(1, 2)))
    assert hilang.row(0, named=True) == {
        "kode_instansi": "5104",
        "nik": nik(2),
        "nama": "ORANG C2",
        "jabatan": "Guru Kelas",
        "tahap_terakhir": "prafinalisasi",
        "putusan_terakhir": "M",
        "terdaftar_di": None,
    }
    assert hilang.height == 1


def test_before_the_first_potret_nobody_is_gone():
    assert find_hilang(masukan(tenaga(*people(1))), K).collect().is_empty()


def test_the_last_potret_that_had_the_person_is_named():
    lalu = pl.concat([potret(*people(2)), potret(*people(2, jabatan="Bidan"), urut=1)])
    hilang = lost(tenaga(*people(1)), lalu)
    assert hilang.select("tahap_terakhir", "jabatan").row(0) == ("finalisasi", "Bidan")


def test_who_is_listed_elsewhere_is_gone_from_here_and_told_where():
    hilang = lost(tenaga(*people(2, kode_instansi="5105")), potret(*people(2)))
    assert hilang["terdaftar_di"].to_list() == ["Kab. Aceh Tenggara"]


@pytest.mark.parametrize(
    ("alasan", "hilang"), [("Meninggal", 0), (None, 1), ("  ", 1)]
)  # fmt: skip
def test_a_withdrawal_is_a_reason_when_it_gives_one(alasan, hilang):
    hapus = pl.LazyFrame(
        [{"kode_instansi": "5104", "nik": nik(2), "alasan": alasan}],
        schema=kolom_skema("penghapusan"),
    )
    dasar = Masukan(
        tenaga=tenaga(*people(1)),
        riwayat=riwayat(),
        instansi=INSTANSI,
        penghapusan=hapus,
        potret_lalu=potret(*people(1, 2)),
    )
    assert find_hilang(dasar, K).collect().height == hilang


@pytest.mark.parametrize(
    ("kode", "alasan", "hilang"),
    [("5104", "PINDAH", 0), ("5105", "PINDAH", 1), ("5104", None, 1)],
)
def test_a_lapor_of_the_instansi_is_a_reason(kode, alasan, hilang):
    lapor = [{"kode_instansi": kode, "nik": nik(2), "alasan": alasan}]
    assert lost(tenaga(*people(1)), potret(*people(2)), lapor_thk2=lapor).height == hilang
    nomor = [{"kode_instansi": kode, "nomor_peserta": "5207-130020", "alasan": alasan}]
    lalu = potret(*people(2, nomor_peserta_thk2=NOMOR))
    assert lost(tenaga(*people(1)), lalu, lapor_thk2=nomor).height == hilang
    assert lost(tenaga(*people(1)), potret(*people(2)), lapor_thk2=nomor).height == 1


@pytest.mark.parametrize(("status", "hilang"), [("MENINGGAL", 0), ("HIDUP", 1)])
def test_a_death_is_a_reason(status, hilang):
    mati = [{"nik": nik(2), "status": status}]
    assert lost(tenaga(*people(1)), potret(*people(2)), dukcapil=mati).height == hilang


@pytest.mark.parametrize(
    ("baru", "hilang"),
    [
        ({}, 0),
        ({"tanggal_lahir": date(1991, 1, 1)}, 1),
        ({"nama": "LAIN"}, 1),
        ({"kode_instansi": "5105"}, 1),
    ],
)
def test_a_nik_that_was_put_right_is_nobody_gone(baru, hilang):
    (lama,) = people(2)
    kini = tenaga(lama | {"nik": nik(9)} | baru)
    assert lost(kini, potret(lama)).height == hilang


def test_a_namesake_who_was_there_before_is_somebody_else():
    satu, dua = people(2, 3)
    kembar = dua | {"nama": satu["nama"]}
    assert lost(tenaga(kembar), potret(satu, kembar)).height == 1


def test_a_potret_row_without_a_nik_is_left_out():
    assert lost(tenaga(*people(1)), potret({"nik": None})).is_empty()
