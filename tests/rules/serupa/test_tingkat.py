"""Every comparison level as a table: the two values, and what they are called."""

from datetime import date

import polars as pl
import pytest
from rapidfuzz.distance import JaroWinkler

from rules.serupa.baris import ASING, SENDIRI, TIADA
from rules.serupa.pencocokan import Banding, pencocokan
from rules.serupa.tingkat import bandingkan
from rules.serupa.turunan import nama_ejaan
from rules.ungkapan import nama_baku

PENUH = "1101011708900012"


def banding(kolom: str) -> Banding:
    return next(satu for satu in pencocokan().banding if satu.kolom == kolom)


def tingkat(kolom: str, satu: object, dua: object) -> str:
    """The level both ways round: it must not matter which row comes first."""
    b = banding(kolom)
    hasil = []
    for kiri, kanan in ((satu, dua), (dua, satu)):
        isi = {kolom: [kiri], f"{kolom}_dua": [kanan]}
        if b.ejaan:
            isi |= {b.ejaan: [_ejaan(kiri)], f"{b.ejaan}_dua": [_ejaan(kanan)]}
        tipe = (
            pl.Date if kolom == "tanggal_lahir" else pl.Int8 if kolom == "terbukti" else pl.String
        )
        skema = dict.fromkeys(isi, tipe)
        hasil.append(bandingkan(pl.DataFrame(isi, schema=skema), b).item())
    assert hasil[0] == hasil[1]
    return hasil[0]


def _ejaan(nama: object) -> object:
    return pl.select(nama_ejaan(nama_baku(pl.lit(nama, pl.String)))).item()


@pytest.mark.parametrize(
    ("lain", "nama"),
    [
        (PENUH, "SAMA"),
        (None, "KOSONG"),
        ("1101011780900012", "TUKAR"),
        ("1011011708900012", "TUKAR"),
        ("1101011708900021", "TUKAR"),
        ("1101011708900013", "GANTI"),
        ("2101011708900012", "GANTI"),
        ("1101011708900010", "AKHIR_HILANG"),
        ("110101170890001", "AKHIR_HILANG"),
        ("110101170890012", "LEBIH_KURANG"),
        ("101011708900012", "LEBIH_KURANG"),
        ("11101011708900012", "LEBIH_KURANG"),
        # Two digits wrong, two apart swapped, one missing and one wrong: too far.
        ("1101011708900024", "BEDA"),
        ("1101011708901002", "BEDA"),
        ("0111011708900012", "BEDA"),
        ("210101170890012", "BEDA"),
        ("11010117089000", "BEDA"),
    ],
)
def test_levels_of_the_nik(lain: str | None, nama: str) -> None:
    assert tingkat("nik", PENUH, lain) == nama


@pytest.mark.parametrize(
    ("satu", "dua", "nama"),
    [
        ("DWI ASTUTI", "DWI ASTUTI", "SAMA"),
        ("DWI ASTUTI", "DWIASTUTI", "EJAAN"),
        ("MOH. RIDWAN", "MUHAMMAD RIDWAN", "EJAAN"),
        ("M RIDWAN", "MOCHAMAD RIDWAN", "EJAAN"),
        ("ST. AISYAH", "SITI AISYAH", "EJAAN"),
        ("NI'MAH", "NIMAH", "EJAAN"),
        ("BUDI HADI SANTOSO", "BUDI SANTOSO", "TANPA_KATA"),
        ("BUDI SANTOSO", "BUDI", "SATU_KATA"),
        ("BUDI SANTOSO", "SANTOSO", "BEDA"),
        ("NURHAYATI SARI", "NURHAYATY SARI", "DEKAT"),
        ("BUDI SANTOSO", "AGUS SALIM", "BEDA"),
        ("BUDI SANTOSO", None, "KOSONG"),
        (None, None, "KOSONG"),
    ],
)
def test_levels_of_the_name(satu: str, dua: str | None, nama: str) -> None:
    assert tingkat("nama_rapi", satu, dua) == nama


def test_a_name_is_close_from_its_limit_on() -> None:
    b = banding("nama_rapi")
    dekat = b.tingkat["DEKAT"].paling_sedikit
    isi = pl.DataFrame({k: [v] for k, v in {"nama_rapi": "DAHLIA", "nama_ejaan": "DAHLIA",
        "nama_rapi_dua": "DAHLAN", "nama_ejaan_dua": "DAHLAN"}.items()})  # fmt: skip
    mirip = JaroWinkler.similarity("DAHLIA", "DAHLAN")
    for batas, nama in ((mirip, "DEKAT"), (mirip + 1e-9, "BEDA")):
        diubah = b.tingkat | {
            "DEKAT": b.tingkat["DEKAT"].model_copy(update={"paling_sedikit": batas})
        }
        assert bandingkan(isi, b.model_copy(update={"tingkat": diubah}))["tingkat"].item() == nama
    assert 0.9 < dekat < 0.95


@pytest.mark.parametrize(
    ("lain", "nama"),
    [
        (date(1990, 3, 8), "SAMA"),
        (date(1990, 8, 3), "TERTUKAR"),
        (date(1991, 8, 3), "BEDA"),
        (date(1990, 3, 9), "SATU_BAGIAN"),
        (date(1990, 4, 8), "SATU_BAGIAN"),
        (date(1991, 3, 8), "SATU_BAGIAN"),
        (date(1990, 4, 9), "BEDA"),
        (date(1965, 4, 8), "BEDA"),
        (None, "KOSONG"),
    ],
)
def test_levels_of_the_birth_date(lain: date | None, nama: str) -> None:
    assert tingkat("tanggal_lahir", date(1990, 3, 8), lain) == nama


@pytest.mark.parametrize(
    ("kolom", "satu", "dua", "nama"),
    [
        ("jenis_kelamin", "L", "L", "SAMA"),
        ("jenis_kelamin", "L", "P", "BEDA"),
        ("jenis_kelamin", "L", None, "KOSONG"),
        ("nomor_thk2", "5207", "5207", "SAMA"),
        ("nomor_thk2", "5207", "5208", "BEDA"),
        ("nomor_thk2", "5207", None, "KOSONG"),
        ("tempat_lahir", "KAB. TAPAKTUAN", "KAB TAPAKTUAN", "DEKAT"),
        ("tempat_lahir", "TAPAKTUAN", "MEDAN", "BEDA"),
        ("terbukti", SENDIRI, SENDIRI, "KEDUANYA"),
        ("terbukti", SENDIRI, TIADA, "SATU"),
        ("terbukti", SENDIRI, ASING, "SATU_ASING"),
        ("terbukti", ASING, ASING, "TIDAK_ADA"),
        ("terbukti", TIADA, TIADA, "TIDAK_ADA"),
        ("terbukti", SENDIRI, None, "KOSONG"),
    ],
)
def test_levels_of_the_others(kolom: str, satu: object, dua: object, nama: str) -> None:
    assert tingkat(kolom, satu, dua) == nama


def test_every_level_that_can_come_out_has_a_weight() -> None:
    ada = {satu.kolom: set(satu.tingkat) for satu in pencocokan().banding}
    assert ada["nik"] == {"SAMA", "TUKAR", "AKHIR_HILANG", "LEBIH_KURANG", "GANTI", "BEDA"}
    assert ada["nama_rapi"] == {"SAMA", "EJAAN", "TANPA_KATA", "SATU_KATA", "DEKAT", "BEDA"}
    assert ada["tanggal_lahir"] == {"SAMA", "TERTUKAR", "SATU_BAGIAN", "BEDA"}
    assert ada["terbukti"] == {"KEDUANYA", "SATU", "SATU_ASING", "TIDAK_ADA"}


def test_the_configuration_says_that_it_is_ours() -> None:
    assert pencocokan().asumsi
    assert pencocokan().alasan
    assert all(satu.alasan for satu in pencocokan().pagar)
