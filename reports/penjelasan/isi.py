"""What an explanation says: per registration the verdicts, the rules and clauses behind them, the months,
and every value's cell. Its JSON is a published shape: `versi` rises when a field changes or goes."""

from datetime import date
from typing import Any, Literal

from pydantic import AwareDatetime, field_validator

from reports.unsur import Dokumen, Isi
from rules.bulan_kerja import Keadaan, Sebab
from rules.samaran import samarkan_teks

PUTUSAN = {"M": "MEMENUHI", "T": "TIDAK MEMENUHI", "B": "BELUM DAPAT DINILAI"}
HASIL = {True: "dipenuhi", False: "TIDAK dipenuhi", None: "belum dapat dinilai"}
Putusan = Literal["M", "T", "B"]
Ragam = Literal["KONFIRMASI", "KEPUTUSAN", "PEMERIKSAAN", "AKTIF", "BIODATA", "AKUN", "LAPOR", "ADUAN"]  # fmt: skip


class Tersamar(Isi):
    """Content in which no text shows a whole NIK, wherever it was delivered: names of files, SK numbers."""

    @field_validator("*", mode="before")
    @classmethod
    def _mask(cls, nilai: Any) -> Any:
        return samarkan_teks(nilai) if isinstance(nilai, str) else nilai


class Letak(Tersamar):
    """A cell of a delivery: its key, when it came, sheet, cell (D5) and the heading the instansi gave it."""

    berkas: str
    waktu: AwareDatetime
    lembar: str
    sel: str
    judul: str


class Nilai(Tersamar):
    """One value a rule used. `letak` is its cell; without one `asal` says what the fact is and comes from."""

    nama: str
    teks: str
    asal: str
    letak: Letak | None = None


class Klausul(Tersamar):
    """One value of the law under the law date, and the clause that sets it. `asumsi` marks our own
    reading, with its ground; `tanggal_asumsi` an instrument whose own date is not published."""

    nama: str
    arti: str
    nilai: str
    instrumen: str
    butir: str
    berlaku: date
    tanggal_asumsi: bool = False
    asumsi: bool = False
    alasan: str | None = None


class AturanDinilai(Tersamar):
    """One rule applied to the person: `hasil` true = met, false = not met, null = input missing.

    `hukum` names the clauses (Penjelasan.hukum) it rests on, `dasar` is their citation. `pengubah` is
    what would change the result, null where it is met; `diperlukan` the cells that must be readable.
    `pengecualian` is the approval by which a rule that is not met does not count, and until when.
    """

    kode: str
    nama: str
    dasar: str
    hukum: tuple[str, ...]
    hasil: bool | None
    pesan: str | None
    pengubah: str | None
    nilai: tuple[Nilai, ...]
    diperlukan: tuple[Nilai, ...] = ()
    pengecualian: str | None = None

    @property
    def sebutan(self) -> str:
        """The result in words."""
        if self.pengecualian:
            return f"tidak dipenuhi, DIKECUALIKAN menurut {self.pengecualian}"
        return HASIL[self.hasil]


class KriteriaDinilai(Tersamar):
    """One criterion: its verdict and the rules that make it."""

    nama: str
    putusan: Putusan
    aturan: tuple[AturanDinilai, ...]

    @property
    def pengubah(self) -> tuple[str, ...]:
        """What would change its verdict, of each rule that is not met; nothing where it is M."""
        return tuple(satu.pengubah for satu in self.aturan if satu.pengubah)


class TemuanLain(Tersamar):
    """A finding that decides nothing by itself, with the cell it points at and what it is needed for."""

    kode: str
    nama: str
    berat: Literal["tolak", "periksa", "info"]
    dasar: str
    hukum: tuple[str, ...]
    pesan: str
    pengubah: str | None
    sel: str
    nilai: tuple[Nilai, ...]


class Periode(Tersamar):
    """One period of work as delivered; `asal` names the cells of the three values.

    `sebab` is why its months do not count (null where they do), `keterangan` the same in words.
    `bulan` up to the reference date, `dihitung` of them, `bertumpang` of these counted by an earlier
    period already, `sesudah_acuan` months after that date.
    """

    nomor: int
    asal: str
    awal: str
    akhir: str
    pembayaran: str
    sebab: Sebab | None
    keterangan: str
    bulan: int
    dihitung: int
    bertumpang: int
    sesudah_acuan: int


class Bulan(Isi):
    """One calendar month, and the numbers of the periods that cover it, the one that counts it first."""

    tahun: int
    bulan: int
    keadaan: Keadaan
    periode: tuple[int, ...]


class MasaKerja(Isi):
    """Every month from the first to the reference date (and those after it that a period claims)."""

    bulan_kerja: int
    minimum: int
    acuan: date
    periode: tuple[Periode, ...]
    bulan: tuple[Bulan, ...]


class Catatan(Tersamar):
    """What somebody said or decided about this person: in words, when, and where it stands."""

    ragam: Ragam
    waktu: AwareDatetime | None
    teks: str
    asal: str | None = None


class Pihak(Tersamar):
    """The other side of a duplicate: no more than its instansi, unit and date of delivery; `tempat` only
    where it is the same instansi's own row."""

    instansi: str
    unit: str | None
    waktu: AwareDatetime
    tempat: str | None = None


class KasusGanda(Tersamar):
    """One case of being registered more than once: its cause and what was compared, whether anybody keeps the
    row, where the person is counted until then (`bawaan`), and whether in this registration (`dihitung`)."""

    jenis: str
    arti: str
    sebab: str
    bukti: str
    keadaan: str
    bawaan: str
    dihitung: bool
    pihak: tuple[Pihak, ...]


class Pendaftaran(Tersamar):
    """One row of one instansi."""

    instansi: str
    berkas: str
    waktu: AwareDatetime
    tempat: str
    status: str
    nama: str
    kategori: str | None = None
    keseluruhan: Putusan | None = None
    kriteria: tuple[KriteriaDinilai, ...] = ()
    masa_kerja: MasaKerja | None = None
    temuan: tuple[TemuanLain, ...] = ()
    catatan: tuple[Catatan, ...] = ()
    ganda: tuple[KasusGanda, ...] = ()

    @property
    def penentu(self) -> tuple[KriteriaDinilai, ...]:
        """The criteria that decided, so that nobody reads sixty lines to find one."""
        return tuple(k for k in self.kriteria if k.putusan == self.keseluruhan != "M")


class Penjelasan(Dokumen):
    """Everything one gudang knows of one NIK (`perihal` shows it masked) or of one row.

    `tahap` is the closing whose data these are, null for the last night; `hukum` holds every clause
    the rules below name, under the law of `tanggal_hukum`.
    """

    versi: Literal[1] = 1
    perihal: str
    keadaan: AwareDatetime
    tahap: str | None = None
    tanggal_hukum: date
    versi_kode: str
    sidik_regulasi: str
    hukum: tuple[Klausul, ...]
    pendaftaran: tuple[Pendaftaran, ...]
