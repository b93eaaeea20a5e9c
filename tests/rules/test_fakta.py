from datetime import date, datetime

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from rules.fakta import (
    KOLOM_BANTU,
    KOLOM_BANTU_RIWAYAT,
    derive_fakta,
    derive_riwayat,
)
from rules.periksa import check
from rules.putusan import judge
from rules.riwayat_kerja import unit_terbukti, unit_tunggal
from rules.rule import load_rules
from tests.cases import kolom_skema
from tests.rules.orang import BERSIH, UMPAN, K, masukan, riwayat, tenaga

ATURAN = load_rules()
NIK = BERSIH["nik"]
INDUK = {
    "nomor_peserta": "5207-1300-2001",
    "nama": "Teuku Umar, S.Pd",
    "tanggal_lahir": date(1970, 1, 1),
    "kode_instansi": "5104",
}
DUKCAPIL = {
    "nik": NIK,
    "nama": "TEUKU UMAR",
    "tanggal_lahir": date(1990, 8, 17),
    "jenis_kelamin": "L",
    "status": "HIDUP",
}


def fakta(*kolom, orang=None, lama=None, **umpan):
    """Named facts of the first tenaga."""
    hasil = derive_fakta(masukan(orang, lama, **umpan), K).collect()
    return hasil.sort("id_tenaga").select(kolom).row(0)


def kode(orang=None, lama=None, **umpan):
    """Codes of all findings, rules about riwayat included."""
    masuk = masukan(orang, lama, **umpan)
    satu = check(derive_fakta(masuk, K), K, ATURAN)
    dua = check(derive_riwayat(masuk, K), K, ATURAN, "riwayat")
    assert satu.galat == dua.galat == []
    return sorted([*satu.temuan["kode_aturan"], *dua.temuan["kode_aturan"]])


def test_the_columns_are_those_promised():
    skema = derive_fakta(masukan(), K).collect_schema()
    assert dict(skema) == kolom_skema("tenaga") | kolom_skema("fakta") | dict(KOLOM_BANTU)
    riwayat_skema = derive_riwayat(masukan(), K).collect_schema()
    assert dict(riwayat_skema) == kolom_skema("riwayat") | dict(KOLOM_BANTU_RIWAYAT)


def test_every_feed_keeps_the_columns():
    umpan = {nama: [] for nama in UMPAN}
    lengkap = derive_fakta(masukan(**umpan), K).collect_schema()
    assert dict(lengkap) == dict(derive_fakta(masukan(), K).collect_schema())


def test_a_clean_person_has_no_finding_and_meets_everything():
    umpan = {"dukcapil": [DUKCAPIL], "thk2": [], "register_asn": [], "lapor_thk2": []}
    assert kode(lama=riwayat({}), **umpan) == []
    putusan = judge(derive_fakta(masukan(lama=riwayat({}), **umpan), K), K, ATURAN)
    assert set(putusan.drop("id_tenaga").row(0)) == {"M"}


@pytest.mark.parametrize(
    ("cacat", "temuan"),
    [
        ({"tanggal_lahir": None}, ["L-TANGGAL-LAHIR"]),
        ({"tanggal_lahir": None, "tak_terbaca": ["tanggal_lahir"]}, ["B-TANGGAL-LAHIR"]),
        ({"nik": None}, ["L-NIK"]),
        ({"nik": None, "tak_terbaca": ["nik"]}, ["B-NIK-PANJANG"]),
        ({"nomor_ijazah": None, "file_ijazah": None}, ["K-IJAZAH"]),
        ({"nomor_ijazah": None}, ["L-NOMOR-IJAZAH"]),
        ({"tanggal_mulai": None}, ["L-TANGGAL-MULAI"]),
        ({"tanggal_akhir": None, "tak_terbaca": ["tanggal_akhir"]}, ["B-TANGGAL-AKHIR"]),
        ({"jabatan": "Satpam", "konversi_jabatan": "Satpam"}, ["K-JABATAN"]),
        ({"jabatan": None}, ["L-JABATAN"]),
        ({"tanggal_akhir": date(2018, 12, 3)}, ["B-SK-URUT"]),
        ({"tanggal_akhir": date(2021, 9, 30)}, ["K-SK-BERAKHIR"]),
        ({"jenis_penandatangan": None}, ["L-JENIS-PENANDATANGAN"]),
        ({"tanggal_sk": date(2022, 1, 1)}, ["K-SK-TANGGAL"]),
        ({"tanggal_mulai": date(2021, 2, 1)}, ["K-MASA-KERJA"]),
        ({"nama": "Teuku Umar, S.Pd"}, ["B-NAMA-GELAR"]),
    ],
)
def test_one_defect_is_one_finding(cacat, temuan):
    assert kode(tenaga(cacat)) == temuan


@pytest.mark.parametrize(
    ("cacat", "dukcapil", "temuan"),
    [
        ({}, {"nik": "1101011708900002"}, ["D-ADA"]),
        ({"tanggal_lahir": date(1990, 8, 18)}, {}, ["D-LAHIR"]),
        (
            {"tanggal_lahir": date(1991, 8, 17)},
            {"tanggal_lahir": date(1991, 8, 17)},
            ["B-NIK-LAHIR"],
        ),
        ({"nama": "Pocut Baren"}, {}, ["D-NAMA"]),
        ({"jenis_kelamin": "P"}, {}, ["D-KELAMIN"]),
        ({}, {"status": "MENINGGAL"}, ["K-STATUS-HIDUP"]),
        ({"nik": "1101013508900001"}, {}, ["B-NIK-TANGGAL"]),
        ({"nik": "0001011708900001"}, {}, ["B-NIK-WILAYAH"]),
        ({"nik": "1101991708900001"}, {"nik": "1101991708900001"}, ["B-NIK-KECAMATAN"]),
        ({"nik": "1101991708900001"}, {}, ["D-ADA"]),
        ({"nik": None}, {}, ["L-NIK"]),
    ],
)
def test_one_defect_beside_dukcapil_is_one_finding(cacat, dukcapil, temuan):
    assert kode(tenaga(cacat), dukcapil=[DUKCAPIL | dukcapil]) == temuan


def test_age_follows_dukcapil():
    lain = DUKCAPIL | {"tanggal_lahir": date(1964, 12, 31)}
    kolom = ("usia", "tanggal_lahir_dipakai", "sumber_tanggal_lahir", "status_dukcapil")
    assert fakta(*kolom, dukcapil=[lain]) == (57, date(1964, 12, 31), "DUKCAPIL", "HIDUP")
    assert fakta(*kolom, dukcapil=[]) == (31, date(1990, 8, 17), "INSTANSI", None)
    assert fakta("dukcapil_ada", dukcapil=[]) == (False,)
    assert fakta("dukcapil_ada") == (None,)
    assert fakta("dukcapil_ada", orang=tenaga({"nik": None}), dukcapil=[]) == (None,)


@pytest.mark.parametrize("balik", [1, -1])
def test_two_dukcapil_rows_of_one_nik_give_one_answer(balik):
    dua = [DUKCAPIL, DUKCAPIL | {"nama": "AAN"}][::balik]
    assert fakta("dukcapil_nama", dukcapil=dua) == ("AAN",)


@pytest.mark.parametrize(
    ("orang", "induk", "kategori", "ada", "cocok"),
    [
        ({"nomor_peserta_thk2": "520713002001"}, INDUK, "THK-II", True, True),
        ({"nomor_peserta_thk2": "520713002001"}, INDUK | {"nama": "X"}, "NON-ASN", True, False),
        (
            {"nomor_peserta_thk2": "520713002001", "nama": "X", "tanggal_lahir": date(1970, 1, 1)},
            INDUK, "THK-II", True, True,
        ),
        ({}, INDUK | {"nik": NIK}, "THK-II", True, True),
        ({}, INDUK, "NON-ASN", False, None),
        ({"nomor_peserta_thk2": "1", "nama": None, "tanggal_lahir": None},
         INDUK | {"nomor_peserta": "1"}, "NON-ASN", True, False),
    ],
)  # fmt: skip
def test_thk2_is_proven_by_the_master_list(orang, induk, kategori, ada, cocok):
    hasil = fakta("kategori", "thk2_ada", "thk2_cocok", orang=tenaga(orang), thk2=[induk])
    assert hasil == (kategori, ada, cocok)


def test_the_master_row_that_agrees_wins():
    lain = INDUK | {"nomor_peserta": "9", "nama": "X", "nik": NIK, "kode_instansi": "3010"}
    orang = tenaga({"nomor_peserta_thk2": "520713002001"})
    kolom = ("nomor_thk2_induk", "thk2_instansi")
    assert fakta(*kolom, orang=orang, thk2=[lain, INDUK]) == ("5207-1300-2001", "Kab. Aceh Selatan")


def lapor(**isi):
    return {"kode_instansi": "5105", "nomor_peserta": "520713002001", **isi}


@pytest.mark.parametrize(
    ("laporan", "temuan"),
    [
        ([], ["T-PINDAH"]),
        ([lapor(alasan="PINDAH", kode_instansi_tujuan="5104")], []),
        ([lapor(alasan="PINDAH", kode_instansi_tujuan="3010")], ["T-PINDAH"]),
        ([lapor(alasan="PINDAH", kode_instansi_tujuan="5104", kode_instansi="3010")], ["T-PINDAH"]),
        ([lapor(alasan="MENINGGAL")], ["T-LAPOR", "T-PINDAH"]),
        ([lapor(alasan="DIBERHENTIKAN")], ["T-PINDAH"]),
    ],
)
def test_a_thk2_who_moved_is_released_first(laporan, temuan):
    induk = INDUK | {"kode_instansi": "5105"}
    orang = tenaga({"nomor_peserta_thk2": "520713002001"})
    assert kode(orang, thk2=[induk], lapor_thk2=laporan) == temuan


@pytest.mark.parametrize("alasan", ["MENINGGAL", "DIBERHENTIKAN", "MENGUNDURKAN DIRI", "PINDAH"])
def test_reported_by_the_instansi_that_registers_is_not_active(alasan):
    laporan = [{"kode_instansi": "5104", "nik": NIK, "alasan": alasan}]
    assert kode(thk2=[], lapor_thk2=laporan) == ["T-LAPOR"]
    frame = derive_fakta(masukan(lapor_thk2=laporan), K)
    assert judge(frame, K, ATURAN)["aktif"].to_list() == ["T"]


def test_the_last_confirmation_to_this_instansi_counts():
    kata = [
        {"nik": NIK, "kode_instansi": "5104", "aktif": "TIDAK", "waktu": datetime(2022, 9, 1)},
        {"nik": NIK, "kode_instansi": "5104", "aktif": "YA", "waktu": datetime(2022, 9, 2)},
        {"nik": NIK, "kode_instansi": "3010", "aktif": "TIDAK", "waktu": datetime(2022, 9, 3)},
    ]
    assert fakta("konfirmasi_aktif", portal_konfirmasi=kata) == ("YA",)
    assert kode(portal_konfirmasi=kata[:1]) == ["K-AKTIF"]


def test_only_closing_states_of_the_asn_register_count():
    daftar = [{"nik": NIK, "status": "PENSIUN"}, {"nik": NIK, "status": "PPPK"}]
    assert fakta("status_asn", register_asn=daftar) == ("PPPK",)
    assert kode(register_asn=daftar) == ["K-STATUS-ASN"]


def test_documents_are_found_by_name_within_the_instansi():
    indeks = [
        {"kode_instansi": "5104", "kunci": "kotak-masuk/5104/dokumen/IJAZAH_17.pdf",
         "ukuran": 200_000, "tipe": "application/pdf"},
        {"kode_instansi": "5104", "kunci": "sk_17.pdf", "ukuran": 2_000_000, "tipe": "exe"},
        {"kode_instansi": "5105", "kunci": "bukti_17.pdf", "ukuran": 1, "tipe": "pdf"},
    ]  # fmt: skip
    assert kode(dokumen_indeks=indeks) == [
        "K-DOKUMEN-BUKTI", "K-DOKUMEN-SK-TIPE", "K-DOKUMEN-SK-UKURAN",
    ]  # fmt: skip
    assert kode(dokumen_indeks=indeks[2:]) == []


@pytest.mark.parametrize(
    ("jabatan", "konversi", "kelompok"),
    [
        ("Guru Kelas", "Guru", "Pendidikan"),
        ("Perawat Poli Anak", None, "Kesehatan"),
        ("Penyuluh Apa Saja", None, "Penyuluh"),
        ("Juru Ukur", "Perawat", "Kesehatan"),
        (None, None, "Teknis"),
    ],
)
def test_every_title_has_a_group(jabatan, konversi, kelompok):
    orang = tenaga({"jabatan": jabatan, "konversi_jabatan": konversi})
    assert fakta("kelompok_jabatan", orang=orang) == (kelompok,)


def test_identical_riwayat_rows_count_once():
    sama = riwayat(*[{}] * 6)
    assert fakta("jumlah_riwayat", lama=sama) == (1,)
    enam = riwayat(*({"nomor_sk": f"{n}"} for n in range(6)))
    assert kode(lama=enam) == ["R-JUMLAH"]


def test_a_unit_of_two_instansi_proves_nothing():
    unit = pl.LazyFrame(
        {"unit_kerja": ["SDN 1", "sdn  1", "SDN 2", None], "kode_instansi": ["A", "B", "A", "B"]}
    )
    assert unit_tunggal(unit).collect().rows() == [("SDN 2", "A")]


def test_a_known_unit_that_another_instansi_declares_proves_nothing():
    dikenal = pl.LazyFrame({"unit_kerja": ["SDN 1", "SDN 2"], "kode_instansi": ["A", "A"]})
    dinyatakan = pl.LazyFrame(
        {"unit_kerja": ["sdn 1", "SDN 2", "SDN 3"], "kode_instansi": ["B", "A", "B"]}
    )
    assert unit_terbukti(dikenal, dinyatakan).collect().rows() == [("SDN 2", "A")]


def test_a_riwayat_row_of_another_instansi_is_named():
    unit = [{"unit_kerja": "SDN 9 KUTACANE", "kode_instansi": "5105"}]
    masuk = masukan(None, riwayat({"unit_kerja": "SDN 9 Kutacane"}), unit_instansi=unit)
    temuan = check(derive_riwayat(masuk, K), K, ATURAN, "riwayat").temuan
    assert temuan["pesan"].to_list() == [
        'Unit kerja "SDN 9 Kutacane" dikenali milik Kab. Aceh Tenggara; bulan baris ini tidak '
        "dihitung. Perbaiki unit kerjanya bila keliru, atau hapus baris ini."
    ]
    assert fakta("bulan_riwayat_asing", lama=masuk.riwayat, unit_instansi=unit) == (1,)


def test_an_old_excluded_title_warns_unless_the_present_one_is_excluded_too():
    lama = riwayat({"jabatan": "Satpam"})
    assert kode(lama=lama) == ["R-JABATAN"]
    assert kode(tenaga({"jabatan": "Sopir"}), lama) == ["K-JABATAN"]


CACAT = st.sampled_from(
    [
        {},
        {"nik": "1101013508900001"},
        {"jabatan": "Tenaga Kebersihan"},
        {"tanggal_mulai": date(2021, 6, 1)},
        {"nomor_peserta_thk2": "520713002001"},
        {"kode_instansi": "5105"},
        {"nama": "Budi, S.Pd", "kode_instansi": "3010"},
    ]
)


@settings(max_examples=8, deadline=None)
@given(st.lists(CACAT, min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_rows_never_changes_the_findings(cacat, acak):
    orang = tenaga(*cacat)
    lama = riwayat(*({"id_tenaga": n + 1, "nomor_sk": str(n)} for n in range(len(cacat))), {})
    umpan = {"dukcapil": [DUKCAPIL], "thk2": [INDUK, INDUK | {"nama": "X"}]}
    urutan = list(range(len(cacat)))
    acak.shuffle(urutan)
    kocok = orang.collect()[urutan].lazy(), lama.collect().reverse().lazy()
    hasil = [
        check(derive_fakta(masukan(*frame, **umpan), K), K, ATURAN).temuan.sort(pl.all())
        for frame in ((orang, lama), kocok)
    ]
    assert_frame_equal(*hasil)


def test_a_thk2_proven_by_nik_may_be_reported_by_number():
    laporan = [lapor(alasan="DIBERHENTIKAN", kode_instansi="5104")]
    assert fakta("lapor_tak_aktif", thk2=[INDUK | {"nik": NIK}], lapor_thk2=laporan) == (True,)
