"""The night's story as one Prefect artifact: files read and refused, findings by rule, what went out."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from prefect import task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE

from reports.malam import Malam, Terbit, render_malam
from rules.kalender import WIB, Tahap
from rules.ketentuan import ketentuan_on
from tasks.gateways.bahan_malam import read_bahan_malam
from tasks.gateways.hukum import tanggal_hukum, versi_kode
from tasks.gateways.pengaturan import Pengaturan


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
    k = ketentuan_on(tanggal_hukum(tanggal))
    bahan, galat = read_bahan_malam(pengaturan, jalur, k)
    isi = Malam(
        keadaan=tanggal,
        tanggal_hukum=k.tanggal,
        versi_kode=versi_kode(),
        tahap=tahap.nama if tahap else None,
        dibaca=dibaca["dibaca"] + dibaca["ditolak"],
        sudah_ada=dibaca["sudah"],
        terbit=tuple(Terbit(nama=nama, jumlah=jumlah) for nama, jumlah in terbit.items()),
        galat=galat,
    )
    cerita = render_malam(isi, **bahan)
    salinan = f"penutupan-{tahap.kode}.md" if tahap else "malam.md"
    (pengaturan.ruang_kerja / salinan).write_text(cerita, encoding="utf-8")
    perihal = f"Penutupan {tahap.nama}," if tahap else "Malam"
    perihal += f" {tanggal.astimezone(WIB):%d-%m-%Y %H.%M} WIB"
    create_markdown_artifact(key="malam", markdown=cerita, description=perihal)
    return cerita
