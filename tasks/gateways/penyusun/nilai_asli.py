"""The cells that were read otherwise than written, of the deliveries in force."""

import polars as pl

from tasks.gateways.gudang import empty_table
from tasks.gateways.mendarat import Mendarat
from tasks.gateways.susunan import Susunan


def susun_nilai_asli(mendarat: Mendarat, susunan: Susunan, berkas: pl.DataFrame) -> None:
    """Writes nilai_asli: one row per such cell and content."""
    sidik = berkas.filter(status="BERLAKU")["sha256"].unique().sort()
    jalur = {str(ada): satu for satu in sidik if (ada := mendarat.path(satu, "nilai_asli"))}
    if not jalur:
        susunan.write("nilai_asli", empty_table("nilai_asli"))
        return
    asal = pl.LazyFrame({"jalur": list(jalur), "sha256": list(jalur.values())})
    sel = pl.scan_parquet(list(jalur), include_file_paths="jalur")
    susunan.write(
        "nilai_asli", sel.join(asal, on="jalur", how="left", maintain_order="left").drop("jalur")
    )
