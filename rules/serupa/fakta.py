"""What an instansi is told of a probable pair: its own row by sheet and row, another instansi by its name."""

import polars as pl

DI_SINI = "baris {} lembar {} instansi ini"
DI_SANA = "satu pendaftaran di {}"


def tandai_serupa(
    pasangan: pl.LazyFrame, tenaga: pl.LazyFrame, instansi: pl.LazyFrame
) -> pl.LazyFrame:
    """id_tenaga, serupa_tempat (where the probable same person stands), serupa_kalimat (why).

    Of the pairs that are SAMA, by the engine or by a reviewer; not those a reviewer told apart, nor those
    that share the NIK or the THK-II number: G-NIK-LINTAS and G-THK2 say it of them already.
    """
    diberitahu = pasangan.filter(
        pl.col("keputusan").fill_null(pl.col("kelas")) == "SAMA",
        ~pl.col("nik_sama") & ~pl.col("nomor_sama"),
    )
    dua_arah = pl.concat(
        [
            diberitahu.select(id_tenaga=satu, id_lain=lain, kalimat="kalimat")
            for satu, lain in (("id_a", "id_b"), ("id_b", "id_a"))
        ]
    )
    tempat = tenaga.select("id_tenaga", "kode_instansi", "lembar", "baris")
    lain = tempat.rename({nama: f"{nama}_lain" for nama in ("kode_instansi", "lembar", "baris")})
    nama = instansi.select(kode_instansi_lain="kode_instansi", nama_lain="nama")
    sendiri = pl.col("kode_instansi") == pl.col("kode_instansi_lain")
    di_sana = pl.format(DI_SANA, pl.coalesce("nama_lain", "kode_instansi_lain"))
    return (
        dua_arah.join(tempat.select("id_tenaga", "kode_instansi"), on="id_tenaga")
        .join(lain, left_on="id_lain", right_on="id_tenaga")
        .join(nama, on="kode_instansi_lain", how="left")
        .with_columns(
            di=pl.when(sendiri)
            .then(pl.format(DI_SINI, "baris_lain", "lembar_lain"))
            .otherwise(di_sana)
        )
        .sort("id_tenaga", "di", "kalimat")
        .group_by("id_tenaga")
        .agg(
            serupa_tempat=pl.col("di").str.join("; "),
            serupa_kalimat=pl.col("kalimat")
            .unique(maintain_order=True)
            .drop_nulls()
            .str.join("; "),
        )
    )
