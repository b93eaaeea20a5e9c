import polars as pl

from rules.bandingan import PERUBAHAN, count_kriteria, count_menurut, match_putusan
from rules.rule import KRITERIA


def putusan(*orang: dict[str, str]) -> pl.LazyFrame:
    """Table putusan: everything met but what is said; keseluruhan follows when left out."""
    baris = []
    for nomor, beda in enumerate(orang, 1):
        satu = dict.fromkeys(KRITERIA, "M") | beda
        isi = set(satu.values())
        keseluruhan = "T" if "T" in isi else "B" if "B" in isi else "M"
        baris.append({"id_tenaga": nomor, **satu, "keseluruhan": keseluruhan})
    return pl.LazyFrame(baris)


LAMA = putusan({}, {"usia": "T"}, {"usia": "B"}, {"usia": "T", "blu": "T"}, {})
BARU = putusan({}, {}, {"usia": "T"}, {"blu": "T"}, {"blu": "B"})


def test_only_who_changes_stands_there_with_each_change():
    hasil = match_putusan(LAMA, BARU).collect().sort("id_tenaga")
    assert hasil.select("id_tenaga", "usia", "blu", "keseluruhan").rows() == [
        (2, "T→M", None, "T→M"),
        (3, "B→T", None, "B→T"),
        (4, "T→M", None, None),
        (5, None, "M→B", "M→B"),
    ]


def test_changes_are_counted_by_criterion_overall_first():
    hasil = count_kriteria(match_putusan(LAMA, BARU).collect())
    assert hasil.columns == ["kriteria", "berubah", *PERUBAHAN]
    assert hasil.select("kriteria", "berubah", "T→M", "B→T", "M→B").rows() == [
        ("keseluruhan", 3, 1, 1, 1),
        ("usia", 3, 2, 1, 0),
        ("blu", 1, 0, 0, 1),
    ]


def test_changes_are_counted_by_a_kind_of_people_with_those_who_do_not_change():
    berubah = match_putusan(LAMA, BARU).collect()
    asal = pl.DataFrame({"id_tenaga": [1, 2, 3, 4, 5], "daerah": ["A", "A", None, "B", "A"]})
    semua = asal.group_by("daerah").agg(jumlah=pl.len().cast(pl.Int64))
    hasil = count_menurut(berubah.join(asal, on="id_tenaga"), semua, "daerah")
    assert hasil.select("daerah", "jumlah", "berubah", "T→M", "M→B").rows() == [
        ("A", 3, 2, 1, 1),
        (None, 1, 1, 0, 0),
        ("B", 1, 0, 0, 0),
    ]


def test_nothing_changed_is_empty_tables():
    berubah = match_putusan(LAMA, LAMA).collect()
    assert berubah.is_empty()
    assert count_kriteria(berubah).is_empty()
