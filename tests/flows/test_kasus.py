"""The case of one NIK in two lists, from deliveries to what each instansi reads."""

from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from flows.check import answer
from tasks.gateways.pengaturan import read_pengaturan
from tasks.gateways.susunan import Susunan
from tasks.match_ganda import match_ganda
from tasks.match_kasus import match_kasus
from tests.flows.tempat import MALAM, Tempat
from tests.kotak_masuk import BERSIH, BERTEMUAN, tiga_instansi

SISI = "SELECT g.kode_instansi, g.dihitung FROM ganda g JOIN kasus USING (id_kasus) ORDER BY 1"


def test_a_case_is_classified_and_counted_at_one_place(tempat: Tempat) -> None:
    tiga_instansi(tempat.simpanan)
    answer(read_pengaturan(), MALAM)
    assert tempat.select("SELECT jenis, sebab, keadaan, bawaan FROM kasus") == [
        ("NIK_LINTAS_INSTANSI", "SATU_ORANG", "TERBUKA", "AKTIF_TERAKHIR")
    ]
    assert tempat.select(SISI) == [(BERSIH, True), (BERTEMUAN, False)]
    assert _decided(tempat.kerja / "susunan", BERTEMUAN) == [(BERSIH, False), (BERTEMUAN, True)]


def _decided(folder: Path, kode: str) -> list[tuple[str, bool]]:
    """Who counts once this instansi has said with a reason that it keeps the person."""
    susunan = Susunan(folder)
    milik = susunan.read("ganda").filter(kode_instansi=kode)["id_tenaga"].item()
    kata = {
        "kode_aturan": "G-NIK-LINTAS", "id_tenaga": milik, "kode_instansi": kode, "id_berkas": 1,
        "alasan": "pindah tugas", "oleh": "ADMIN CONTOH", "waktu": datetime(2022, 9, 21, tzinfo=UTC),
    }  # fmt: skip
    susunan.write("konfirmasi", pl.DataFrame([kata]))
    match_ganda.fn(folder)
    assert match_kasus.fn(folder) == 1
    assert susunan.read("kasus")["keadaan"].to_list() == ["DIPUTUS"]
    return susunan.read("ganda").sort("kode_instansi").select("kode_instansi", "dihitung").rows()
