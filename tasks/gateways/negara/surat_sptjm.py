"""The SPTJM as a PPK returns it: printed from our draft and signed, most often scanned."""

from pathlib import Path

import numpy as np
import segno

from rules.sptjm import Sebutan
from tasks.gateways.negara.pdf import susun_pdf, susun_pindaian
from tasks.gateways.potret import read_manifest
from tasks.gateways.simpanan import ObjekTidakAda
from tasks.gateways.simpanan_folder import SimpananFolder

_TINGGI, _LEBAR = 2339, 1654  # A4 at 200 dots an inch
_TITIK = 6
# Every third office types its letter anew; the others print, sign and scan the draft.
_KETIKAN = 3
_BARIS = 56


def susun_surat(ke: Path, kode: str, nama: str, tahap: str, nomor: int) -> bytes | None:
    """The signed letter of one instansi for its potret of `tahap` in the folder store `ke`; None before
    that potret stands: nobody can sign for what was not frozen."""
    try:
        manifes = read_manifest(SimpananFolder(ke), tahap, kode)
    except ObjekTidakAda:
        return None
    sebutan = Sebutan(tahap, kode, manifes["tabel"]["daftar"]["sidik"])
    if nomor % _KETIKAN:
        return susun_pindaian(_scan(sebutan, nomor))
    teks = sebutan.teks
    return susun_pdf(
        ["SURAT PERNYATAAN TANGGUNG JAWAB MUTLAK", nama, "(dokumen sintetis)"]
        + [teks[i : i + _BARIS] for i in range(0, len(teks), _BARIS)]
    )


def _scan(sebutan: Sebutan, nomor: int) -> np.ndarray:
    """A grey page with the QR code somewhere in its lower half, and lines where the text would be."""
    halaman = np.full((_TINGGI, _LEBAR), 250, dtype=np.uint8)
    halaman[200:1300:40, 160 : _LEBAR - 160] = 90
    kode = segno.make(sebutan.teks, error="m", micro=False)
    titik = np.array([list(baris) for baris in kode.matrix_iter(scale=_TITIK, border=4)])
    gambar = np.where(titik > 0, 25, 250).astype(np.uint8)
    atas, kiri = 1500 + nomor % 97, 150 + nomor % 301
    halaman[atas : atas + len(gambar), kiri : kiri + len(gambar)] = gambar
    return halaman
