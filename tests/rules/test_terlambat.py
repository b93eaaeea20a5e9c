"""A late delivery is told its deadline, the clause, when it came, and what is left."""

from datetime import date, datetime

import polars as pl
import pytest

from rules.kalender import JENIS_TERBATAS, WIB, gerbang, kalender_on
from rules.pembukaan import SKEMA
from rules.terlambat import say_late, say_late_letter

KALENDER = kalender_on(date(2022, 11, 1))
UTC = pl.Datetime("us", "UTC")


def saat(teks: str) -> datetime:
    return datetime.strptime(f"2022-{teks}", "%Y-%d-%m %H:%M").replace(tzinfo=WIB)


def kata(
    waktu: str, jenis: str = "data-riwayat", malam: str = "23-10 01:00", sampai: str | None = None,
    alasan: str | None = None, dibuka: pl.DataFrame | None = None,
) -> str | None:  # fmt: skip
    """What one delivery is told; None when it came in time."""
    skema = {"kode_instansi": pl.String, "nomor_surat": pl.String, "batas_diperpanjang": UTC, "alasan_tertutup": pl.String}  # fmt: skip
    surat = [("5105", "B/77", saat(sampai) if sampai else None, alasan)] if sampai or alasan else []
    perpanjangan = pl.DataFrame(surat, schema=skema, orient="row")
    kiriman = pl.LazyFrame(
        {"id_berkas": [1], "kode_instansi": ["5105"], "jenis": [jenis], "waktu": [saat(waktu)]},
        schema_overrides={"waktu": UTC},
    )
    izin = perpanjangan.lazy().select("kode_instansi", sampai="batas_diperpanjang")
    dinilai = gerbang(kiriman, izin, KALENDER).collect().filter("terlambat")
    pembukaan = SKEMA.to_frame() if dibuka is None else dibuka
    pesan = say_late(dinilai, perpanjangan, pembukaan, KALENDER, saat(malam))["pesan"]
    return next(iter(pesan), None)


UMUM = "sesudah batas 22-10-2022 pukul 17.00 WIB (B/1917/M.SM.01.00/2022 butir 4)"
MINTA = "dikirim ke kotak-masuk/5105/perpanjangan/"
TUTUP = "sudah ditutup; untuk pertanyaan hubungi helpdesk BKN"
HAPUS = "hanya lembar Penghapusan, sampai 21-11-2022 pukul 23.59 WIB"


@pytest.mark.parametrize("jenis", JENIS_TERBATAS)
@pytest.mark.parametrize(
    ("waktu", "malam", "sampai", "bagian"),
    [
        ("22-10 16:59", "23-10 01:00", None, None),
        ("22-10 17:01", "23-10 01:00", None, ("Datang 22-10-2022 pukul 17.01.00 WIB", UMUM, MINTA)),
        ("22-10 17:01", "01-11 01:00", None, ("Datang 22-10-2022 pukul 17.01.00 WIB", UMUM, TUTUP)),
        ("31-10 16:59", "31-10 16:59", "31-10 17:00", None),
        ("31-10 16:59", "31-10 16:59", None, ("Datang 31-10-2022 pukul 16.59.00 WIB", UMUM, MINTA)),
        (
            "31-10 17:01", "01-11 01:00", "31-10 17:00",
            ("31-10-2022 pukul 17.01.00 WIB, sesudah batas 31-10-2022 pukul 17.00 WIB (surat persetujuan BKN B/77)", TUTUP),
        ),
        ("31-10 17:01", "01-11 01:00", None, ("Datang 31-10-2022 pukul 17.01.00 WIB", UMUM, TUTUP)),
    ],
)  # fmt: skip
def test_every_kind_at_the_edges(jenis, waktu, malam, sampai, bagian) -> None:
    pesan = kata(waktu, jenis, malam, sampai)
    if bagian is None:
        assert pesan is None
    else:
        assert pesan is not None
        assert [satu for satu in bagian if satu not in pesan] == []


def test_of_data_utama_withdrawals_still_count_until_the_announcement() -> None:
    pesan = kata("31-10 17:01", "data-utama", "01-11 01:00") or ""
    assert "hanya lembar Penghapusan yang dihitung, orang di dalamnya tidak" in pesan
    assert HAPUS in pesan
    assert HAPUS not in (kata("31-10 17:01", "data-riwayat", "01-11 01:00") or "")
    akhir = kata("22-11 08:00", "data-utama", "23-11 01:00") or ""
    assert "tersimpan, tetapi tidak dihitung" in akhir
    assert "Penghapusan" not in akhir


def test_a_letter_that_opened_nothing_is_named() -> None:
    pesan = (
        kata("23-10 08:00", alasan="Surat persetujuan BKN B/77 tidak membuka perpanjangan.") or ""
    )
    assert UMUM in pesan
    assert "B/77 tidak membuka perpanjangan. Bila ada usulan" in pesan


def test_nothing_is_late_without_a_deadline() -> None:
    with pytest.raises(ValueError, match="nothing is late"):
        say_late(pl.DataFrame(), pl.DataFrame(), pl.DataFrame(), (), saat("23-10 01:00"))


def test_a_letter_asking_for_time_may_itself_come_too_late() -> None:
    waktu = pl.DataFrame({"waktu": [saat("31-10 16:59"), saat("31-10 17:01")]})
    tepat, lewat = waktu.select(pesan=say_late_letter(KALENDER))["pesan"]
    assert tepat is None
    assert lewat.startswith("Surat permohonan ini datang 31-10-2022 pukul 17.01.00 WIB")
    assert "helpdesk BKN" in lewat


@pytest.mark.parametrize(
    ("waktu", "batas"),
    [
        (
            "19-11 08:00",
            "sesudah batas 22-10-2022 pukul 17.00 WIB (B/1917/M.SM.01.00/2022 butir 4)",
        ),
        ("20-11 17:01", "sesudah batas 20-11-2022 pukul 17.00 WIB (Surat BKN S/2)"),
        ("01-12 08:00", "sesudah batas 20-11-2022 pukul 17.00 WIB (Surat BKN S/2)"),
    ],
    ids=["before it was opened again", "after", "long after"],
)
def test_who_was_opened_again_is_told_that_deadline(waktu: str, batas: str) -> None:
    surat = {"kode_instansi": ["5105", "5105", "3012"], "nomor_surat": ["S/1", "S/2", "S/3"]}
    dibuka = pl.DataFrame(
        surat | {"sampai": [saat("20-11 16:00"), saat("20-11 17:00"), saat("10-11 17:00")]},
        schema_overrides={"sampai": UTC},
    )
    isi = pl.concat([SKEMA.to_frame(), dibuka], how="diagonal")
    assert batas in (kata(waktu, dibuka=isi) or "")
