"""What the national feeds say of a tenaga: Dukcapil, the ASN register, the portal's confirmation."""

from typing import TYPE_CHECKING

import polars as pl

from rules.ungkapan import nama_banding, nama_sama, nik_angka

if TYPE_CHECKING:
    from rules.ketentuan import Ketentuan

KOLOM_DUKCAPIL: dict[str, pl.DataType] = {
    "dukcapil_ada": pl.Boolean(),
    "dukcapil_nama": pl.String(),
    "dukcapil_tanggal_lahir": pl.Date(),
    "dukcapil_jenis_kelamin": pl.String(),
    "status_dukcapil": pl.String(),
    "nama_dukcapil_sama": pl.Boolean(),
}


def match_dukcapil(tenaga: pl.LazyFrame, dukcapil: pl.LazyFrame) -> pl.LazyFrame:
    """Add KOLOM_DUKCAPIL to `tenaga` (id_tenaga, nik_angka, nama); dukcapil_ada is null without a NIK."""
    catatan = satu_per(
        dukcapil.select(
            nik_angka=nik_angka(pl.col("nik")),
            dukcapil_nama=pl.col("nama"),
            dukcapil_tanggal_lahir=pl.col("tanggal_lahir"),
            dukcapil_jenis_kelamin=pl.col("jenis_kelamin"),
            status_dukcapil=pl.col("status"),
        ).filter(pl.col("nik_angka").is_not_null()),
        ["nik_angka"],
        ["dukcapil_nama", "dukcapil_tanggal_lahir", "dukcapil_jenis_kelamin", "status_dukcapil"],
    ).with_columns(ada=pl.lit(True))
    cocok = tenaga.join(catatan, on="nik_angka", how="left")
    ada = pl.when(pl.col("nik_angka").is_not_null()).then(pl.col("ada").fill_null(False))
    lugas = pl.col("nama").str.to_uppercase() == pl.col("dukcapil_nama").str.to_uppercase()
    return cocok.with_columns(dukcapil_ada=ada, nama_dukcapil_sama=lugas).drop("ada")


def reconsider_nama(cocok: pl.LazyFrame, k: "Ketentuan") -> pl.LazyFrame:
    """id_tenaga of those whose name differs in letters yet agrees once titles and signs are left out."""
    beda = cocok.filter(~pl.col("nama_dukcapil_sama"))
    sama = nama_sama(
        nama_banding(pl.col("nama")), nama_banding(pl.col("dukcapil_nama")), k.nama_terpotong
    )
    return beda.filter(sama).select("id_tenaga")


def match_register(register: pl.LazyFrame, k: "Ketentuan") -> pl.LazyFrame:
    """nik_angka, status_asn of everyone who already is ASN or about to be."""
    return satu_per(
        register.filter(pl.col("status").is_in(list(k.status_asn_tertutup))).select(
            nik_angka=nik_angka(pl.col("nik")), status_asn=pl.col("status")
        ),
        ["nik_angka"],
        ["status_asn"],
    )


def latest_konfirmasi(konfirmasi: pl.LazyFrame) -> pl.LazyFrame:
    """nik_angka, kode_instansi, konfirmasi_aktif: the person's last word to that instansi."""
    return (
        konfirmasi.select("kode_instansi", "waktu", "aktif", nik_angka=nik_angka(pl.col("nik")))
        .drop_nulls(["nik_angka", "aktif"])
        .group_by("nik_angka", "kode_instansi")
        .agg(konfirmasi_aktif=pl.col("aktif").sort_by("waktu", "aktif").last())
    )


def satu_per(frame: pl.LazyFrame, kunci: list[str], urutan: list[str]) -> pl.LazyFrame:
    """One row per key, the same one whatever the order of rows; only true duplicates are sorted."""
    kembar = frame.group_by(kunci).agg(jumlah=pl.len()).filter(pl.col("jumlah") > 1).select(kunci)
    tunggal = frame.join(kembar, on=kunci, how="anti")
    terpilih = (
        frame.join(kembar, on=kunci, how="semi")
        .sort(kunci + urutan, nulls_last=True)
        .unique(kunci, keep="first", maintain_order=True)
    )
    return pl.concat([tunggal, terpilih])
