"""Every instansi's answer: its findings to work from, and a letter for each refused file."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import polars as pl
from prefect import task
from prefect.cache_policies import NO_CACHE

from reports.penolakan import Berkas, SuratPenolakan, render_penolakan
from reports.render import query as sql_of
from reports.temuan import BukuTemuan, render_buku
from reports.unsur import Instansi
from tasks.gateways.gudang import open_gudang, query
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.simpanan import open_simpanan

# Findings rendered at a time: enough to be quick, few enough that memory stays flat.
_SEKALI = 100_000


@task(retries=3, retry_delay_seconds=[1, 3, 9], cache_policy=NO_CACHE)
def publish_jawaban(pengaturan: Pengaturan, jalur: Path, tanggal: datetime) -> int:
    """Puts temuan.xlsx and the letters into kotak-keluar/<kode>/; returns how many files changed."""
    simpanan = open_simpanan(pengaturan)
    with open_gudang(jalur, pengaturan.kunci_gudang) as gudang:
        pengirim = query(gudang, _PENGIRIM)
        tabel = [query(gudang, sql_of(f"temuan/{nama}")) for nama in ("query", "ganda", "neraca")]
        ditolak = query(gudang, sql_of("penolakan/query"))
    berubah = 0
    for kode, isi in _workbooks(pengirim, tabel, tanggal):
        berubah += simpanan.put_changed(f"kotak-keluar/{kode}/temuan.xlsx", isi)
    for satu in ditolak.to_dicts():
        kunci = f"kotak-keluar/{satu['kode_instansi']}/penolakan/{satu['sha256'][:12]}-{satu['kode']}.html"
        berubah += simpanan.put_changed(kunci, _letter(satu))
    return berubah


_PENGIRIM = """
SELECT i.kode_instansi, i.nama, i.jenis, count(*) FILTER (b.status = 'DITOLAK') AS ditolak
FROM instansi AS i JOIN berkas AS b USING (kode_instansi)
GROUP BY ALL ORDER BY i.kode_instansi
"""


def _workbooks(
    pengirim: pl.DataFrame, tabel: list[pl.DataFrame], tanggal: datetime
) -> Iterator[tuple[str, bytes]]:
    """One workbook per sender, rendered in groups of about _SEKALI findings."""
    banyak = tabel[0].group_by("kode_instansi").len("banyak")
    kelompok = pengirim.join(
        banyak, on="kode_instansi", how="left", maintain_order="left"
    ).with_columns((pl.col("banyak").fill_null(0).cum_sum() // _SEKALI).alias("kelompok"))
    for bagian in kelompok.partition_by("kelompok"):
        daftar = [
            BukuTemuan(
                instansi=Instansi(kode=kode, nama=nama, jenis=jenis),
                keadaan=tanggal,
                ditolak=ditolak,
            )
            for kode, nama, jenis, ditolak, *_ in bagian.iter_rows()
        ]
        milik = bagian.select("kode_instansi")
        yield from render_buku(
            daftar,
            *(
                isi.join(milik, on="kode_instansi", how="semi", maintain_order="left")
                for isi in tabel
            ),
        )


def _letter(satu: dict) -> bytes:
    return render_penolakan(
        SuratPenolakan(
            instansi=Instansi(kode=satu["kode_instansi"], nama=satu["nama"], jenis=satu["jenis_instansi"]),
            berkas=Berkas(
                nama=satu["nama_berkas"], jenis=satu["jenis"], waktu=satu["waktu"],
                ukuran=satu["ukuran"], sha256=satu["sha256"],
            ),
            kode=satu["kode"], pesan=satu["pesan"], tindakan=satu["tindakan"],
        )
    )  # fmt: skip
