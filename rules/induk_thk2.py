"""THK-II: who is proven by BKN's master list, where that list keeps them, what LAPOR says of them."""

from typing import TYPE_CHECKING

import polars as pl

from rules.ungkapan import nama_banding, nik_angka, nomor_thk2_baku

if TYPE_CHECKING:
    from rules.ketentuan import Ketentuan

PINDAH = "PINDAH"
KOLOM_INDUK: dict[str, pl.DataType] = {
    "thk2_nomor_ada": pl.Boolean(),
    "thk2_ada": pl.Boolean(),
    "thk2_cocok": pl.Boolean(),
    "thk2_kode_instansi": pl.String(),
    "nomor_thk2_induk": pl.String(),
}
_CALON = (
    "id_tenaga",
    "nama",
    "tanggal_lahir",
    "induk_nomor",
    "induk_nama",
    "induk_lahir",
    "induk_kode",
)
KOLOM_LAPOR: dict[str, pl.DataType] = {
    "lapor_alasan": pl.String(),
    "lapor_tak_aktif": pl.Boolean(),
    "lapor_lepas": pl.Boolean(),
}


def match_induk(
    tenaga: pl.LazyFrame, thk2: pl.LazyFrame, lahir: pl.LazyFrame, k: "Ketentuan"
) -> pl.LazyFrame:
    """What the master list says, one row per tenaga it knows by number or by NIK.

    `tenaga`: id_tenaga, nomor_baku, nik_angka, nama, tanggal_lahir. `lahir`: id_tenaga,
    dukcapil_tanggal_lahir. Result: id_tenaga and KOLOM_INDUK; the number and instansi are those of a
    master row that agrees, else of any that was found.
    """
    induk = thk2.select(
        induk_nomor=pl.col("nomor_peserta"),
        induk_nama=pl.col("nama"),
        induk_lahir=pl.col("tanggal_lahir"),
        induk_kode=pl.col("kode_instansi"),
        induk_baku=nomor_thk2_baku(pl.col("nomor_peserta")),
        induk_nik=nik_angka(pl.col("nik")),
    )
    nomor = tenaga.join(induk, left_on="nomor_baku", right_on="induk_baku")
    nik = tenaga.join(induk, left_on="nik_angka", right_on="induk_nik")
    lewat = [
        nomor.select(*_CALON, lewat_nomor=pl.lit(True)),
        nik.select(*_CALON, lewat_nomor=pl.lit(False)),
    ]
    calon = pl.concat(lewat).join(lahir, on="id_tenaga", how="left").with_columns(cocok=_bukti(k))
    terbaik = ["cocok", "lewat_nomor", "induk_nomor", "induk_kode"]
    return (
        calon.sort(terbaik, descending=[True, True, False, False], nulls_last=True)
        .group_by("id_tenaga", maintain_order=True)
        .agg(
            thk2_nomor_ada=pl.col("lewat_nomor").any(),
            thk2_ada=pl.lit(True),
            thk2_cocok=pl.col("cocok").first(),
            thk2_kode_instansi=pl.col("induk_kode").first(),
            nomor_thk2_induk=pl.when(pl.col("cocok").first()).then(pl.col("induk_nomor").first()),
        )
    )


def match_lapor(tenaga: pl.LazyFrame, lapor: pl.LazyFrame, induk: pl.LazyFrame) -> pl.LazyFrame:
    """What LAPOR THK-II says, one row per tenaga it names by number or by NIK.

    `tenaga`: id_tenaga, kode_instansi, nomor_baku, nik_angka. `induk`: from match_induk.
    Result: id_tenaga, lapor_alasan, lapor_tak_aktif (dead, or inactive in the instansi that registers), lapor_lepas
    (released to it by the instansi of the master list).
    """
    laporan = lapor.filter(pl.col("alasan").is_not_null()).select(
        "alasan",
        "tanggal",
        pelapor="kode_instansi",
        tujuan="kode_instansi_tujuan",
        lapor_nomor=nomor_thk2_baku(pl.col("nomor_peserta")),
        lapor_nik=nik_angka(pl.col("nik")),
    )
    # A row that was proven by its NIK may be reported by the number of the master list.
    nomor_induk = tenaga.drop("nomor_baku").join(
        induk.select("id_tenaga", nomor_baku=nomor_thk2_baku(pl.col("nomor_thk2_induk"))),
        on="id_tenaga",
    )
    lewat = [
        tenaga.join(laporan, left_on="nomor_baku", right_on="lapor_nomor"),
        tenaga.join(laporan, left_on="nik_angka", right_on="lapor_nik"),
        nomor_induk.join(laporan, left_on="nomor_baku", right_on="lapor_nomor"),
    ]
    isi = ("id_tenaga", "kode_instansi", "alasan", "tanggal", "pelapor", "tujuan")
    kena = pl.concat([satu.select(isi) for satu in lewat]).join(induk, on="id_tenaga", how="left")
    kena = kena.with_columns(tak_aktif=_tak_aktif(), lepas=_lepas())
    urut = ["tak_aktif", "tanggal", "alasan"]
    return (
        kena.sort(urut, descending=[True, True, False], nulls_last=True)
        .group_by("id_tenaga", maintain_order=True)
        .agg(
            lapor_alasan=pl.col("alasan").first(),
            lapor_tak_aktif=pl.col("tak_aktif").any(),
            lapor_lepas=pl.col("lepas").any(),
        )
    )


def _bukti(k: "Ketentuan") -> pl.Expr:
    """Whether name or birth date agrees with the master row; a missing value proves nothing."""
    lahir = pl.col("induk_lahir")
    cara = {
        "nama": nama_banding(pl.col("nama")) == nama_banding(pl.col("induk_nama")),
        "tanggal_lahir": (pl.col("tanggal_lahir") == lahir)
        | (pl.col("dukcapil_tanggal_lahir") == lahir),
    }
    return pl.any_horizontal(cara[nama] for nama in k.thk2_bukti).fill_null(False)


def _tak_aktif() -> pl.Expr:
    sendiri = pl.col("pelapor") == pl.col("kode_instansi")
    pindah = pl.col("alasan") == PINDAH
    ke_sini = (pl.col("tujuan") == pl.col("kode_instansi")).fill_null(False)
    meninggal = pl.col("alasan") == "MENINGGAL"
    return meninggal | (sendiri & ~(pindah & ke_sini))


def _lepas() -> pl.Expr:
    dari_induk = pl.col("pelapor") == pl.col("thk2_kode_instansi")
    ke_sini = pl.col("tujuan") == pl.col("kode_instansi")
    return ((pl.col("alasan") == PINDAH) & dari_induk & ke_sini).fill_null(False)
