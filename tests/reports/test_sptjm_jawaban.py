from datetime import datetime, timedelta

import duckdb
import pytest

from reports.render import query
from reports.sptjm_jawaban import JawabanSptjm, letter_from, render_jawaban
from reports.tulisan import WIB
from reports.unsur import Potret
from tests.reports.contoh import TANPA_SPTJM
from tests.reports.emas import assert_golden

BATAS = datetime(2022, 10, 31, 17, tzinfo=WIB)
FINAL = Potret(tahap="finalisasi", nama="Finalisasi", batas=BATAS, sidik="ab12" * 16)
ULANG = Potret(tahap="ulang", nama="Finalisasi ulang", batas=BATAS + timedelta(9), sidik="c" * 64)
POTRET = {satu.tahap: satu for satu in (FINAL, ULANG)}


def refused(gudang: duckdb.DuckDBPyConnection, nomor: int, hari: int) -> None:
    """A letter of 3012 that came some days after the potret and was refused."""
    gudang.execute(
        f"INSERT INTO berkas BY NAME SELECT * REPLACE ({nomor} AS id_berkas, 'ditolak<{nomor}>.pdf' AS nama_berkas, "
        f"TIMESTAMPTZ '{BATAS + timedelta(hari)}' AS waktu, 'DITOLAK' AS status) FROM berkas WHERE id_berkas = 4"
    )
    gudang.execute(
        f"INSERT INTO penolakan VALUES ({nomor}, '3012', 'F-SPTJM-X', 'Bukan & <PDF> {nomor}.', 'Pindai {nomor}.')"
    )


def letter(gudang: duckdb.DuckDBPyConnection, **lain: object) -> JawabanSptjm:
    """The answer to 3012."""
    baris = gudang.execute(query("sptjm_jawaban")).pl().to_dicts()
    assert {satu["kode_instansi"] for satu in baris} == {"3012"}
    return letter_from(baris, POTRET, **lain)


def test_an_accepted_letter_reads_as_agreed(gudang: duckdb.DuckDBPyConnection) -> None:
    refused(gudang, 5, 3)
    isi = letter(gudang, berlaku=FINAL, akibat=TANPA_SPTJM)
    assert isi.lengkap
    assert isi.tindakan is None
    assert_golden("sptjm_jawaban.html", render_jawaban(isi).decode())


def test_a_refused_letter_reads_as_agreed(gudang: duckdb.DuckDBPyConnection) -> None:
    gudang.execute("DELETE FROM sptjm")
    refused(gudang, 5, 2)
    refused(gudang, 6, 3)
    gudang.execute("UPDATE berkas SET status = 'DIABAIKAN' WHERE id_berkas = 4")
    isi = letter(gudang, berlaku=FINAL, akibat=TANPA_SPTJM)
    assert isi.tindakan == "Pindai 6."
    assert_golden("sptjm_jawaban_ditolak.html", render_jawaban(isi).decode())


def test_a_successor_asks_for_a_letter_of_its_own(gudang: duckdb.DuckDBPyConnection) -> None:
    teks = render_jawaban(letter(gudang, berlaku=ULANG)).decode()
    assert "Perlu SPTJM baru" in teks
    assert "yang berlaku sekarang potret Finalisasi ulang, 9 November 2022 pukul 17.00 WIB" in teks
    assert "sptjm-konsep-ulang.html" in teks


@pytest.mark.parametrize(("hari", "tampil"), [(-1, False), (1, True)])
def test_advice_from_before_the_potret_is_not_repeated(gudang: duckdb.DuckDBPyConnection, hari: int, tampil: bool) -> None:  # fmt: skip
    gudang.execute("DELETE FROM sptjm")
    gudang.execute("UPDATE berkas SET status = 'DIABAIKAN' WHERE id_berkas = 4")
    refused(gudang, 5, hari)
    teks = render_jawaban(letter(gudang, berlaku=FINAL)).decode()
    assert ("Pindai 5." in teks) is tampil
    assert "sptjm-konsep-finalisasi.html" in teks


def test_before_there_is_a_final_potret_it_is_too_early(gudang: duckdb.DuckDBPyConnection) -> None:
    gudang.execute("DELETE FROM sptjm")
    gudang.execute("UPDATE berkas SET status = 'DIABAIKAN' WHERE id_berkas = 4")
    refused(gudang, 5, -1)
    teks = render_jawaban(letter(gudang)).decode()
    assert "Belum waktunya" in teks
    assert "Pindai 5." in teks
    assert "sptjm-konsep" not in teks


def test_an_electronic_signature_is_named(gudang: duckdb.DuckDBPyConnection) -> None:
    gudang.execute("UPDATE sptjm SET cara = 'TEKS', penandatangan = '<Bupati>'")
    teks = render_jawaban(letter(gudang, berlaku=FINAL)).decode()
    assert "utuh: &lt;Bupati&gt;" in teks
    assert "teks surat" in teks
