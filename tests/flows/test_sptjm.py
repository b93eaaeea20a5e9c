"""The SPTJM of four instansi: the draft, the wrong letters, the right one, and what it changes."""

import json
import shutil
from datetime import timedelta
from pathlib import Path
from textwrap import wrap

import pytest

from flows.close_tahap import close_tahap
from reports.render import query as sql_of
from rules.sptjm import Sebutan
from tests.flows.empat_instansi import DIAM, FINAL, PRAFINAL, only_four
from tests.flows.potret_uji import beku, census_of_four, kotak_masuk
from tests.flows.tempat import Tempat
from tests.kotak_masuk import BERSIH, BERTEMUAN, RUSAK, KotakMasuk
from tests.surat_sptjm import scanned, signed, typed

__all__ = ["beku", "census_of_four", "kotak_masuk"]

AKHIR = FINAL + timedelta(days=22)
HARI = {nama: FINAL + timedelta(days=nomor) for nomor, nama in enumerate(("dini", "lama", "asing", "benar", "susulan"), 1)}  # fmt: skip


@pytest.fixture(scope="module")
def diputus(beku: Tempat, tmp_path_factory: pytest.TempPathFactory) -> Tempat:
    """The place of `beku` with letters in its inbox, and a night after the last of them."""
    tempat = Tempat(tmp_path_factory.mktemp("sptjm"))
    with only_four(), pytest.MonkeyPatch.context() as ubah:
        tempat.settle(ubah)
        shutil.copytree(beku.simpanan, tempat.simpanan)
        _deliver(tempat, tmp_path_factory.mktemp("kunci"))
        tempat.answer(HARI["susulan"] + timedelta(hours=1))
        yield tempat


def _deliver(tempat: Tempat, folder: Path) -> None:
    kotak = KotakMasuk(tempat.simpanan)
    pra, final = (_named(tempat, tahap, BERSIH) for tahap in ("prafinalisasi", "finalisasi"))
    lain = _named(tempat, "finalisasi", BERTEMUAN)
    kotak.put(f"{BERSIH}/sptjm/dini.pdf", typed(final), PRAFINAL + timedelta(days=1))
    kotak.put(f"{BERSIH}/sptjm/lama.pdf", typed(pra), HARI["lama"])
    kotak.put(f"{BERSIH}/sptjm/milik-lain.pdf", scanned(lain), HARI["asing"])
    kotak.put(f"{BERSIH}/sptjm/benar.pdf", scanned(final), HARI["benar"])
    kotak.put(f"{BERSIH}/sptjm/susulan.pdf", b"bukan pdf", HARI["susulan"])
    asli = signed(typed(lain), "Bupati Contoh", folder)
    kotak.put(f"{BERTEMUAN}/sptjm/diubah.pdf", asli.replace(b"NONASN", b"NONASX"), HARI["lama"])
    kotak.put(f"{BERTEMUAN}/sptjm/asli.pdf", asli, HARI["benar"])


def test_the_letters_that_count(diputus: Tempat) -> None:
    sidik = {kode: _digest(diputus, "finalisasi", kode) for kode in (BERSIH, BERTEMUAN)}
    assert diputus.select("SELECT s.kode_instansi, nama_berkas, tahap, sidik, cara, penandatangan FROM sptjm AS s JOIN berkas USING (id_berkas) ORDER BY ALL") == [
        (BERSIH, "benar.pdf", "finalisasi", sidik[BERSIH], "QR", None),
        (BERTEMUAN, "asli.pdf", "finalisasi", sidik[BERTEMUAN], "TEKS", "Bupati Contoh (rantai sertifikat tidak diperiksa)"),
    ]  # fmt: skip


def test_the_others_are_refused_each_with_its_reason(diputus: Tempat) -> None:
    ditolak = dict(diputus.select("SELECT nama_berkas, p.kode FROM penolakan AS p JOIN berkas USING (id_berkas) WHERE jenis = 'sptjm'"))  # fmt: skip
    assert ditolak == {
        "dini.pdf": "F-SPTJM-DINI",
        "lama.pdf": "F-SPTJM-LAMA",
        "milik-lain.pdf": "F-SPTJM-INSTANSI",
        "susulan.pdf": "F-SPTJM-BUKAN-PDF",
        "diubah.pdf": "F-SPTJM-TANDA-TANGAN",
    }
    (pesan,) = diputus.select("SELECT pesan FROM penolakan WHERE kode = 'F-SPTJM-LAMA'")
    pra, final = (_digest(diputus, tahap, BERSIH)[:8] for tahap in ("prafinalisasi", "finalisasi"))
    assert pesan[0] == (
        f"SPTJM ini untuk potret Pra-finalisasi, batas 30 September 2022 pukul 23.59 WIB (sidik {pra}…); "
        f"yang berlaku potret Finalisasi, batas 31 Oktober 2022 pukul 17.00 WIB (sidik {final}…)."
    )
    (lain,) = diputus.select(f"SELECT p.pesan, i.nama FROM penolakan AS p, instansi AS i WHERE p.kode = 'F-SPTJM-INSTANSI' AND i.kode_instansi = '{BERTEMUAN}'")  # fmt: skip
    assert lain[0] == f"SPTJM ini untuk instansi lain: {lain[1]}."
    (asing,) = (j.read_text() for j in (diputus.simpanan / "kotak-keluar" / BERSIH).rglob("*-F-SPTJM-BUKAN-PDF.html"))  # fmt: skip
    assert "sebelumnya tetap berlaku</strong>, yaitu kiriman 4 November 2022" in asing
    surat = [j.read_text() for j in (diputus.simpanan / "kotak-keluar" / BERSIH).rglob("*.html")]
    assert any(pesan[0] in satu for satu in surat)


def test_each_sender_is_answered(diputus: Tempat) -> None:
    keluar = diputus.simpanan / "kotak-keluar"
    bersih, bertemuan = (
        (keluar / kode / "sptjm-jawaban.html").read_text() for kode in (BERSIH, BERTEMUAN)
    )
    assert "<strong>Diterima.</strong>" in bersih
    assert " ".join(wrap(_digest(diputus, "finalisasi", BERSIH), 8)) in bersih
    assert bersih.count("Tidak diterima.") == 4
    assert "utuh: Bupati Contoh (rantai sertifikat tidak diperiksa)" in bertemuan
    assert {j.parent.name for j in keluar.rglob("sptjm-jawaban.html")} == {BERSIH, BERTEMUAN}
    assert diputus.select(sql_of("malam/sptjm")) == [(2, 1, 1, 1, 0, 5)]


def test_an_accepted_letter_turns_the_sixth_criterion(diputus: Tempat) -> None:
    assert diputus.select("SELECT DISTINCT kode_instansi, e.sptjm FROM enam_kriteria AS e JOIN tenaga USING (id_tenaga) ORDER BY ALL") == [
        (BERSIH, "M"), (BERTEMUAN, "M"),
    ]  # fmt: skip


def test_only_signed_data_enter_the_data_dasar(diputus: Tempat) -> None:
    isi = dict(diputus.select("SELECT kode_instansi, count(*) FROM data_dasar GROUP BY ALL"))
    final = json.loads((diputus.simpanan / "potret/finalisasi/manifest.json").read_bytes())
    jumlah = {satu["kode_instansi"]: satu["jumlah"]["daftar"] for satu in final["instansi"]}
    assert isi == {BERSIH: jumlah[BERSIH], BERTEMUAN: jumlah[BERTEMUAN]}
    assert diputus.select("SELECT DISTINCT d.tahap, d.sidik = s.sidik FROM data_dasar AS d JOIN sptjm AS s USING (kode_instansi)") == [("finalisasi", True)]  # fmt: skip


def test_the_final_announcement_says_whose_letter_came(diputus: Tempat) -> None:
    assert close_tahap(AKHIR) == ["pengumuman_akhir"]
    halaman = {
        kode: (diputus.simpanan / f"publik/pengumuman/pengumuman_akhir/{kode}.html").read_text()
        for kode in (BERSIH, BERTEMUAN, RUSAK, DIAM)
    }
    assert {kode for kode, isi in halaman.items() if "SPTJM" in isi and "diterima" in isi} >= {BERSIH, BERTEMUAN}  # fmt: skip


def test_the_draft_names_the_potret_in_text_and_code(beku: Tempat) -> None:
    konsep = (beku.simpanan / f"kotak-keluar/{BERSIH}/sptjm-konsep-finalisasi.html").read_text()
    assert _named(beku, "finalisasi", BERSIH) in konsep
    assert "<title>Kode QR potret</title>" in konsep
    assert not (beku.simpanan / f"kotak-keluar/{DIAM}/sptjm-konsep-finalisasi.html").exists()


def _digest(tempat: Tempat, tahap: str, kode: str) -> str:
    manifes = json.loads((tempat.simpanan / f"potret/{tahap}/{kode}/manifest.json").read_bytes())
    return manifes["tabel"]["daftar"]["sidik"]


def _named(tempat: Tempat, tahap: str, kode: str) -> str:
    return Sebutan(tahap, kode, _digest(tempat, tahap, kode)).teks
