"""A returned SPTJM as a PDF of strangers: what it names, and who signed it electronically."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from math import sqrt
from pathlib import Path
from typing import Any

import pypdfium2
import zxingcpp
from asn1crypto.x509 import Certificate

from rules.sptjm import find_sebutan
from tasks.gateways.tanda_tangan_pdf import TandaTangan, read_signatures

BENTUK = "sptjm.json"
# A scanner's least; what the draft prints is read from half of that.
_DPI = 200
# An A2 sheet at that, and a long strip; a larger page is looked at more coarsely.
_TITIK_TERBANYAK = 16_000_000
_SISI_TERPANJANG = 16_000
_PDF = b"%PDF-"
# A reader of PDF finds the beginning within this many bytes.
_AWAL = 1024
PALING_BANYAK = 20
PALING_BESAR_MB = 25
_TERBESAR = PALING_BESAR_MB * 2**20


@dataclass(frozen=True)
class IsiSptjm:
    """What examining one PDF gave; `cacat` is the code of the refusal when it could not be examined."""

    halaman: int = 0
    teks: tuple[str, ...] = ()
    qr: tuple[str, ...] = ()
    tanda_tangan: tuple[TandaTangan, ...] = ()
    cacat: str | None = None

    @property
    def sebutan(self) -> tuple[str, ...]:
        """Every potret it names, in text or QR, each once."""
        return tuple(dict.fromkeys((*self.teks, *self.qr)))

    @property
    def cara(self) -> str:
        """Where the potret is named: TEKS or QR."""
        return "TEKS" if self.teks else "QR"


def examine_sptjm(isi: bytes, akar: Sequence[Certificate] = ()) -> IsiSptjm:
    """Reads text, QR codes and signatures (see `read_signatures` for `akar`); a PDF that cannot be read
    gives its `cacat`, never an error."""
    if len(isi) > _TERBESAR:
        return IsiSptjm(cacat="F-SPTJM-BESAR")
    if _PDF not in isi[:_AWAL]:
        return IsiSptjm(cacat="F-SPTJM-BUKAN-PDF")
    try:
        dokumen = pypdfium2.PdfDocument(isi)
    except pypdfium2.PdfiumError as galat:
        sandi = galat.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        return IsiSptjm(cacat="F-SPTJM-SANDI" if sandi else "F-SPTJM-RUSAK")
    try:
        if not 0 < len(dokumen) <= PALING_BANYAK:
            return IsiSptjm(
                len(dokumen), cacat="F-SPTJM-PANJANG" if len(dokumen) else "F-SPTJM-RUSAK"
            )
        teks = _named("\n".join(_text(dokumen)))
        qr = _named("\n".join(_codes(dokumen)))
        return IsiSptjm(len(dokumen), teks, qr, read_signatures(isi, akar))
    except pypdfium2.PdfiumError:
        return IsiSptjm(cacat="F-SPTJM-RUSAK")
    finally:
        dokumen.close()


def land_sptjm(sumber: Path, tujuan: Path, akar: Sequence[Certificate]) -> dict[str, object]:
    """Examines one file and writes what it gave into `tujuan`; answers as a reading process does."""
    with sumber.open("rb") as berkas:
        hasil = examine_sptjm(berkas.read(_TERBESAR + 1), akar)
    tujuan.mkdir(parents=True, exist_ok=True)
    (tujuan / BENTUK).write_bytes(render_sptjm(hasil))
    return {"baris": {}, "penolakan": hasil.cacat}


def render_sptjm(hasil: IsiSptjm) -> bytes:
    """What examining gave, as it is kept."""
    return json.dumps(asdict(hasil), ensure_ascii=False).encode()


def read_sptjm(isi: bytes) -> IsiSptjm:
    """What `render_sptjm` wrote."""
    bagian: dict[str, Any] = json.loads(isi)
    tanda = tuple(TandaTangan(**satu) for satu in bagian.pop("tanda_tangan"))
    teks, qr = (tuple(bagian.pop(nama)) for nama in ("teks", "qr"))
    return IsiSptjm(**bagian, teks=teks, qr=qr, tanda_tangan=tanda)


def _text(dokumen: pypdfium2.PdfDocument) -> Iterator[str]:
    for halaman in dokumen:
        teks = halaman.get_textpage()
        yield teks.get_text_range()
        teks.close()


def _codes(dokumen: pypdfium2.PdfDocument) -> Iterator[str]:
    for halaman in dokumen:
        gambar = halaman.render(scale=_scale(*halaman.get_size()), grayscale=True).to_numpy()
        for kode in zxingcpp.read_barcodes(gambar, formats=zxingcpp.BarcodeFormat.QRCode):
            yield kode.text


def _scale(lebar: float, tinggi: float) -> float:
    """Dots for each point (1/72 inch) of a page this large."""
    luas = sqrt(_TITIK_TERBANYAK / max(lebar * tinggi, 1.0))
    return min(_DPI / 72, luas, _SISI_TERPANJANG / max(lebar, tinggi, 1.0))


def _named(teks: str) -> tuple[str, ...]:
    return tuple(satu.teks for satu in find_sebutan(teks))
