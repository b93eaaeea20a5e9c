"""One step of the night in a process of its own: prints its seconds, imports not counted."""

import json
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from tasks.gateways.pengaturan import Pengaturan, read_pengaturan


def _bare(pengaturan: Pengaturan) -> int:
    """The yardstick: fastexcel reads the same workbooks as text, in as many processes as we use."""
    from concurrent.futures import ProcessPoolExecutor

    berkas = sorted(
        Path(pengaturan.simpanan).glob("kotak-masuk/[!b]*/*/*.xlsx"),
        key=lambda p: -p.stat().st_size,
    )
    with ProcessPoolExecutor(pengaturan.proses) as kolam:
        return sum(kolam.map(count_cells, berkas, chunksize=1))


def count_cells(jalur: Path) -> int:
    """Cells of a workbook read as text by the reader alone; 0 for one it cannot open."""
    import fastexcel

    try:
        buku = fastexcel.read_excel(jalur)
    except fastexcel.FastExcelError:
        return 0
    sel = 0
    for nama in buku.sheet_names:
        lembar = buku.load_sheet(nama, header_row=None, dtypes="string").to_arrow()
        sel += lembar.num_rows * lembar.num_columns
    return sel


def steps(pengaturan: Pengaturan, tanggal: datetime) -> dict[str, Callable[[], Any]]:
    """Name → work, in the order of the night; each leaves on disk what the next one reads."""
    from flows import susun
    from tasks.gateways.hukum import tanggal_hukum
    from tasks.publish_buku_jawaban import publish_buku_jawaban
    from tasks.publish_dasbor import publish_dasbor
    from tasks.publish_gudang import publish_gudang
    from tasks.publish_jawaban import publish_jawaban
    from tasks.publish_kewajaran import publish_kewajaran
    from tasks.publish_portal import publish_portal

    folder = pengaturan.ruang_kerja / "susunan" / "malam"
    baru, gudang = (
        pengaturan.ruang_kerja / "gudang-malam.duckdb.baru",
        pengaturan.ruang_kerja / "gudang.duckdb",
    )
    return {
        "bare fastexcel read": lambda: _bare(pengaturan),
        "fetch_kiriman": lambda: susun.fetch_kiriman.fn(pengaturan, tanggal),
        "read_berkas": lambda: susun.read_berkas.fn(pengaturan, tanggal),
        "load_susunan": lambda: susun.load_susunan.fn(pengaturan, tanggal, folder),
        "check_aturan": lambda: susun.check_aturan.fn(pengaturan, tanggal, folder),
        "match_serupa": lambda: susun.match_serupa.fn(folder),
        "check_tenaga": lambda: susun.check_tenaga.fn(folder, tanggal_hukum(tanggal)),
        "check_kewajaran": lambda: susun.check_kewajaran.fn(folder, tanggal_hukum(tanggal)),
        "match_keputusan": lambda: susun.match_keputusan.fn(folder),
        "match_ganda": lambda: susun.match_ganda.fn(folder),
        "match_kasus": lambda: susun.match_kasus.fn(folder),
        "load_gudang": lambda: susun.load_gudang.fn(pengaturan, folder, baru),
        "expect_gudang": lambda: susun.expect_gudang.fn(pengaturan, baru, tanggal),
        "publish_jawaban": lambda: publish_jawaban.fn(pengaturan, baru, tanggal),
        "publish_buku_jawaban": lambda: publish_buku_jawaban.fn(pengaturan, baru, tanggal),
        "publish_gudang": lambda: publish_gudang.fn(pengaturan, baru),
        "publish_portal": lambda: publish_portal.fn(pengaturan, gudang),
        "publish_kewajaran": lambda: publish_kewajaran.fn(pengaturan, gudang, tanggal),
        "publish_dasbor": lambda: publish_dasbor.fn(pengaturan, gudang, tanggal),
    }


def main() -> None:
    """`python -m benchmarks.langkah <step> <moment>`: runs it and prints a line of JSON."""
    nama, tanggal = sys.argv[1], datetime.fromisoformat(sys.argv[2])
    kerja = steps(read_pengaturan(), tanggal)[nama]
    mulai = time.perf_counter()
    hasil = kerja()
    print(json.dumps({"langkah": nama, "detik": time.perf_counter() - mulai, "hasil": str(hasil)}))


if __name__ == "__main__":
    main()
