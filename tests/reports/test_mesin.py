"""Findings for programs: complete, exact in JSON, harmless in CSV."""

import io
import json

import polars as pl
import pytest

from reports.render import query
from reports.temuan import TEMUAN, render_mesin

KOLOM = [k.nama for k in TEMUAN]


@pytest.fixture
def pengirim(gudang) -> pl.DataFrame:
    return gudang.execute(query("temuan/pengirim")).pl()


@pytest.fixture
def temuan(gudang) -> pl.DataFrame:
    return gudang.execute(query("temuan")).pl()


def test_every_sender_gets_every_finding_of_its_own(pengirim, temuan):
    jadi = {kode: (csv, teks) for kode, csv, teks in render_mesin(pengirim, temuan)}
    assert list(jadi) == pengirim["kode_instansi"].to_list()
    for kode, (csv, teks) in jadi.items():
        milik = temuan.filter(kode_instansi=kode).select(KOLOM)
        assert json.loads(teks) == milik.to_dicts()
        assert pl.read_csv(io.BytesIO(csv), infer_schema=False).height == milik.height


def test_who_has_nothing_to_mend_gets_an_empty_list(pengirim, temuan):
    for _, csv, teks in render_mesin(pengirim, temuan.clear()):
        assert csv.decode() == ",".join(KOLOM) + "\n"
        assert teks == b"[]\n"


@pytest.mark.parametrize("nilai", ["=1+1", "+62", "-", "@SUM(A1)", "\tx", "biasa"])
def test_a_text_never_becomes_a_formula(pengirim, temuan, nilai):
    jahat = temuan.with_columns(nama=pl.lit(nilai))
    kode = jahat["kode_instansi"][0]
    csv, teks = next((c, t) for k, c, t in render_mesin(pengirim, jahat) if k == kode)
    tertulis = pl.read_csv(io.BytesIO(csv), infer_schema=False)["nama"][0]
    assert tertulis == (nilai if nilai == "biasa" else f"'{nilai}")
    assert json.loads(teks)[0]["nama"] == nilai
