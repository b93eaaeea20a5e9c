"""The published figures of 2022 close, and a slip in them is seen at load."""

import shutil

import pytest

from rules.angka import angka_2022
from rules.rujukan import AKAR


def test_totals_of_the_tahap():
    angka = angka_2022()
    assert angka.total("prafinalisasi").jumlah == 2_215_542
    assert angka.total("finalisasi").jumlah == 2_421_100
    assert angka.total("pengumuman_akhir").jumlah == 2_360_723


def test_instansi_sent_and_silent():
    peserta = angka_2022().peserta
    assert (peserta.mengirim, peserta.semua) == (600, 626)


def test_job_anomalies_are_the_three_classes():
    angka = angka_2022()
    kelas = {satu.kelas: satu.jumlah for satu in angka.anomali}
    assert sum(kelas[satu] for satu in ("SATPAM", "KEBERSIHAN", "PENGEMUDI")) == (
        angka.anomali_jumlah.jabatan
    )
    assert angka.anomali_jumlah.jumlah == 143_796


def test_sptjm_by_480_of_600_instansi():
    sptjm = angka_2022().sptjm
    assert (sptjm.sudah.instansi, sptjm.belum.instansi) == (480, 120)
    assert (sptjm.sudah.jumlah, sptjm.belum.jumlah) == (1_817_395, 543_328)


def test_figures_that_do_not_add_up_are_refused(tmp_path):
    shutil.copy(AKAR / "angka_2022.toml", tmp_path)
    berkas = tmp_path / "angka_2022.toml"
    berkas.write_text(berkas.read_text("utf-8").replace("51863", "53863"), encoding="utf-8")
    with pytest.raises(ValueError, match="do not add up"):
        angka_2022(tmp_path)
