"""The cycle of 2022 as each kind of instansi went through it: a table a lawyer can read."""

from datetime import date, datetime

import polars as pl
import pytest

from rules.fase import SKEMA, Keadaan, daftar_fase, susun_fase
from rules.kalender import WIB, kalender_on

# The kinds: an ordinary sender, one with an extension to 28-10, one that never sends, one that signs.
BIASA, LEBIH, DIAM, TEKEN = "5105", "5108", "8016", "3012"


def saat(teks: str) -> datetime:
    return datetime.strptime(f"2022-{teks}", "%Y-%d-%m %H:%M").replace(tzinfo=WIB)


def keadaan(tanggal: datetime) -> Keadaan:
    kode = [BIASA, LEBIH, DIAM, TEKEN]
    instansi = pl.LazyFrame({"kode_instansi": kode, "mengirim": [True, True, False, True]})
    surat = pl.LazyFrame(
        {
            "kode_instansi": [LEBIH],
            "batas_diperpanjang": [saat("28-10 23:59")],
            "nomor_surat": ["B/77"],
        }
    )
    sptjm = pl.LazyFrame({"kode_instansi": [TEKEN], "waktu": [saat("04-11 10:00")]})
    ada = tanggal >= saat("22-10 12:00")
    return Keadaan(
        instansi, surat if ada else surat.clear(), sptjm.filter(pl.col("waktu") <= tanggal)
    )


def fase(pada: str) -> pl.DataFrame:
    tanggal = saat(pada)
    return susun_fase(keadaan(tanggal), kalender_on(tanggal.date()), tanggal)


# moment → present phase of the ordinary one, of the one with an extension, of the silent one, of the signer
DAUR = [
    ("21-07 12:00", None, None, None, None),
    ("22-07 08:00", "PENDATAAN", "PENDATAAN", "PENDATAAN", "PENDATAAN"),
    ("29-09 12:00", "PENDATAAN", "PENDATAAN", "PENDATAAN", "PENDATAAN"),
    ("30-09 23:59", "PENDATAAN", "PENDATAAN", "PENDATAAN", "PENDATAAN"),
    ("01-10 00:00", "UJI_PUBLIK", "UJI_PUBLIK", "UJI_PUBLIK", "UJI_PUBLIK"),
    ("07-10 12:00", "UJI_PUBLIK", "UJI_PUBLIK", "UJI_PUBLIK", "UJI_PUBLIK"),
    ("08-10 23:59", "UJI_PUBLIK", "UJI_PUBLIK", "UJI_PUBLIK", "UJI_PUBLIK"),
    ("09-10 00:00", "PERBAIKAN", "PERBAIKAN", "PERBAIKAN", "PERBAIKAN"),
    ("22-10 16:59", "PERBAIKAN", "PERBAIKAN", "PERBAIKAN", "PERBAIKAN"),
    ("22-10 17:01", "MENUNGGU_FINAL", "PERPANJANGAN", "MENUNGGU_FINAL", "MENUNGGU_FINAL"),
    ("28-10 23:58", "MENUNGGU_FINAL", "PERPANJANGAN", "MENUNGGU_FINAL", "MENUNGGU_FINAL"),
    ("29-10 00:00", "MENUNGGU_FINAL", "MENUNGGU_FINAL", "MENUNGGU_FINAL", "MENUNGGU_FINAL"),
    ("31-10 16:59", "MENUNGGU_FINAL", "MENUNGGU_FINAL", "MENUNGGU_FINAL", "MENUNGGU_FINAL"),
    ("31-10 17:01", "FINAL", "FINAL", "NIHIL", "FINAL"),
    ("04-11 09:59", "FINAL", "FINAL", "NIHIL", "FINAL"),
    ("04-11 10:00", "FINAL", "FINAL", "NIHIL", "BER_SPTJM"),
    ("22-11 00:00", "DIUMUMKAN", "DIUMUMKAN", "DIUMUMKAN", "DIUMUMKAN"),
]


@pytest.mark.parametrize("baris", DAUR, ids=[baris[0] for baris in DAUR])
def test_where_everybody_stands(baris: tuple[str | None, ...]) -> None:
    kini = dict(fase(str(baris[0])).filter("sekarang").select("kode_instansi", "fase").rows())
    assert tuple(kini.get(kode) for kode in (BIASA, LEBIH, DIAM, TEKEN)) == baris[1:]


def jejak(kode: str, pada: str) -> list[tuple[str, str, str]]:
    milik = fase(pada).filter(kode_instansi=kode)
    waktu = pl.col("sejak").dt.convert_time_zone("Asia/Jakarta").dt.strftime("%d-%m %H:%M")
    return milik.select("fase", waktu, "menurut").rows()


def test_since_when_and_by_which_document() -> None:
    assert jejak(LEBIH, "01-12 00:00") == [
        ("PENDATAAN", "22-07 00:00", "B/1511/M.SM.01.00/2022"),
        ("PRA_FINAL", "30-09 23:59", "Paparan BKN 2022 alur tahap 3 (jam tidak disebut: akhir hari, asumsi)"),
        ("UJI_PUBLIK", "01-10 00:00", "Paparan BKN 2022 alur tahap 3 (jam tidak disebut: akhir hari, asumsi)"),
        ("PERBAIKAN", "08-10 23:59", "B/1917/M.SM.01.00/2022 butir 3 (jam tidak disebut: akhir hari, asumsi)"),
        ("PERPANJANGAN", "22-10 17:00", "surat persetujuan BKN B/77"),
        ("MENUNGGU_FINAL", "28-10 23:59", "surat persetujuan BKN B/77"),
        ("FINAL", "31-10 17:00", "B/1917/M.SM.01.00/2022 penutupan aplikasi"),
        ("DIUMUMKAN", "21-11 23:59", "Bacaan kami tentang pengumuman akhir (asumsi)"),
    ]  # fmt: skip


def test_a_late_sptjm_comes_after_the_announcement() -> None:
    terlambat = Keadaan(
        pl.LazyFrame({"kode_instansi": [BIASA], "mengirim": [True]}),
        keadaan(saat("01-10 00:00")).perpanjangan,
        pl.LazyFrame({"kode_instansi": [BIASA], "waktu": [saat("15-12 10:00")]}),
    )
    tanggal = saat("31-12 00:00")
    hasil = susun_fase(terlambat, kalender_on(tanggal.date()), tanggal)
    assert hasil["fase"].to_list()[-2:] == ["DIUMUMKAN", "BER_SPTJM"]
    assert hasil["sekarang"].to_list() == [False] * (hasil.height - 1) + [True]


def test_each_phase_ends_where_the_next_begins() -> None:
    milik = fase("22-10 17:01").filter(kode_instansi=LEBIH)
    assert milik["sampai"][:-1].to_list() == milik["sejak"][1:].to_list()
    assert milik["sampai"][-1] == saat("28-10 23:59")
    assert milik["urut"].to_list() == list(range(1, milik.height + 1))
    assert milik.schema == SKEMA


def test_the_calendar_of_the_day_decides() -> None:
    sebelum = {satu.kode for satu in kalender_on(date(2022, 9, 29))}
    assert "perbaikan" not in sebelum
    tanggal = saat("29-09 12:00")
    besok = susun_fase(keadaan(tanggal), kalender_on(date(2022, 9, 29)), tanggal)
    assert besok["sampai"].unique().dt.convert_time_zone("Asia/Jakarta").dt.date().to_list() == [date(2022, 9, 30)]  # fmt: skip


def test_the_phases_are_a_list_with_sentences() -> None:
    assert [satu.tingkat for satu in daftar_fase()] == list(range(len(daftar_fase())))
    assert len({satu.kode for satu in daftar_fase()}) == len(daftar_fase())
    assert all(satu.berikut.endswith(".") for satu in daftar_fase())
