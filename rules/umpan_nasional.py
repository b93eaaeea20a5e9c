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


def match_dukcapil(tenaga: pl.LazyFrame, dukcapil: pl.LazyFrame, k: "Ketentuan") -> pl.LazyFrame:
    """id_tenaga and KOLOM_DUKCAPIL of every row of `tenaga` (id_tenaga, nik_angka, nama).

    dukcapil_ada is null without a NIK; nama_dukcapil_sama looks past titles, signs and cut names.
    """
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
    ).with_columns(dukcapil_ada=pl.lit(True))
    ada = pl.when(pl.col("nik_angka").is_not_null()).then(pl.col("dukcapil_ada").fill_null(False))
    cocok = tenaga.join(catatan, on="nik_angka", how="left").with_columns(
        dukcapil_ada=ada, lugas=_letters("nama") == _letters("dukcapil_nama")
    )
    # Two in a thousand names differ; the costly comparison sees only those.
    beda = cocok.filter(~pl.col("lugas")).select(
        "id_tenaga",
        teliti=nama_sama(
            nama_banding(pl.col("nama")), nama_banding(pl.col("dukcapil_nama")), k.nama_terpotong
        ),
    )
    return (
        cocok.join(beda, on="id_tenaga", how="left")
        .with_columns(nama_dukcapil_sama=pl.coalesce("teliti", "lugas"))
        .select("id_tenaga", *KOLOM_DUKCAPIL)
    )


def _letters(kolom: str) -> pl.Expr:
    return pl.col(kolom).str.to_uppercase()


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
