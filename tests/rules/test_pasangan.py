from rules.fakta import derive_fakta
from rules.ganda.pendaftaran import satu_instansi, satu_nik_per_nomor, sekali_dalam_instansi
from rules.pasangan import baris_ganda, match_ganda
from rules.periksa import check
from tests.rules.orang import K, masukan, tenaga

LAIN = "1101011708900002"


def kasus(*baris):
    return match_ganda(tenaga(*baris)).rows()


def test_a_person_listed_once_is_in_no_case():
    assert kasus({}, {"nik": LAIN}, {"nik": None}, {"nik": None, "kode_instansi": "5105"}) == []


def test_the_same_nik_inside_one_instansi():
    assert kasus({}, {"status_baris": "GANDA"}, {"nik": LAIN}) == [
        (1, "NIK_DALAM_INSTANSI", 1, "5104"),
        (1, "NIK_DALAM_INSTANSI", 2, "5104"),
    ]


def test_the_same_nik_in_several_lists():
    dua = [{}, {"kode_instansi": "5105"}, {"kode_instansi": "3010", "status_baris": "DITARIK"}]
    assert kasus(*dua) == [
        (1, "NIK_LINTAS_INSTANSI", 1, "5104"),
        (1, "NIK_LINTAS_INSTANSI", 2, "5105"),
    ]


def test_a_withdrawn_row_is_in_no_case():
    assert kasus({}, {"kode_instansi": "5105", "status_baris": "DITARIK"}) == []


def test_one_thk2_number_under_two_niks():
    nomor = [{"nomor_peserta_thk2": "52-07"}, {"nomor_peserta_thk2": "5207", "nik": LAIN}]
    assert kasus(*nomor) == [(1, "NOMOR_THK2", 1, "5104"), (1, "NOMOR_THK2", 2, "5104")]


def test_one_thk2_number_under_one_nik_is_one_person():
    sama = {"nomor_peserta_thk2": "5207"}
    hasil = kasus(sama, sama | {"kode_instansi": "5105"})
    assert {jenis for _, jenis, _, _ in hasil} == {"NIK_LINTAS_INSTANSI"}


def test_case_numbers_do_not_depend_on_the_order_of_rows():
    baris = tenaga(
        {}, {"kode_instansi": "5105"}, {"status_baris": "GANDA"},
        {"nik": LAIN}, {"nik": LAIN, "status_baris": "GANDA"},
        {"nik": LAIN, "kode_instansi": "5105"}, {"nik": LAIN, "kode_instansi": "5105", "status_baris": "GANDA"},
    ).collect()  # fmt: skip
    hasil = match_ganda(baris.lazy())
    assert hasil.equals(match_ganda(baris.reverse().lazy()))
    assert hasil.group_by("id_kasus", maintain_order=True).len().rows() == [
        (1, 2), (2, 2), (3, 2), (4, 2), (5, 2),
    ]  # fmt: skip


def test_the_message_names_the_other_instansi_only():
    orang = tenaga({}, {"kode_instansi": "5105", "nama": "RAHASIA"}, {"kode_instansi": "3010"})
    hasil = check(derive_fakta(masukan(orang), K), K, (satu_instansi,))
    pesan = dict(hasil.temuan.select("id_tenaga", "pesan").rows())
    assert "didaftarkan oleh Kab. Aceh Tenggara, Kementerian Contoh." in pesan[1]
    assert "Kab. Aceh Selatan, Kab. Aceh Tenggara" in pesan[3]
    assert "RAHASIA" not in "".join(pesan.values())


def test_a_number_of_two_niks_is_told_to_both():
    orang = tenaga(
        {"nomor_peserta_thk2": "5207"},
        {"nomor_peserta_thk2": "5207", "nik": LAIN, "kode_instansi": "5105"},
        {"nomor_peserta_thk2": "5208", "nik": "1101011708900003"},
    )
    hasil = check(derive_fakta(masukan(orang), K), K, (satu_nik_per_nomor,)).temuan
    assert hasil.select("id_tenaga", "nilai").rows() == [(1, "5207"), (2, "5207")]
    assert "dipakai 2 NIK berbeda" in hasil["pesan"][0]


def test_the_row_outside_the_list_says_where_its_nik_stands():
    orang = tenaga({"baris": 7}, {"status_baris": "GANDA", "baris": 9}, {"nik": LAIN})
    hasil = check(baris_ganda(orang), K, (sekali_dalam_instansi,), "ganda")
    assert hasil.galat == []
    assert hasil.temuan["id_tenaga"].to_list() == [2]
    assert hasil.temuan["pesan"][0].startswith("NIK ini sudah ada di baris 7 lembar Data Utama;")
