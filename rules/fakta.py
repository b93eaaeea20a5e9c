"""Derived facts: one row per tenaga of the list, everything that the rules ask about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from rules.dokumen_fakta import DOKUMEN, KOLOM_DOKUMEN, match_dokumen, match_sama
from rules.induk_thk2 import KOLOM_INDUK, KOLOM_LAPOR, match_induk, match_lapor
from rules.jabatan_fakta import match_jabatan
from rules.masa_kerja import pembayaran_sk, rangkum_periode, susun_periode
from rules.pasangan import tandai_ganda
from rules.pengecualian import KOLOM_PENGECUALIAN, match_pengecualian
from rules.riwayat_kerja import kenali_riwayat, kenali_unit, rangkum_riwayat
from rules.rujukan_fakta import KOLOM_RUJUKAN, match_rujukan
from rules.serupa.fakta import tandai_serupa
from rules.umpan_nasional import (
    KOLOM_DUKCAPIL,
    latest_konfirmasi,
    match_dukcapil,
    match_register,
)
from rules.ungkapan import nik_angka, nomor_thk2_baku, usia_pada

if TYPE_CHECKING:
    from rules.ketentuan import Ketentuan

KATEGORI_THK2, KATEGORI_NON_ASN = "THK-II", "NON-ASN"

# Columns that only the rules need, beside those of tables tenaga and fakta.
KOLOM_BANTU: Mapping[str, pl.DataType] = {
    "nik_angka": pl.UInt64(),
    "instansi_jenis": pl.String(),
    **{nama: tipe for nama, tipe in KOLOM_RUJUKAN.items() if nama != "tingkat_pendidikan"},
}
KOLOM_BANTU_RIWAYAT: Mapping[str, pl.DataType] = {
    "unit_kode_instansi": pl.String(),
    "unit_instansi_lain": pl.String(),
    "asing": pl.Boolean(),
    "riwayat_kelas": pl.String(),
    "lahir_tenaga": pl.Date(),
}


@dataclass(frozen=True)
class Masukan:
    """What facts are derived from; a feed that was never delivered is None.

    tenaga: DAFTAR rows of table tenaga. riwayat: table riwayat with id_tenaga set. unit_instansi:
    result of unit_terbukti. pasangan: table pasangan. pengecualian: rows of that table in force.
    potret_lalu: the people of every earlier potret (urut = 0 for the first; tahap, kode_instansi, nik,
    nomor_peserta_thk2, nama, tanggal_lahir, jabatan, putusan_keseluruhan), None before the first. The
    other frames have the columns of their feed or table.
    """

    tenaga: pl.LazyFrame
    riwayat: pl.LazyFrame
    instansi: pl.LazyFrame
    thk2: pl.LazyFrame | None = None
    dukcapil: pl.LazyFrame | None = None
    register_asn: pl.LazyFrame | None = None
    portal_konfirmasi: pl.LazyFrame | None = None
    lapor_thk2: pl.LazyFrame | None = None
    dokumen_indeks: pl.LazyFrame | None = None
    dokumen: pl.LazyFrame | None = None
    unit_instansi: pl.LazyFrame | None = None
    pengecualian: pl.LazyFrame | None = None
    akun_portal: pl.LazyFrame | None = None
    penghapusan: pl.LazyFrame | None = None
    potret_lalu: pl.LazyFrame | None = None
    pasangan: pl.LazyFrame | None = None


def derive_fakta(masukan: Masukan, k: "Ketentuan") -> pl.LazyFrame:
    """One row per tenaga: all its columns, those of table fakta, and KOLOM_BANTU for the rules.

    Facts are found on narrow frames keyed by integers; the wide rows meet them once, at the end.
    What several facts draw on (Dukcapil, riwayat) is evaluated here, the rest when collected.
    """
    kunci = _kunci(masukan)
    dukcapil = _dukcapil(kunci, masukan, k)
    induk = _induk(kunci, dukcapil, masukan, k)
    jenis = masukan.instansi.select("kode_instansi", instansi_jenis="jenis")
    bagian = [
        # Even a join with 626 rows holds all wide rows: only narrow frames are joined.
        kunci.select("id_tenaga", "kode_instansi")
        .join(jenis, on="kode_instansi")
        .drop("kode_instansi"),
        _register(kunci, masukan, k),
        _konfirmasi(kunci, masukan),
        induk,
        _lapor(kunci, induk, masukan),
        match_jabatan(masukan.tenaga.select("id_tenaga", "jabatan", "konversi_jabatan"), k),
        _kerja(masukan, induk, k),
        tandai_ganda(_ganda(kunci), masukan.instansi),
        _serupa(kunci, masukan),
        _dokumen(masukan),
        match_sama(masukan.tenaga, masukan.dokumen_indeks, masukan.dokumen),
        _pengecualian(kunci, masukan),
        match_rujukan(
            masukan.tenaga.select("id_tenaga", "pendidikan", "pendidikan_sk", "tempat_lahir"), k
        ),
    ]
    # One part after the other: a single plan of ten joins of the nation takes half as long again.
    turunan = dukcapil.collect().sort("id_tenaga")
    del dukcapil, induk
    while bagian:
        # Each part is let go with what was evaluated for it.
        terhitung = bagian.pop(0).collect(engine="streaming")
        turunan = turunan.join(terhitung, on="id_tenaga", how="left", maintain_order="left")
    return (
        join_sorted(masukan.tenaga, turunan)
        .with_columns(
            nik_angka=nik_angka(pl.col("nik")),
            tanggal_lahir_dipakai=pl.coalesce("dukcapil_tanggal_lahir", "tanggal_lahir"),
        )
        .with_columns(*_simpulan(masukan, k))
    )


def derive_riwayat(masukan: Masukan, k: "Ketentuan") -> pl.LazyFrame:
    """Riwayat rows of the list for rules about riwayat: table riwayat with unit_kode_instansi,
    unit_instansi_lain (name), asing, riwayat_kelas (title excluded by the law although the present
    one is not), lahir_tenaga (birth date in Data Utama)."""
    nama = masukan.instansi.select(unit_kode_instansi="kode_instansi", unit_instansi_lain="nama")
    baris = masukan.riwayat.filter(pl.col("id_tenaga").is_not_null())
    kini = match_jabatan(
        masukan.tenaga.select("id_tenaga", "jabatan", "konversi_jabatan"), k
    ).select("id_tenaga", kelas_kini="kelas_dikecualikan")
    lahir = masukan.tenaga.select("id_tenaga", lahir_tenaga="tanggal_lahir")
    lama = match_jabatan(
        baris.select(
            id_tenaga="id_riwayat", jabatan="jabatan", konversi_jabatan=pl.lit(None, pl.String)
        ),
        k,
    ).select(id_riwayat="id_tenaga", riwayat_kelas="kelas_dikecualikan")
    return (
        kenali_unit(baris, masukan.unit_instansi)
        .join(nama, on="unit_kode_instansi", how="left")
        .join(lama, on="id_riwayat", how="left")
        .join(kini, on="id_tenaga", how="left")
        .join(lahir, on="id_tenaga", how="left")
        .with_columns(riwayat_kelas=pl.when(pl.col("kelas_kini").is_null()).then("riwayat_kelas"))
        .drop("kelas_kini")
    )


def _kunci(masukan: Masukan) -> pl.LazyFrame:
    """The few columns of tenaga by which the feeds know a person."""
    return masukan.tenaga.select(
        "id_tenaga",
        "kode_instansi",
        "nama",
        "tanggal_lahir",
        nik_angka=nik_angka(pl.col("nik")),
        nomor_baku=nomor_thk2_baku(pl.col("nomor_peserta_thk2")),
    )


def _dukcapil(kunci: pl.LazyFrame, masukan: Masukan, k: "Ketentuan") -> pl.LazyFrame:
    """id_tenaga of everyone with KOLOM_DUKCAPIL, evaluated: everything else hangs on it."""
    if masukan.dukcapil is None:
        return kunci.select("id_tenaga", *_kosong(KOLOM_DUKCAPIL))
    return _simpan(
        match_dukcapil(kunci.select("id_tenaga", "nik_angka", "nama"), masukan.dukcapil, k)
    )


def _register(kunci: pl.LazyFrame, masukan: Masukan, k: "Ketentuan") -> pl.LazyFrame:
    if masukan.register_asn is None:
        return _tanpa(kunci, {"status_asn": pl.String()})
    register = match_register(masukan.register_asn, k)
    return kunci.select("id_tenaga", "nik_angka").join(register, on="nik_angka").drop("nik_angka")


def _konfirmasi(kunci: pl.LazyFrame, masukan: Masukan) -> pl.LazyFrame:
    if masukan.portal_konfirmasi is None:
        return _tanpa(kunci, {"konfirmasi_aktif": pl.String()})
    kata = latest_konfirmasi(masukan.portal_konfirmasi)
    pribadi = ["nik_angka", "kode_instansi"]
    return kunci.select("id_tenaga", *pribadi).join(kata, on=pribadi).drop(pribadi)


def _induk(
    kunci: pl.LazyFrame, dukcapil: pl.LazyFrame, masukan: Masukan, k: "Ketentuan"
) -> pl.LazyFrame:
    if masukan.thk2 is None:
        return _tanpa(kunci, KOLOM_INDUK | {"thk2_instansi": pl.String()})
    lahir = dukcapil.select("id_tenaga", "dukcapil_tanggal_lahir")
    nama = masukan.instansi.select(thk2_kode_instansi="kode_instansi", thk2_instansi="nama")
    return _simpan(
        match_induk(kunci, masukan.thk2, lahir, k).join(nama, on="thk2_kode_instansi", how="left")
    )


def _lapor(kunci: pl.LazyFrame, induk: pl.LazyFrame, masukan: Masukan) -> pl.LazyFrame:
    if masukan.lapor_thk2 is None:
        return _tanpa(kunci, KOLOM_LAPOR)
    return match_lapor(kunci, masukan.lapor_thk2, induk)


def _kerja(masukan: Masukan, induk: pl.LazyFrame, k: "Ketentuan") -> pl.LazyFrame:
    """Tenure and pay of each tenaga."""
    jenis = masukan.instansi.select("kode_instansi", instansi_jenis="jenis")
    tenaga = masukan.tenaga.join(jenis, on="kode_instansi", how="left")
    tenaga = _tanpa_konversi(tenaga, induk, k)
    riwayat = _simpan(kenali_riwayat(masukan.riwayat, tenaga, masukan.unit_instansi, k))
    sk = _simpan(pembayaran_sk(riwayat))
    periode = _simpan(susun_periode(masukan.tenaga, riwayat, sk, k))
    return (
        rangkum_periode(periode, k)
        .join(rangkum_riwayat(riwayat, k), on="id_tenaga", how="left")
        .join(
            sk.select(
                "id_tenaga", "pembayaran_sk", pembayaran_sk_gelap=pl.col("pembayaran_sk").is_null()
            ),
            on="id_tenaga",
            how="left",
        )
    )


def _tanpa_konversi(tenaga: pl.LazyFrame, induk: pl.LazyFrame, k: "Ketentuan") -> pl.LazyFrame:
    """Whose pay for ASN posts (BOS) does not count for their category is read as holding no such post."""
    if {KATEGORI_THK2, KATEGORI_NON_ASN} <= set(k.bos_dihitung_bagi):
        return tenaga
    thk2 = induk.select("id_tenaga", cocok="thk2_cocok")
    dihitung = (
        pl.when(pl.col("cocok").fill_null(False))
        .then(KATEGORI_THK2 in k.bos_dihitung_bagi)
        .otherwise(KATEGORI_NON_ASN in k.bos_dihitung_bagi)
    )
    return tenaga.join(thk2, on="id_tenaga", how="left").with_columns(
        konversi_jabatan=pl.when(dihitung).then("konversi_jabatan")
    )


def _dokumen(masukan: Masukan) -> pl.LazyFrame:
    kolom = masukan.tenaga.select("id_tenaga", "kode_instansi", *DOKUMEN.values())
    if masukan.dokumen_indeks is None and masukan.dokumen is None:
        return _tanpa(kolom, KOLOM_DOKUMEN)
    return match_dokumen(kolom, masukan.dokumen_indeks, masukan.dokumen)


def _pengecualian(kunci: pl.LazyFrame, masukan: Masukan) -> pl.LazyFrame:
    if masukan.pengecualian is None:
        return _tanpa(kunci, KOLOM_PENGECUALIAN)
    return match_pengecualian(kunci, masukan.pengecualian)


def _ganda(kunci: pl.LazyFrame) -> pl.LazyFrame:
    return kunci.select("id_tenaga", "kode_instansi", nik="nik_angka", nomor="nomor_baku")


def _serupa(kunci: pl.LazyFrame, masukan: Masukan) -> pl.LazyFrame:
    if masukan.pasangan is None:
        return _tanpa(kunci, {"serupa_tempat": pl.String(), "serupa_kalimat": pl.String()})
    return tandai_serupa(masukan.pasangan, masukan.tenaga, masukan.instansi)


def _simpulan(masukan: Masukan, k: "Ketentuan") -> list[pl.Expr]:
    """Facts that follow from other facts; what nobody said of a person becomes no, not unknown."""
    dipakai = pl.col("tanggal_lahir_dipakai")
    kategori = pl.when(pl.col("thk2_cocok").fill_null(False)).then(pl.lit(KATEGORI_THK2))
    sumber = pl.when(pl.col("dukcapil_tanggal_lahir").is_not_null()).then(pl.lit("DUKCAPIL"))
    ada_induk = [] if masukan.thk2 is None else ["thk2_nomor_ada", "thk2_ada"]
    return [
        kategori.otherwise(pl.lit(KATEGORI_NON_ASN)).alias("kategori"),
        sumber.when(dipakai.is_not_null()).then(pl.lit("INSTANSI")).alias("sumber_tanggal_lahir"),
        usia_pada(dipakai, k.tanggal_acuan).alias("usia"),
        pl.col("lapor_tak_aktif", "lapor_lepas", "pembayaran_sk_gelap", *ada_induk).fill_null(
            False
        ),
        pl.col("jumlah_riwayat", "bulan_riwayat_asing").fill_null(0),
    ]


def join_sorted(tenaga: pl.LazyFrame, turunan: pl.DataFrame) -> pl.LazyFrame:
    """Wide rows beside their facts (one row per id_tenaga of `tenaga`, sorted by it).

    Rows that stand in the order of their number are laid side by side: a join of the nation's wide rows,
    hashed or merged, takes up to three times the memory.
    """
    if (
        tenaga.select("id_tenaga")
        .collect(engine="streaming")["id_tenaga"]
        .equals(turunan["id_tenaga"])
    ):
        return pl.concat([tenaga, turunan.lazy().drop("id_tenaga")], how="horizontal")
    return tenaga.join(turunan.lazy(), on="id_tenaga", how="left")


def _simpan(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Evaluate once what is used several times: a lazy frame is computed at each use."""
    return frame.collect(engine="streaming").lazy()


def _kosong(kolom: Mapping[str, pl.DataType]) -> list[pl.Expr]:
    """Typed nulls in place of a feed that was never delivered."""
    return [pl.lit(None, dtype=tipe).alias(nama) for nama, tipe in kolom.items()]


def _tanpa(kunci: pl.LazyFrame, kolom: Mapping[str, pl.DataType]) -> pl.LazyFrame:
    """Nobody found: no rows, the right columns."""
    return kunci.select("id_tenaga", *_kosong(kolom)).clear()
