"""The zip around a workbook, inflated once to be measured: what it declares about itself is not believed."""

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from rules.pembacaan.batas import pembacaan
from rules.pembacaan.penolakan import tolak

POTONGAN = 2**17
MEBIBYTE = 2**20
KEPALA_SETEMPAT = 30
AWAL_XML = 4096
# How a sheet of an .xlsx and of an .ods writes a cell that holds an error.
GALAT_XLSX, GALAT_ODS = b't="e"', b'value-type="error"'
RUMUS = b"</f>"
LEMBAR = ("xl/worksheets/", "content.xml")
XML = (".xml", ".rels")


@dataclass(frozen=True)
class Tanda:
    """Whether any sheet holds error cells (`galat`), and, of an .xlsx only, formulas (`rumus`)."""

    galat: bool = True
    rumus: bool = False


TAK_DIPERIKSA = Tanda()


def inspect_kemasan(paket: zipfile.ZipFile, isi: bytes) -> Tanda:
    """What the sheets hold that the reader does not tell. Raises BerkasDitolakError for a bomb or declared entities.

    zlib.error or ValueError where the package is broken.
    """
    sisa = pembacaan().batas.ukuran_terurai
    galat = rumus = False
    for anggota in paket.infolist():
        lembar = anggota.filename.startswith(LEMBAR)
        cari = GALAT_XLSX if anggota.filename.startswith(LEMBAR[0]) else GALAT_ODS
        ekor = b""
        for ke, potongan in enumerate(_urai(anggota, isi)):
            sisa -= len(potongan)
            if sisa < 0:
                batas = pembacaan().batas.ukuran_terurai // MEBIBYTE
                raise tolak("F-TERLALU-BESAR", batas=f"isi terurai {batas} MiB")
            if ke == 0 and anggota.filename.endswith(XML) and b"<!ENTITY" in potongan[:AWAL_XML]:
                raise tolak("F-ENTITAS")
            if lembar:
                sambung = ekor + potongan[:32]
                galat = galat or cari in potongan or cari in sambung
                rumus = rumus or RUMUS in potongan or RUMUS in sambung
                ekor = potongan[-32:]
    return Tanda(galat, rumus)


def _urai(anggota: zipfile.ZipInfo, isi: bytes) -> Iterator[bytes]:
    """The inflated bytes of one member, a piece at a time."""
    kepala = isi[anggota.header_offset : anggota.header_offset + KEPALA_SETEMPAT]
    nama, tambahan = (int.from_bytes(kepala[i : i + 2], "little") for i in (26, 28))
    awal = anggota.header_offset + KEPALA_SETEMPAT + nama + tambahan
    data = memoryview(isi)[awal : awal + anggota.compress_size]
    if anggota.compress_type == zipfile.ZIP_STORED:
        yield bytes(data)
        return
    if anggota.compress_type != zipfile.ZIP_DEFLATED:
        raise ValueError(anggota.compress_type)
    pengurai = zlib.decompressobj(-zlib.MAX_WBITS)
    while not pengurai.eof:
        potongan = pengurai.decompress(data, POTONGAN)
        data = pengurai.unconsumed_tail
        if not potongan and not data and not pengurai.eof:
            raise zlib.error("truncated")
        yield potongan
