"""Refusals that depend on who sent a workbook, or on what the template was."""

from pathlib import Path

import pytest

from rules.pembacaan.batas import pembacaan
from rules.pembacaan.edisi import SIFAT_EDISI, SIFAT_INSTANSI
from tests.kotak_masuk import BERSIH, BERTEMUAN
from tests.tasks.gateways.penyusun.conftest import Meja, bersifat

SENDIRI = {SIFAT_INSTANSI: BERSIH, SIFAT_EDISI: pembacaan().edisi}


def test_one_workbook_is_right_for_one_instansi_and_refused_from_another(
    meja: Meja, tmp_path: Path
) -> None:
    isi = bersifat(tmp_path / "b.xlsx", SENDIRI)
    for kode in (BERSIH, BERTEMUAN):
        meja.kotak.put(f"{kode}/data-utama/{kode}.xlsx", isi)
    assert set(meja.keadaan()) == {(f"{BERSIH}.xlsx", "BERLAKU"), (f"{BERTEMUAN}.xlsx", "DITOLAK")}
    (satu,) = meja.susun().read("penolakan").to_dicts()
    assert (satu["kode_instansi"], satu["kode"]) == (BERTEMUAN, "F-INSTANSI-LAIN")
    assert BERSIH not in satu["pesan"] + satu["tindakan"], "whose template it is stays untold"
    assert BERTEMUAN in satu["pesan"]


@pytest.mark.parametrize(
    ("sifat", "kode"),
    [
        ({SIFAT_INSTANSI: BERSIH, SIFAT_EDISI: "2021"}, ["F-EDISI"]),
        ({SIFAT_INSTANSI: BERSIH}, []),
        ({SIFAT_EDISI: pembacaan().edisi}, []),
        ({}, []),
    ],
)
def test_lost_properties_are_no_wrong_edition(
    meja: Meja, tmp_path: Path, sifat: dict[str, str], kode: list[str]
) -> None:
    meja.kotak.put(f"{BERSIH}/data-utama/data.xlsx", bersifat(tmp_path / "b.xlsx", sifat))
    assert meja.kode() == kode


def test_the_wrong_template_is_told_before_what_follows_from_it(meja: Meja, tmp_path: Path) -> None:
    isi = bersifat(tmp_path / "b.xlsx", SENDIRI | {SIFAT_EDISI: "2021"}, judul="Nomor Induk Lama")
    meja.kotak.put(f"{BERSIH}/data-utama/data.xlsx", isi)
    meja.kotak.put(f"{BERSIH}/data-utama/lain.xlsx", "bukan workbook")
    assert sorted(meja.kode()) == ["F-BUKAN-WORKBOOK", "F-EDISI"]


def test_a_workbook_without_the_sheet_of_its_jenis(meja: Meja) -> None:
    meja.kotak.data_utama(BERSIH, [{}]).rename(meja.kotak._place(f"{BERSIH}/data-riwayat/r.xlsx"))
    assert meja.kode() == ["F-TANPA-LEMBAR"]
