"""What became of the deliveries in a folder store, without a flow and without reading processes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import polars as pl
import pytest
import xlsxwriter

from tasks.gateways.buku_terima import read_buku_terima, receive
from tasks.gateways.instansi import read_instansi
from tasks.gateways.mendarat import Mendarat, kunci_mendarat
from tasks.gateways.mendarat_sptjm import AWALAN
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.penyusun.kiriman import susun_kiriman, workbooks
from tasks.gateways.penyusun.surat import letters
from tasks.gateways.simpanan import ARSIP, Simpanan, open_simpanan
from tasks.gateways.sptjm_pdf import examine_sptjm, render_sptjm
from tasks.gateways.susunan import Susunan
from tasks.gateways.workbook import BACAAN, land_workbook
from tests.kotak_masuk import BERSIH, BERTEMUAN, KIRIM, KotakMasuk

TITIK = KIRIM + timedelta(days=5)


@dataclass(frozen=True)
class Meja:
    """An inbox whose admins BKN has approved, and the tables that its deliveries give."""

    akar: Path
    simpanan: Simpanan
    kotak: KotakMasuk

    def susun(self, tanggal: datetime = TITIK, dicatat: datetime | None = None) -> Susunan:
        """Receive, land and assemble everything sent by `tanggal`."""
        receive(self.simpanan, tanggal)
        mendarat = Mendarat(self.simpanan)
        for sha, _ in workbooks(read_buku_terima(self.simpanan, tanggal)):
            if not mendarat.has(sha):
                self._land(sha)
        for sha in letters(read_buku_terima(self.simpanan, tanggal)):
            isi = examine_sptjm(self.simpanan.get(f"{ARSIP}{sha}"))
            self.simpanan.put_once(f"{AWALAN}{sha}.json", render_sptjm(isi))
        susunan = Susunan(self.akar / "susunan")
        instansi = read_instansi()
        susun_kiriman(Mendarat(self.simpanan), susunan, tanggal, instansi, dicatat)
        susunan.write("instansi", instansi)
        return susunan

    def keadaan(self, tanggal: datetime = TITIK) -> list[tuple[str, str]]:
        """(file name, status) of every delivery of instansi in order of time."""
        berkas = self.susun(tanggal).read("berkas").filter(pl.col("kode_instansi") != "bkn")
        return berkas.sort("id_berkas").select("nama_berkas", "status").rows()

    def kode(self, tanggal: datetime = TITIK) -> list[str]:
        """Codes of the refusals in order of time."""
        return self.susun(tanggal).read("penolakan").sort("id_berkas")["kode"].to_list()

    def _land(self, sha: str) -> None:
        tujuan = self.akar / "mendarat" / sha
        land_workbook(self.simpanan.local_path(f"{ARSIP}{sha}"), sha, tujuan)
        for jalur in sorted(tujuan.iterdir(), key=lambda j: j.name == BACAAN):
            self.simpanan.put_file(kunci_mendarat(sha, jalur.name), jalur)


@pytest.fixture
def meja(tmp_path: Path) -> Meja:
    akar = tmp_path / "simpanan"
    akar.mkdir()
    kotak = KotakMasuk(akar)
    kotak.admin(BERSIH, BERTEMUAN, waktu=KIRIM - timedelta(days=9))
    pengaturan = Pengaturan(simpanan=str(akar), ruang_kerja=tmp_path / "kerja")
    return Meja(tmp_path, open_simpanan(pengaturan), kotak)


def bersifat(jalur: Path, sifat: Mapping[str, str], judul: str = "NIK") -> bytes:
    """A workbook of one person with these document properties."""
    with xlsxwriter.Workbook(str(jalur)) as buku:
        lembar = buku.add_worksheet("Data Utama")
        lembar.write_row(0, 0, [judul, "Nama Lengkap tanpa Gelar", "Tanggal Lahir"])
        lembar.write_row(1, 0, ["3201014107900001", "SITI CONTOH", "01-07-1990"])
        for nama, isi in sifat.items():
            buku.set_custom_property(nama, isi, "text")
    return jalur.read_bytes()
