from rules.ganda.serupa import satu_pendaftaran
from tests.cases import assert_cases
from tests.rules.orang import K


def test_satu_pendaftaran_needs_the_nation():
    assert satu_pendaftaran.lingkup == "nasional"
    assert_cases(satu_pendaftaran, K, """
        serupa_tempat                          | putusan
        ---------------------------------------+--------
                                               | T
        baris 7 lembar Data Utama instansi ini | F
        satu pendaftaran di Kab. Aceh Barat    | F
        tanpa data: yang tidak mempunyai pasangan tidak disangka siapa pun; isian kosong hanya mengurangi keyakinan
    """)  # fmt: skip
