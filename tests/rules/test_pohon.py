"""The tree of RFC 6962, against its own vectors and a second, recursive computation."""

import hashlib
from dataclasses import asdict

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.pohon import Langkah, climb, daun, daun_teks, garam_baris, tanam

# Leaves and roots of the reference implementation of Certificate Transparency.
_AKAR_SATU = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
_KOSONG = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def _recursive(daun: list[bytes]) -> bytes:
    """Section 2.1 of RFC 6962, as it is written."""
    if len(daun) == 1:
        return daun[0]
    k = 1
    while k * 2 < len(daun):
        k *= 2
    return hashlib.sha256(b"\1" + _recursive(daun[:k]) + _recursive(daun[k:])).digest()


def test_nobody_and_one_have_the_roots_of_the_rfc() -> None:
    assert tanam([]).akar == _KOSONG
    assert tanam([daun_teks(b"")]).akar == _AKAR_SATU


@pytest.mark.parametrize("banyak", range(1, 18))
def test_the_root_is_that_of_the_rfc_over_sorted_leaves(banyak: int) -> None:
    isi = [daun_teks(f"{nomor}".encode()) for nomor in range(banyak)]
    assert tanam(isi).akar == _recursive(sorted(isi)).hex()
    assert tanam(reversed(isi)).akar == tanam(isi).akar


@given(st.sets(st.binary(max_size=8), min_size=1, max_size=40), st.data())
def test_every_leaf_climbs_to_the_root_and_no_other_does(isi: set[bytes], data: st.DataObject) -> None:  # fmt: skip
    daun_ini = [daun_teks(satu) for satu in isi]
    pohon = tanam(daun_ini)
    satu = data.draw(st.sampled_from(daun_ini))
    jalur = pohon.jalur(satu.hex())
    assert climb(satu, jalur) == pohon.akar
    assert len(jalur) <= max(len(isi) - 1, 0).bit_length()
    assert climb(daun_teks(b"lain-lain"), jalur) != pohon.akar
    for nomor, langkah in enumerate(jalur):
        dibalik = (*jalur[:nomor], Langkah(not langkah.kiri, langkah.sidik), *jalur[nomor + 1 :])
        assert climb(satu, dibalik) != pohon.akar


@pytest.mark.parametrize("banyak", range(1, 41))
def test_all_paths_at_once_are_those_of_every_leaf(banyak: int) -> None:
    pohon = tanam(daun_teks(f"{nomor}".encode()) for nomor in range(banyak))
    # A tree of one leaf has no step, so its frame no column.
    semua = pohon.jalur_semua().rows() or [()]
    assert [[langkah for langkah in jalur if langkah] for jalur in semua] == [
        [asdict(satu) for satu in pohon.jalur(daun.hex())] for daun in pohon.lapis[0]
    ]


def test_a_leaf_of_another_tree_has_no_path() -> None:
    with pytest.raises(ValueError, match="index"):
        tanam([daun_teks(b"a")]).jalur(daun_teks(b"b").hex())


def test_the_salt_hides_a_line_and_comes_back_with_the_same_secret() -> None:
    baris = pl.Series(["a\tb", "a\tc"])
    garam = garam_baris(baris, b"rahasia")
    assert garam.str.len_chars().to_list() == [32, 32]
    assert garam.n_unique() == 2
    assert garam.to_list() == garam_baris(baris, b"rahasia").to_list()
    assert garam.to_list() != garam_baris(baris, b"lain").to_list()
    assert daun(baris, garam)[0] == daun_teks(f"a\tb\t{garam[0]}".encode())
