"""What one whole cycle published: pages as long as their potret, documented dashboards, Data Docs."""

import re

import duckdb
import pytest

from tasks.gateways.negara.rencana import susun_rencana
from tests.daur import BENIH, SKALA, Daur
from tests.sampingan import AKAR

_ORANG = re.compile(rb"<th scope=row>[^<]*<td>([^<]*)<td>")
_SAMAR = re.compile(r"\d{4}\*{10}\d{2}|tidak terbaca")
_PRIBADI = {
    "nik", "tanggal_lahir", "tempat_lahir", "nomor_peserta", "nomor_peserta_thk2", "id_tenaga",
}  # fmt: skip


@pytest.mark.parametrize("tahap", ["prafinalisasi", "pengumuman_akhir"])
def test_every_announcement_has_the_rows_of_its_manifest_masked(daur: Daur, tahap: str) -> None:
    halaman = sorted((daur.simpanan / "publik" / "pengumuman" / tahap).glob("*.html"))
    assert len(halaman) == 626
    for jalur in halaman:
        isi = jalur.read_bytes()
        samaran = [satu.decode() for satu in _ORANG.findall(isi)]
        assert len(samaran) == daur.manifest(tahap, jalur.stem)["jumlah"]["daftar"]
        assert all(map(_SAMAR.fullmatch, samaran)), jalur.name
        assert (
            daur.simpanan / "kotak-keluar" / jalur.stem / f"pengumuman-{tahap}.html"
        ).read_bytes() == isi


def test_the_silent_and_only_they_are_told_that_they_have_nobody(daur: Daur) -> None:
    rencana = susun_rencana(SKALA, BENIH).instansi
    diam = set(rencana.filter(diam=True)["kode"])
    halaman = (daur.simpanan / "publik" / "pengumuman" / "pengumuman_akhir").glob("*.html")
    assert {j.stem for j in halaman if "dinyatakan tidak memiliki" in j.read_text()} == diam
    assert len(diam) == 26


def test_every_sender_has_its_findings_and_its_draft(daur: Daur) -> None:
    kirim = set(susun_rencana(SKALA, BENIH).instansi.filter(diam=False)["kode"])
    for nama in ("temuan.xlsx", "sptjm-konsep-finalisasi.html"):
        assert {j.parent.name for j in (daur.simpanan / "kotak-keluar").glob(f"*/{nama}")} == kirim


def test_the_data_docs_show_every_measure(daur: Daur) -> None:
    ukuran = AKAR / "tasks" / "gateways" / "ukuran"
    indeks = (daur.kerja / "mutu" / "index.html").read_text()
    assert all(sql.stem in indeks for sql in ukuran.glob("*.sql"))
    assert len(list((daur.kerja / "mutu" / "validations").rglob("*.html"))) >= len(
        list(ukuran.glob("*.sql"))
    )


def test_the_dashboards_are_documented_and_hold_nothing_personal(daur: Daur) -> None:
    jalur = daur.simpanan / "publik" / "dasbor.duckdb"
    with duckdb.connect(str(jalur), read_only=True) as dasbor:
        tabel = dasbor.execute("SELECT table_name, comment FROM duckdb_tables()").fetchall()
        kolom = dasbor.execute("SELECT table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal").fetchall()  # fmt: skip
    assert len(tabel) > 10
    assert [
        nama for nama, komentar in tabel if not (komentar or "").startswith("Satu baris ")
    ] == []
    assert [satu for satu in kolom if not satu[2]] == []
    assert [satu for satu in kolom if satu[1] in _PRIBADI] == []
