import polars as pl

from rules.kolom_hilang import missing_columns, tell_once
from rules.pembacaan.edisi import edisi
from rules.rule import load_rules

SEMUA = [k.kolom for k in edisi()["data_utama"]]
BERKAS = pl.DataFrame(
    {"id_berkas": [1, 2, 3], "sha256": ["a", "b", "c"], "status": ["BERLAKU", "BERLAKU", "DIGANTI"]}
)


def kolom(sha: str, lembar: str, tanpa: str | None = None) -> pl.DataFrame:
    ada = [k for k in SEMUA if k != tanpa]
    return pl.DataFrame({"kolom": ada}).with_columns(
        sha256=pl.lit(sha), lembar=pl.lit(lembar), bentuk=pl.lit("data_utama")
    )


def test_what_a_sheet_lacks_is_named_for_deliveries_in_force() -> None:
    ada = pl.concat(
        [kolom("a", "X", "jabatan"), kolom("a", "Y"), kolom("b", "X"), kolom("c", "X", "jabatan")]
    )
    assert missing_columns(BERKAS, ada).rows() == [(1, "X", "jabatan")]


def test_only_completeness_of_that_sheet_is_told_once() -> None:
    temuan = pl.DataFrame(
        {
            "kode_aturan": ["K-JABATAN", "L-JABATAN", "L-JABATAN", "L-UNIT-KERJA"],
            "id_tenaga": [0, 0, 1, 0],
            "kolom": ["jabatan", "jabatan", "jabatan", "unit_kerja"],
        }
    )
    tenaga = pl.LazyFrame({"id_tenaga": [0, 1], "id_berkas": [1, 1], "lembar": ["X", "Y"]})
    hilang = pl.DataFrame({"id_berkas": [1], "lembar": ["X"], "kolom": ["jabatan"]})
    sisa = tell_once(temuan, tenaga, hilang, load_rules())
    assert sisa.select("kode_aturan", "id_tenaga").rows() == [
        ("K-JABATAN", 0),
        ("L-JABATAN", 1),
        ("L-UNIT-KERJA", 0),
    ]
    assert tell_once(temuan, tenaga, hilang.clear(), load_rules()).equals(temuan)
