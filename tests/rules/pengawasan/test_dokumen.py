from rules.pengawasan.dokumen import ktp_foto, tipe, utuh
from tests.cases import assert_cases
from tests.rules.orang import K


def test_utuh():
    assert_cases(utuh, K, """
        utuh  | putusan
        ya    | T
        tidak | F
              | -
    """)  # fmt: skip


def test_tipe():
    assert_cases(tipe, K, """
        jenis_dokumen | tipe | putusan
        --------------+------+--------
        KTP           | jpg  | T
        KTP           | jpeg | T
        FOTO          | jpg  | T
        KTP           | pdf  | F
        FOTO          | pdf  | F
        SK            | pdf  | T
        SK            | jpg  | T
        SK            | jpeg | T
        SK            | png  | F
                      | pdf  | T
                      | png  | F
        SK            |      | -
    """)  # fmt: skip


def test_ktp_foto():
    assert_cases(ktp_foto, K, """
        jenis_dokumen | ukuran | putusan
        --------------+--------+--------
        KTP           | 204800 | T
        FOTO          | 204801 | F
        IJAZAH        | 204801 | -
                      | 204801 | -
    """)  # fmt: skip
