"""Cases of one number registered more than once → why, and where the person is counted."""

from pathlib import Path

import polars as pl
from prefect import task
from prefect.cache_policies import NO_CACHE

from rules.kasus import choose_registration, classify_kasus
from rules.ketentuan import ketentuan_on
from tasks.gateways.susunan import Susunan

# The questions by which an instansi says, with a reason, that it keeps a row of a case.
_TANYA = ("G-NIK-LINTAS", "G-THK2")


@task(cache_policy=NO_CACHE)
def match_kasus(folder: Path) -> int:
    """Writes kasus, and ganda with the row that counts; needs ganda, fakta, konfirmasi. Returns the cases."""
    susunan = Susunan(folder)
    k = ketentuan_on(susunan.read("malam")["tanggal_hukum"].item())
    baris = _rows(susunan).collect().lazy()
    kasus = classify_kasus(baris, k)
    dihitung = choose_registration(baris, kasus.lazy())
    ganda = susunan.read("ganda").join(
        dihitung, on=["id_kasus", "id_tenaga"], how="left", maintain_order="left"
    )
    susunan.write("kasus", kasus)
    susunan.write("ganda", ganda)
    return kasus.height


def _rows(susunan: Susunan) -> pl.LazyFrame:
    dijawab = (
        susunan.scan("konfirmasi")
        .filter(pl.col("kode_aturan").is_in(_TANYA))
        .select("id_tenaga", dipertahankan=pl.lit(True))
        .unique()
    )
    fakta = susunan.scan("fakta").select(
        "id_tenaga", "nama_dukcapil_sama", "thk2_kode_instansi", "lapor_lepas", "konfirmasi_aktif"
    )
    tenaga = susunan.scan("tenaga").select(
        "id_tenaga",
        "id_berkas",
        "nama",
        "tanggal_lahir",
        "tanggal_mulai",
        "tanggal_akhir",
        "tanggal_sk",
    )
    return (
        susunan.scan("ganda")
        .select("id_kasus", "jenis", "id_tenaga", "kode_instansi")
        .join(tenaga, on="id_tenaga")
        .join(susunan.scan("berkas").select("id_berkas", "waktu"), on="id_berkas")
        .join(fakta, on="id_tenaga", how="left")
        .join(dijawab, on="id_tenaga", how="left")
        .with_columns(pl.col("dipertahankan", "lapor_lepas").fill_null(False))
    )
