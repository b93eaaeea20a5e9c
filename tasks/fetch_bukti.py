"""Receipts and archive of a store, checked, into a store of their own."""

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.penyusun.potret_lalu import copy_potret
from tasks.gateways.periksa_terima import check_buku, check_rantai
from tasks.gateways.rantai_terima import scan_lembar
from tasks.gateways.simpanan import ARSIP, open_simpanan


@task(cache_policy=NO_CACHE)
def fetch_bukti(asal: Pengaturan, tujuan: Pengaturan, potret: bool = True) -> int:
    """Copies the book, every archived object it names and (with `potret`) the frozen lists; returns the
    number of receipts.

    The copy is read back and checked; raises RantaiPutusError at the first break."""
    dari, ke = open_simpanan(asal), open_simpanan(tujuan)
    for sidik in check_rantai(dari).arsip:
        kunci = f"{ARSIP}{sidik}"
        if dari.exists(kunci):
            ke.put_file(kunci, dari.local_path(kunci))
    for kunci, isi in scan_lembar(dari):
        ke.put(kunci, isi)
    if potret:
        copy_potret(dari, ke)
    return check_buku(ke).jumlah
