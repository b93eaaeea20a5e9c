from rules.kelayakan.honorarium import bukan_blu, dibayar_langsung, masa_kerja, tanpa_bos
from tests.cases import assert_cases
from tests.rules.orang import K


def test_dibayar_langsung():
    assert_cases(dibayar_langsung, K, """
        ada_bayar_langsung | putusan
        -------------------+--------
        ya                 | T
        tidak              | F
                           | -
    """)  # fmt: skip


def test_tanpa_bos_only_flags():
    assert not tanpa_bos.memutus
    assert_cases(tanpa_bos, K, """
        ada_bayar_jabatan_asn | putusan
        ----------------------+--------
        tidak                 | T
        ya                    | F
                              | -
    """)  # fmt: skip


def test_masa_kerja():
    assert_cases(masa_kerja, K, """
        bulan_kerja | periode_tak_terbaca | putusan
        ------------+---------------------+--------
        12          | tidak               | T
        12          | ya                  | T
        11          | tidak               | F
        11          | ya                  | -
        0           | tidak               | F
        0           | ya                  | -
    """)  # fmt: skip


def test_bukan_blu():
    assert_cases(bukan_blu, K, """
        pembayaran_sk         | pembayaran_sk_gelap | putusan
        ----------------------+---------------------+--------
        APBD                  | tidak               | T
        PENGADAAN BARANG/JASA | tidak               | T
        BLU                   | tidak               | F
        BLUD                  | tidak               | F
                              | tidak               | T
                              | ya                  | -
        APBD                  |                     | T
    """)  # fmt: skip
