"""Every rule is explained on a case of its own: code, citation, the values used, and their cells."""

import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.cli import app
from flows.nightly import nightly
from reports.penjelasan import Penjelasan
from rules.ketentuan import Ketentuan, ketentuan_on
from rules.rule import Aturan, load_rules
from rules.samaran import samarkan_isian_nik, samarkan_teks
from tasks.gateways.gudang import open_gudang, query
from tests.daur import Daur
from tests.kotak_masuk import BERSIH, KIRIM, KotakMasuk, orang

# A rule about a row of another delivery has no person to explain it by; its sentence says where.
ATURAN = {
    satu.kode: satu
    for satu in load_rules()
    if satu.sasaran in ("tenaga", "riwayat", "ganda") and satu.kode != "G-IJAZAH"
}
NIK = re.compile(r"[0-9]{16}")
Kasus = tuple[str, str, str, int]  # kode_instansi, kunci, lembar, baris
_BERKAS = {"IJAZAH": "file_ijazah", "SK": "file_sk", "BUKTI": "file_bukti"}
# The index knows these of a document that a rule objects to: size in bytes and type.
_CACAT = {"": None, "-UKURAN": (3_000_000, "pdf"), "-TIPE": (200_000, "docx")}


@pytest.fixture(scope="module")
def kerja(daur: Daur, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Working folders whose gudang holds the closings, and one with a constructed case of each document rule."""
    folder = {satu: tmp_path_factory.mktemp(satu) for satu in ("prafinalisasi", "finalisasi")}
    for tahap, satu in folder.items():
        daur.gudang_at(tahap, satu)
    return folder | {"dokumen": _document_night(tmp_path_factory.mktemp("dokumen"))}


@pytest.fixture(scope="module")
def kasus(daur: Daur) -> dict[str, tuple[str, Kasus]]:
    """Per rule the working folder and the row where the key has it; documents where we put them."""
    hasil = {kode: ("dokumen", satu) for kode, satu in _document_cases().items()}
    for tahap in ("finalisasi", "prafinalisasi"):
        hasil |= {kode: (tahap, satu) for *satu, kode in sorted(daur.expected(tahap))}
    return hasil


def test_every_rule_has_a_case_and_only_documents_are_constructed(
    daur: Daur, kasus: dict[str, tuple[str, Kasus]]
) -> None:
    assert sorted(ATURAN.keys() - kasus.keys()) == []
    tertanam = {
        kode for tahap in ("prafinalisasi", "finalisasi") for *_, kode in daur.expected(tahap)
    }
    assert {kode for kode in ATURAN.keys() - tertanam if not kode.startswith("K-DOKUMEN-")} == set()


@pytest.mark.parametrize("kode", ATURAN)
def test_a_rule_is_explained_on_its_case(
    kode: str, kasus: dict, kerja: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    dimana, (_, kunci, lembar, baris) = kasus[kode]
    monkeypatch.setenv("PENDATAAN_RUANG_KERJA", str(kerja[dimana]))
    satu, temuan = ATURAN[kode], _finding(kerja[dimana], kode, kunci, lembar, baris)
    keluar = _explain(*_asked(temuan, kunci, lembar, baris))
    blok = _block(keluar, satu, temuan["pesan"])
    assert f"dasar: {satu.kutipan(_law(kerja[dimana]))}" in blok
    assert f"sel {temuan['huruf']}{baris}, kolom {temuan['judul']!r})" in blok
    assert kunci in keluar
    assert f"lembar {lembar}" in keluar
    # The values: what the finding shows stands in the block, as a value or in its sentence.
    assert temuan["tertulis"] is None or repr(_masked(temuan)) in blok
    assert temuan["nilai"] is None or samarkan_teks(temuan["nilai"]).split()[0] in blok
    assert temuan["pengubah"] is None or temuan["pengubah"] in blok
    assert "None" not in keluar
    assert not NIK.search(keluar)


def test_a_finding_in_riwayat_shows_its_cell_in_the_riwayat_workbook(
    kasus: dict, kerja: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    riwayat = [kode for kode, satu in ATURAN.items() if satu.sasaran == "riwayat"]
    assert len(riwayat) > 5
    for kode in riwayat:
        dimana, (_, kunci, lembar, baris) = kasus[kode]
        monkeypatch.setenv("PENDATAAN_RUANG_KERJA", str(kerja[dimana]))
        huruf = _finding(kerja[dimana], kode, kunci, lembar, baris)["huruf"]
        keluar = _explain("--sel", f"{kunci}:{lembar}:{baris}")
        assert "/data-riwayat/" in kunci
        assert f"menunjuk {kunci}, lembar {lembar}, sel {huruf}{baris}" in keluar


def test_a_row_can_be_named_without_kotak_masuk(kasus: dict, kerja: dict, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    dimana, (_, kunci, lembar, baris) = kasus["L-NIK"]
    monkeypatch.setenv("PENDATAAN_RUANG_KERJA", str(kerja[dimana]))
    pendek = kunci.removeprefix("kotak-masuk/")
    assert _explain("--sel", f"{pendek}:{lembar}:{baris}") == _explain(
        "--sel", f"{kunci}:{lembar}:{baris}"
    )


def test_the_json_is_the_published_shape_and_tells_what_the_text_tells(kasus: dict, kerja: dict, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    dimana, (_, kunci, lembar, baris) = kasus["K-MASA-KERJA"]
    monkeypatch.setenv("PENDATAAN_RUANG_KERJA", str(kerja[dimana]))
    keluar = _explain("--sel", f"{kunci}:{lembar}:{baris}", "--json")
    isi = Penjelasan.model_validate_json(keluar)
    assert json.loads(keluar)["versi"] == 1
    (satu,) = isi.pendaftaran
    assert satu.keseluruhan == "T"
    (masa,) = [k for k in satu.penentu if k.nama == "masa_kerja"]
    assert satu.masa_kerja
    assert satu.masa_kerja.bulan_kerja == sum(
        b.keadaan == "DIHITUNG" for b in satu.masa_kerja.bulan
    )
    kurang = satu.masa_kerja.minimum - satu.masa_kerja.bulan_kerja
    assert masa.pengubah[0].startswith(f"Kurang {kurang} bulan lagi")
    assert {n for k in satu.kriteria for a in k.aturan for n in a.hukum} <= {
        h.nama for h in isi.hukum
    }
    assert not NIK.search(keluar)


def test_a_closing_is_explained_from_what_it_left_on_this_machine(daur: Daur, kasus: dict, kerja: dict, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    _, (_, kunci, lembar, baris) = kasus["K-USIA-MAKS"]
    monkeypatch.setenv("PENDATAAN_RUANG_KERJA", str(kerja["finalisasi"]))
    sel = f"{kunci}:{lembar}:{baris}"
    dibangun = Penjelasan.model_validate_json(_explain("--sel", sel, "--json"))
    monkeypatch.setenv("PENDATAAN_RUANG_KERJA", str(daur.kerja))
    ditutup = Penjelasan.model_validate_json(
        _explain("--sel", sel, "--tahap", "finalisasi", "--json")
    )
    assert ditutup.tahap == "Finalisasi"
    assert ditutup.model_copy(update={"tahap": None}) == dibangun


def test_a_closing_that_was_not_made_here_is_named(kerja: dict, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setenv("PENDATAAN_RUANG_KERJA", str(kerja["dokumen"]))
    monkeypatch.setenv("PENDATAAN_SIMPANAN", str(tmp_path))
    assert "tahap finalisasi belum ditutup" in _refused("finalisasi")
    assert "tahap akhir tidak dikenal; yang ada: prafinalisasi," in _refused("akhir")


def _refused(tahap: str) -> str:
    hasil = CliRunner().invoke(app, ["explain", "3201014107909901", "--tahap", tahap])
    assert hasil.exit_code == 1
    return str(hasil.exception)


def test_a_page_is_written_for_the_file_alone(kasus: dict, kerja: dict, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    dimana, (_, kunci, lembar, baris) = kasus["K-JABATAN"]
    monkeypatch.setenv("PENDATAAN_RUANG_KERJA", str(kerja[dimana]))
    halaman = tmp_path / "penjelasan.html"
    assert str(halaman) in _explain("--sel", f"{kunci}:{lembar}:{baris}", "--html", str(halaman))
    teks = halaman.read_text("utf-8")
    assert "TIDAK MEMENUHI" in teks
    assert not NIK.search(teks)
    assert halaman.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("apa", [["3201014107909901"], ["--sel", "5105/data-utama/3201014107909901.xlsx:Lembar:3"]])  # fmt: skip
def test_who_is_not_there_is_named_only_masked(apa: list[str], kerja: dict, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setenv("PENDATAAN_RUANG_KERJA", str(kerja["dokumen"]))
    hasil = CliRunner().invoke(app, ["explain", *apa])
    assert hasil.exit_code == 1
    assert "3201**********01" in str(hasil.exception)
    assert "3201014107909901" not in str(hasil.exception)


# --- how we look -------------------------------------------------------------------------------


def _explain(*apa: str) -> str:
    hasil = CliRunner().invoke(app, ["explain", *apa])
    assert hasil.exit_code == 0, hasil.output
    return hasil.output


def _asked(temuan: dict, kunci: str, lembar: str, baris: int) -> list[str]:
    """By NIK as an operator would; by the cell where no NIK can be read."""
    return [temuan["nik"]] if temuan["nik"] else ["--sel", f"{kunci}:{lembar}:{baris}"]


def _block(keluar: str, satu: Aturan, pesan: str) -> str:
    """The lines about one finding: from its code to the next rule, that has its sentence."""
    awal = f"       {satu.kode} "
    potongan = keluar.split("\n       ") if awal in keluar else []
    baris: list[str] = []
    for teks in potongan:
        if teks.startswith("  ") and baris:
            baris.append(teks)
        elif teks.startswith(f"{satu.kode} "):
            baris = [*baris, teks]
        elif baris and pesan in "\n".join(baris):
            break
        else:
            baris = []
    assert pesan in "\n".join(baris), keluar
    return "\n".join(baris)


def _masked(temuan: dict) -> str:
    """What was written in the cell, as an explanation may show it."""
    tutup = samarkan_isian_nik if temuan["kolom"] == "nik" else samarkan_teks
    return tutup(temuan["tertulis"])


def _law(kerja: Path) -> Ketentuan:
    with open_gudang(kerja / "gudang.duckdb") as gudang:
        (hari,) = gudang.execute("SELECT tanggal_hukum FROM malam").fetchone()
    return ketentuan_on(hari)


def _finding(kerja: Path, kode: str, kunci: str, lembar: str, baris: int) -> dict:
    with open_gudang(kerja / "gudang.duckdb") as gudang:
        temuan = query(gudang, _TEMUAN, kode, kunci, lembar, baris)
    assert temuan.height == 1, (kode, kunci, lembar, baris)
    return temuan.row(0, named=True)


_TEMUAN = """
SELECT t.nik, m.kolom, m.nilai, m.pesan, m.pengubah, k.huruf, k.judul, n.nilai AS tertulis
FROM temuan AS m
JOIN tenaga AS t USING (id_tenaga)
LEFT JOIN riwayat AS r ON r.id_riwayat = m.id_riwayat
JOIN berkas AS b ON b.id_berkas = coalesce(r.id_berkas, t.id_berkas)
JOIN kolom_berkas AS k
    ON k.sha256 = b.sha256 AND k.lembar = coalesce(r.lembar, t.lembar) AND k.kolom = m.kolom
LEFT JOIN nilai_asli AS n
    ON n.sha256 = b.sha256 AND n.lembar = k.lembar AND n.kolom = k.kolom
    AND n.baris = coalesce(r.baris, t.baris) AND n.sebab = 'TAK_TERBACA'
WHERE m.kode_aturan = ? AND b.kunci = ? AND k.lembar = ? AND coalesce(r.baris, t.baris) = ?
"""


# --- the constructed night: documents ----------------------------------------------------------


def _document_codes() -> list[tuple[str, str, tuple[int, str] | None]]:
    """(rule, column that names the document, what the index has of it)."""
    return [
        (f"K-DOKUMEN-{jenis}{cacat}", kolom, isi)
        for jenis, kolom in _BERKAS.items()
        for cacat, isi in _CACAT.items()
    ]


def _document_cases() -> dict[str, Kasus]:
    kunci = f"kotak-masuk/{BERSIH}/data-utama/data.xlsx"
    return {
        kode: (BERSIH, kunci, "Data Utama", baris)
        for baris, (kode, *_) in enumerate(_document_codes(), 2)
    }


def _document_night(akar: Path) -> Path:
    """A night on one instansi where each person has one document the index objects to."""
    kotak = KotakMasuk(akar / "simpanan")
    orangnya = [
        orang(nomor) | {k: f"{k}-{nomor}.pdf" for k in _BERKAS.values()}
        for nomor in range(1, len(_document_codes()) + 1)
    ]
    indeks = ["kode_instansi,kunci,ukuran,tipe,sha256"]
    for satu, (_, kolom, isi) in zip(orangnya, _document_codes(), strict=True):
        for nama in _BERKAS.values():
            ukuran_tipe = isi if nama == kolom else (200_000, "pdf")
            if ukuran_tipe:
                ukuran, tipe = ukuran_tipe
                kunci = f"kotak-masuk/{BERSIH}/dokumen/{satu[nama]}"
                indeks.append(f"{BERSIH},{kunci},{ukuran},{tipe},{satu[nama]}")
    kotak.admin(BERSIH)
    kotak.data_utama(BERSIH, orangnya)
    kotak.dukcapil(*orangnya)
    kotak.put("bkn/dokumen-indeks/indeks.csv", "\n".join(indeks) + "\n")
    lingkungan = {"PENDATAAN_SIMPANAN": akar / "simpanan", "PENDATAAN_RUANG_KERJA": akar / "kerja"}
    with pytest.MonkeyPatch.context() as ubah:
        for nama, nilai in lingkungan.items():
            ubah.setenv(nama, str(nilai))
        nightly(KIRIM + timedelta(days=1))
    return akar / "kerja"
