"""The zip around a workbook, inflated once to be measured: what it declares about itself is not believed."""

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from rules.pembacaan.batas import pembacaan
from rules.pembacaan.penolakan import tolak

# Large enough that the pieces cost nothing, small enough that a bomb is met early.
POTONGAN = 2**20
MEBIBYTE = 2**20
KEPALA_SETEMPAT = 30
AWAL_XML = 4096
LEMBAR_XLSX, LEMBAR_ODS = "xl/worksheets/", "content.xml"
# How a sheet of an .xlsx writes a cell that holds an error, and one with a formula; some programs give
# every element a prefix. In an .ods only a formula gives an error.
GALAT = b't="e"'
RUMUS_XLSX, RUMUS_BERAWALAN, TANPA_AWALAN = b"</f>", b":f>", b"<worksheet"
RUMUS_ODS = b"table:formula="
TERPANJANG = 32
XML = (".xml", ".rels")


@dataclass(frozen=True)
class Tanda:
    """Whether any sheet may hold error cells (`galat`, not told of an .ods) or formulas (`rumus`)."""

    galat: bool = True
    rumus: bool = False


TAK_DIPERIKSA = Tanda()


def inspect_kemasan(paket: zipfile.ZipFile, isi: bytes) -> Tanda:
    """What the sheets hold that the reader does not tell. Raises BerkasDitolakError for a bomb or declared entities.

    zlib.error or ValueError where the package is broken or a member is not what its checksum says.
    """
    sisa = pembacaan().batas.ukuran_terurai
    galat = rumus = False
    for anggota in paket.infolist():
        ekor = b""
        for ke, potongan in enumerate(_urai(anggota, isi)):
            sisa -= len(potongan)
            if sisa < 0:
                batas = pembacaan().batas.ukuran_terurai // MEBIBYTE
                raise tolak("F-TERLALU-BESAR", batas=f"isi terurai {batas} MiB")
            if ke == 0:
                _tolak_entitas(anggota.filename, potongan)
                cari = _cari(anggota.filename, potongan)
            if cari is not None:
                galat = galat or (cari != RUMUS_ODS and _ada(GALAT, ekor, potongan))
                rumus = rumus or _ada(cari, ekor, potongan)
                ekor = potongan[-TERPANJANG:]
    return Tanda(galat, rumus)


def _tolak_entitas(nama: str, potongan: bytes) -> None:
    if nama.endswith(XML) and b"<!ENTITY" in potongan[:AWAL_XML]:
        raise tolak("F-ENTITAS")


def _cari(nama: str, potongan: bytes) -> bytes | None:
    """How the sheets in the member that begins so write a formula; None where there are no sheets."""
    if nama == LEMBAR_ODS:
        return RUMUS_ODS
    if not nama.startswith(LEMBAR_XLSX):
        return None
    return RUMUS_XLSX if TANPA_AWALAN in potongan[:AWAL_XML] else RUMUS_BERAWALAN


def _ada(cari: bytes, ekor: bytes, potongan: bytes) -> bool:
    """Whether a piece holds the word, or begins with the rest of it."""
    return cari in potongan or cari in ekor + potongan[:TERPANJANG]


def _urai(anggota: zipfile.ZipInfo, isi: bytes) -> Iterator[bytes]:
    """The inflated bytes of one member, a piece at a time; ValueError at the end if they were altered."""
    sidik = 0
    for potongan in _inflasi(anggota, _mampat(anggota, isi)):
        sidik = zlib.crc32(potongan, sidik)
        yield potongan
    if sidik != anggota.CRC:
        raise ValueError(anggota.filename)


def _mampat(anggota: zipfile.ZipInfo, isi: bytes) -> memoryview:
    """The bytes of a member as they lie in the package."""
    kepala = isi[anggota.header_offset : anggota.header_offset + KEPALA_SETEMPAT]
    nama, tambahan = (int.from_bytes(kepala[i : i + 2], "little") for i in (26, 28))
    awal = anggota.header_offset + KEPALA_SETEMPAT + nama + tambahan
    return memoryview(isi)[awal : awal + anggota.compress_size]


def _inflasi(anggota: zipfile.ZipInfo, data: memoryview | bytes) -> Iterator[bytes]:
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
