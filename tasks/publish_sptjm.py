"""The SPTJM draft of every instansi that has a list, from the potret it would vouch for."""

from prefect import task
from prefect.cache_policies import NO_CACHE

from reports.sptjm import Sptjm, render_sptjm
from reports.unsur import Rekap
from rules.kalender import Tahap
from tasks.gateways.bahan_potret import Bahan, law_of, quote, read_bahan
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.simpanan import open_simpanan


@task(retries=3, retry_delay_seconds=[1, 3, 9], cache_policy=NO_CACHE)
def publish_sptjm(pengaturan: Pengaturan, tahap: Tahap) -> int:
    """Puts the draft into kotak-keluar/<kode>/ of each sender; returns how many."""
    simpanan = open_simpanan(pengaturan)
    k, dasar = law_of(tahap)
    jumlah = 0
    for bahan in read_bahan(simpanan, tahap):
        if bahan.diam:
            continue
        isi = Sptjm(
            tanda=pengaturan.tanda,
            instansi=bahan.instansi,
            potret=bahan.potret,
            rekap=_rekap(bahan),
            dasar=dasar,
            penanggung_jawab=quote(k, "penanggung_jawab"),
            akibat=quote(k, "akibat_tanpa_sptjm"),
        )
        kunci = f"kotak-keluar/{bahan.instansi.kode}/sptjm-konsep-{tahap.kode}.html"
        simpanan.put_changed(kunci, render_sptjm(isi), "text/html")
        jumlah += 1
    return jumlah


def _rekap(bahan: Bahan) -> Rekap:
    hitung = dict(bahan.manifes["jumlah"])
    semua = hitung.pop("daftar")
    return Rekap(jumlah=semua, non_asn=semua - hitung["thk2"], **hitung)
