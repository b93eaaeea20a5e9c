"""Letters of the synthetic nation: only for a potret that stands, some typed, most scanned."""

import json
from pathlib import Path

import pytest

from rules.sptjm import Sebutan
from tasks.gateways.negara.surat_sptjm import susun_surat
from tasks.gateways.sptjm_pdf import examine_sptjm

SIDIK = "0123456789abcdef" * 4


@pytest.fixture
def simpanan(tmp_path: Path) -> Path:
    """A store in which one instansi has a frozen list."""
    folder = tmp_path / "potret" / "finalisasi" / "5105"
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_text(json.dumps({"tabel": {"daftar": {"sidik": SIDIK}}}))
    return tmp_path


def test_nobody_signs_for_what_was_not_frozen(simpanan: Path) -> None:
    assert susun_surat(simpanan, "3012", "X", "finalisasi", 1) is None
    assert susun_surat(simpanan, "5105", "X", "prafinalisasi", 1) is None


@pytest.mark.parametrize(("nomor", "cara"), [(0, "TEKS"), (1, "QR"), (2, "QR"), (3, "TEKS"), (625, "QR")])  # fmt: skip
def test_each_letter_names_its_potret(simpanan: Path, nomor: int, cara: str) -> None:
    isi = susun_surat(simpanan, "5105", "Pemerintah Kab. Contoh", "finalisasi", nomor)
    hasil = examine_sptjm(isi)
    assert hasil.sebutan == (Sebutan("finalisasi", "5105", SIDIK).teks,)
    assert hasil.cara == cara
    assert susun_surat(simpanan, "5105", "Pemerintah Kab. Contoh", "finalisasi", nomor) == isi
