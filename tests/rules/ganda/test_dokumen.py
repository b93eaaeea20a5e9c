from rules.ganda.dokumen import ijazah_sendiri
from tests.cases import assert_cases
from tests.rules.orang import K


def test_ijazah_sendiri():
    assert_cases(ijazah_sendiri, K, """
        ijazah_jumlah_nik | putusan
        ------------------+--------
                          | T
        2                 | F
        tanpa data: kosong berarti berkas itu tidak ditemukan pada orang lain
    """)  # fmt: skip
    assert_cases(ijazah_sendiri, K.model_copy(update={"dokumen_pribadi": ()}), """
        ijazah_jumlah_nik | putusan
        2                 | T
    """)  # fmt: skip
