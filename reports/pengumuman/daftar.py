"""The list of an announcement as table rows, written columnwise."""

import polars as pl

from reports.tulisan import KOSONG
from reports.ungkapan_markah import escape, join_rows
from reports.unsur import Rekap
from rules.samaran import samarkan_nik

KOLOM = (
    "nik", "nama", "kategori", "jabatan", "unit_kerja", "keseluruhan", "pengecualian_menurut",
)  # fmt: skip
STATUS = {"M": "Memenuhi", "T": "Tidak memenuhi", "B": "Belum dapat dinilai"}
JENIS = {"THK-II": "THK-II", "NON-ASN": "Non-ASN"}
DIKECUALIKAN = ", dengan pengecualian"
TANPA_UNIT = "Unit kerja tidak disebutkan"


def render_daftar(daftar: pl.DataFrame) -> bytes:
    """HTML <tbody> groups, one per unit kerja, people by name inside; NIK masked, all text escaped.

    Needs the columns of KOLOM. End tags that HTML lets one omit are omitted: the largest instansi
    has 139,560 rows.
    """
    satuan = (
        _sorted(daftar)
        .select("kunci_unit", "unit_kerja", baris=_row())
        .group_by("kunci_unit", maintain_order=True)
        .agg(pl.first("unit_kerja"), pl.len().alias("orang"), pl.col("baris").str.join(""))
    )
    return join_rows(satuan, pl.concat_str(_unit_head(), "baris"))


def count_rekap(daftar: pl.DataFrame) -> Rekap:
    """Counts by kind and state."""

    def count(kolom: str, nilai: str) -> int:
        return int((daftar[kolom] == nilai).sum())

    return Rekap(
        jumlah=daftar.height,
        thk2=count("kategori", "THK-II"),
        non_asn=count("kategori", "NON-ASN"),
        memenuhi=count("keseluruhan", "M"),
        tidak_memenuhi=count("keseluruhan", "T"),
        belum_dinilai=count("keseluruhan", "B"),
        dikecualikan=int(daftar["pengecualian_menurut"].is_not_null().sum()),
    )


def _sorted(daftar: pl.DataFrame) -> pl.DataFrame:
    """Rows by unit then name whatever the case, numbered; people without a unit come last."""
    berkunci = daftar.with_columns(
        kunci_unit=pl.col("unit_kerja").str.to_uppercase(),
        kunci_nama=pl.col("nama").str.to_uppercase(),
    )
    # Sorting row numbers and gathering once is a third faster than sorting the whole frame.
    urutan = berkunci.select(
        pl.arg_sort_by("kunci_unit", "kunci_nama", "nik", nulls_last=True)
    ).to_series()
    return berkunci[urutan].with_row_index("nomor", offset=1)


def _unit_head() -> pl.Expr:
    """The heading row of a unit: its first spelling and how many people follow."""
    return pl.concat_str(
        pl.lit("\n<tbody><tr class=unit><th colspan=6 scope=rowgroup>Unit kerja: "),
        escape(pl.col("unit_kerja").fill_null(TANPA_UNIT)),
        pl.lit(" <span>("),
        pl.col("orang"),
        pl.lit(" orang)</span>"),
    )


def _row() -> pl.Expr:
    status = pl.col("keseluruhan")
    return pl.concat_str(
        pl.lit("\n<tr><td>"),
        pl.col("nomor"),
        pl.lit("<th scope=row>"),
        escape(pl.col("nama").fill_null("Nama tidak terbaca")),
        pl.lit("<td>"),
        samarkan_nik(pl.col("nik")).fill_null("tidak terbaca"),
        pl.lit("<td>"),
        pl.col("kategori").replace_strict(JENIS),
        pl.lit("<td>"),
        escape(pl.col("jabatan").fill_null(KOSONG)),
        status.replace_strict({k: f"<td class={k.lower()}>{v}" for k, v in STATUS.items()}),
        pl.when(pl.col("pengecualian_menurut").is_not_null())
        .then(pl.lit(DIKECUALIKAN))
        .otherwise(pl.lit("")),
    )
