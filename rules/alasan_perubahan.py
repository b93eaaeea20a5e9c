"""Why somebody is new, gone or changed between two potret, as far as anybody said so."""

from dataclasses import dataclass
from datetime import datetime

import polars as pl

from rules.aduan_orang import moment
from rules.banding_potret import BARU, BERUBAH, HILANG, Banding
from rules.kalender import WIB
from rules.kewajaran_potret import LAPOR, MENINGGAL, PENGHAPUSAN
from rules.pembukaan import SURAT
from rules.ungkapan import nik_angka, nomor_thk2_baku

ADUAN, PEMBUKAAN, PERPANJANGAN = "ADUAN", "PEMBUKAAN KEMBALI", "PERPANJANGAN"
JAWABAN, PERBAIKAN = "JAWABAN", "PERBAIKAN"
TANPA = "TANPA KETERANGAN"
# The first that holds is the reason; what the others say is told beside it.
SEBAB = (ADUAN, PENGHAPUSAN, LAPOR, MENINGGAL, PEMBUKAAN, PERPANJANGAN, JAWABAN, PERBAIKAN, TANPA)
# Which kinds of accepted complaint make somebody new, or gone; any kind may change a row.
_JENIS = {BARU: ("USULAN",), HILANG: ("SANGGAHAN", "PENGADUAN")}
_SEL = ["kode_instansi", "nik", "nik_lama"]


@dataclass(frozen=True)
class Keterangan:
    """What was said between two potret.

    `keluar`: frames of exit_reasons. `aduan`: kode_instansi, nik, id, jenis of the accepted ones.
    `berkas`: kode_instansi, sha256, nama_berkas, waktu, jawaban (a workbook of ours that came back),
    and of the delivery that stands in its place now pengganti and waktu_pengganti. `izin`:
    kode_instansi, nomor_surat of approved extensions. `pembukaan`: the table of that name. `temuan`: kode_instansi, nik, kolom, kode_aturan
    of the older potret. `sejak`: deadline of the older potret; `umum`: the last moment for everybody's
    corrections, None where there is none.
    """

    keluar: list[pl.DataFrame]
    aduan: pl.DataFrame
    berkas: pl.DataFrame
    izin: pl.DataFrame
    pembukaan: pl.DataFrame
    temuan: pl.DataFrame
    sejak: datetime
    umum: datetime | None


def explain_changes(banding: Banding, ket: Keterangan) -> pl.DataFrame:
    """`banding.orang` in its order, with sebab (one of SEBAB) and keterangan, which tells all that is known."""
    orang = banding.orang.with_row_index("ke")
    kata = [
        *_by_complaint(orang, ket.aduan),
        *_by_exit(orang, ket.keluar),
        _by_file(orang, banding.sel, ket),
        _by_absence(orang, ket.berkas),
    ]
    urut = {sebab: nomor for nomor, sebab in enumerate(SEBAB)}
    terang = (
        pl.concat(kata)
        .unique(maintain_order=True)
        .sort(pl.col("sebab").replace_strict(urut, return_dtype=pl.Int8), maintain_order=True)
        .group_by("ke", maintain_order=True)
        .agg(
            pl.col("sebab").first(),
            # Where something was said, that a row is gone from a file tells nothing more.
            keterangan=pl.col("kata")
            .filter((pl.col("sebab") != TANPA) | (pl.col("sebab").first() == TANPA))
            .drop_nulls()
            .str.join("; "),
        )
    )
    kosong = pl.col("keterangan") == ""
    return (
        orang.join(terang, on="ke", how="left", maintain_order="left")
        .with_columns(
            pl.col("sebab").fill_null(TANPA), keterangan=pl.when(~kosong).then("keterangan")
        )
        .drop("ke")
    )


def count_changes(terang: pl.DataFrame, sama: pl.DataFrame) -> pl.DataFrame:
    """kode_instansi, perubahan, sebab (null for SAMA), orang, jabatan (of them whose title changed)."""
    kunci = ["kode_instansi", "perubahan", "sebab"]
    berubah = terang.group_by(kunci).agg(
        orang=pl.len().cast(pl.Int64),
        jabatan=pl.col("jabatan_berubah").fill_null(value=False).sum().cast(pl.Int64),
    )
    tetap = sama.select(
        "kode_instansi", perubahan=pl.lit("SAMA"), sebab=pl.lit(None, pl.String),
        orang=pl.col("orang").cast(pl.Int64), jabatan=pl.lit(0, pl.Int64),
    )  # fmt: skip
    return pl.concat([berubah, tetap]).sort(kunci)


def _by_complaint(orang: pl.DataFrame, aduan: pl.DataFrame) -> list[pl.DataFrame]:
    """A row may be known by the NIK it had and the one it has."""
    kata = pl.format("{} {} diterima", pl.col("jenis").str.to_lowercase(), "id")
    boleh = pl.any_horizontal(
        pl.col("perubahan") == BERUBAH,
        *((pl.col("perubahan") == p) & pl.col("jenis").is_in(jenis) for p, jenis in _JENIS.items()),
    )
    return [
        orang.select("ke", "kode_instansi", "perubahan", nik=nomor)
        .join(aduan, on=["kode_instansi", "nik"])
        .filter(boleh)
        .sort("ke", "id")
        .select("ke", sebab=pl.lit(ADUAN), kata=kata)
        for nomor in ("nik", "nik_lama")
    ]


def _by_exit(orang: pl.DataFrame, keluar: list[pl.DataFrame]) -> list[pl.DataFrame]:
    pergi = orang.filter(perubahan=HILANG).with_columns(
        nik_angka=nik_angka(pl.col("nik")), nomor_baku=nomor_thk2_baku(pl.col("nomor_peserta_thk2"))
    )
    return [
        pergi.join(alasan, on=[n for n in alasan.columns if n not in ("sebab", "kata")]).select(
            "ke", "sebab", "kata"
        )
        for alasan in keluar
    ]


def _by_file(orang: pl.DataFrame, sel: pl.DataFrame, ket: Keterangan) -> pl.DataFrame:
    """The delivery that brought the row: opened again, late by an extension, an answer to a finding, or a
    correction."""
    datang = (
        orang.filter(pl.col("perubahan") != HILANG)
        .join(ket.berkas, on=["kode_instansi", "sha256"])
        .join(ket.izin, on="kode_instansi", how="left")
        .join(_opened(ket), on=["kode_instansi", "sha256"], how="left")
        .join(_answered(sel, ket.temuan), on=_SEL, how="left", nulls_equal=True)
    )
    berkas = pl.format("{} ({})", "nama_berkas", _day("waktu"))
    aturan = pl.format("menjawab temuan {} lewat {}", "aturan", berkas)
    surat = pl.format("surat {}, {}", pl.col("nomor_surat").fill_null("tidak diketahui"), berkas)
    waktu = pl.col("waktu").dt.convert_time_zone("UTC")
    baru = waktu > moment(ket.sejak)
    pilihan: list[tuple[pl.Expr, str, pl.Expr]] = [
        (pl.col("pembukaan").is_not_null(), PEMBUKAAN, pl.format("{}, {}", "pembukaan", berkas)),
        ((waktu > moment(ket.umum)).fill_null(value=False), PERPANJANGAN, surat),
        (baru & pl.col("aturan").is_not_null(), JAWABAN, aturan),
        (baru & pl.col("jawaban"), JAWABAN, pl.format("buku jawaban {}", berkas)),
        (baru, PERBAIKAN, berkas),
        (pl.lit(value=True), TANPA, pl.format("dari {}, dikirim sebelum potret yang lama", berkas)),
    ]
    return datang.select(
        "ke",
        sebab=pl.coalesce(pl.when(bila).then(pl.lit(sebab)) for bila, sebab, _ in pilihan),
        kata=pl.coalesce(pl.when(bila).then(kata) for bila, _, kata in pilihan),
    )


def _opened(ket: Keterangan) -> pl.DataFrame:
    """kode_instansi, sha256, pembukaan (the letter) of what came while its instansi was open again."""
    return (
        ket.berkas.select("kode_instansi", "sha256", "waktu")
        .join(ket.pembukaan.filter(pl.col("alasan_tertutup").is_null()), on="kode_instansi")
        .filter(pl.col("waktu").dt.convert_time_zone("UTC").is_between("sejak", "sampai"))
        .group_by("kode_instansi", "sha256")
        .agg(pembukaan=pl.format(f"{SURAT} {{}}", pl.col("nomor_surat").sort().last()))
    )


def _answered(sel: pl.DataFrame, temuan: pl.DataFrame) -> pl.DataFrame:
    """_SEL and the codes of the findings of the older potret about a field that changed since."""
    kena = sel.join(temuan.rename({"nik": "nik_lama"}), on=["kode_instansi", "nik_lama", "kolom"])
    return kena.group_by(_SEL).agg(aturan=pl.col("kode_aturan").unique().sort().str.join(", "))


def _by_absence(orang: pl.DataFrame, berkas: pl.DataFrame) -> pl.DataFrame:
    """How somebody about whom nothing was said fell out."""
    pergi = orang.filter(perubahan=HILANG).join(
        berkas, left_on=["kode_instansi", "sha256_lama"], right_on=["kode_instansi", "sha256"]
    )
    diganti = pl.format("tidak ada lagi dalam {} ({})", "pengganti", _day("waktu_pengganti"))
    dicabut = pl.lit("dicabut lewat lembar Penghapusan tanpa alasan")
    kata = (
        pl.when(pl.col("waktu_pengganti") > pl.col("waktu"))
        .then(diganti)
        .otherwise(pl.when(pl.col("pengganti").is_not_null()).then(dicabut))
    )
    return pergi.select("ke", sebab=pl.lit(TANPA), kata=kata)


def _day(waktu: str) -> pl.Expr:
    return pl.col(waktu).dt.convert_time_zone(WIB.key).dt.strftime("%d-%m-%Y")
