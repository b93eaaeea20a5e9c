"""Deadlines with their hour: which tahap close, and which deliveries come in time."""

import shutil
from datetime import UTC, date, datetime, timedelta

import polars as pl
import pytest

from rules.kalender import WIB, batas_berikut, batas_menerima, gerbang, kalender_on, tahap_due
from rules.rujukan import AKAR

DETIK = timedelta(seconds=1)
PERBAIKAN = datetime(2022, 10, 22, 17, tzinfo=WIB)
FINALISASI = datetime(2022, 10, 31, 17, tzinfo=WIB)
AKHIR = datetime(2022, 11, 21, 23, 59, 59, tzinfo=WIB)
KALENDER = kalender_on(date(2022, 11, 1))


def kode(tahap):
    return [satu.kode for satu in tahap]


def kiriman(*waktu, jenis="data-utama", kode_instansi="0001"):
    return pl.LazyFrame(
        {
            "kode_instansi": [kode_instansi] * len(waktu),
            "jenis": [jenis] * len(waktu),
            "waktu": pl.Series(waktu, dtype=pl.Datetime("us", "UTC")),
        }
    )


def perpanjangan(*sampai, kode_instansi="0001"):
    return pl.LazyFrame({"kode_instansi": [kode_instansi] * len(sampai), "sampai": sampai})


def terlambat(*waktu, surat=None, kalender=KALENDER, **isi):
    return gerbang(kiriman(*waktu, **isi), surat, kalender).collect()["terlambat"].to_list()


def penghapusan(*waktu, kalender=KALENDER, **isi):
    hasil = gerbang(kiriman(*waktu, **isi), None, kalender).collect()
    return hasil["hanya_penghapusan"].to_list()


def test_the_calendar_before_b_1917_is_that_of_the_deck():
    kalender = kalender_on(date(2022, 9, 29))
    assert kode(kalender) == ["prafinalisasi", "finalisasi", "pengumuman_akhir"]
    assert kalender[1].batas == datetime(2022, 10, 31, 23, 59, 59, tzinfo=WIB)


def test_b_1917_brings_its_dates_with_their_hour():
    kalender = kalender_on(date(2022, 9, 30))
    assert kode(kalender) == [
        "prafinalisasi", "pengumuman_prafinal", "perbaikan", "finalisasi", "pengumuman_akhir",
    ]  # fmt: skip
    assert [satu.batas for satu in kalender[2:]] == [PERBAIKAN, FINALISASI, AKHIR]
    assert [satu.kode for satu in kalender if satu.asumsi] == ["pengumuman_akhir"]
    assert kalender[2].kutipan == "B/1917/M.SM.01.00/2022 butir 4"
    assert kalender[4].kutipan.endswith("(asumsi)")


def test_a_tahap_is_due_from_its_deadline_until_it_has_a_potret():
    assert kode(tahap_due(FINALISASI - DETIK, set())) == ["prafinalisasi"]
    assert kode(tahap_due(FINALISASI, set())) == ["prafinalisasi", "finalisasi"]
    assert kode(tahap_due(FINALISASI, {"prafinalisasi"})) == ["finalisasi"]
    assert kode(tahap_due(AKHIR, {"prafinalisasi", "finalisasi"})) == ["pengumuman_akhir"]
    assert tahap_due(AKHIR, {"prafinalisasi", "finalisasi", "pengumuman_akhir"}) == []


def test_the_day_of_the_law_is_a_day_in_jakarta():
    tengah_malam = datetime(2022, 9, 29, 17, 0, tzinfo=UTC)
    assert tahap_due(tengah_malam, set()) == []
    assert kode(tahap_due(datetime(2022, 9, 30, 16, 59, 59, tzinfo=UTC), set())) == [
        "prafinalisasi"
    ]


def test_a_time_without_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        tahap_due(datetime(2022, 10, 31, 17, 0), set())


def test_corrections_count_until_the_hour_and_to_the_second():
    assert terlambat(PERBAIKAN - DETIK, PERBAIKAN, PERBAIKAN + DETIK) == [False, False, True]


def test_a_delivery_after_prafinalisasi_is_a_correction():
    assert terlambat(datetime(2022, 10, 1, 9, tzinfo=WIB)) == [False]


@pytest.mark.parametrize("jenis", ["data-utama", "data-riwayat", "lapor-thk2", "pemeriksaan"])
def test_every_kind_of_data_is_bound(jenis):
    assert terlambat(PERBAIKAN + DETIK, jenis=jenis) == [True]


@pytest.mark.parametrize("jenis", ["sptjm", "admin", "perpanjangan", "keputusan-aduan", "thk2"])
def test_other_kinds_are_never_late(jenis):
    assert terlambat(AKHIR + DETIK, jenis=jenis) == [False]
    assert penghapusan(FINALISASI + DETIK, jenis=jenis) == [False]


def test_an_extension_holds_to_the_end_of_its_day():
    surat = perpanjangan(date(2022, 10, 25), date(2022, 10, 28))
    akhir_hari = datetime(2022, 10, 28, 23, 59, 59, tzinfo=WIB)
    assert terlambat(akhir_hari, akhir_hari + DETIK, surat=surat) == [False, True]
    assert terlambat(akhir_hari, surat=surat, kode_instansi="0002") == [True]


def test_an_extension_never_goes_beyond_finalisasi_nor_takes_time_away():
    assert terlambat(FINALISASI, FINALISASI + DETIK, surat=perpanjangan(date(2022, 12, 1))) == [
        False, True,
    ]  # fmt: skip
    assert terlambat(PERBAIKAN, surat=perpanjangan(date(2022, 10, 10))) == [False]


def test_an_extension_without_a_day_changes_nothing():
    surat = perpanjangan(None).cast({"sampai": pl.Date})
    assert terlambat(PERBAIKAN + DETIK, surat=surat) == [True]


def test_an_assumption_cannot_move_an_official_deadline(tmp_path):
    shutil.copytree(AKAR / "regulasi", tmp_path / "regulasi")
    surat = tmp_path / "regulasi" / "uji.toml"
    surat.write_text(
        'nomor = "uji"\njudul = "-"\ntentang = "-"\nsumber = "uji"\nasumsi = true\n'
        "berlaku = 2022-11-01\ndiperiksa = 2022-11-01\n[tahapan.finalisasi]\n"
        'nama = "-"\nbatas = 2022-12-01T17:00:00+07:00\nbutir = "-"\nalasan = "-"\n',
        encoding="utf-8",
    )
    with pytest.raises(ValueError, match="assumption finalisasi would change B/1917"):
        kalender_on(date(2022, 11, 1), tmp_path)


def test_a_letter_that_moves_a_deadline_is_one_file(tmp_path):
    shutil.copytree(AKAR / "regulasi", tmp_path / "regulasi")
    (tmp_path / "regulasi" / "uji.toml").write_text(
        'nomor = "uji"\njudul = "-"\ntentang = "-"\nsumber = "uji"\n'
        "berlaku = 2022-10-20\ndiperiksa = 2022-11-01\n[tahapan.perbaikan]\n"
        'nama = "Perbaikan"\nbatas = 2022-10-26T17:00:00+07:00\nbutir = "1"\nmenerima = ["masukan"]\n',
        encoding="utf-8",
    )
    assert batas_menerima(kalender_on(date(2022, 10, 19), tmp_path), "masukan") == PERBAIKAN
    diundur = kalender_on(date(2022, 10, 20), tmp_path)
    assert batas_menerima(diundur, "masukan") == PERBAIKAN + timedelta(days=4)
    assert terlambat(PERBAIKAN + DETIK, kalender=diundur) == [False]


def test_after_the_deadline_withdrawals_still_count_until_the_final_announcement():
    waktu = (PERBAIKAN, PERBAIKAN + DETIK, FINALISASI + DETIK, AKHIR, AKHIR + DETIK)
    assert penghapusan(*waktu) == [False, True, True, True, False]
    assert penghapusan(FINALISASI + DETIK, jenis="data-riwayat") == [False]


def test_the_next_deadline_until_there_is_none():
    assert batas_berikut(KALENDER, "masukan", PERBAIKAN) == PERBAIKAN
    assert batas_berikut(KALENDER, "masukan", PERBAIKAN + DETIK) is None


def test_under_the_deck_input_closed_at_prafinalisasi():
    kalender = kalender_on(date(2022, 9, 29))
    batas = datetime(2022, 9, 30, 23, 59, 59, tzinfo=WIB)
    assert terlambat(batas, batas + DETIK, kalender=kalender) == [False, True]
    surat = perpanjangan(date(2022, 10, 20))
    assert terlambat(datetime(2022, 10, 20, 12, tzinfo=WIB), surat=surat, kalender=kalender) == [
        False
    ]


def test_without_a_calendar_nothing_is_late():
    assert batas_menerima((), "masukan") is None
    assert terlambat(AKHIR + DETIK, kalender=()) == [False]
    assert penghapusan(AKHIR + DETIK, kalender=()) == [False]


def test_the_gate_keeps_every_row_in_its_order():
    masuk = pl.concat([kiriman(PERBAIKAN + DETIK * n, kode_instansi=str(n % 3)) for n in range(9)])
    hasil = gerbang(masuk, perpanjangan(date(2022, 10, 28), kode_instansi="1"), KALENDER).collect()
    assert hasil.drop("terlambat", "hanya_penghapusan").equals(masuk.collect())
    assert hasil["terlambat"].to_list() == [
        False,
        False,
        True,
        True,
        False,
        True,
        True,
        False,
        True,
    ]
