"""An approved letter gives more time only where proposals came after pra-finalisasi."""

import shutil
from datetime import date, datetime, timedelta
from pathlib import Path

import polars as pl
import pytest

from rules.kalender import WIB, gerbang, kalender_on
from rules.ketentuan import ketentuan_on
from rules.perpanjangan import Syarat, judge_perpanjangan, syarat_perpanjangan
from rules.rujukan import AKAR

HARI = date(2022, 10, 25)
KALENDER = kalender_on(HARI)
PRAFINAL = datetime(2022, 9, 30, 23, 59, 59, tzinfo=WIB)
DETIK = timedelta(seconds=1)
SYARAT = syarat_perpanjangan(ketentuan_on(HARI), KALENDER)
IZIN = pl.LazyFrame(
    {"kode_instansi": ["5105"], "nomor_surat": ["B/77"], "sampai": [datetime(2022, 10, 28, tzinfo=WIB)]}
)  # fmt: skip


def aduan(*isi: tuple[str, str, str, datetime]) -> pl.LazyFrame:
    skema = {"id": pl.String, "jenis": pl.String, "kode_instansi": pl.String, "waktu": pl.Datetime("us", "UTC")}  # fmt: skip
    return pl.LazyFrame(isi, schema=skema, orient="row")


@pytest.mark.parametrize(
    ("masuk", "usulan"),
    [
        ([("1", "USULAN", "5105", PRAFINAL + DETIK)], 1),
        ([("1", "USULAN", "5105", PRAFINAL)], 0),
        ([("1", "SANGGAHAN", "5105", PRAFINAL + DETIK)], 0),
        ([("1", "USULAN", "5108", PRAFINAL + DETIK)], 0),
        ([("1", "USULAN", "5105", PRAFINAL + DETIK)] * 2, 1),
        ([], 0),
    ],
)
def test_proposals_are_counted_by_kind_instansi_and_moment(masuk, usulan) -> None:
    hasil = judge_perpanjangan(IZIN, aduan(*masuk), SYARAT).collect()
    assert hasil["usulan"].to_list() == [usulan]
    assert hasil["alasan_tertutup"].is_null().to_list() == [usulan > 0]


def terlambat(*masuk: tuple[str, str, str, datetime], syarat: Syarat | None = SYARAT) -> bool:
    kiriman = pl.LazyFrame(
        {"kode_instansi": ["5105"], "jenis": ["data-utama"], "waktu": [datetime(2022, 10, 27, tzinfo=WIB)]}
    )  # fmt: skip
    izin = judge_perpanjangan(IZIN, aduan(*masuk), syarat)
    return gerbang(kiriman, izin, KALENDER).collect()["terlambat"].item()


def test_the_gate_opens_only_for_a_letter_that_counts() -> None:
    assert not terlambat(("1", "USULAN", "5105", PRAFINAL + DETIK))
    assert terlambat()
    assert not terlambat(syarat=None)


def test_without_any_complaint_feed_the_letter_is_named_and_closed() -> None:
    (pesan,) = judge_perpanjangan(IZIN, None, SYARAT).collect()["alasan_tertutup"]
    assert pesan.startswith("Surat persetujuan BKN B/77 tidak membuka perpanjangan")
    assert pesan.endswith("(Paparan BKN 2022 alur tahap 5).")
    assert judge_perpanjangan(None, None, SYARAT) is None


def with_value(tmp_path: Path, nilai: str):
    """The law with another value of this ketentuan."""
    shutil.copytree(AKAR, tmp_path / "akar")
    jalur = tmp_path / "akar" / "regulasi" / "2022-08-26_bkn-paparan.toml"
    teks = jalur.read_text("utf-8")
    assert 'nilai = "prafinalisasi"' in teks
    jalur.write_text(teks.replace('nilai = "prafinalisasi"', f'nilai = "{nilai}"'), "utf-8")
    return ketentuan_on(HARI, tmp_path / "akar")


def test_the_condition_is_one_line_of_the_law(tmp_path: Path) -> None:
    assert syarat_perpanjangan(with_value(tmp_path, ""), KALENDER) is None


def test_a_tahap_that_is_not_there_is_our_slip(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="names tahap prafinal, which the calendar does not know"):
        syarat_perpanjangan(with_value(tmp_path, "prafinal"), KALENDER)
