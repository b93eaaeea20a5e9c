"""What an explanation says: per registration the verdicts, the rules behind them, and every value's cell."""

from pydantic import AwareDatetime

from reports.unsur import Isi

PUTUSAN = {"M": "MEMENUHI", "T": "TIDAK MEMENUHI", "B": "BELUM DAPAT DINILAI"}
HASIL = {True: "dipenuhi", False: "TIDAK dipenuhi", None: "belum dapat dinilai"}


class Nilai(Isi):
    """One value a rule used, and where it stands."""

    nama: str
    teks: str
    asal: str


class AturanDinilai(Isi):
    """One rule applied to the person: true = met, false = not met, null = input missing."""

    kode: str
    nama: str
    dasar: str
    hasil: bool | None
    pesan: str | None
    nilai: tuple[Nilai, ...]


class KriteriaDinilai(Isi):
    """One criterion: its verdict and the rules that make it."""

    nama: str
    putusan: str
    aturan: tuple[AturanDinilai, ...]


class TemuanLain(Isi):
    """A finding that decides nothing by itself, with the cell it points at."""

    kode: str
    berat: str
    dasar: str
    pesan: str
    sel: str
    nilai: tuple[Nilai, ...]


class Periode(Isi):
    """One period of work as delivered; `asal` names the cells of the three values."""

    asal: str
    awal: str
    akhir: str
    pembayaran: str


class Pendaftaran(Isi):
    """One row of one instansi."""

    instansi: str
    berkas: str
    waktu: AwareDatetime
    tempat: str
    status: str
    nama: str
    kategori: str | None = None
    keseluruhan: str | None = None
    kriteria: tuple[KriteriaDinilai, ...] = ()
    temuan: tuple[TemuanLain, ...] = ()
    ganda: tuple[str, ...] = ()
    periode: tuple[Periode, ...] = ()
    bulan_kerja: int | None = None


class Penjelasan(Isi):
    """Everything one gudang knows of one NIK (`perihal` shows it masked) or of one row."""

    perihal: str
    keadaan: AwareDatetime
    tanggal_hukum: str
    pendaftaran: tuple[Pendaftaran, ...]
