"""Products that disagree are named with what they say."""

import polars as pl
import pytest

from rules.sandingan import compare_products


def produk(kode: list[str], **ukuran: list[int]) -> pl.DataFrame:
    return pl.DataFrame({"kode_instansi": kode} | ukuran)


POTRET = produk(["1", "2"], jumlah=[3, 2], thk2=[1, 0], memenuhi=[3, 1])

SAMA = [
    ("sama", produk(["1", "2"], jumlah=[3, 2])),
    ("urutan lain", produk(["2", "1"], jumlah=[2, 3], memenuhi=[1, 3])),
    ("instansi tanpa orang", produk(["1", "2", "3"], jumlah=[3, 2, 0])),
    ("ukuran lain", produk(["1"], belum_dinilai=[9])),
]
BEDA = [
    (produk(["1", "2"], jumlah=[3, 3]), "jumlah menurut potret dan lain berbeda pada 1 instansi: instansi 2 2 lawan 3."),
    (produk(["1"], jumlah=[3]), "jumlah menurut potret dan lain berbeda pada 1 instansi: instansi 2 2 lawan 0."),
    (produk(["1", "2"], jumlah=[3, 2], thk2=[0, 1]), "thk2 menurut potret dan lain berbeda pada 2 instansi: instansi 1 1 lawan 0; instansi 2 0 lawan 1."),
    (produk(["1", "2"], memenuhi=[3, 0]), "memenuhi menurut potret dan lain berbeda pada 1 instansi: instansi 2 1 lawan 0."),
]  # fmt: skip


@pytest.mark.parametrize("lain", [satu[1] for satu in SAMA], ids=[satu[0] for satu in SAMA])
def test_products_that_agree(lain: pl.DataFrame) -> None:
    assert compare_products({"potret": POTRET, "lain": lain}) == []


@pytest.mark.parametrize(("lain", "kalimat"), BEDA)
def test_products_that_do_not(lain: pl.DataFrame, kalimat: str) -> None:
    assert compare_products({"potret": POTRET, "lain": lain}) == [kalimat]


def test_every_pair_is_compared_and_few_examples_are_given() -> None:
    kode = [f"{nomor}" for nomor in range(9)]
    satu, lain = produk(kode, jumlah=[1] * 9), produk(kode, jumlah=[2] * 9)
    kalimat = compare_products({"a": satu, "b": satu, "c": lain})
    assert [teks.split(" berbeda")[0] for teks in kalimat] == ["jumlah menurut a dan c", "jumlah menurut b dan c"]  # fmt: skip
    assert "9 instansi" in kalimat[0]
    assert kalimat[0].count("lawan") == 5
