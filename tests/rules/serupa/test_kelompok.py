import polars as pl
import pytest

from rules.serupa.kelompok import gabungkan, komponen, pasangan_dalam

SISI = {"id_a": pl.Int32, "id_b": pl.Int32}


def tepi(*pasangan: tuple[int, int]) -> pl.DataFrame:
    return pl.DataFrame(pasangan, schema=SISI, orient="row")


def semua(n: int) -> pl.Series:
    return pl.Series(range(1, n + 1), dtype=pl.Int32)


def kelompok(n, otomatis=(), putus=(), lawan=(), terbesar=8) -> list[int]:
    hasil = gabungkan(semua(n), tepi(*otomatis), tepi(*putus), tepi(*lawan), terbesar)
    return hasil["kelompok"].to_list()


def test_components_by_the_smallest_id():
    assert komponen(semua(6), tepi((5, 6), (2, 4), (4, 5)))["kelompok"].to_list() == [
        1,
        2,
        3,
        2,
        2,
        2,
    ]


def test_a_chain_of_thousands_is_one_component_in_few_rounds():
    n = 3000
    rantai = tepi(*((i, i + 1) for i in range(1, n)))
    assert komponen(semua(n), rantai)["kelompok"].unique().to_list() == [1]


@pytest.mark.parametrize("balik", [1, -1])
def test_the_order_of_rows_never_matters(balik):
    isi = [(1, 5), (2, 3), (3, 4), (6, 7)][::balik]
    hasil = gabungkan(semua(8)[::balik], tepi(*isi), tepi(), tepi(), 8)
    assert hasil["kelompok"].to_list() == [1, 2, 2, 2, 1, 6, 6, 8]


def test_no_pairs_no_clusters():
    assert kelompok(3) == [1, 2, 3]


def test_a_pair_told_apart_is_not_joined_through_a_third():
    assert kelompok(3, otomatis=[(1, 2), (2, 3)]) == [1, 1, 1]
    assert kelompok(3, otomatis=[(1, 2), (2, 3)], lawan=[(1, 3)]) == [1, 2, 3]


def test_doubt_leaves_other_clusters_alone():
    assert kelompok(5, otomatis=[(1, 2), (2, 3), (4, 5)], lawan=[(1, 3)]) == [1, 2, 3, 4, 4]


def test_in_doubt_the_reviewers_links_remain():
    assert kelompok(3, otomatis=[(2, 3)], putus=[(1, 2)], lawan=[(1, 3)]) == [1, 1, 3]


def test_reviewers_who_contradict_each_other_join_nobody():
    assert kelompok(3, putus=[(1, 2), (2, 3)], lawan=[(1, 3)]) == [1, 2, 3]


def test_a_cluster_too_large_is_not_believed():
    rantai = [(1, 2), (2, 3)]
    assert kelompok(3, otomatis=rantai, terbesar=3) == [1, 1, 1]
    assert kelompok(3, otomatis=rantai, terbesar=2) == [1, 2, 3]
    assert kelompok(3, putus=rantai, terbesar=2) == [1, 1, 1]


def test_doubtful_rows_are_marked():
    hasil = gabungkan(semua(4), tepi((1, 2), (2, 3)), tepi(), tepi((1, 3)), 8)
    assert hasil["rantai"].to_list() == [True, True, True, False]


def test_pairs_inside_clusters_of_three_and_more():
    label = pl.DataFrame({"id": semua(6), "kelompok": [1, 1, 1, 4, 4, 6]})
    assert pasangan_dalam(label, 8).rows() == [(1, 2), (1, 3), (2, 3)]
    assert pasangan_dalam(label, 2).is_empty()
