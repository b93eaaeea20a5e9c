"""A workbook as the zip package it is: members in, the same bytes out every time."""

import io
import zipfile
from collections.abc import Iterable

# The one time zip can always hold: the moment of writing would make every copy another file.
ZAMAN_ZIP = (1980, 1, 1, 0, 0, 0)


def zipped(anggota: Iterable[tuple[str, Iterable[bytes]]]) -> bytes:
    """The package of these members, each written piece by piece so that only one is ever in memory."""
    penampung = io.BytesIO()
    with zipfile.ZipFile(penampung, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as arsip:
        for nama, isi in anggota:
            satu = zipfile.ZipInfo(nama, ZAMAN_ZIP)
            satu.compress_type = zipfile.ZIP_DEFLATED
            # Opened by its ZipInfo a member forgets the level of the archive; zipfile has no public way.
            satu._compresslevel = 1  # type: ignore[attr-defined]
            with arsip.open(satu, "w") as tujuan:
                for potong in isi:
                    tujuan.write(potong)
    return penampung.getvalue()
