"""The cycle of 2022 as each kind of instansi went through it: a table a lawyer can read."""

from datetime import date, datetime

import polars as pl
import pytest

from rules.batas_instansi import susun_perpanjangan
from rules.fase import SKEMA, Keadaan, daftar_fase, susun_fase
from rules.kalender import WIB, kalender_on
from rules.ketentuan import ketentuan_on
from rules.pembukaan import judge_pembukaan
from rules.perpanjangan import judge_perpanjangan, syarat_perpanjangan

# The kinds: an ordinary sender; an extension to 28-10 with a proposal of 10-10; the same letter without
# any proposal; one that never sends; one that signs on 04-11; one that signs for a superseded potret on
# 04-11 and rightly on 07-11; one that signs only in December; one that is opened again in December and
# signs anew on 20-12; one that goes back before its new deadline; one that goes back after it.
SEMUA = ("BIASA", "LEBIH", "TANPA", "DIAM", "TEKEN", "LAMA", "TELAT", "ULANG", "CABUT", "BATAL")
BIASA, LEBIH, TANPA, DIAM, TEKEN, LAMA, TELAT, ULANG, CABUT, BATAL = SEMUA
UTC = pl.Datetime("us", "UTC")


def saat(teks: str) -> datetime:
    return datetime.strptime(f"2022-{teks}", "%Y-%d-%m %H:%M").replace(tzinfo=WIB)


def perpanjangan(tanggal: datetime) -> pl.LazyFrame:
    """What the night of `tanggal` knows: the letters approved on 22-10 at noon, the proposal of 10-10."""
    izin = pl.LazyFrame(
        {
            "kode_instansi": [LEBIH, TANPA],
            "nomor_surat": ["B/77", "B/78"],
            "tanggal_surat": [date(2022, 10, 21)] * 2,
            "sampai": [saat("28-10 23:59")] * 2,
        },
        schema_overrides={"sampai": UTC},
    )
    aduan = pl.LazyFrame(
        {
            "id": ["1", "2", "3"],
            "jenis": ["USULAN", "USULAN", "SANGGAHAN"],
            "kode_instansi": [LEBIH, TANPA, TANPA],
            "waktu": [saat("10-10 09:00"), saat("29-09 09:00"), saat("10-10 09:00")],
        },
        schema_overrides={"waktu": UTC},
    )
    kalender = kalender_on(tanggal.date())
    syarat = syarat_perpanjangan(ketentuan_on(tanggal.date()), kalender)
    ada = izin if tanggal >= saat("22-10 12:00") else izin.clear()
    dinilai = judge_perpanjangan(
        ada, aduan.filter(pl.col("waktu") <= pl.lit(tanggal).cast(UTC)), syarat
    )
    surat = pl.LazyFrame(schema={"kode_instansi": pl.String, "id_berkas": pl.Int32, "waktu": UTC})
    return susun_perpanjangan(surat, dinilai, kalender).lazy()


def sptjm(tanggal: datetime) -> pl.LazyFrame:
    isi = [
        (TEKEN, "04-11 10:00", "DITERIMA", "a"),
        (LAMA, "04-11 10:00", "DITOLAK", "b"),
        (LAMA, "07-11 08:00", "DITERIMA", "c"),
        (TELAT, "15-12 10:00", "DITERIMA", "d"),
        (ULANG, "20-12 10:00", "DITERIMA", "e"),
    ]
    baris = [
        (kode, saat(w), keadaan, "finalisasi", huruf * 64)
        for kode, w, keadaan, huruf in isi
        if saat(w) <= tanggal
    ]
    skema = {
        "kode_instansi": pl.String, "waktu": UTC, "keadaan": pl.String, "tahap": pl.String,
        "sidik": pl.String,
    }  # fmt: skip
    return pl.LazyFrame(baris, schema=skema, orient="row")


def pembukaan(tanggal: datetime) -> pl.LazyFrame:
    """Letters of 05-12 that open finalisasi again until 15-12; two of them are withdrawn."""
    surat = pl.DataFrame(
        [(kode, "S/9", date(2022, 12, 5), saat("15-12 17:00")) for kode in (ULANG, CABUT, BATAL)],
        schema={"kode_instansi": pl.String, "nomor_surat": pl.String, "tanggal_surat": pl.Date, "sampai": UTC},
        orient="row",
    ).lazy()  # fmt: skip
    batal = pl.DataFrame(
        [(CABUT, "S/9", saat("10-12 09:00"), "Ani"), (BATAL, "S/9", saat("18-12 09:00"), "Ani")],
        schema={"kode_instansi": pl.String, "nomor_surat": pl.String, "waktu": UTC, "oleh": pl.String},
        orient="row",
    ).with_columns(alasan=pl.lit("Dicabut"))  # fmt: skip
    batal = batal.filter(pl.col("waktu") <= pl.lit(tanggal).cast(UTC)).lazy()
    ada = tanggal >= saat("05-12 08:00")
    (final,) = (t for t in kalender_on(date(2022, 12, 1)) if "sptjm" in t.terbit)
    surat = surat.with_columns(alasan=pl.lit(None, pl.String))
    return judge_pembukaan(surat if ada else None, batal, final, SEMUA).lazy()


def fase(pada: str) -> pl.DataFrame:
    tanggal = saat(pada)
    instansi = pl.LazyFrame({"kode_instansi": SEMUA, "mengirim": [k != DIAM for k in SEMUA]})
    keadaan = Keadaan(instansi, perpanjangan(tanggal), sptjm(tanggal), pembukaan(tanggal))
    return susun_fase(keadaan, kalender_on(tanggal.date()), tanggal)


AWAL = "B/1511/M.SM.01.00/2022"
PRAFINAL = "Paparan BKN 2022 alur tahap 3 (jam tidak disebut: akhir hari, asumsi)"
UMUM = "B/1917/M.SM.01.00/2022 butir 3 (jam tidak disebut: akhir hari, asumsi)"
TUTUP = "B/1917/M.SM.01.00/2022 butir 4"
FINAL = "B/1917/M.SM.01.00/2022 penutupan aplikasi"
AKHIR = "Bacaan kami tentang pengumuman akhir (asumsi)"
IZIN = "surat persetujuan BKN B/77"
SURAT = "Surat BKN S/9"
# Everybody before the deadline of corrections, whichever kind.
BERSAMA = [
    # moment        present phase   since          by which document
    ("26-08 08:00", "PENDATAAN", "22-07 00:00", AWAL),
    ("29-09 12:00", "PENDATAAN", "22-07 00:00", AWAL),
    ("30-09 12:00", "PENDATAAN", "22-07 00:00", AWAL),
    ("01-10 12:00", "UJI_PUBLIK", "01-10 00:00", PRAFINAL),
    ("07-10 12:00", "UJI_PUBLIK", "01-10 00:00", PRAFINAL),
    ("08-10 12:00", "UJI_PUBLIK", "01-10 00:00", PRAFINAL),
    ("09-10 00:00", "PERBAIKAN", "08-10 23:59", UMUM),
    ("22-10 16:59", "PERBAIKAN", "08-10 23:59", UMUM),
]
SESUDAH = [
    # kind, moment         present phase     since          by which document
    (BIASA, "22-10 17:01", "MENUNGGU_FINAL", "22-10 17:00", TUTUP),
    (BIASA, "31-10 16:59", "MENUNGGU_FINAL", "22-10 17:00", TUTUP),
    (BIASA, "31-10 17:01", "FINAL", "31-10 17:00", FINAL),
    (BIASA, "22-11 00:00", "DIUMUMKAN", "21-11 23:59", AKHIR),
    (LEBIH, "22-10 17:01", "PERPANJANGAN", "22-10 17:00", IZIN),
    (LEBIH, "28-10 23:58", "PERPANJANGAN", "22-10 17:00", IZIN),
    (LEBIH, "29-10 00:00", "MENUNGGU_FINAL", "28-10 23:59", IZIN),
    (LEBIH, "31-10 17:01", "FINAL", "31-10 17:00", FINAL),
    (TANPA, "22-10 17:01", "MENUNGGU_FINAL", "22-10 17:00", TUTUP),
    (TANPA, "31-10 17:01", "FINAL", "31-10 17:00", FINAL),
    (DIAM, "22-10 17:01", "MENUNGGU_FINAL", "22-10 17:00", TUTUP),
    (DIAM, "31-10 16:59", "MENUNGGU_FINAL", "22-10 17:00", TUTUP),
    (DIAM, "31-10 17:01", "NIHIL", "31-10 17:00", FINAL),
    (DIAM, "22-11 00:00", "NIHIL", "31-10 17:00", FINAL),
    (TEKEN, "04-11 09:59", "FINAL", "31-10 17:00", FINAL),
    (TEKEN, "04-11 10:00", "BER_SPTJM", "04-11 10:00", "SPTJM kiriman 04-11-2022 pukul 10.00 WIB untuk potret finalisasi (sidik aaaaaaaaaaaa…)"),
    (TEKEN, "22-11 00:00", "DIUMUMKAN", "21-11 23:59", AKHIR),
    (LAMA, "04-11 10:01", "FINAL", "31-10 17:00", FINAL),
    (LAMA, "07-11 08:00", "BER_SPTJM", "07-11 08:00", "SPTJM kiriman 07-11-2022 pukul 08.00 WIB untuk potret finalisasi (sidik cccccccccccc…)"),
    (ULANG, "05-12 08:00", "DIBUKA_KEMBALI", "05-12 00:00", SURAT),
    (ULANG, "15-12 16:59", "DIBUKA_KEMBALI", "05-12 00:00", SURAT),
    (ULANG, "15-12 17:01", "FINAL_ULANG", "15-12 17:00", SURAT),
    (ULANG, "20-12 10:00", "BER_SPTJM", "20-12 10:00", "SPTJM kiriman 20-12-2022 pukul 10.00 WIB untuk potret finalisasi (sidik eeeeeeeeeeee…)"),
    (CABUT, "10-12 08:59", "DIBUKA_KEMBALI", "05-12 00:00", SURAT),
    (CABUT, "10-12 09:00", "PEMBUKAAN_DIBATALKAN", "10-12 09:00", f"pembatalan {SURAT} oleh Ani"),
    (CABUT, "20-12 10:00", "PEMBUKAAN_DIBATALKAN", "10-12 09:00", f"pembatalan {SURAT} oleh Ani"),
    (BATAL, "18-12 08:59", "FINAL_ULANG", "15-12 17:00", SURAT),
    (BATAL, "18-12 09:00", "PEMBUKAAN_DIBATALKAN", "18-12 09:00", f"pembatalan {SURAT} oleh Ani"),
    (TELAT, "14-12 00:00", "DIUMUMKAN", "21-11 23:59", AKHIR),
    (TELAT, "15-12 10:00", "BER_SPTJM", "15-12 10:00", "SPTJM kiriman 15-12-2022 pukul 10.00 WIB untuk potret finalisasi (sidik dddddddddddd…)"),
]  # fmt: skip
DAUR = [(kode, *baris) for baris in BERSAMA for kode in SEMUA] + SESUDAH


@pytest.fixture(scope="module")
def malam() -> dict[str, pl.DataFrame]:
    """Every night of the table, once."""
    return {pada: fase(pada) for pada in dict.fromkeys(baris[1] for baris in DAUR)}


@pytest.mark.parametrize("baris", DAUR, ids=[f"{baris[0]} {baris[1]}" for baris in DAUR])
def test_where_everybody_stands(
    baris: tuple[str, str, str, str, str], malam: dict[str, pl.DataFrame]
) -> None:
    kode, pada, *harapan = baris
    kini = malam[pada].filter("sekarang", kode_instansi=kode)
    sejak = pl.col("sejak").dt.convert_time_zone("Asia/Jakarta").dt.strftime("%d-%m %H:%M")
    assert kini.select("fase", sejak, "menurut").rows() == [tuple(harapan)]


def test_the_whole_way_of_one_with_more_time() -> None:
    milik = fase("01-12 00:00").filter(kode_instansi=LEBIH)
    waktu = pl.col("sejak").dt.convert_time_zone("Asia/Jakarta").dt.strftime("%d-%m %H:%M")
    assert milik.select("fase", waktu, "menurut").rows() == [
        ("PENDATAAN", "22-07 00:00", AWAL),
        ("PRA_FINAL", "30-09 23:59", PRAFINAL),
        ("UJI_PUBLIK", "01-10 00:00", PRAFINAL),
        ("PERBAIKAN", "08-10 23:59", UMUM),
        ("PERPANJANGAN", "22-10 17:00", IZIN),
        ("MENUNGGU_FINAL", "28-10 23:59", IZIN),
        ("FINAL", "31-10 17:00", FINAL),
        ("DIUMUMKAN", "21-11 23:59", AKHIR),
    ]


def test_a_letter_that_opens_nothing_is_named_with_the_reason() -> None:
    catatan = fase("22-10 17:01").filter("sekarang", pl.col("catatan").is_not_null())
    assert catatan.select("kode_instansi", "catatan").rows() == [
        (
            TANPA,
            "Surat persetujuan BKN B/78 tidak membuka perpanjangan: tidak ada usulan untuk instansi ini "
            "yang masuk sesudah Pra-finalisasi (Paparan BKN 2022 alur tahap 5).",
        )
    ]


def test_each_phase_ends_where_the_next_begins() -> None:
    milik = fase("22-10 17:01").filter(kode_instansi=LEBIH)
    assert milik["sampai"][:-1].to_list() == milik["sejak"][1:].to_list()
    assert milik["sampai"][-1] == saat("28-10 23:59")
    assert milik["urut"].to_list() == list(range(1, milik.height + 1))
    assert milik.schema == SKEMA


def test_the_calendar_of_the_day_decides() -> None:
    """On 29-09 the deck's calendar: everybody's next moment is pra-finalisasi, and no perbaikan is known."""
    assert "perbaikan" not in {satu.kode for satu in kalender_on(date(2022, 9, 29))}
    sampai = fase("29-09 12:00")["sampai"].unique().dt.convert_time_zone("Asia/Jakarta")
    assert sampai.dt.date().to_list() == [date(2022, 9, 30)]


def test_the_phases_are_a_list_with_sentences() -> None:
    assert [satu.tingkat for satu in daftar_fase()] == list(range(len(daftar_fase())))
    assert len({satu.kode for satu in daftar_fase()}) == len(daftar_fase())
    assert all(satu.berikut.endswith(".") for satu in daftar_fase())
