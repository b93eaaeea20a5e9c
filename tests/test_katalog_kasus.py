"""The README's cases come from the spec tables."""

from rules.kelayakan.honorarium import masa_kerja
from rules.kelayakan.orang import usia_maksimum
from rules.kelayakan.pengangkatan import sk_tanggal
from rules.rule import load_rules
from tests.katalog_kasus import edges, tabel_kasus


def test_every_rule_has_its_line():
    baris = tabel_kasus().splitlines()[2:]
    assert len(baris) == len(load_rules())
    (usia,) = [satu for satu in baris if "`K-USIA-MIN`" in satu]
    assert "usia = 20, kategori = NON-ASN" in usia
    assert "belum dapat dinilai: " in usia
    (ijazah,) = [satu for satu in baris if "`K-IJAZAH`" in satu]
    assert "satu-satunya kekosongan yang menolak" in ijazah


def test_edges_are_the_cases_that_one_step_turns():
    assert {
        "usia = 57, kategori = NON-ASN → F",
        "usia = 56, kategori = NON-ASN → T",
        "usia = 57, kategori = THK-II → T",
    } == set(edges(usia_maksimum))
    assert edges(sk_tanggal) == ("tanggal_sk = 2022-01-01 → F", "tanggal_sk = 2021-12-31 → T")
    assert set(edges(masa_kerja)) == {
        "bulan_kerja = 12, periode_tak_terbaca = tidak → T",
        "bulan_kerja = 11, periode_tak_terbaca = tidak → F",
    }
