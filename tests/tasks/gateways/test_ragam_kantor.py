"""Whatever an office produces, variant by variant, as five programs write it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import xlsxwriter

from tasks.gateways.workbook import Bacaan, land_workbook
from tests.kantor import save_as

PROGRAM = ("asal", "xlsx", "xls", "ods", "csv")
SARINGAN = {
    "xlsx": "Calc MS Excel 2007 XML",
    "xls": "",
    "ods": "",
    "csv": "Text - txt - csv (StarCalc):44,34,76",
}
NIK, LAIN = "3201014107900001", "3201014107900011"
JUDUL = ["NIK", "Nama", "Tgl Lahir", "JK"]
SITI = [NIK, "SITI", "01-07-1990", "P"]
BUDI = [LAIN, "BUDI", "31-12-1985", "L"]
DUA = {"nik": [NIK, LAIN], "nama": ["SITI", "BUDI"]}
Tulis = Callable[[Any, Any], None]


@dataclass(frozen=True)
class Ragam:
    """One way to keep a list: how it is written, what must land, which remarks tell of it.

    `csv`: what lands where the file no longer tells a date cell from text.
    """

    tulis: Tulis
    landed: dict[str, list[object]] = field(default_factory=lambda: DUA)
    baris: tuple[int, ...] = (2, 3)
    catatan: frozenset[str] = frozenset()
    csv: dict[str, list[object]] | None = None


def rows(halaman: Any, *baris: list[object], mulai: int = 0) -> None:
    for i, satu in enumerate(baris, mulai):
        for j, nilai in enumerate(satu):
            if isinstance(nilai, str):
                halaman.write_string(i, j, nilai)
            elif nilai is not None:
                halaman.write(i, j, nilai)


def plain(*baris: list[object], mulai: int = 0) -> Tulis:
    return lambda buku, halaman: rows(halaman, *baris, mulai=mulai)


def merged_title(buku: Any, halaman: Any) -> None:
    halaman.merge_range(0, 0, 1, 3, "DAFTAR TENAGA NON ASN")
    halaman.merge_range(2, 0, 2, 3, "Dinas Pendidikan, Tahun 2022")
    rows(halaman, JUDUL, SITI, BUDI, mulai=4)


def two_rows(buku: Any, halaman: Any) -> None:
    for j, judul in enumerate(JUDUL):
        halaman.merge_range(0, j, 1, j, judul)
    halaman.merge_range(0, 4, 0, 5, "SK")
    halaman.write_string(1, 4, "Nomor")
    halaman.write_string(1, 5, "Tanggal")
    rows(halaman, [*SITI, "800/1", "02-01-2020"], [*BUDI, "800/2", "03-01-2020"], mulai=2)


def hidden_row(buku: Any, halaman: Any) -> None:
    rows(halaman, JUDUL, SITI, BUDI)
    halaman.set_row(1, None, None, {"hidden": True})


def ghosts(buku: Any, halaman: Any) -> None:
    rows(halaman, JUDUL, SITI, [], BUDI)
    gaya = buku.add_format({"bg_color": "yellow"})
    for i in range(4, 300):
        halaman.write_blank(i, 0, None, gaya)
        halaman.write_string(i, 1, "  ")


def error_outside(buku: Any, halaman: Any) -> None:
    rows(halaman, JUDUL, SITI, BUDI)
    halaman.write_formula(1, 8, "=1/0", None, "#DIV/0!")
    halaman.write_formula(5, 8, "=#REF!", None, "#REF!")


def error_inside(buku: Any, halaman: Any) -> None:
    rows(halaman, JUDUL, SITI, [LAIN, None, "31-12-1985", "L"])
    halaman.write_formula(2, 1, "=NA()", None, "#N/A")


def real_and_text_dates(buku: Any, halaman: Any) -> None:
    """What Excel makes of 03/04/1990 typed day-first on a month-first machine, and leaves of 25/12/1990."""
    teks = (None, None, "25/12/1990", "13/01/1990")
    rows(halaman, JUDUL, *([NIK, "SITI", satu, "P"] for satu in teks))
    gaya = buku.add_format({"num_format": "dd-mm-yyyy"})
    for i, hari in enumerate((date(1990, 4, 3), date(1991, 7, 5)), 1):
        halaman.write_datetime(i, 2, hari, gaya)


def column(j: int, *isi: object) -> Tulis:
    """SITI several times, with these values in one column."""
    return plain(JUDUL, *([*SITI[:j], satu, *SITI[j + 1 :]] for satu in isi))


RAGAM = {
    "urutan lain": Ragam(plain(*([b[i] for i in (3, 1, 0, 2)] for b in (JUDUL, SITI, BUDI)))),
    "huruf lain": Ragam(plain(["nik", "NAMA LENGKAP", "tgl. LAHIR", "jk"], SITI, BUDI)),
    "ganti baris": Ragam(plain(["NIK *", "Nama\nLengkap", "Tgl\nLahir", "Jenis\nKelamin"], SITI, BUDI)),
    "sinonim": Ragam(plain(["No. KTP", "Nama Pegawai", "Tanggal Lahir", "L/P"], SITI, BUDI)),
    "baris di atas": Ragam(plain(["DAFTAR"], ["Dinas X"], [], JUDUL, SITI, BUDI), baris=(5, 6)),
    "judul tergabung": Ragam(merged_title, baris=(6, 7)),
    "judul dua baris": Ragam(
        two_rows, DUA | {"nomor_sk": ["800/1", "800/2"], "tanggal_sk": [date(2020, 1, 2), date(2020, 1, 3)]},
        baris=(3, 4),
    ),
    "kolom tambahan": Ragam(
        plain(["No", *JUDUL, "Agama"], ["1", *SITI, "Islam"], ["2", *BUDI, "Hindu"]),
        catatan=frozenset({"B-KOLOM-TAMBAHAN"}),
    ),
    "mulai di tengah": Ragam(plain(*([None, None, *b] for b in (JUDUL, SITI, BUDI)), mulai=3), baris=(5, 6)),
    "baris tersembunyi": Ragam(hidden_row),
    "baris hantu": Ragam(ghosts, baris=(2, 4)),
    "galat di luar tabel": Ragam(error_outside),
    "galat di dalam tabel": Ragam(error_inside, {"nik": [NIK, LAIN], "nama": ["SITI", None]}),
    "jumlah di bawah": Ragam(
        plain(JUDUL, SITI, BUDI, ["JUMLAH", None, "2"]), catatan=frozenset({"B-BUKAN-ORANG"})
    ),
    "nomor kolom": Ragam(
        plain(JUDUL, ["1", "2", "3", "4"], SITI, BUDI), baris=(3, 4), catatan=frozenset({"B-BUKAN-ORANG"})
    ),
    "judul berulang": Ragam(
        plain(JUDUL, SITI, JUDUL, BUDI), baris=(2, 4), catatan=frozenset({"B-BUKAN-ORANG"})
    ),
    "hari dulu": Ragam(
        column(2, "03/04/1990", "25/12/1990"), {"tanggal_lahir": [date(1990, 4, 3), date(1990, 12, 25)]}
    ),
    "hari dulu tanpa bukti": Ragam(
        column(2, "03/04/1990", "05/06/1990"), {"tanggal_lahir": [date(1990, 4, 3), date(1990, 6, 5)]}
    ),
    "bulan dulu": Ragam(
        column(2, "03/04/1990", "12/25/1990"), {"tanggal_lahir": [date(1990, 3, 4), date(1990, 12, 25)]}
    ),
    "tertukar oleh Excel": Ragam(
        real_and_text_dates, {"tanggal_lahir": [None, None, date(1990, 12, 25), date(1990, 1, 13)]},
        baris=(2, 3, 4, 5),
        csv={"tanggal_lahir": [date(1990, 4, 3), date(1991, 7, 5), date(1990, 12, 25), date(1990, 1, 13)]},
    ),
    "kelamin W dan P": Ragam(column(3, "W", "P"), {"jenis_kelamin": [None, None]}),
    "kelamin 0 dan 1": Ragam(column(3, "0", "1"), {"jenis_kelamin": [None, None]}),
    "NIK semua berakhir 0": Ragam(
        column(0, *(f"32010141079{i:04d}0" for i in range(1, 11))), {"nik": [None] * 10},
        baris=tuple(range(2, 12)),
    ),
    "tanda tangan": Ragam(
        plain(JUDUL, SITI, BUDI, [], [None, "Cibinong, 30 September 2022"], [None, "Kepala Dinas,"], [None, "ASEP"]),
        catatan=frozenset({"B-BUKAN-ORANG"}),
    ),
}  # fmt: skip


def save_all(folder: Path, isi: dict[str, Tulis]) -> dict[tuple[str, str], Path]:
    """Each workbook by name and program."""
    asal = []
    for nama, tulis in isi.items():
        asal.append(folder / f"{nama}.xlsx")
        with xlsxwriter.Workbook(str(asal[-1])) as buku:
            tulis(buku, buku.add_worksheet("Data Utama"))
    hasil = {(satu.stem, "asal"): satu for satu in asal}
    for akhiran, saringan in SARINGAN.items():
        for satu in save_as(akhiran, folder / "lain", asal, saringan):
            hasil[satu.stem, akhiran] = satu
    return hasil


def land(jalur: Path) -> tuple[Bacaan, pl.DataFrame]:
    tujuan = jalur.parent / "baca" / jalur.name
    bacaan = land_workbook(jalur, "a" * 64, tujuan)
    assert bacaan.penolakan is None
    return bacaan, pl.read_parquet(tujuan / "data_utama.parquet")


@pytest.fixture(scope="session")
def kantor(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    folder = tmp_path_factory.mktemp("ragam")
    return save_all(folder, {"sel": cells} | {nama: satu.tulis for nama, satu in RAGAM.items()})


@pytest.mark.parametrize("program", PROGRAM)
@pytest.mark.parametrize("nama", RAGAM)
def test_sheets(kantor: dict[tuple[str, str], Path], nama: str, program: str) -> None:
    ragam = RAGAM[nama]
    bacaan, data = land(kantor[nama, program])
    assert data["baris"].to_list() == list(ragam.baris)
    landed = ragam.csv if program == "csv" and ragam.csv else ragam.landed
    assert {k: data[k].to_list() for k in landed} == landed
    kode = {c["kode"] for c in bacaan.catatan} - {"B-KOLOM-HILANG", "B-RUMUS"}
    assert kode == ragam.catatan


# Column, as written, as landed; None is unreadable and kept with the original.
LAHIR = date(1990, 7, 1)
SEL: dict[str, tuple[str, object, object]] = {
    "polos": ("nik", NIK, NIK),
    "apostrof": ("nik", f"'{NIK}", NIK),
    "spasi": ("nik", "3201 0141 0790 0001", NIK),
    "titik": ("nik", "3201.0141.0790.0001", NIK),
    "strip": ("nik", "320101-410790-0001", NIK),
    "lebar penuh": ("nik", NIK.translate({48 + i: 0xFF10 + i for i in range(10)}), NIK),
    "huruf O": ("nik", NIK.replace("0", "O"), NIK),
    "eksponen": ("nik", "3.27E+15", None),
    "lima belas digit": ("nik", NIK[:15], None),
    "angka": ("nik", int(LAIN), LAIN),
    "angka berakhir nol": ("nik", 3201014107900010, None),
    "angka Papua": ("nik", 9201014107900011, None),
    "tanggal nyata": ("tanggal_lahir", date(1985, 12, 31), date(1985, 12, 31)),
    "dd-mm-yyyy": ("tanggal_lahir", "01-07-1990", LAHIR),
    "dd/mm/yyyy": ("tanggal_lahir", "1/7/1990", LAHIR),
    "titik dd.mm.yyyy": ("tanggal_lahir", "01.07.1990", LAHIR),
    "nama bulan": ("tanggal_lahir", "1 Juli 1990", LAHIR),
    "bulan disingkat": ("tanggal_lahir", "01-Jul-1990", LAHIR),
    "yyyy-mm-dd": ("tanggal_lahir", "1990-07-01", LAHIR),
    "nomor seri": ("tanggal_lahir", 33055, LAHIR),
    "dua angka": ("tanggal_lahir", "01-07-90", LAHIR),
    "dua angka meragukan": ("tanggal_lahir", "01-07-22", None),
    "bukan tanggal": ("tanggal_lahir", "32-13-1990", None),
    "L": ("jenis_kelamin", "L", "L"),
    "P": ("jenis_kelamin", "P", "P"),
    "M": ("jenis_kelamin", "M", "L"),
    "F": ("jenis_kelamin", "F", "P"),
    "1": ("jenis_kelamin", 1, "L"),
    "2": ("jenis_kelamin", "2", "P"),
    "Laki-laki": ("jenis_kelamin", "Laki-laki", "L"),
    "perempuan": ("jenis_kelamin", "perempuan", "P"),
    "Pria": ("jenis_kelamin", "Pria", "L"),
    "WANITA": ("jenis_kelamin", "WANITA", "P"),
    "kelamin lain": ("jenis_kelamin", "X", None),
}
# LibreOffice keeps fifteen digits of a number in an .xlsx; in a CSV it shows sixteen as text.
LAIN_HASIL: dict[tuple[str, str], object] = {
    ("angka", "xlsx"): None,
    ("angka berakhir nol", "csv"): "3201014107900010",
}


def cells(buku: Any, halaman: Any) -> None:
    gaya = buku.add_format({"num_format": "dd-mm-yyyy"})
    letak = {"nik": 0, "tanggal_lahir": 2, "jenis_kelamin": 3}
    rows(halaman, JUDUL)
    for i, (kolom, nilai, _) in enumerate(SEL.values(), 1):
        isi: list[object] = [NIK, "SITI", "01-07-1990", None]
        if isinstance(nilai, date):
            isi[2] = None
            halaman.write_datetime(i, 2, nilai, gaya)
        else:
            isi[letak[kolom]] = nilai
        rows(halaman, isi, mulai=i)


@pytest.fixture(scope="session")
def sel(kantor: dict[tuple[str, str], Path]) -> dict[str, pl.DataFrame]:
    return {program: land(kantor["sel", program])[1] for program in PROGRAM}


@pytest.mark.parametrize("program", PROGRAM)
@pytest.mark.parametrize("nama", SEL)
def test_cells(sel: dict[str, pl.DataFrame], nama: str, program: str) -> None:
    kolom, _, harap = SEL[nama]
    harap = LAIN_HASIL.get((nama, program), harap)
    baris = sel[program].row(list(SEL).index(nama), named=True)
    assert baris[kolom] == harap
    assert baris["tak_terbaca"] == ([kolom] if harap is None else [])
