"""The correction loop: the answer to a workbook is mended, sent back as it is, and asks nothing twice."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import openpyxl
import pytest

from flows.check import check_berkas
from rules.kalender import WIB
from tests.flows.tempat import MALAM, Tempat
from tests.kotak_masuk import BERSIH, KIRIM, KotakMasuk, orang

SEHARI = timedelta(days=1)
MUDA = orang(5, nik="3201014107040005", tanggal_lahir="01-07-2004")
# Born in July by the NIK, in June by the workbook: legitimate, and asked about.
BEDA = orang(6, tanggal_lahir="01-06-1990")
NAMA = "Dinas Pendidikan"
ALASAN = "Sesuai KTP dan KK"
TERBUKA = """
    SELECT t.nik, m.kode_aturan FROM temuan AS m JOIN tenaga AS t USING (id_tenaga)
    ANTI JOIN konfirmasi AS j ON j.kode_aturan = m.kode_aturan AND j.id_tenaga = m.id_tenaga
"""


class Admin:
    """An admin who opens the answer, works in it, and sends it back."""

    def __init__(self, tempat: Tempat) -> None:
        self.tempat = tempat
        self.kotak = KotakMasuk(tempat.simpanan)
        self.hari = KIRIM

    @property
    def jawaban(self) -> Path:
        keluar = self.tempat.simpanan / "kotak-keluar" / BERSIH / "jawaban" / "data-utama"
        return keluar / f"{NAMA}.xlsx"

    def row(self, nik: str) -> dict[str, str | None]:
        """What the answer says about one person, by heading."""
        lembar = openpyxl.load_workbook(self.jawaban)["Data Utama"]
        judul, *baris = lembar.iter_rows(values_only=True)
        return next(dict(zip(judul, b, strict=True)) for b in baris if nik in b)

    def send_back(self, ubah: dict[str, dict[str, str]], nama: str = f"{NAMA} (1).xlsx") -> None:
        """The answer with these cells written (NIK → heading → value), a day later, and its night."""
        buku = openpyxl.load_workbook(self.jawaban)
        lembar = buku["Data Utama"]
        letak = {sel.value: sel.column for sel in lembar[1]}
        for baris in lembar.iter_rows(min_row=2):
            for judul, isi in ubah.get(baris[letak["NIK"] - 1].value, {}).items():
                lembar.cell(baris[0].row, letak[judul]).value = isi
        jalur = self.kotak.put(f"{BERSIH}/data-utama/{nama}", b"")
        buku.save(jalur)
        self._night(jalur)

    def send_own(self, *rows: dict[str, str]) -> None:
        """The instansi's own workbook once more under its first name."""
        self._night(self.kotak.data_utama(BERSIH, rows, nama=f"{NAMA}.xlsx"))

    def _night(self, jalur: Path) -> None:
        self.hari += SEHARI
        self.kotak._stamp(jalur, self.hari)
        self.tempat.answer(self.hari + timedelta(hours=15))


@pytest.fixture
def tempat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tempat:
    """One instansi that delivered three people: one clean, one too young, one to be asked about."""
    ini = Tempat(tmp_path).settle(monkeypatch)
    kotak = KotakMasuk(ini.simpanan)
    kotak.admin(BERSIH)
    kotak.data_utama(BERSIH, [orang(1), MUDA, BEDA], nama=f"{NAMA}.xlsx")
    ini.answer()
    return ini


def test_marked_cells_are_mended_warnings_confirmed_and_nothing_is_asked_twice(
    tempat: Tempat,
) -> None:
    admin = Admin(tempat)
    assert set(tempat.select(TERBUKA)) == {
        (MUDA["nik"], "K-USIA-MIN"),
        (BEDA["nik"], "B-NIK-LAHIR"),
    }
    assert (admin.row(MUDA["nik"])["Temuan (diisi sistem)"] or "").startswith(
        "TOLAK: Usia 17 tahun"
    )
    assert (
        admin.row(BEDA["nik"])["Ditanyakan (jangan diubah)"]
        == f"B-NIK-LAHIR={BEDA['nik']} | 01-06-1990"
    )

    admin.send_back(
        {
            MUDA["nik"]: {"Tanggal Lahir": "01-07-1990", "NIK": "3201014107900005"},
            BEDA["nik"]: {"Keputusan": "benar", "Alasan": ALASAN},
        }
    )
    assert tempat.select(TERBUKA) == []
    assert tempat.select(
        "SELECT nama_berkas, status FROM berkas WHERE jenis = 'data-utama' ORDER BY waktu"
    ) == [
        (f"{NAMA}.xlsx", "DIGANTI"),
        (f"{NAMA} (1).xlsx", "BERLAKU"),
    ]
    assert tempat.select(
        "SELECT kode_aturan, isian, keputusan, alasan, oleh, waktu FROM keputusan"
    ) == [
        (
            "B-NIK-LAHIR",
            f"{BEDA['nik']} | 01-06-1990",
            "BENAR",
            ALASAN,
            "ADMIN CONTOH",
            KIRIM + SEHARI,
        )
    ]
    baris = admin.row(BEDA["nik"])
    assert baris["Ditanyakan (jangan diubah)"] is None
    assert baris["Temuan (diisi sistem)"] == (
        "SUDAH DIJAWAB: Tanggal lahir 01-06-1990 berbeda dari tanggal dalam NIK. NIK memang tidak dapat diubah; "
        "pastikan tanggal lahir sama dengan catatan Dukcapil. Dinyatakan benar 21-09-2022 oleh ADMIN CONTOH: "
        f"{ALASAN}"
    )

    # Sent back without a new answer, and then the instansi's own file: the old answer still holds.
    admin.send_back({})
    assert tempat.select(TERBUKA) == []
    admin.send_own(orang(1), BEDA)
    assert tempat.select(TERBUKA) == []
    assert len(tempat.select("SELECT * FROM tenaga WHERE status_baris = 'DAFTAR'")) == 2

    # Another birth date is another question.
    admin.send_own(orang(1), BEDA | {"tanggal_lahir": "02-06-1990"})
    assert tempat.select(TERBUKA) == [(BEDA["nik"], "B-NIK-LAHIR")]


@pytest.mark.parametrize(
    ("putusan", "alasan"),
    [("benar", ""), ("perbaiki", ALASAN), ("tidak tahu", ALASAN), ("", ALASAN)],
    ids=["no-reason", "to-be-mended", "unreadable", "no-decision"],
)
def test_what_is_not_a_reasoned_confirmation_leaves_the_question_open(
    tempat: Tempat, putusan: str, alasan: str
) -> None:
    admin = Admin(tempat)
    admin.send_back({BEDA["nik"]: {"Keputusan": putusan, "Alasan": alasan}})
    assert (BEDA["nik"], "B-NIK-LAHIR") in tempat.select(TERBUKA)
    baris = admin.row(BEDA["nik"])
    assert (baris["Keputusan"], baris["Alasan"] or "") == (
        putusan if putusan in ("benar", "perbaiki") else None,
        alasan,
    )


def test_an_answer_to_another_value_than_the_one_asked_about_does_not_count(tempat: Tempat) -> None:
    admin = Admin(tempat)
    jawab = {"Keputusan": "benar", "Alasan": ALASAN, "Tanggal Lahir": "03-06-1990"}
    admin.send_back({BEDA["nik"]: jawab})
    assert (BEDA["nik"], "B-NIK-LAHIR") in tempat.select(TERBUKA)


def test_an_answer_is_made_again_only_when_something_changed(tempat: Tempat) -> None:
    admin = Admin(tempat)
    lama = admin.jawaban.stat().st_mtime_ns
    tempat.answer(MALAM + timedelta(minutes=5))
    assert admin.jawaban.stat().st_mtime_ns == lama
    admin.jawaban.unlink()
    tempat.answer(MALAM + timedelta(minutes=10))
    assert admin.jawaban.exists()


def test_the_preview_gives_the_same_answer(tempat: Tempat, tmp_path: Path) -> None:
    asal = tempat.simpanan / "kotak-masuk" / BERSIH / "data-utama" / f"{NAMA}.xlsx"
    salinan = shutil.copy(asal, tmp_path / f"{NAMA}.xlsx")
    saat = datetime(2022, 9, 20, 10, tzinfo=WIB)
    hasil = check_berkas(Path(salinan), BERSIH, "data-utama", tmp_path / "jawab", saat)
    assert hasil.jawaban.name == f"{NAMA}-jawaban.xlsx"
    assert hasil.jawaban.read_bytes() == Admin(tempat).jawaban.read_bytes()
