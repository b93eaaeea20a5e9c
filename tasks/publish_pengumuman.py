"""The announcement of every instansi, from the potret of the tahap."""

from datetime import timedelta

from prefect import task
from prefect.cache_policies import NO_CACHE

from reports.pengumuman import KOLOM, Pengumuman, Sanggah, read_kanal, render_pengumuman
from rules.kalender import Tahap, batas_menerima, kalender_on
from rules.ketentuan import Ketentuan
from tasks.gateways.bahan_potret import Bahan, law_of, quote, read_bahan, read_daftar
from tasks.gateways.hukum import tanggal_hukum
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.potret import sptjm_received
from tasks.gateways.simpanan import Simpanan, open_simpanan

_PUTUSAN = {"putusan_keseluruhan": "keseluruhan"}
_KOLOM = [*(set(KOLOM) - set(_PUTUSAN.values())), *_PUTUSAN]


@task(retries=3, retry_delay_seconds=[1, 3, 9], cache_policy=NO_CACHE)
def publish_pengumuman(pengaturan: Pengaturan, tahap: Tahap) -> int:
    """Puts the page into publik/ and kotak-keluar/ of each instansi; returns how many instansi."""
    simpanan = open_simpanan(pengaturan)
    k, dasar = law_of(tahap)
    sanggah = _sanggah(tahap, k) if tahap.kode == "prafinalisasi" else None
    jumlah = 0
    for bahan in read_bahan(simpanan, tahap):
        isi = Pengumuman(
            tanda=pengaturan.tanda,
            ragam="pengumuman_akhir" if tahap.kode == "pengumuman_akhir" else "prafinalisasi",
            instansi=bahan.instansi,
            potret=bahan.potret,
            dasar=dasar,
            jumlah=bahan.manifes["jumlah"]["daftar"],
            diam=quote(k, "pernyataan_tidak_menyampaikan") if bahan.diam else None,
            sanggah=sanggah,
            sptjm=sptjm_received(bahan.manifes),
            tanpa_sptjm=quote(k, "akibat_tanpa_sptjm"),
        )
        daftar = read_daftar(simpanan, bahan, _KOLOM).rename(_PUTUSAN)
        _put(simpanan, bahan, tahap, render_pengumuman(isi, daftar))
        jumlah += 1
    return jumlah


def _sanggah(tahap: Tahap, k: Ketentuan) -> Sanggah:
    kalender = kalender_on(tanggal_hukum(tahap.batas))
    return Sanggah(
        mulai=tanggal_hukum(tahap.batas) + timedelta(days=1),
        lama_hari=k.pengumuman_hari or 1,
        sampai=batas_menerima(kalender, "masukan"),
        kanal=read_kanal(),
    )


def _put(simpanan: Simpanan, bahan: Bahan, tahap: Tahap, halaman: bytes) -> None:
    kode = bahan.instansi.kode
    simpanan.put_changed(f"publik/pengumuman/{tahap.kode}/{kode}.html", halaman, "text/html")
    simpanan.put_changed(f"kotak-keluar/{kode}/pengumuman-{tahap.kode}.html", halaman, "text/html")
