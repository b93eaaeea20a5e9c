from rules.kewajaran.orang import tanpa_lonjakan, thk2_terus_bekerja
from tests.cases import assert_cases
from tests.rules.orang import K


def test_tanpa_lonjakan():
    assert tanpa_lonjakan.lingkup == "nasional"
    assert_cases(tanpa_lonjakan, K, """
        lonjakan_baru | lonjakan_jumlah | lonjakan_persen | lonjakan_persen_lain | putusan
        --------------+-----------------+-------------------------+------------------------------+--------
        ya            | 10              | 27.0                    | 9.0                          | F
        ya            | 10              | 26.9                    | 9.0                          | T
        ya            | 9               | 27.0                    | 9.0                          | T
        ya            | 10              | 27.0                    | 9.1                          | T
        ya            | 10              | 1.0                     | 0.0                          | F
        tidak         | 900             | 90.0                    | 9.0                          | T
        ya            |                 |                         |                              | -
                      |                 |                         |                              | -
    """)  # fmt: skip


def test_thk2_terus_bekerja():
    assert_cases(thk2_terus_bekerja, K, """
        kategori | jeda_bulan | putusan
        ---------+------------+--------
        THK-II   | 0          | T
        THK-II   | 24         | T
        THK-II   | 25         | F
        NON-ASN  | 25         | T
        THK-II   |            | -
    """)  # fmt: skip
