from pathlib import Path

from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.simpanan import ARSIP, open_simpanan
from tasks.read_berkas import read_berkas
from tests.workbooks import data_utama


def test_the_task_answers_with_counts(tmp_path: Path) -> None:
    pengaturan = Pengaturan(
        simpanan=str(tmp_path / "simpanan"), ruang_kerja=tmp_path / "kerja", proses=1
    )
    open_simpanan(pengaturan).put_file(f"{ARSIP}{'a' * 64}", data_utama(tmp_path / "b.xlsx"))
    hasil = read_berkas.fn(pengaturan, [("a" * 64, "data-utama")])
    assert hasil == {"dibaca": 1, "ditolak": 0, "sudah": 0, "baris": 1}
