"""What is said of a delivery that came after its deadline: which one, by which document, and what is left."""

from datetime import datetime

import polars as pl

from rules.kalender import (
    JENIS_PENGHAPUSAN,
    WIB,
    Tahap,
    batas_berikut,
    batas_menerima,
    tahap_menerima,
)
from rules.pembukaan import SURAT

_UTC = pl.Datetime("us", "UTC")


def say_late(
    terlambat: pl.DataFrame,
    perpanjangan: pl.DataFrame,
    pembukaan: pl.DataFrame,
    kalender: tuple[Tahap, ...],
    tanggal: datetime,
) -> pl.DataFrame:
    """id_berkas and pesan of every late delivery, as of `tanggal` (aware).

    `terlambat`: id_berkas, kode_instansi, jenis, waktu, hanya_penghapusan (its sheet Penghapusan
    still counts). `perpanjangan`: kode_instansi, nomor_surat, batas_diperpanjang, alasan_tertutup.
    `pembukaan`: the table of that name. The deadline is the instansi's own: everybody's, the later one
    of its approved extension, or the last one up to which it had been opened again before it sent.
    """
    umum = tahap_menerima(kalender, "masukan")
    if umum is None:
        raise ValueError("nothing is late where no tahap takes corrections")
    batas, surat = pl.lit(umum.batas).cast(_UTC), pl.col("batas_diperpanjang").cast(_UTC)
    lebih = (surat > batas).fill_null(value=False)
    izin = pl.format("surat persetujuan BKN {}", pl.col("nomor_surat").fill_null("tanpa nomor"))
    kembali = pl.col("dibuka_sampai")
    return terlambat.join(
        perpanjangan.select("kode_instansi", "nomor_surat", "batas_diperpanjang", "alasan_tertutup"),
        on="kode_instansi", how="left", maintain_order="left",
    ).join(_opened(terlambat, pembukaan), on="id_berkas", how="left", maintain_order="left").select(
        "id_berkas",
        pesan=pl.format(
            "Datang {} WIB, sesudah batas {} WIB ({}); tersimpan, tetapi {}. {}{}",
            _hour(pl.col("waktu"), "%H.%M.%S"),
            _hour(pl.coalesce(kembali, pl.when(lebih).then(surat).otherwise(batas)), "%H.%M"),
            pl.coalesce("surat_pembukaan", pl.when(lebih).then(izin).otherwise(pl.lit(umum.kutipan))),
            pl.when("hanya_penghapusan").then(pl.lit("hanya lembar Penghapusan yang dihitung, orang di dalamnya tidak"))
            .otherwise(pl.lit("tidak dihitung")),
            (pl.col("alasan_tertutup") + " ").fill_null(""),
            _way(kalender, tanggal),
        ),
    )  # fmt: skip


def _opened(terlambat: pl.DataFrame, pembukaan: pl.DataFrame) -> pl.DataFrame:
    """Per late delivery the last time its instansi had been opened again that was over by then."""
    waktu = pl.col("waktu").dt.convert_time_zone("UTC")
    return (
        terlambat.select("id_berkas", "kode_instansi", "waktu")
        .join(pembukaan.filter(pl.col("alasan_tertutup").is_null()), on="kode_instansi")
        .filter(pl.col("sampai") < waktu)
        .sort("sampai", "nomor_surat")
        .group_by("id_berkas")
        .agg(
            dibuka_sampai=pl.col("sampai").last(),
            surat_pembukaan=pl.format(f"{SURAT} {{}}", pl.col("nomor_surat").last()),
        )
    )


def say_late_letter(kalender: tuple[Tahap, ...], waktu: str = "waktu") -> pl.Expr:
    """The sentence beside a letter asking for more time that came when none can be given any more; null
    for one in time."""
    akhir = batas_menerima(kalender, "perpanjangan")
    lewat = pl.col(waktu).dt.convert_time_zone("UTC") > pl.lit(akhir).cast(_UTC)
    pesan = pl.format(
        "Surat permohonan ini datang {} WIB, sesudah batas terakhir perpanjangan {} WIB; tersimpan, tetapi "
        "waktu tidak dapat ditambah lagi. Untuk pertanyaan hubungi helpdesk BKN.",
        _hour(pl.col(waktu), "%H.%M.%S"),
        _hour(pl.lit(akhir).cast(_UTC), "%H.%M"),
    )
    return pl.when(lewat).then(pesan)


def _way(kalender: tuple[Tahap, ...], tanggal: datetime) -> pl.Expr:
    """What the instansi can still do at `tanggal`."""
    minta, hapus = (
        batas_berikut(kalender, apa, tanggal) for apa in ("perpanjangan", "penghapusan")
    )
    if minta:
        return pl.format(
            "Bila ada usulan yang masuk sesudah pra-finalisasi, surat permohonan perpanjangan masih dapat "
            "dikirim ke kotak-masuk/{}/perpanjangan/; bila BKN menyetujuinya, kiriman sampai batas yang "
            f"baru, paling lambat {_words(minta)}, diambil dengan sendirinya.",
            "kode_instansi",
        )  # fmt: skip
    tutup = pl.lit(
        "Masa perbaikan dan perpanjangan sudah ditutup; untuk pertanyaan hubungi helpdesk BKN. "
        "Langkah berikutnya ada di keadaan.html."
    )
    if hapus is None:
        return tutup
    masih = f"Yang masih dihitung hanya lembar Penghapusan, sampai {_words(hapus)}. "
    return pl.when(pl.col("jenis") == JENIS_PENGHAPUSAN).then(pl.lit(masih) + tutup).otherwise(tutup)  # fmt: skip


def _hour(saat: pl.Expr, jam: str) -> pl.Expr:
    return saat.dt.convert_time_zone(WIB.key).dt.strftime(f"%d-%m-%Y pukul {jam}")


def _words(saat: datetime) -> str:
    return f"{saat.astimezone(WIB):%d-%m-%Y pukul %H.%M} WIB"
