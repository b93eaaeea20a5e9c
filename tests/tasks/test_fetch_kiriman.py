"""The task is thin: it opens, receives, counts."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tasks.fetch_kiriman import fetch_kiriman
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.simpanan import open_simpanan


def test_it_counts_the_new_receipts(tmp_path: Path) -> None:
    pengaturan = Pengaturan(simpanan=str(tmp_path / "simpanan"), ruang_kerja=tmp_path)
    open_simpanan(pengaturan).put("kotak-masuk/3201/data-utama/a.xlsx", b"isi")
    tanggal = datetime.now(UTC) + timedelta(hours=1)
    assert fetch_kiriman.fn(pengaturan, tanggal) == 1
    assert fetch_kiriman.fn(pengaturan, tanggal) == 0


def test_a_store_that_fails_is_tried_again() -> None:
    assert fetch_kiriman.retries == 3
