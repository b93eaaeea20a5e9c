"""The file of cards: the same lines are the same bytes, and no proof is written that cannot hold."""

import gzip
from pathlib import Path

import polars as pl
import pytest

from tasks.gateways.bukti_anggota import prove_all
from tasks.gateways.kartu import compress_lines
from tasks.gateways.potret_tabel import Bagian

LIST = Bagian.of(pl.DataFrame({"nik": ["1", "2", "3"]}), b"rahasia")


def test_the_same_lines_are_the_same_bytes_under_any_name_and_cut(tmp_path: Path) -> None:
    baris = ["satu", "dua", "ti\u0001ga"]
    for nama, potong in (("a", [baris]), ("b.gz", [baris[:1], baris[1:]])):
        compress_lines(tmp_path / nama, map(pl.Series, potong))
    isi = (tmp_path / "a").read_bytes()
    assert isi == (tmp_path / "b.gz").read_bytes()
    assert isi[3:8] == bytes(5), "neither a name nor a time in its head"
    assert gzip.decompress(isi).decode() == "satu\ndua\nti\u0001ga\n"


def test_a_list_that_is_not_that_of_its_manifest_proves_nobody() -> None:
    orang = prove_all(LIST, LIST.plant().akar)
    assert sorted(orang["letak"]) == [0, 1, 2]
    assert orang["garam"].to_list() == [LIST.garam[letak] for letak in orang["letak"]]
    with pytest.raises(ValueError, match="its manifest"):
        prove_all(LIST, "0" * 64)
