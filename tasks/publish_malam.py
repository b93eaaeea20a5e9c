"""The night's story as one Prefect artifact: files read and refused, findings by rule, what went out."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from prefect import task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE

from reports.malam import Malam, Terbit, render_malam
from reports.render import query as sql_of
from reports.statistik import load_tabel
from rules.kalender import WIB, Tahap
from rules.keputusan import beyond_tolerance
from rules.ketentuan import ketentuan_on
from tasks.gateways.gudang import open_gudang, query
from tasks.gateways.hukum import tanggal_hukum, versi_kode
from tasks.gateways.pengaturan import Pengaturan

_QUERY = ("malam/berkas", "penolakan/query", "jawaban/toleransi")
_TABEL = ("temuan_aturan", "ganda_jenis", "neraca_nasional")


@task(cache_policy=NO_CACHE)
def publish_malam(
    pengaturan: Pengaturan,
    jalur: Path,
    tanggal: datetime,
    dibaca: Mapping[str, int],
    terbit: Mapping[str, int],
    tahap: Tahap | None = None,
) -> str:
    """Creates the artifact `malam` from the gudang at `jalur` and returns its Markdown.

    `tahap` is what was closed, if anything. The same text is left in the working folder.
    """
    sql = {satu.nama: satu.sql for satu in load_tabel()}
    with open_gudang(jalur, pengaturan.kunci_gudang) as gudang:
        berkas, penolakan, dijawab = (query(gudang, sql_of(nama)) for nama in _QUERY)
        tabel = [query(gudang, sql[nama]) for nama in _TABEL]
        galat = gudang.execute("SELECT kode_aturan, sebab FROM galat ORDER BY ALL").fetchall()
    isi = Malam(
        keadaan=tanggal,
        tanggal_hukum=tanggal_hukum(tanggal),
        versi_kode=versi_kode(),
        tahap=tahap.nama if tahap else None,
        dibaca=dibaca["dibaca"] + dibaca["ditolak"],
        sudah_ada=dibaca["sudah"],
        terbit=tuple(Terbit(nama=nama, jumlah=jumlah) for nama, jumlah in terbit.items()),
        galat=tuple(galat),
    )
    lebih = beyond_tolerance(dijawab, ketentuan_on(tanggal_hukum(tanggal)))
    cerita = render_malam(isi, berkas, penolakan, *tabel, lebih)
    salinan = f"penutupan-{tahap.kode}.md" if tahap else "malam.md"
    (pengaturan.ruang_kerja / salinan).write_text(cerita, encoding="utf-8")
    perihal = f"Penutupan {tahap.nama}," if tahap else "Malam"
    perihal += f" {tanggal.astimezone(WIB):%d-%m-%Y %H.%M} WIB"
    create_markdown_artifact(key="malam", markdown=cerita, description=perihal)
    return cerita
