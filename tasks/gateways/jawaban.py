"""What the answers are made from: landed sheets and the findings about them; only what changed is made again."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import polars as pl

from reports.jawaban import (
    Jawaban,
    KolomAsal,
    LembarAsal,
    Toleransi,
    mark_semua,
    no_marks,
    render_jawaban,
)
from reports.jawaban.isi import TEMUAN, of_sheet
from reports.unsur import Instansi
from rules.batas_instansi import BatasInstansi
from rules.pembacaan.batas import pembacaan
from rules.pembacaan.edisi import edisi
from rules.pembacaan.jawaban import KOLOM_KEPUTUSAN
from rules.pembacaan.lembar import ASLI
from tasks.gateways.hukum import versi_kode
from tasks.gateways.mendarat import Mendarat
from tasks.gateways.simpanan import KOTAK_KELUAR, Simpanan
from tasks.gateways.tambahan import TAMBAHAN

LETAK = "jawaban"


def key_of(berkas: dict[str, Any]) -> str:
    """Where the answer to one delivery stands; a later delivery of the same part is answered there too."""
    nama = berkas["bagian"]
    # Data.xls and Data.xlsx are two parts, and so are their answers.
    buku = nama if nama.endswith(".xlsx") else f"{nama}.xlsx"
    return f"{KOTAK_KELUAR}{berkas['kode_instansi']}/{LETAK}/{berkas['jenis']}/{buku}"


def read_sheets(mendarat: Mendarat, sha256: str) -> tuple[LembarAsal, ...]:
    """The sheets of one content as they were landed, in the order they stood in."""
    bacaan = mendarat.read_bacaan(sha256)
    data = {
        bentuk: pl.read_parquet(jalur)
        for bentuk in edisi()
        if (jalur := mendarat.path(sha256, bentuk))
    }
    asli = _landed(mendarat, sha256, "nilai_asli", ASLI)
    tambahan = _landed(mendarat, sha256, "tambahan", TAMBAHAN)
    keputusan = _landed(mendarat, sha256, "keputusan", KOLOM_KEPUTUSAN)
    return tuple(
        LembarAsal(
            nama=nama,
            bentuk=bentuk,
            kolom=_columns(bacaan, nama, bentuk),
            data=of_sheet(data[bentuk], nama),
            asli=of_sheet(asli, nama),
            tambahan=of_sheet(tambahan, nama),
            keputusan=of_sheet(keputusan, nama),
        )
        for nama, bentuk in ((b["nama"], b["bentuk"]) for b in bacaan["lembar"])
        if bentuk in data
    )


def _landed(mendarat: Mendarat, sha256: str, nama: str, skema: dict[str, Any]) -> pl.DataFrame:
    jalur = mendarat.path(sha256, nama)
    return pl.DataFrame(schema=skema) if jalur is None else pl.read_parquet(jalur)


def _columns(bacaan: dict[str, Any], lembar: str, bentuk: str) -> tuple[KolomAsal, ...]:
    """The instansi's columns from left to right, its own among those of the form; then the columns of
    the form that it left out, ready to be filled."""
    semua = [
        KolomAsal(k["huruf"], k["judul"], k.get("kolom"))
        for k in (*bacaan["kolom"], *bacaan["tambahan"])
        if k["lembar"] == lembar
    ]
    ada = {k.kolom for k in semua}
    kurang = [KolomAsal("", k.judul, k.kolom) for k in edisi()[bentuk] if k.kolom not in ada]
    return (*sorted(semua, key=lambda k: (len(k.huruf), k.huruf)), *kurang)


@dataclass(frozen=True)
class Bahan:
    """What answers are made from: deliveries (query.sql), findings (temuan/query.sql), remarks about
    files (catatan.sql), confirmations beyond the tolerance (kode_instansi, and fields of Toleransi),
    names of crashed rules, until when corrections count as of `keadaan`, a warning."""

    berkas: pl.DataFrame
    temuan: pl.DataFrame
    catatan: pl.DataFrame
    toleransi: pl.DataFrame
    galat: tuple[str, ...]
    sampai: BatasInstansi
    keadaan: datetime
    tanda: str | None


def render_answers(
    mendarat: Mendarat, bahan: Bahan, terbit: dict[str, str]
) -> Iterator[tuple[str, bytes]]:
    """(key, .xlsx) of every delivery whose answer is not the one in `terbit` yet.

    `terbit` holds per key the digest of what its answer was made from; it is brought up to date here.
    """
    temuan = bahan.temuan.drop_nulls("id_berkas").select(*TEMUAN).cast(TEMUAN)  # type: ignore[arg-type]
    baru = [satu for satu in _candidates(mendarat, bahan, temuan) if terbit.get(satu[1]) != satu[2]]
    nomor_baru = [satu["id_berkas"] for satu, *_ in baru]
    tanda, tanpa = mark_semua(temuan.filter(pl.col("id_berkas").is_in(nomor_baru))), no_marks()
    for satu, kunci, sidik, lain in baru:
        lembar = read_sheets(mendarat, satu["sha256"])
        if lembar:
            isi = Jawaban(lembar=lembar, **lain)
            yield kunci, render_jawaban(isi, tanda.get(satu["id_berkas"], tanpa))
            terbit[kunci] = sidik


def _candidates(
    mendarat: Mendarat, bahan: Bahan, temuan: pl.DataFrame
) -> Iterator[tuple[dict[str, Any], str, str, dict[str, Any]]]:
    """Every delivery that was read: its row, the key of its answer, the digest of all the answer says,
    and the fields of Jawaban beside its sheets."""
    sidik = _digests(temuan)
    pesan = dict(bahan.catatan.group_by("id_berkas", maintain_order=True).agg("pesan").iter_rows())
    for satu in bahan.berkas.iter_rows(named=True):
        if mendarat.has(satu["sha256"]):
            lain = _others(bahan, satu, pesan.get(satu["id_berkas"], ()))
            yield satu, key_of(satu), _digest(satu, sidik.get(satu["id_berkas"], ""), lain), lain


def _others(bahan: Bahan, satu: dict[str, Any], pesan: Iterable[str]) -> dict[str, Any]:
    """Fields of Jawaban beside its sheets and findings."""
    lebih = bahan.toleransi.filter(kode_instansi=satu["kode_instansi"]).drop("kode_instansi")
    return {
        "instansi": Instansi(
            kode=satu["kode_instansi"], nama=satu["nama"], jenis=satu["jenis_instansi"]
        ),
        "edisi": pembacaan().edisi,
        "bagian": satu["bagian"],
        "waktu": satu["waktu"],
        "sampai": bahan.sampai.bagi(satu["kode_instansi"], bahan.keadaan),
        "catatan": tuple(pesan),
        "galat": bahan.galat,
        "toleransi": tuple(Toleransi(**baris) for baris in lebih.iter_rows(named=True)),
        "tanda": bahan.tanda,
    }


def _digests(temuan: pl.DataFrame) -> dict[int, str]:
    """Of the findings of every delivery, by id_berkas; two releases of Polars may differ."""
    baris = temuan.with_columns(temuan.drop("id_berkas").hash_rows().cast(pl.String).alias("sidik"))
    return dict(
        baris.group_by("id_berkas", maintain_order=True)
        .agg(pl.col("sidik").str.join(" "))
        .iter_rows()
    )


def _digest(satu: dict[str, Any], temuan: str, lain: dict[str, Any]) -> str:
    """Of all that an answer says and of the code that says it."""
    teks = f"{versi_kode()}\n{satu['sha256']}\n{lain!r}\n{temuan}"
    return hashlib.sha256(teks.encode()).hexdigest()


@contextmanager
def published(simpanan: Simpanan, jalur: Path) -> Iterator[dict[str, str]]:
    """The digests of the answers that stand in the outbox, from the file `jalur`, written back at the end.

    Losing the file costs a night of making every answer again, with the same bytes."""
    ada = {objek.kunci for objek in simpanan.list_objek(KOTAK_KELUAR)}
    lama = json.loads(jalur.read_text()) if jalur.exists() else {}
    terbit = {kunci: sidik for kunci, sidik in lama.items() if kunci in ada}
    try:
        yield terbit
    finally:
        jalur.parent.mkdir(parents=True, exist_ok=True)
        jalur.write_text(json.dumps(terbit, indent=0, sort_keys=True))
