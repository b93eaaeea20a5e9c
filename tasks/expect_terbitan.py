"""The products of a closing, compared before any of them goes out."""

from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from rules.kalender import Tahap
from rules.sandingan import compare_products
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.produk_potret import read_products
from tasks.gateways.simpanan import open_simpanan


class ProdukBerbedaError(RuntimeError):
    """Two products of one potret disagree: a fault of ours, and nothing is published."""

    def __init__(self, tahap: str, beda: list[str]) -> None:
        super().__init__(
            f"Penutupan {tahap} tidak diterbitkan, sebab produknya tidak sama: {' '.join(beda)}"
        )


@task(cache_policy=NO_CACHE)
def expect_terbitan(pengaturan: Pengaturan, tahap: Tahap, gudang: Path) -> int:
    """Compares what manifests, frozen lists, balance and statistics count; returns how many products.

    Raises ProdukBerbedaError where two of them disagree, and says where.
    """
    produk = read_products(pengaturan, open_simpanan(pengaturan), tahap, gudang)
    if beda := compare_products(produk):
        raise ProdukBerbedaError(tahap.kode, beda)
    return len(produk)
