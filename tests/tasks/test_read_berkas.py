from pathlib import Path

from tasks.fetch_kiriman import fetch_kiriman
from tasks.gateways.pengaturan import Pengaturan
from tasks.read_berkas import read_berkas
from tests.kotak_masuk import KIRIM, tiga_instansi


def test_the_task_answers_with_counts_and_reads_nothing_twice(tmp_path: Path) -> None:
    pengaturan = Pengaturan(
        simpanan=str(tmp_path / "simpanan"), ruang_kerja=tmp_path / "kerja", proses=1
    )
    tiga_instansi(tmp_path / "simpanan")
    assert fetch_kiriman.fn(pengaturan, KIRIM) == 5
    assert read_berkas.fn(pengaturan, KIRIM) == {"dibaca": 2, "ditolak": 1, "sudah": 0, "baris": 6}
    assert read_berkas.fn(pengaturan, KIRIM) == {"dibaca": 0, "ditolak": 0, "sudah": 3, "baris": 0}
