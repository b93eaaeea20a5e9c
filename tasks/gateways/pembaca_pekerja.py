"""The process that reads files of strangers and may die of one: one JSON line in, one out.

Without an argument it reads workbooks; with `sptjm` and a folder of trusted roots (or nothing) the
letters of PPK.
"""

import json
import os
import resource
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from rules.pembacaan.batas import pembacaan

SIAP = "siap"


def main() -> None:
    """Serve until standard input ends. What libraries print goes nowhere: the lines are the protocol."""
    jawaban = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    hampa = os.open(os.devnull, os.O_WRONLY)
    os.dup2(hampa, sys.stdout.fileno())
    batas = pembacaan().batas.memori
    resource.setrlimit(resource.RLIMIT_AS, (batas, batas))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Imported under the limit and before the first file, so that our own defect is not a file's.
    land = _reader(sys.argv[1:])
    _jawab(jawaban, {SIAP: True})
    for baris in sys.stdin:
        tugas = json.loads(baris)
        try:
            hasil = land(Path(tugas["sumber"]), tugas["sha256"], Path(tugas["tujuan"]))
        except MemoryError:
            os.abort()
        except Exception as galat:
            _jawab(jawaban, {"galat": _letak(galat)})
        else:
            _jawab(jawaban, hasil)


def _reader(apa: list[str]) -> Callable[[Path, str, Path], dict[str, object]]:
    """What is done with each file: its source, digest and folder → the answer."""
    if apa:
        from tasks.gateways.sptjm_pdf import land_sptjm
        from tasks.gateways.tanda_tangan_pdf import read_akar

        akar = read_akar(Path(apa[1])) if apa[1:] else []
        return lambda sumber, _, tujuan: land_sptjm(sumber, tujuan, akar)
    from tasks.gateways.workbook import land_workbook

    def baca(sumber: Path, sidik: str, tujuan: Path) -> dict[str, object]:
        bacaan = land_workbook(sumber, sidik, tujuan)
        kode = bacaan.penolakan.kode if bacaan.penolakan else None
        return {"baris": bacaan.baris, "penolakan": kode}

    return baca


def _letak(galat: Exception) -> str:
    """Kind and place of a defect of ours. Never its message: that may quote a cell."""
    akhir = traceback.extract_tb(galat.__traceback__)[-1]
    return f"{type(galat).__name__} at {Path(akhir.filename).name}:{akhir.lineno}"


def _jawab(jawaban: TextIO, isi: dict[str, object]) -> None:
    jawaban.write(json.dumps(isi) + "\n")
    jawaban.flush()


if __name__ == "__main__":
    main()
