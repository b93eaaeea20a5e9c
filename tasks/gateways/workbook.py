"""Workbooks of instansi: read as text with fastexcel, typed by rules.pembacaan, landed as Parquet."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from zipfile import BadZipFile

import fastexcel
import polars as pl
import pyarrow as pa

from rules.pembacaan.batas import pembacaan
from rules.pembacaan.bukan_orang import bukan_orang, catat_bukan_orang
from rules.pembacaan.catatan import catat
from rules.pembacaan.edisi import edisi
from rules.pembacaan.isi import sidik_isi
from rules.pembacaan.jenis import nama_bentuk
from rules.pembacaan.judul import Pengenalan, huruf_kolom, kenali
from rules.pembacaan.kolom_tambahan import catat_tambahan
from rules.pembacaan.lembar import Terbaca, baca_lembar
from rules.pembacaan.lembar_ganda import tolak_ganda
from rules.pembacaan.nik import meragukan_bila_angka, polos_nik
from rules.pembacaan.penolakan import BerkasDitolakError, Penolakan, tolak
from tasks.gateways.amplop import Amplop, open_amplop
from tasks.gateways.mentah import Mentah
from tasks.gateways.nilai_terpisah import read_nilai_terpisah
from tasks.gateways.rumus import sel_rumus_xlsx, write_rumus
from tasks.gateways.rumus_ods import sel_rumus_ods
from tasks.gateways.sel_galat import write_galat
from tasks.gateways.tambahan import Tambahan, read_tambahan

VERSI = "v4"
BACAAN = "bacaan.json"
NILAI_ASLI = "nilai_asli.parquet"
TEKS_SEMUA = "string"
# A CSV file has one sheet and no name for it.
LEMBAR_CSV = "CSV"
SEMUA_NIK = polos_nik("nik").all()
# fastexcel guesses the type of a column that is not named here; strictly guessed, a column of text
# is proven to hold no number, in the same pass that reads it.
TERTEBAK = (0, 1)


@dataclass
class Bacaan:
    """What one file held: rows per form, recognised columns, sheets, or why it was refused.

    `sifat`: what a template or an answer of ours says of itself in the workbook's properties.
    `sidik_baris`: per form with any row the digest of its rows, the same for the same rows.
    """

    sha256: str
    versi: str = VERSI
    baris: dict[str, int] = field(default_factory=dict)
    kolom: list[dict[str, str]] = field(default_factory=list)
    lembar: list[dict[str, object]] = field(default_factory=list)
    tambahan: list[dict[str, str]] = field(default_factory=list)
    catatan: list[dict[str, str]] = field(default_factory=list)
    sifat: dict[str, str] = field(default_factory=dict)
    sidik_baris: dict[str, str] = field(default_factory=dict)
    penolakan: Penolakan | None = None


def land_workbook(jalur: Path, sha256: str, tujuan: Path) -> Bacaan:
    """Read the workbook at `jalur` into the folder `tujuan`, which appears whole or not at all.

    A file that cannot be used lands as bacaan.json alone, with its penolakan.
    """
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    kerja = Path(mkdtemp(prefix=f".{tujuan.name}-", dir=tujuan.parent))
    try:
        bacaan = _tulis(jalur, sha256, kerja)
        publish_bacaan(bacaan, kerja)
        if not (tujuan / BACAAN).exists():
            shutil.rmtree(tujuan, ignore_errors=True)
            kerja.rename(tujuan)
    finally:
        shutil.rmtree(kerja, ignore_errors=True)
    return bacaan


def sisa_kerja(tujuan: Path) -> list[Path]:
    """Half-written folders that a reading process left beside `tujuan` when it died."""
    return list(tujuan.parent.glob(f".{tujuan.name}-*"))


def publish_bacaan(bacaan: Bacaan, folder: Path) -> None:
    """Write bacaan.json, the last file of a landing."""
    isi = vars(bacaan) | {"penolakan": bacaan.penolakan and asdict(bacaan.penolakan)}
    teks = json.dumps(isi, ensure_ascii=False, sort_keys=True)
    (folder / BACAAN).write_text(teks + "\n", encoding="utf-8")


def _tulis(jalur: Path, sha256: str, folder: Path) -> Bacaan:
    bacaan = Bacaan(sha256)
    try:
        terbaca, lain = read_workbook(jalur, bacaan)
    except BerkasDitolakError as ditolak:
        return Bacaan(sha256, lembar=bacaan.lembar, sifat=bacaan.sifat, penolakan=ditolak.penolakan)
    for bentuk, lembar in terbaca.items():
        data = pl.concat([t.data for t in lembar], rechunk=False)
        _parquet(data, folder / f"{bentuk}.parquet")
        bacaan.baris[bentuk] = data.height
        if data.height:
            bacaan.sidik_baris[bentuk] = sidik_isi(data, bentuk)
    asli = pl.concat([t.asli for lembar in terbaca.values() for t in lembar])
    if not asli.is_empty():
        _parquet(asli, folder / NILAI_ASLI)
    for nama, bagian in (
        ("tambahan", [t.sel for t in lain]),
        ("keputusan", [t.keputusan for t in lain]),
    ):
        if any(not b.is_empty() for b in bagian):
            _parquet(pl.concat(bagian), folder / f"{nama}.parquet")
    return bacaan


def _parquet(data: pl.DataFrame, jalur: Path) -> None:
    data.write_parquet(jalur, compression="zstd", compression_level=1, statistics=False)


def read_workbook(jalur: Path, bacaan: Bacaan) -> tuple[dict[str, list[Terbaca]], list[Tambahan]]:
    """Typed sheets per form, and what stood beside their columns; fills `bacaan` as it goes.

    Raises BerkasDitolakError."""
    amplop = open_amplop(jalur)
    bacaan.sifat = amplop.sifat
    buku = None if amplop.terpisah else _buka(amplop)
    terbaca: dict[str, list[Terbaca]] = {}
    lain: list[Tambahan] = []
    for nama, mentah in _lembar(buku, amplop, bacaan):
        kenal = kenali(mentah.atas(pembacaan().batas.baris_judul), nama)
        bacaan.lembar.append({"nama": nama, "tersembunyi": False, "bentuk": kenal and kenal.bentuk})
        if kenal is None:
            continue
        if kenal.hilang:
            raise tolak("F-KOLOM-WAJIB", lembar=nama, kolom=", ".join(kenal.hilang))
        bacaan.kolom += _kolom(nama, kenal, mentah)
        if kenal.kurang:
            kurang = ", ".join(kenal.kurang)
            bacaan.catatan.append(catat("B-KOLOM-HILANG", lembar=nama, kolom=kurang))
        ini = _ketik(buku, amplop, nama, kenal, mentah, bacaan)
        terbaca.setdefault(kenal.bentuk, []).append(ini)
        if tambahan := read_tambahan(mentah, kenal, nama, ini.data["baris"]):
            lain.append(tambahan)
            bacaan.tambahan += tambahan.kolom
            bacaan.catatan += tambahan.catatan + catat_tambahan(tambahan.kolom, nama)
    if not terbaca:
        daftar = ", ".join(str(b["nama"]) for b in bacaan.lembar[:10])
        raise tolak("F-TANPA-LEMBAR", bentuk=nama_bentuk(edisi()), lembar=daftar)
    _tolak_ganda(bacaan)
    return terbaca, lain


def _tolak_ganda(bacaan: Bacaan) -> None:
    for bentuk in edisi():
        nama = [str(b["nama"]) for b in bacaan.lembar if b["bentuk"] == bentuk]
        if len(nama) > 1 and (ganda := tolak_ganda(bentuk, nama)):
            raise ganda


def _lembar(
    buku: fastexcel.ExcelReader | None, amplop: Amplop, bacaan: Bacaan
) -> Iterator[tuple[str, Mentah]]:
    """Visible sheets with anything in them, as text; hidden ones are named, not read."""
    if buku is None:
        yield LEMBAR_CSV, read_nilai_terpisah(amplop.isi)
        return
    for nama in buku.sheet_names:
        if _is_tersembunyi(buku, amplop, nama):
            bacaan.lembar.append({"nama": nama, "tersembunyi": True, "bentuk": None})
            bacaan.catatan.append(catat("B-LEMBAR-TERSEMBUNYI", lembar=nama))
            continue
        mentah = _muat(buku, nama)
        if mentah.isi.num_columns and mentah.isi.num_rows:
            yield nama, mentah
        else:
            bacaan.lembar.append({"nama": nama, "tersembunyi": False, "bentuk": None})


def _is_tersembunyi(buku: fastexcel.ExcelReader, amplop: Amplop, nama: str) -> bool:
    """Asking the reader parses the sheet once more: only where the envelope does not tell."""
    if amplop.tersembunyi is not None:
        return nama in amplop.tersembunyi
    return buku.load_sheet(nama, header_row=None, n_rows=0).visible != "visible"


def _buka(amplop: Amplop) -> fastexcel.ExcelReader:
    try:
        return fastexcel.read_excel(amplop.isi)
    except fastexcel.FastExcelError as sebab:
        kode = "F-SANDI" if "password" in str(sebab).casefold() else "F-RUSAK"
        raise tolak(kode) from sebab
    except BaseException as sebab:
        _tolak_panik(sebab)
        raise


def _muat(buku: fastexcel.ExcelReader, nama: str) -> Mentah:
    """The sheet from its very first row as text, in one parse unless numbers stand among the text."""
    for tebak in TERTEBAK:
        tipe = {i: TEKS_SEMUA for i in range(pembacaan().batas.kolom) if i != tebak}
        try:
            return _muat_bertipe(buku, nama, tipe, tebak)
        except fastexcel.UnsupportedColumnTypeCombinationError:
            continue
    return _muat_bertipe(buku, nama, TEKS_SEMUA, None)


def _muat_bertipe(
    buku: fastexcel.ExcelReader, nama: str, tipe: object, tebak: int | None
) -> Mentah:
    kolom: list[int] = []

    def catat(info: fastexcel.ColumnInfoNoDtype) -> bool:
        kolom.append(info.absolute_index)
        return True

    batas = pembacaan().batas
    isi = _parse(
        buku,
        nama,
        n_rows=batas.baris + 1,
        schema_sample_rows=None,
        dtype_coercion="strict",
        dtypes=tipe,
        use_columns=catat,
    )
    _batasi(nama, isi.num_rows, batas.baris, "baris")
    _batasi(nama, len(kolom), batas.kolom, "kolom")
    return Mentah(isi, kolom, frozenset() if tebak is None else frozenset({tebak}))


def _batasi(lembar: str, ada: int, batas: int, apa: str) -> None:
    if ada > batas:
        raise tolak("F-TERLALU-BESAR", batas=f"{batas} {apa} per lembar ({lembar})")


def _parse(buku: fastexcel.ExcelReader, nama: str, **pilihan: object) -> pa.RecordBatch:
    """One parse of a sheet. A reader that fails on the content is the file's fault, not ours."""
    try:
        return buku.load_sheet(nama, header_row=None, skip_rows=0, eager=True, **pilihan)
    except (fastexcel.UnsupportedColumnTypeCombinationError, fastexcel.InvalidParametersError):
        raise
    except fastexcel.FastExcelError as sebab:
        raise tolak("F-RUSAK") from sebab
    except BaseException as sebab:
        _tolak_panik(sebab)
        raise


def _tolak_panik(sebab: BaseException) -> None:
    """A panic inside the reader comes as a BaseException of its own: the content brought it about."""
    if type(sebab).__name__ == "PanicException":
        raise tolak("F-RUSAK") from sebab


def _kolom(nama: str, kenal: Pengenalan, mentah: Mentah) -> list[dict[str, str]]:
    return [
        {
            "lembar": nama,
            "bentuk": kenal.bentuk,
            "kolom": kolom,
            "judul": kenal.judul[kolom],
            "huruf": huruf_kolom(mentah.kolom[letak]),
        }
        for kolom, letak in kenal.letak.items()
    ]


def _ketik(
    buku: fastexcel.ExcelReader | None,
    amplop: Amplop,
    nama: str,
    kenal: Pengenalan,
    mentah: Mentah,
    bacaan: Bacaan,
) -> Terbaca:
    """Typed rows below the heading; sheet rows are 1-based, the heading row is 0-based."""
    awal = kenal.baris + 1
    potongan = mentah.isi.slice(awal).select(list(kenal.letak.values()))
    teks = pl.DataFrame(potongan.rename_columns(list(kenal.letak)))
    angka = _angka(buku, nama, kenal, mentah, teks)
    teks = _orang_saja(teks, nama, kenal, mentah, bacaan)
    if buku is not None and amplop.tanda.galat:
        teks = write_galat(buku, nama, teks, list(kenal.letak.values()), awal)
    if buku is not None and amplop.tanda.rumus:
        huruf = [huruf_kolom(mentah.kolom[letak]) for letak in kenal.letak.values()]
        teks, rumus = write_rumus(_sel_rumus(buku, amplop, nama), nama, teks, huruf, awal + 1)
        bacaan.catatan += rumus
        angka = angka if angka is None else angka.extend_constant(False, teks.height - len(angka))
    return baca_lembar(teks, kenal.bentuk, nama, awal + 1, angka, hari_nol=amplop.hari_nol)


def _sel_rumus(buku: fastexcel.ExcelReader, amplop: Amplop, nama: str) -> pl.DataFrame:
    """The formula cells of a sheet, as its kind of workbook writes them."""
    try:
        if amplop.biff is not None:
            return amplop.biff.sel_rumus(buku.sheet_names.index(nama))
        sel_rumus = sel_rumus_ods if amplop.tersembunyi is None else sel_rumus_xlsx
        return sel_rumus(amplop.isi, nama)
    except (LookupError, ValueError, BadZipFile) as sebab:
        raise tolak("F-RUSAK") from sebab


def _orang_saja(
    teks: pl.DataFrame, nama: str, kenal: Pengenalan, mentah: Mentah, bacaan: Bacaan
) -> pl.DataFrame:
    """`teks` with the rows blanked that are no people; told in the remarks, never silently."""
    if "nik" not in teks.columns or teks.select(SEMUA_NIK).item():
        return teks
    nama_kolom = {letak: kolom for kolom, letak in kenal.letak.items()}
    sebutan = [nama_kolom.get(j, f"kolom {j}") for j in range(mentah.isi.num_columns)]
    awal = kenal.baris + 1
    semua = pl.DataFrame(mentah.isi.slice(awal).rename_columns(sebutan))
    bukan = bukan_orang(semua.cast(pl.String), kenal.judul)
    if bukan.is_empty():
        return teks
    bacaan.catatan.append(catat_bukan_orang(bukan, nama, awal + 1))
    orang = ~pl.int_range(pl.len()).is_in(bukan["posisi"].to_list())
    return teks.with_columns(pl.when(orang).then(pl.all()))


def _angka(
    buku: fastexcel.ExcelReader | None,
    nama: str,
    kenal: Pengenalan,
    mentah: Mentah,
    teks: pl.DataFrame,
) -> pl.Series | None:
    """Mask of NIK cells stored as numbers; None when there are none, or none it would matter for."""
    if buku is None or "nik" not in kenal.letak:
        return None
    kolom = mentah.kolom[kenal.letak["nik"]]
    if kolom in mentah.murni or not meragukan_bila_angka(teks["nik"]).any():
        return None
    # As boolean a number is true and a text is null: the one reading that tells them apart.
    isi = _parse(buku, nama, dtypes={kolom: "boolean"}, use_columns=[kolom])
    return pl.Series(isi.slice(kenal.baris + 1).column(0)).fill_null(value=False)
