"""Cards from hand-made frozen rows: whose lines they gather, and how a verdict reads."""

import json
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import polars as pl
import pytest

from reports.istilah import KRITERIA
from reports.kartu import Kartu, SptjmKartu, render_kartu, sptjm_from
from reports.tulisan import WIB
from reports.unsur import Instansi, Kutipan, Potret
from rules.sptjm import PotretInstansi

BATAS = datetime(2022, 10, 31, 17, tzinfo=WIB)
ISI = Kartu(
    instansi=Instansi(kode="5105", nama="Kab. Contoh", jenis="D"),
    potret=Potret(tahap="pengumuman_akhir", nama="Akhir", batas=BATAS, sidik="a" * 64),
    minimum=12,
    acuan=date(2021, 12, 31),
    sptjm=SptjmKartu(diterima=False, keterangan="Belum."),
)
FINAL = PotretInstansi("finalisasi", "Finalisasi", BATAS, "5105", "b" * 64, final=True)
AKIBAT = Kutipan(teks="tidak masuk data dasar", sumber="B/1917 butir 5")
SATU, DUA = "3201014107900001", "3201014107900002"


def daftar(*orang: dict[str, Any]) -> pl.DataFrame:
    """Frozen rows; who says nothing else meets everything."""
    putusan = dict.fromkeys((f"putusan_{nama}" for nama in (*KRITERIA, "keseluruhan")), "M")
    lain = {
        "kode_instansi": "5105", "bulan_kerja": 24, "pengecualian_menurut": None,
        "lanjutan_usia": "M", "peta_thk2": False, "dihitung": True,
    }  # fmt: skip
    skema = {"nik": pl.String, "pengecualian_menurut": pl.String}
    return pl.DataFrame([lain | putusan | satu for satu in orang], schema_overrides=skema)


def kartu(orang: pl.DataFrame, riwayat: Any = (), alasan: Any = ()) -> list[dict[str, Any]]:
    """The cards, with these (nik, nomor_sk) and (nik, kode_aturan, pesan)."""
    tabel = [
        pl.DataFrame(list(baris), schema=dict.fromkeys(kolom, pl.String), orient="row")
        for baris, kolom in (
            (riwayat, ("kode_instansi", "nik", "nomor_sk")),
            (alasan, ("nik", "kode_aturan", "pesan")),
        )
    ]
    bukti = pl.Series([f'{{"ke":{nomor}}}' for nomor in range(orang.height)])
    return [json.loads(satu) for satu in render_kartu(ISI, orang, *tabel, bukti)]


def test_everybody_has_the_own_lines_only_in_their_order() -> None:
    orang = daftar({"nik": DUA}, {"nik": None}, {"nik": SATU})
    riwayat = [("5105", SATU, "2"), ("5105", DUA, "3"), ("5105", None, "9"), ("5105", SATU, "1")]
    isi = kartu(orang, riwayat, [(SATU, "K-USIA", "Terlalu muda")] * 2)
    assert [satu["orang"]["nik"] for satu in isi] == [DUA, None, SATU]
    assert [[r["nomor_sk"] for r in satu["riwayat"]] for satu in isi] == [["3"], [], ["2", "1"]]
    alasan = [{"kode_aturan": "K-USIA", "pesan": "Terlalu muda"}]
    assert [satu["putusan"]["alasan"] for satu in isi] == [[], [], alasan]
    assert [satu["bukti"]["ke"] for satu in isi] == [0, 1, 2]


def test_a_card_shows_each_thing_once() -> None:
    (satu,) = kartu(daftar({"nik": SATU}), [("5105", SATU, "1")])
    assert satu["orang"] == {"dihitung": True, "nik": SATU}
    assert satu["riwayat"] == [{"nomor_sk": "1"}]
    assert satu["masa_kerja"] == {"bulan": 24, "minimum": 12, "acuan": "2021-12-31"}
    assert satu["potret"]["batas"] == "2022-10-31T17:00:00+07:00"
    assert (satu["bentuk"], satu["tanda"]) == ("kartu-pendataan/1", None)


@pytest.mark.parametrize(
    ("putusan", "keseluruhan", "karena"),
    [
        ({}, "MEMENUHI", []),
        ({"keseluruhan": "T", "usia": "T", "blu": "T", "jabatan": "B"}, "TIDAK MEMENUHI", ["Usia", "Bukan BLU/BLUD"]),
        ({"keseluruhan": "B", "jabatan": "B"}, "BELUM DAPAT DINILAI", ["Jabatan"]),
    ],
)  # fmt: skip
def test_a_verdict_reads_in_words_with_what_decided_it(putusan: dict[str, str], keseluruhan: str, karena: list[str]) -> None:  # fmt: skip
    orang = {f"putusan_{nama}": huruf for nama, huruf in putusan.items()}
    isi = kartu(daftar({"nik": SATU, "pengecualian_menurut": "S-1/2022"} | orang))[0]["putusan"]
    assert (isi["keseluruhan"], isi["karena"]) == (keseluruhan, karena)
    assert isi["pengecualian"] == "S-1/2022"
    assert [satu["nama"] for satu in isi["kriteria"].values()] == list(KRITERIA.values())
    assert isi["kriteria"]["usia"]["putusan"] == {"T": "tidak memenuhi"}.get(putusan.get("usia", "M"), "memenuhi")  # fmt: skip


def test_the_sptjm_is_for_the_final_potret_or_the_law_says_what_follows() -> None:
    lebih_muda = replace(FINAL, tahap="finalisasi_ulang", sidik="c" * 64)
    ya, belum = sptjm_from(FINAL, lebih_muda, AKIBAT), sptjm_from(None, FINAL, AKIBAT)
    sebut = "potret Finalisasi, batas 31 Oktober 2022 pukul 17.00 WIB (sidik bbbbbbbbbbbbbbbb…)."
    assert (ya.diterima, ya.tahap, ya.sidik) == (True, "finalisasi", "b" * 64)
    assert ya.keterangan == f"SPTJM instansi diterima untuk {sebut}"
    assert (belum.diterima, belum.sidik) == (False, "b" * 64)
    akibat = "Tidak masuk data dasar (B/1917 butir 5)."
    assert belum.keterangan == f"Belum ada SPTJM yang diterima untuk {sebut} {akibat}"
    tiada = sptjm_from(None, None, None)
    assert tiada == SptjmKartu(diterima=False, keterangan="Belum ada potret final.")
