"""What the instansi reads: its own row by place, another instansi by name, nobody's data."""

import pytest

from rules.fakta import derive_fakta
from rules.ganda.serupa import satu_pendaftaran
from rules.periksa import check
from tests.rules.orang import K, masukan, tenaga
from tests.rules.serupa.test_orang import NIK, TUKAR, cari, putus

DI_SINI = ({"nik": NIK, "baris": 2}, {"nik": TUKAR, "baris": 9, "nama": "TEUKUUMAR"})
DI_SANA = ({"nik": NIK}, {"nik": TUKAR, "kode_instansi": "5105", "nama": "TEUKUUMAR"})


def pesan(*baris, **lain) -> dict[int, str]:
    isi = masukan(tenaga(*baris))
    pasangan = cari(*baris, **lain).pasangan.lazy()
    fakta = derive_fakta(type(isi)(**{**vars(isi), "pasangan": pasangan}), K)
    return dict(check(fakta, K, (satu_pendaftaran,)).temuan.select("id_tenaga", "pesan").rows())


def test_ones_own_row_is_named_by_sheet_and_row():
    hasil = pesan(*DI_SINI)
    assert "dengan baris 9 lembar Data Utama instansi ini." in hasil[1]
    assert "dengan baris 2 lembar Data Utama instansi ini." in hasil[2]


def test_of_another_instansi_only_its_name_is_told():
    hasil = pesan(*DI_SANA)
    assert "dengan satu pendaftaran di Kab. Aceh Tenggara." in hasil[1]
    assert "dengan satu pendaftaran di Kab. Aceh Selatan." in hasil[2]
    assert not any(
        data in " ".join(hasil.values()) for data in (NIK, TUKAR, "TEUKUUMAR", "Data Utama")
    )
    assert "NIK berbeda dua angka yang tertukar" in hasil[1]


def test_several_places_stand_in_one_finding():
    hasil = pesan(*DI_SINI, DI_SANA[1] | {"nik": "1101011708900013"})
    assert (
        "baris 9 lembar Data Utama instansi ini; satu pendaftaran di Kab. Aceh Tenggara" in hasil[1]
    )


@pytest.mark.parametrize(
    "baris",
    [
        ({"nik": NIK}, {"nik": NIK, "kode_instansi": "5105"}),
        (
            {"nik": NIK, "nomor_peserta_thk2": "5207"},
            {"nik": TUKAR, "nomor_peserta_thk2": "5207"},
        ),
        ({"nik": NIK}, {"nik": "1101021708900077"}),
        ({"nik": NIK},),
    ],
    ids=["same NIK", "same THK-II number", "only MUNGKIN", "alone"],
)
def test_what_another_rule_tells_or_nobody_is_sure_of_is_no_finding(baris):
    assert pesan(*baris) == {}


def test_a_pair_that_a_reviewer_told_apart_is_never_mentioned_again():
    assert pesan(*DI_SANA, keputusan=[putus("BERBEDA")]) == {}
    assert set(pesan(*DI_SANA, keputusan=[putus("SAMA")])) == {1, 2}


def test_without_the_matching_nothing_is_found():
    assert check(
        derive_fakta(masukan(tenaga(*DI_SANA)), K), K, (satu_pendaftaran,)
    ).temuan.is_empty()
