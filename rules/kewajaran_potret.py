"""What changed since earlier potret: people who came late, titles that turned innocent, people who vanished."""

from typing import TYPE_CHECKING

import polars as pl

from rules.jabatan_fakta import kamus_jabatan
from rules.ungkapan import nama_banding, nik_angka, nomor_thk2_baku

if TYPE_CHECKING:
    from rules.fakta import Masukan
    from rules.ketentuan import Ketentuan

KOLOM_LONJAKAN: dict[str, pl.DataType] = {
    "lonjakan_baru": pl.Boolean(),
    "lonjakan_jumlah": pl.Int32(),
    "lonjakan_persen": pl.Float64(),
    "lonjakan_persen_lain": pl.Float64(),
}
KOLOM_JABATAN_LALU: dict[str, pl.DataType] = {
    "jabatan_lalu": pl.String(), "kelas_lalu": pl.String(), "tahap_lalu": pl.String(),
}  # fmt: skip
# Table hilang: who stood in an earlier potret and is gone without a reason.
KOLOM_HILANG = (
    "kode_instansi", "nik", "nama", "jabatan", "tahap_terakhir", "putusan_terakhir", "terdaftar_di",
)  # fmt: skip
# What takes somebody out of a list.
PENGHAPUSAN, LAPOR, MENINGGAL = "PENGHAPUSAN", "LAPOR THK-II", "MENINGGAL"
_KUNCI = ["kode_instansi", "nik_angka"]


def tandai_lonjakan(tenaga: pl.LazyFrame, lalu: pl.LazyFrame) -> pl.LazyFrame:
    """KOLOM_LONJAKAN per id_tenaga of the instansi that stood in the first potret: whether the person is
    in no earlier potret, how many such there are, growth in percent of the first potret, and that
    of all other instansi."""
    dikenal = _keyed(lalu).select(_KUNCI).unique().with_columns(lama=pl.lit(True))
    orang = (
        _keyed(tenaga)
        .join(dikenal, on=_KUNCI, how="left")
        .select("id_tenaga", "kode_instansi", lonjakan_baru=pl.col("lama").is_null())
    )
    dulu = (
        lalu.filter(pl.col("urut") == 0).group_by("kode_instansi").agg(dulu=pl.len().cast(pl.Int64))
    )
    per = (
        orang.group_by("kode_instansi")
        .agg(baru=pl.col("lonjakan_baru").sum().cast(pl.Int64))
        .join(dulu, on="kode_instansi")
    )
    lain_baru, lain_dulu = (pl.col(nama).sum() - pl.col(nama) for nama in ("baru", "dulu"))
    tumbuh = per.select(
        "kode_instansi",
        lonjakan_jumlah=pl.col("baru").cast(pl.Int32),
        lonjakan_persen=100 * pl.col("baru") / pl.col("dulu"),
        lonjakan_persen_lain=pl.when(lain_dulu > 0).then(100 * lain_baru / lain_dulu),
    )
    return orang.join(tumbuh, on="kode_instansi").select("id_tenaga", *KOLOM_LONJAKAN)


def tandai_jabatan_lalu(tenaga: pl.LazyFrame, lalu: pl.LazyFrame, k: "Ketentuan") -> pl.LazyFrame:
    """KOLOM_JABATAN_LALU of every id_tenaga whose title in an earlier potret is one that the present law
    excludes or finds near to an excluded one; of several the latest."""
    kamus = (
        kamus_jabatan(lalu.select("jabatan"), k)
        .select("jabatan", kelas_lalu=pl.coalesce("kelas", "kelas_mirip"))
        .drop_nulls()
    )
    kena = (
        _keyed(lalu)
        .join(kamus, on="jabatan")
        .sort("urut")
        .group_by(_KUNCI)
        .agg(
            jabatan_lalu=pl.col("jabatan").last(),
            kelas_lalu=pl.col("kelas_lalu").last(),
            tahap_lalu=pl.col("tahap").last(),
        )
    )
    return _keyed(tenaga).join(kena, on=_KUNCI).select("id_tenaga", *KOLOM_JABATAN_LALU)


def find_hilang(masukan: "Masukan", k: "Ketentuan") -> pl.LazyFrame:
    """KOLOM_HILANG of everyone who stood in an earlier potret of an instansi and is not in its list.

    Reasons that take somebody out: a Penghapusan with an alasan, a LAPOR THK-II, a death in Dukcapil,
    and the same name and birth date in the same instansi under a NIK that no earlier potret had (a
    NIK put right). `terdaftar_di`: another instansi that lists the NIK now. A row of a potret
    without a NIK cannot be followed.
    """
    if masukan.potret_lalu is None:
        kosong = {nama: pl.String() for nama in KOLOM_HILANG}
        return pl.LazyFrame(schema=kosong)
    kini, lalu = _keyed(masukan.tenaga), _keyed(masukan.potret_lalu)
    terakhir = (
        lalu.join(kini, on=_KUNCI, how="anti")
        .with_columns(nomor_baku=nomor_thk2_baku(pl.col("nomor_peserta_thk2")))
        .sort("urut")
        .group_by(_KUNCI, maintain_order=True)
        .last()
    )
    for alasan in exit_reasons(masukan, k):
        kunci = alasan.drop("sebab", "kata")
        terakhir = terakhir.join(kunci, on=kunci.collect_schema().names(), how="anti")
    nama = masukan.instansi.select("kode_instansi", terdaftar_di="nama")
    lain = (
        kini.join(nama, on="kode_instansi")
        .group_by("nik_angka")
        .agg(pl.col("terdaftar_di").unique().sort().str.join("; "))
    )
    return (
        terakhir.join(
            _corrected(kini, lalu), on=["kode_instansi", "banding", "tanggal_lahir"], how="anti"
        )
        .join(lain, on="nik_angka", how="left")
        .rename({"tahap": "tahap_terakhir", "putusan_keseluruhan": "putusan_terakhir"})
        .select(KOLOM_HILANG)
        .sort("kode_instansi", "nik")
    )


def _keyed(baris: pl.LazyFrame) -> pl.LazyFrame:
    return baris.with_columns(
        nik_angka=nik_angka(pl.col("nik")), banding=nama_banding(pl.col("nama"))
    ).filter(pl.col("nik_angka").is_not_null())


def exit_reasons(masukan: "Masukan", k: "Ketentuan") -> list[pl.LazyFrame]:
    """What takes somebody out of a list: sebab and kata (the reason given), with keys of those it speaks
    of: nik_angka or nomor_baku in an instansi, or nik_angka anywhere."""
    alasan = []
    if masukan.penghapusan is not None:
        beralasan = masukan.penghapusan.filter(pl.col("alasan").str.strip_chars() != "")
        alasan.append(
            _told(beralasan, PENGHAPUSAN, pl.col("alasan"), ["kode_instansi", "nik_angka"])
        )
    if masukan.lapor_thk2 is not None:
        lapor = masukan.lapor_thk2.filter(pl.col("alasan").is_not_null())
        lapor = lapor.with_columns(nomor_baku=nomor_thk2_baku(pl.col("nomor_peserta")))
        for nomor in ("nik_angka", "nomor_baku"):
            alasan.append(_told(lapor, LAPOR, pl.col("alasan"), ["kode_instansi", nomor]))
    if masukan.dukcapil is not None:
        menurut = pl.lit("menurut Dukcapil")
        wafat = masukan.dukcapil.filter(pl.col("status") == k.status_meninggal)
        alasan.append(_told(wafat, MENINGGAL, menurut, ["nik_angka"]))
    return alasan


def _told(baris: pl.LazyFrame, sebab: str, kata: pl.Expr, kunci: list[str]) -> pl.LazyFrame:
    bernomor = baris.with_columns(nik_angka=nik_angka(pl.col("nik"))).drop_nulls(kunci)
    return bernomor.select(*kunci, pl.lit(sebab).alias("sebab"), kata.alias("kata"))


def _corrected(kini: pl.LazyFrame, lalu: pl.LazyFrame) -> pl.LazyFrame:
    """Who is in the list under a NIK that no earlier potret of the instansi had."""
    baru = kini.join(lalu, on=_KUNCI, how="anti")
    return baru.select("kode_instansi", "banding", "tanggal_lahir").drop_nulls()
