"""Finalisasi opened again: which letters open, what counts meanwhile, and which potret follows."""

from datetime import date, datetime, timedelta

import polars as pl
import pytest

from rules.kalender import WIB, gerbang, kalender_on
from rules.ketentuan import ketentuan_on
from rules.pembukaan import SKEMA, accept_pembukaan, judge_pembukaan, open_again, tahap_ulang

HARI = date(2022, 12, 1)
KALENDER = kalender_on(HARI)
(FINAL,) = (satu for satu in KALENDER if "sptjm" in satu.terbit)
UTC = pl.Datetime("us", "UTC")
DETIK = timedelta(seconds=1)
BUKA = "10-11 00:00"
TUTUP = "20-11 17:00"


def saat(teks: str) -> datetime:
    return datetime.strptime(f"2022-{teks}", "%Y-%d-%m %H:%M").replace(tzinfo=WIB)


def surat(*isi: tuple[str, str, date | None, datetime | None]) -> pl.LazyFrame:
    skema = {"kode_instansi": pl.String, "nomor_surat": pl.String, "tanggal_surat": pl.Date, "sampai": UTC}  # fmt: skip
    return pl.LazyFrame(isi, schema=skema, orient="row").with_columns(alasan=pl.lit("Salah unit"))


def batal(*isi: tuple[str, str, datetime]) -> pl.LazyFrame:
    skema = {"kode_instansi": pl.String, "nomor_surat": pl.String, "waktu": UTC}
    return pl.LazyFrame(isi, schema=skema, orient="row").with_columns(
        oleh=pl.lit("Direktur"), alasan=pl.lit("Dicabut")
    )


def nilai(
    *isi: tuple[str, str, date | None, datetime | None], dibatalkan: pl.LazyFrame | None = None
) -> pl.DataFrame:
    return judge_pembukaan(surat(*isi), dibatalkan, FINAL, ["5105", "5108"])


SAH = ("5105", "S/1", date(2022, 11, 10), saat(TUTUP))


@pytest.mark.parametrize(
    ("kode", "hari", "sampai", "sebab"),
    [
        ("5105", date(2022, 11, 10), saat(TUTUP), None),
        ("5105", date(2022, 10, 20), saat(TUTUP), None),
        ("5105", date(2022, 10, 20), FINAL.batas + DETIK, None),
        ("5105", date(2022, 10, 20), FINAL.batas, "batasnya tidak sesudah Finalisasi."),
        ("5105", date(2022, 11, 20), saat("20-11 00:00"), "batasnya sudah lewat pada tanggal surat itu."),
        ("5105", date(2022, 11, 21), saat(TUTUP), "batasnya sudah lewat pada tanggal surat itu."),
        ("9999", date(2022, 11, 10), saat(TUTUP), "instansinya tidak dikenal."),
        ("5105", None, saat(TUTUP), "tanggal surat atau batasnya kosong."),
        ("5105", date(2022, 11, 10), None, "tanggal surat atau batasnya kosong."),
    ],
)  # fmt: skip
def test_which_letters_open(
    kode: str, hari: date | None, sampai: datetime | None, sebab: str | None
) -> None:
    (satu,) = nilai((kode, "S/1", hari, sampai)).to_dicts()
    assert satu["alasan_tertutup"] == (sebab and f"Surat BKN S/1 tidak membuka kembali: {sebab}")
    assert (satu["tahap"] is None) == bool(sebab)


def test_it_begins_with_the_day_of_the_letter_never_before_the_deadline_it_opens() -> None:
    awal = nilai(SAH, ("5108", "S/2", date(2022, 10, 1), saat(TUTUP)))["sejak"].to_list()
    assert awal == [saat(BUKA), FINAL.batas]


def test_of_one_number_the_last_row_counts_and_without_a_feed_there_is_none() -> None:
    assert nilai(SAH, ("5105", "S/1", date(2022, 11, 10), saat("25-11 17:00")))["tahap"].to_list() == [
        "finalisasi_ulang_202211251700"
    ]  # fmt: skip
    assert judge_pembukaan(None, None, FINAL, []).schema == SKEMA


MASUK = [
    # came           counts  for all  for none  for 5105 alone
    ("09-11 23:59", (False, False, False)),
    (BUKA, (True, False, True)),
    (TUTUP, (True, False, True)),
    ("20-11 17:01", (False, False, False)),
]


@pytest.mark.parametrize(("waktu", "dihitung"), MASUK)
@pytest.mark.parametrize("jenis", ["data-utama", "data-riwayat", "lapor-thk2"])
def test_what_counts_meanwhile(jenis: str, waktu: str, dihitung: tuple[bool, ...]) -> None:
    """Unsigned, the new list is seen by working nights and its own potret only."""
    for bekerja, harap in zip((None, [], ["5105"]), dihitung, strict=True):
        assert counts(nilai(SAH), jenis, waktu, bekerja) == harap


def counts(pembukaan: pl.DataFrame, jenis: str, waktu: str, bekerja: list[str] | None) -> bool:
    terima = pl.LazyFrame(
        {"id_berkas": [1], "kode_instansi": ["5105"], "jenis": [jenis], "waktu": [saat(waktu)]},
        schema_overrides={"waktu": UTC},
    )
    hasil = open_again(gerbang(terima, None, KALENDER), pembukaan, bekerja).collect()
    return not (hasil["terlambat"] | hasil["hanya_penghapusan"]).item()


@pytest.mark.parametrize("bekerja", [None, [], ["5105"], ["5108"]])
def test_once_signed_it_counts_for_everybody_once_withdrawn_for_nobody(
    bekerja: list[str] | None,
) -> None:
    diterima = accept_pembukaan(
        nilai(SAH), [("5105", "finalisasi_ulang_202211201700", saat("24-11 10:00"))]
    )
    assert counts(diterima, "data-utama", TUTUP, bekerja)
    dicabut = nilai(SAH, dibatalkan=batal(("5105", "S/1", saat("25-11 09:00"))))
    assert not counts(dicabut, "data-utama", TUTUP, bekerja)


def test_a_letter_that_opens_nothing_changes_nothing() -> None:
    assert not counts(nilai(("9999", *SAH[1:])), "data-utama", TUTUP, None)
    assert not counts(SKEMA.to_frame(), "data-utama", TUTUP, None)


@pytest.mark.parametrize(
    ("dicabut", "berlaku"),
    [("24-11 09:59", True), ("24-11 10:00", True), ("24-11 10:01", False)],
    ids=["before the SPTJM", "with it", "after it"],
)
def test_what_is_accepted_cannot_be_withdrawn(dicabut: str, berlaku: bool) -> None:
    pembukaan = nilai(SAH, dibatalkan=batal(("5105", "S/1", saat(dicabut)), ("5105", "S/1", saat("30-11 10:00"))))  # fmt: skip
    assert pembukaan["dibatalkan"].to_list() == [saat(dicabut)], "the first one counts"
    (satu,) = accept_pembukaan(pembukaan, [
        ("5105", "finalisasi_ulang_202211201700", saat("26-11 10:00")),
        ("5105", "finalisasi_ulang_202211201700", saat("24-11 10:00")),
        ("5105", "finalisasi", saat("05-11 10:00")),
        ("5108", "finalisasi_ulang_202211201700", saat("21-11 10:00")),
    ]).to_dicts()  # fmt: skip
    assert satu["diterima"] == saat("24-11 10:00")
    assert (satu["dibatalkan"] is not None, satu["alasan_batal"]) == (berlaku, "Dicabut" if berlaku else None)  # fmt: skip


def test_one_potret_per_deadline_of_the_instansi_that_were_opened() -> None:
    k = ketentuan_on(HARI)
    lain = ("5108", "S/2", date(2022, 11, 11), saat(TUTUP))
    lama = ("5108", "S/0", date(2022, 11, 1), saat("05-11 17:00"))
    dini, telat = (("5108", satu, saat(w)) for satu, w in (("S/0", "05-11 17:00"), ("S/2", "20-11 17:01")))  # fmt: skip
    dua, satu = tahap_ulang(nilai(SAH, lain, lama), k)[::-1]
    assert (satu.kode, satu.instansi) == ("finalisasi_ulang_202211051700", {"5108"})
    assert (dua.kode, dua.instansi) == ("finalisasi_ulang_202211201700", {"5105", "5108"})
    assert (dua.batas, dua.kutipan, dua.nama) == (saat(TUTUP), "Surat BKN S/1, S/2", "Finalisasi ulang 20-11-2022")  # fmt: skip
    assert dua.terbit == k.finalisasi_ulang_terbit
    assert dua.holds("5105")
    assert not satu.holds("5105")
    # Withdrawn in time it is never frozen; withdrawn later it stands and does not count.
    (tinggal,) = tahap_ulang(nilai(SAH, lain, lama, dibatalkan=batal(dini, telat)), k)
    assert tinggal == dua
