"""Separated values as offices export them: comma, semicolon or tab, in UTF-8, UTF-16 or Windows-1252."""

import codecs
import re
from io import BytesIO

import polars as pl

from rules.pembacaan.batas import pembacaan
from rules.pembacaan.pemisah import pilih_pemisah
from rules.pembacaan.penolakan import tolak
from tasks.gateways.mentah import Mentah, mentah_teks

AWAL = 65536
# What a text file never holds, and how files of other kinds that look like text begin.
BUKAN_TEKS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
JENIS_LAIN = (b"%PDF", b"{\\rtf", b"<?xml")
HALAMAN_WEB = re.compile(
    rb"^\s*(?:<!doctype html|<html|<table|<meta|<head|<style|mime-version:)", re.I
)
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_nilai_terpisah(isi: bytes) -> Mentah:
    """The one sheet of a CSV file, one row per record; raises BerkasDitolakError for what is none."""
    teks = _teks(isi)
    awal = "".join(teks[:AWAL].splitlines(keepends=True)[: pembacaan().batas.baris_judul])
    pilihan = pilih_pemisah(awal)
    if pilihan is None:
        raise tolak("F-BUKAN-WORKBOOK")
    pemisah, lebar = pilihan
    if lebar > (batas := pembacaan().batas.kolom):
        raise tolak("F-TERLALU-BESAR", batas=f"{batas} kolom per lembar")
    return mentah_teks(_tabel(teks, pemisah, lebar))


def _teks(isi: bytes) -> str:
    if isi.startswith(UTF_16):
        return _terjemahkan(isi, "utf-16")
    if HALAMAN_WEB.match(isi[:AWAL].removeprefix(codecs.BOM_UTF8)):
        raise tolak("F-HALAMAN-WEB")
    if isi.lstrip().startswith(JENIS_LAIN) or BUKAN_TEKS.search(isi):
        raise tolak("F-BUKAN-WORKBOOK")
    try:
        return isi.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _terjemahkan(isi, "cp1252")


def _terjemahkan(isi: bytes, sandi: str) -> str:
    try:
        return isi.decode(sandi)
    except UnicodeDecodeError as sebab:
        raise tolak("F-BUKAN-WORKBOOK") from sebab


def _tabel(teks: str, pemisah: str, lebar: int) -> pl.DataFrame:
    """Every record as text. A first line of ours says how many columns there are: title rows do not."""
    batas = pembacaan().batas.baris
    kepala = pemisah * (lebar - 1) + "\n"
    try:
        isi = pl.read_csv(
            BytesIO((kepala + teks).encode("utf-8")),
            has_header=False,
            separator=pemisah,
            infer_schema=False,
            truncate_ragged_lines=True,
            n_rows=batas + 2,
        ).slice(1)
    except pl.exceptions.PolarsError as sebab:
        raise tolak("F-RUSAK") from sebab
    if isi.height > batas:
        raise tolak("F-TERLALU-BESAR", batas=f"{batas} baris per lembar")
    return isi
