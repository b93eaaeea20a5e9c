"""One document in several rows, and people who left no trace."""

import pytest

from rules.kewajaran_dokumen import tandai_dokumen_sama, tandai_jejak
from tests.rules.orang import masukan, tenaga

NIK = [f"110101170890000{n}" for n in range(1, 7)]


def orang(*baris):
    return tenaga(*({"nik": nik, **satu} for nik, satu in zip(NIK, baris, strict=False)))


def rows(frame):
    return frame.sort("id_tenaga").collect()


def test_the_same_name_inside_an_instansi_is_one_document():
    baris = [
        {"file_sk": "SK.pdf", "nomor_sk": "1/2021", "file_bukti": "a.pdf"},
        {"file_sk": "sk.pdf ", "nomor_sk": "Nomor 1/2021", "file_bukti": "b.pdf"},
        {"file_sk": "sk.pdf", "nomor_sk": "2/2021", "file_bukti": "b.pdf", "unit_kerja": "SDN 9"},
        {"file_sk": "sk.pdf", "nomor_sk": None, "file_bukti": None},
        {"file_sk": "sk.pdf", "kode_instansi": "5105"},
    ]
    hasil = rows(tandai_dokumen_sama(orang(*baris), None, None))
    assert hasil["berkas_sk_orang"].to_list() == [4, 4, 4, 4, None]
    assert hasil["berkas_sk_nomor"].to_list() == [2, 2, 2, 2, None]
    assert hasil["berkas_bukti_orang"].to_list() == [None, 2, 2, None, None]
    assert hasil["berkas_bukti_unit"].to_list() == [None, 2, 2, None, None]


def test_the_same_content_is_one_document_whatever_its_name_and_instansi():
    baris = [{"file_sk": "a.pdf"}, {"file_sk": "b.pdf", "kode_instansi": "5105"}]
    indeks = [
        {"kode_instansi": kode, "kunci": f"x/{nama}", "ukuran": 9, "tipe": "pdf", "sha256": sidik}
        for kode, nama, sidik in (("5104", "a.pdf", "S"), ("5105", "b.pdf", "S"))
    ]
    ada = masukan(dokumen_indeks=indeks).dokumen_indeks
    assert rows(tandai_dokumen_sama(orang(*baris), ada, None))["berkas_sk_orang"].to_list() == [
        2,
        2,
    ]
    indeks[1]["sha256"] = "T"
    beda = masukan(dokumen_indeks=indeks).dokumen_indeks
    assert rows(tandai_dokumen_sama(orang(*baris), beda, None))["berkas_sk_orang"].is_null().all()


@pytest.mark.parametrize(
    ("berkas", "ada", "bukti"),
    [
        ("b.pdf", None, True),
        ("b.pdf", True, True),
        ("b.pdf", False, False),
        (None, None, False),
    ],
)
def test_a_proof_of_pay_that_no_index_contradicts_is_one(berkas, ada, bukti):
    baris = orang({"file_bukti": berkas}).with_columns(dokumen_bukti_ada=ada)
    assert rows(tandai_jejak(baris, None, None))["bukti_ada"].item() is bukti


def test_an_unreadable_cell_is_not_a_missing_proof():
    baris = orang({"file_bukti": None, "tak_terbaca": ["file_bukti"]}).with_columns(
        dokumen_bukti_ada=None
    )
    assert rows(tandai_jejak(baris, None, None))["bukti_ada"].item() is True


def test_who_showed_up_in_the_portal_of_that_instansi():
    baris = orang({}, {}, {"nik": None}).with_columns(dokumen_bukti_ada=None)
    akun = masukan(
        portal_konfirmasi=[
            {"nik": NIK[0], "kode_instansi": "5104"},
            {"nik": NIK[1], "kode_instansi": "5105"},
        ]
    ).portal_konfirmasi
    hasil = rows(tandai_jejak(baris, akun, None))
    assert hasil["akun_ada"].to_list() == [True, False, None]
    assert hasil["konfirmasi_ada"].to_list() == [None, None, None]
    assert rows(tandai_jejak(baris, None, akun))["konfirmasi_ada"].to_list() == [True, False, None]
