"""The rows of the deliveries in force, assembled nationwide as the tables of the gudang."""

from datetime import datetime
from pathlib import Path

import polars as pl

from rules.daftar import status_baris
from rules.portal_orang import INSTANSI
from tasks.gateways.gudang import empty_table
from tasks.gateways.mendarat import Mendarat
from tasks.gateways.penyusun.portal import read_riwayat_portal
from tasks.gateways.susunan import Susunan

_WAKTU = pl.Datetime("us", "UTC")


def susun_baris(
    mendarat: Mendarat, susunan: Susunan, berkas: pl.DataFrame, batas_portal: datetime | None
) -> None:
    """Writes penghapusan, tenaga, riwayat and lapor_thk2 from the landed files, streaming.

    What people entered in the portal up to `batas_portal` completes riwayat.

    `berkas` is one row per delivery as `susun_kiriman` gives it. Rows stand in the order
    (kode_instansi, kunci, sheet row), so one instansi's rows are contiguous and their numbers
    come out the same whenever the same deliveries are in force.
    """
    berlaku = berkas.filter(status="BERLAKU")
    utama = berlaku.filter(jenis="data-utama")
    hapus = rows_landed(mendarat, utama, "penghapusan")
    susunan.write(
        "penghapusan",
        empty_table("penghapusan").cast({"waktu": _WAKTU}) if hapus is None else hapus,
    )
    susunan.write("tenaga", _tenaga(susunan, rows_landed(mendarat, _berdata(utama), "data_utama")))
    riwayat = _berdata(berlaku.filter(pl.col("jenis").is_in(["data-utama", "data-riwayat"])))
    instansi = rows_landed(mendarat, riwayat, "data_riwayat")
    orang = read_riwayat_portal(mendarat.simpanan, susunan, berkas, instansi, batas_portal)
    susunan.write("riwayat", _riwayat(susunan, instansi, orang))
    lapor = rows_landed(mendarat, _berdata(berlaku.filter(jenis="lapor-thk2")), "lapor_thk2")
    if lapor is not None:
        susunan.write("lapor_thk2", lapor)


def _berdata(berkas: pl.DataFrame) -> pl.DataFrame:
    return berkas.filter(~pl.col("hanya_penghapusan"))


def rows_landed(mendarat: Mendarat, berkas: pl.DataFrame, bentuk: str) -> pl.LazyFrame | None:
    """All landed rows of one shape with id_berkas, kode_instansi, waktu; None when nothing landed."""
    urut = berkas.sort("kode_instansi", "kunci").select(
        "id_berkas", "kode_instansi", pl.col("waktu").cast(_WAKTU), "sha256"
    )
    jalur = [mendarat.path(sidik, bentuk) for sidik in urut["sha256"]]
    asal = urut.with_columns(pl.Series("jalur", _distinct(jalur), dtype=pl.String)).drop_nulls(
        "jalur"
    )
    if asal.is_empty():
        return None
    baris = pl.scan_parquet(asal["jalur"].to_list(), include_file_paths="jalur")
    return baris.join(
        asal.drop("sha256").lazy(), on="jalur", how="left", maintain_order="left"
    ).drop("jalur")


def _distinct(jalur: list[Path | None]) -> list[str | None]:
    """Paths as text, each its own: two deliveries with equal bytes share one landed file."""
    terlihat: dict[Path, int] = {}
    teks: list[str | None] = []
    for satu in jalur:
        if satu is None:
            teks.append(None)
            continue
        ulang = terlihat[satu] = terlihat.get(satu, -1) + 1
        teks.append(f"{satu.parent}/{'./' * ulang}{satu.name}")
    return teks


def _tenaga(susunan: Susunan, baris: pl.LazyFrame | None) -> pl.LazyFrame | pl.DataFrame:
    if baris is None:
        return empty_table("tenaga")
    bernomor = baris.with_row_index("id_tenaga").with_columns(pl.col("id_tenaga").cast(pl.Int32))
    status = status_baris(
        bernomor.select("id_tenaga", "kode_instansi", "nik", "waktu"), susunan.scan("penghapusan")
    ).collect(engine="streaming")
    return bernomor.drop("waktu").join(
        status.lazy(), on="id_tenaga", how="left", maintain_order="left"
    )


def _riwayat(
    susunan: Susunan, instansi: pl.LazyFrame | None, orang: pl.DataFrame | None
) -> pl.LazyFrame | pl.DataFrame:
    if instansi is None and orang is None:
        return empty_table("riwayat")
    daftar = (
        susunan.scan("tenaga")
        .filter(pl.col("status_baris") == "DAFTAR")
        .select("id_tenaga", "kode_instansi", pl.col("nik").cast(pl.UInt64).alias("angka"))
        .drop_nulls("angka")
    )
    bernomor = _union(instansi, orang).with_row_index("id_riwayat")
    return (
        bernomor.with_columns(
            pl.col("id_riwayat").cast(pl.Int32), pl.col("nik").cast(pl.UInt64).alias("angka")
        )
        .join(daftar, on=["angka", "kode_instansi"], how="left", maintain_order="left")
        .drop("angka")
    )


def _union(instansi: pl.LazyFrame | None, orang: pl.DataFrame | None) -> pl.LazyFrame:
    """The instansi's rows, then the people's own."""
    kolom = [
        nama for nama in empty_table("riwayat").columns if nama not in ("id_riwayat", "id_tenaga")
    ]
    bagian = [] if orang is None else [orang.lazy().select(kolom)]
    if instansi is not None:
        bagian.insert(0, instansi.with_columns(asal=pl.lit(INSTANSI)).select(kolom))
    return pl.concat(bagian, how="vertical_relaxed")
