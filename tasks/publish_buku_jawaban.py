"""The answer to every workbook in force: the instansi's own rows, marked, to be mended and sent back."""

from datetime import datetime
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from reports.render import query as sql_of
from rules.keputusan import beyond_tolerance
from rules.ketentuan import ketentuan_on
from tasks.gateways.batas import read_batas
from tasks.gateways.gudang import open_gudang, query
from tasks.gateways.hukum import tanggal_hukum
from tasks.gateways.jawaban import Bahan, published, render_answers
from tasks.gateways.mendarat import Mendarat
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.simpanan import open_simpanan

_TABEL = ("query", "catatan", "toleransi", "galat")


@task(retries=3, retry_delay_seconds=[1, 3, 9], cache_policy=NO_CACHE)
def publish_buku_jawaban(pengaturan: Pengaturan, jalur: Path, tanggal: datetime) -> int:
    """Puts the answers that are new or changed into kotak-keluar/<kode>/jawaban/; returns how many."""
    simpanan, hari = open_simpanan(pengaturan), tanggal_hukum(tanggal)
    with open_gudang(jalur, pengaturan.kunci_gudang) as gudang:
        temuan = query(gudang, sql_of("temuan/query"))
        berkas, catatan, dijawab, galat = (
            query(gudang, sql_of(f"jawaban/{nama}")) for nama in _TABEL
        )
        sampai = read_batas(gudang, tanggal)
    bahan = Bahan(
        berkas=berkas,
        temuan=temuan,
        catatan=catatan,
        toleransi=beyond_tolerance(dijawab, ketentuan_on(hari)),
        galat=tuple(galat["nama"]),
        sampai=sampai,
        keadaan=tanggal,
        tanda=pengaturan.tanda,
    )
    berubah = 0
    with published(simpanan, pengaturan.ruang_kerja / "jawaban-terbit.json") as terbit:
        for kunci, isi in render_answers(Mendarat(simpanan), bahan, terbit):
            berubah += simpanan.put_changed(kunci, isi)
    return berubah
