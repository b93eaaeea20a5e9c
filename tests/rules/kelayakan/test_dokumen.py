import pytest

from rules.kelayakan import dokumen
from rules.kelayakan.dokumen import ijazah
from tests.cases import assert_cases
from tests.rules.orang import K

NAMA = ("ijazah", "sk", "bukti")
ADA = tuple(zip(NAMA, (dokumen.IJAZAH_ADA, dokumen.SK_ADA, dokumen.BUKTI_ADA), strict=True))
TIPE = tuple(zip(NAMA, (dokumen.IJAZAH_TIPE, dokumen.SK_TIPE, dokumen.BUKTI_TIPE), strict=True))


def test_ijazah_is_the_one_gap_that_rejects():
    assert ijazah.memutus
    assert_cases(ijazah, K, """
        nomor_ijazah | file_ijazah | putusan
        -------------+-------------+--------
        IJZ/1        | a.pdf       | T
        IJZ/1        |             | T
                     | a.pdf       | T
                     |             | F
        tanpa data: satu-satunya kekosongan yang menolak; keduanya kosong adalah temuannya sendiri
    """)  # fmt: skip


@pytest.mark.parametrize(("nama", "aturan"), ADA)
def test_a_named_document_is_in_the_store(nama, aturan):
    assert_cases(aturan, K, f"""
        dokumen_{nama}_ada | putusan
        ya                 | T
        tidak              | F
                           | -
    """)  # fmt: skip


@pytest.mark.parametrize(("nama", "aturan"), TIPE)
def test_its_type_is_accepted(nama, aturan):
    assert_cases(aturan, K, f"""
        dokumen_{nama}_tipe | putusan
        pdf                 | T
        jpg                 | T
        jpeg                | T
        docx                | F
                            | -
    """)  # fmt: skip


def test_a_diploma_has_a_floor_and_a_ceiling():
    assert_cases(dokumen.IJAZAH_UKURAN, K, """
        dokumen_ijazah_ukuran | putusan
        ----------------------+--------
        102400                | T
        1048576               | T
        1048577               | F
        102399                | F
                              | -
    """)  # fmt: skip


@pytest.mark.parametrize(
    ("nama", "aturan"), [("sk", dokumen.SK_UKURAN), ("bukti", dokumen.BUKTI_UKURAN)]
)
def test_other_documents_have_a_ceiling(nama, aturan):
    assert_cases(aturan, K, f"""
        dokumen_{nama}_ukuran | putusan
        0                     | T
        1048576               | T
        1048577               | F
                              | -
    """)  # fmt: skip
