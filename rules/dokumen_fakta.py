"""Documents that rows name, as the document store and the instansi's own deliveries have them."""

import polars as pl

from rules.berulang import rows_repeated
from rules.ungkapan import nik_angka

DOKUMEN = {"ijazah": "file_ijazah", "sk": "file_sk", "bukti": "file_bukti"}
KOLOM_DOKUMEN: dict[str, pl.DataType] = {
    f"dokumen_{nama}_{isi}": tipe
    for nama in DOKUMEN
    for isi, tipe in (("ada", pl.Boolean()), ("ukuran", pl.Int64()), ("tipe", pl.String()))
}
# A document about one person only; an SK or a proof of pay may rightly name many.
PRIBADI = "ijazah"
KOLOM_SAMA: dict[str, pl.DataType] = {"ijazah_jumlah_nik": pl.Int32()}


def match_dokumen(
    tenaga: pl.LazyFrame, indeks: pl.LazyFrame | None, dikirim: pl.LazyFrame | None = None
) -> pl.LazyFrame:
    """KOLOM_DOKUMEN per id_tenaga, for the instansi of which we know documents.

    `tenaga`: id_tenaga, kode_instansi and the three file columns. `indeks`: kode_instansi, kunci,
    ukuran (bytes), tipe. `dikirim`: table dokumen, which was looked into and therefore wins. Names
    agree whatever their folder and case. Only the index can tell that a document is missing.
    """
    simpan = _store(indeks, dikirim)
    terindeks = _kode(indeks).with_columns(terindeks=pl.lit(True))
    dikenal = pl.concat([_kode(indeks), _kode(dikirim)]).unique()
    hasil = tenaga.join(dikenal, on="kode_instansi", how="semi").join(
        terindeks, on="kode_instansi", how="left"
    )
    for nama, kolom in DOKUMEN.items():
        hasil = hasil.with_columns(kunci=_kunci(pl.col(kolom))).join(
            simpan.select(
                "kunci",
                pl.lit(True).alias("ada"),
                pl.col("ukuran").alias(f"dokumen_{nama}_ukuran"),
                pl.col("tipe").alias(f"dokumen_{nama}_tipe"),
            ),
            on="kunci",
            how="left",
        )
        tiada = pl.when("terindeks").then(False)
        ada = pl.when(pl.col(kolom).is_not_null()).then(pl.coalesce("ada", tiada))
        hasil = hasil.with_columns(ada.alias(f"dokumen_{nama}_ada")).drop("ada")
    return hasil.select("id_tenaga", *KOLOM_DOKUMEN)


def match_sama(
    tenaga: pl.LazyFrame, indeks: pl.LazyFrame | None, dikirim: pl.LazyFrame | None = None
) -> pl.LazyFrame:
    """KOLOM_SAMA per id_tenaga whose PRIBADI document several NIKs name: the same content anywhere, or the
    same file name within an instansi. `tenaga`: id_tenaga, kode_instansi, nik and the file column."""
    baris = isi_dokumen(tenaga, DOKUMEN[PRIBADI], indeks, dikirim)
    sisa = rows_repeated(baris, "kunci")
    jumlah = pl.col("nik").n_unique().over("kunci").cast(pl.Int32)
    return sisa.select("id_tenaga", ijazah_jumlah_nik=jumlah).filter(
        pl.col("ijazah_jumlah_nik") > 1
    )


def isi_dokumen(
    tenaga: pl.LazyFrame,
    kolom: str,
    indeks: pl.LazyFrame | None,
    dikirim: pl.LazyFrame | None = None,
) -> pl.LazyFrame:
    """id_tenaga, nik (as integer), kunci of everyone with a NIK who names a document in `kolom`; two
    documents have the same kunci when their content is the same, or their name in an instansi where we
    do not know the content."""
    baris = tenaga.select(
        "id_tenaga", nik=nik_angka(pl.col("nik")), kunci=_kunci(pl.col(kolom))
    ).drop_nulls()
    if indeks is None and dikirim is None:
        return baris
    simpan = _store(indeks, dikirim).select("kunci", isi=pl.col("sha256").hash()).drop_nulls()
    terisi = baris.join(simpan, on="kunci", how="left").with_columns(
        kunci=pl.coalesce("isi", "kunci")
    )
    return terisi.select("id_tenaga", "nik", "kunci")


def _store(indeks: pl.LazyFrame | None, dikirim: pl.LazyFrame | None) -> pl.LazyFrame:
    """kunci, ukuran, tipe, sha256 of every document we know; a delivered one in place of its index row."""
    kolom: dict[str, pl.DataType] = {
        "kunci": pl.UInt64(), "ukuran": pl.Int64(), "tipe": pl.String(), "sha256": pl.String(),
    }  # fmt: skip
    lihat = pl.LazyFrame(schema=kolom)
    if dikirim is not None:
        lihat = dikirim.select(
            _kunci(pl.col("nama")).alias("kunci"), pl.col("ukuran").cast(pl.Int64), "tipe", "sha256"
        )
    if indeks is None:
        return lihat
    catat = (
        indeks.select(
            kunci=_kunci(pl.col("kunci").str.split("/").list.last()),
            ukuran=pl.col("ukuran").cast(pl.Int64),
            tipe=pl.col("tipe").str.to_lowercase().str.split("/").list.last(),
            sha256=pl.col("sha256"),
        )
        .group_by("kunci")
        .agg(pl.col("ukuran").max(), pl.col("tipe").min(), pl.col("sha256").min())
    )
    if dikirim is None:
        return catat
    return pl.concat([lihat.unique("kunci"), catat.join(lihat, on="kunci", how="anti")])


def _kode(dokumen: pl.LazyFrame | None) -> pl.LazyFrame:
    if dokumen is None:
        return pl.LazyFrame(schema={"kode_instansi": pl.String()})
    return dokumen.select("kode_instansi").unique()


def _kunci(nama: pl.Expr) -> pl.Expr:
    """Join key of a document inside its instansi: two long texts as one integer."""
    teks = pl.concat_str("kode_instansi", nama.str.strip_chars().str.to_lowercase(), separator="/")
    return pl.when(teks.is_not_null()).then(teks.hash())
