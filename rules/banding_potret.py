"""Two frozen lists beside each other: who is new, who is gone, whose row changed and in which fields."""

from dataclasses import dataclass

import polars as pl

from rules.pembacaan.edisi import edisi
from rules.ungkapan import jabatan_baku, nama_banding

BARU, HILANG, BERUBAH, SAMA = "BARU", "HILANG", "BERUBAH", "SAMA"
JABATAN = "jabatan"
ASAL = "sha256"
# What is compared: every column of Data Utama, the NIK among them (it may have been put right).
KOLOM = tuple(kolom.kolom for kolom in edisi()["data_utama"])
DIBACA = ("kode_instansi", *KOLOM, ASAL)
ORANG: dict[str, pl.DataType] = {
    "kode_instansi": pl.String(), "perubahan": pl.String(), "nik": pl.String(), "nik_lama": pl.String(),
    "nama": pl.String(), "jabatan": pl.String(), "unit_kerja": pl.String(), "nomor_peserta_thk2": pl.String(),
    "sha256": pl.String(), "sha256_lama": pl.String(), "jabatan_berubah": pl.Boolean(),
}  # fmt: skip
SEL: dict[str, pl.DataType] = {
    "kode_instansi": pl.String(), "nik": pl.String(), "nik_lama": pl.String(), "nama": pl.String(),
    "kolom": pl.String(), "lama": pl.String(), "baru": pl.String(), "jabatan_berubah": pl.Boolean(),
}  # fmt: skip
_NOMOR = ["kode_instansi", "nik"]
_JATI_DIRI = ["kode_instansi", "banding", "tanggal_lahir"]


@dataclass(frozen=True)
class Banding:
    """`orang` (ORANG): everybody who is BARU, HILANG or BERUBAH. `sel` (SEL): each changed field.
    `sama`: kode_instansi, orang: how many rows are as they were."""

    orang: pl.DataFrame
    sel: pl.DataFrame
    sama: pl.DataFrame


def compare_potret(lama: pl.LazyFrame, baru: pl.LazyFrame) -> Banding:
    """The frozen lists of some instansi (DIBACA) at an older and a younger tahap, person by person.

    A person is a NIK within an instansi. Whoever is left on both sides under one name and birth date
    that nobody else has there is one person whose NIK was put right (or never could be read).
    """
    dulu, kini = (_rows(satu, awalan) for satu, awalan in ((lama, "l"), (baru, "b")))
    pasang = _pairs(dulu, kini)
    berdua = _beside(dulu, kini, pasang)
    beda = [_differs(nama) for nama in KOLOM]
    berubah = berdua.filter(pl.any_horizontal(beda)).with_columns(
        # A title is another title only when more than its spelling differs.
        jabatan_berubah=jabatan_baku(pl.col(JABATAN)).ne_missing(
            jabatan_baku(pl.col("jabatan_lama"))
        )
    )
    sama = berdua.filter(~pl.any_horizontal(beda)).group_by("kode_instansi").len("orang")
    return Banding(
        orang=pl.concat([_new(kini, pasang), _gone(dulu, pasang), _people(berubah)]),
        sel=_cells(berubah),
        sama=sama.sort("kode_instansi"),
    )


def _rows(daftar: pl.LazyFrame, awalan: str) -> pl.DataFrame:
    return (
        daftar.select(
            "kode_instansi", *(_text(nama) for nama in KOLOM), pl.col(ASAL).cast(pl.String)
        )
        .with_row_index(f"i_{awalan}")
        .collect()
    )


def _text(kolom: str) -> pl.Expr:
    return pl.col(kolom) if kolom.startswith("tanggal") else pl.col(kolom).cast(pl.String)


def _pairs(dulu: pl.DataFrame, kini: pl.DataFrame) -> pl.DataFrame:
    """i_l and i_b of each person who is in both lists."""
    nomor = dulu.drop_nulls("nik").join(kini.drop_nulls("nik").select("i_b", *_NOMOR), on=_NOMOR)
    satu = nomor.select("i_l", "i_b")
    dua = _alone(dulu.join(satu, on="i_l", how="anti")).join(
        _alone(kini.join(satu, on="i_b", how="anti")).select("i_b", *_JATI_DIRI), on=_JATI_DIRI
    )
    return pl.concat([satu, dua.select("i_l", "i_b")])


def _alone(sisa: pl.DataFrame) -> pl.DataFrame:
    """Those whose name and birth date nobody else has who is left in that instansi's list."""
    bernama = sisa.with_columns(banding=nama_banding(pl.col("nama"))).drop_nulls(_JATI_DIRI)
    return bernama.filter(pl.struct(_JATI_DIRI).is_unique())


def _beside(dulu: pl.DataFrame, kini: pl.DataFrame, pasang: pl.DataFrame) -> pl.DataFrame:
    lama = dulu.rename({nama: f"{nama}_lama" for nama in (*KOLOM, ASAL)}).drop("kode_instansi")
    return pasang.join(kini, on="i_b", how="left").join(lama, on="i_l", how="left").sort("i_b")


def _differs(nama: str) -> pl.Expr:
    return pl.col(nama).ne_missing(pl.col(f"{nama}_lama"))


def _new(kini: pl.DataFrame, pasang: pl.DataFrame) -> pl.DataFrame:
    baru = kini.join(pasang, on="i_b", how="anti", maintain_order="left")
    return baru.select(_orang(BARU, nik_lama=None, sha256_lama=None))


def _gone(dulu: pl.DataFrame, pasang: pl.DataFrame) -> pl.DataFrame:
    hilang = dulu.join(pasang, on="i_l", how="anti", maintain_order="left").with_columns(
        nik_lama="nik", sha256_lama=ASAL
    )
    return hilang.select(_orang(HILANG, sha256=None))


def _people(berubah: pl.DataFrame) -> pl.DataFrame:
    return berubah.select(_orang(BERUBAH))


def _orang(perubahan: str, **tetap: str | None) -> list[pl.Expr]:
    """ORANG of rows that have its columns, but for those given and what only a change has."""
    isi = {"perubahan": perubahan} | tetap
    if perubahan != BERUBAH:
        isi["jabatan_berubah"] = None
    return [
        (pl.lit(isi[nama], tipe) if nama in isi else pl.col(nama)).alias(nama)
        for nama, tipe in ORANG.items()
    ]


def _cells(berubah: pl.DataFrame) -> pl.DataFrame:
    """SEL, person by person, in the order of the form's columns."""
    baris = berubah.with_row_index("urut")
    bagian = [
        baris.filter(_differs(nama)).select(
            "urut", pl.lit(nomor).alias("ke"), "kode_instansi", "nik", "nik_lama", "nama",
            pl.lit(nama).alias("kolom"), _shown(f"{nama}_lama").alias("lama"), _shown(nama).alias("baru"),
            (pl.lit(nama == JABATAN) & pl.col("jabatan_berubah")).alias("jabatan_berubah"),
        )
        for nomor, nama in enumerate(KOLOM)
    ]  # fmt: skip
    return pl.concat(bagian).sort("urut", "ke").select(*SEL)


def _shown(kolom: str) -> pl.Expr:
    return pl.col(kolom).dt.strftime("%d-%m-%Y") if kolom.startswith("tanggal") else pl.col(kolom)
