"""The largest instansi of 2022 in one workbook: bare read, and read, checked and answered by `pendataan check`."""

import json
import sys
import time
from datetime import datetime
from pathlib import Path

import polars as pl
import xlsxwriter

from benchmarks.ukur import TANGGAL, measure_tree, replace_section
from rules.pembacaan.edisi import edisi

# The largest number of non-ASN that one instansi registered in 2022.
ORANG = 139_560
INSTANSI = "5105"
PENANDA = "<!-- terbesar -->"
JUDUL = "## Satu instansi terbesar dalam satu workbook"


def write_terbesar(simpanan: Path, jalur: Path, orang: int = ORANG) -> int:
    """One Data Utama of `orang` people of the synthetic nation that a night has landed in `simpanan`.

    Raises ValueError when the nation is too small; returns the number of cells.
    """
    mendarat = sorted(simpanan.glob("mendarat/*/*/data_utama.parquet"))
    kolom = [k.kolom for k in edisi()["data_utama"]]
    isi = (
        pl.concat([pl.scan_parquet(satu).select(kolom) for satu in mendarat])
        .unique("nik", keep="first", maintain_order=True)
        .head(orang)
        .with_columns(pl.col(pl.Date).dt.strftime("%d-%m-%Y"))
        .collect()
    )
    if isi.height < orang:
        raise ValueError(f"the nation has {isi.height} people, {orang} are needed")
    with xlsxwriter.Workbook(str(jalur), {"constant_memory": True}) as buku:
        lembar = buku.add_worksheet("Data Utama")
        lembar.write_row(0, 0, [k.judul for k in edisi()["data_utama"]])
        for nomor, baris in enumerate(isi.iter_rows(), 1):
            for letak, sel in enumerate(baris):
                if sel is not None:
                    lembar.write_string(nomor, letak, sel)
    return isi.height * isi.width


def run(cara: str, jalur: Path) -> str:
    """One of the two measured ways over the workbook, in this process."""
    if cara == "bare":
        from benchmarks.langkah import count_cells

        return str(count_cells(jalur))
    from flows.check import check_berkas

    hasil = check_berkas(
        jalur, INSTANSI, "data-utama", jalur.parent, datetime.fromisoformat(TANGGAL)
    )
    return f"{hasil.orang} orang, {sum(n for n, _ in hasil.temuan.values())} temuan, {hasil.jawaban.stat().st_size / 2**20:.0f} MiB"


def measure_terbesar(folder: Path) -> None:
    """Writes the workbook beside the nation in `folder` when it is not there, measures, writes the table."""
    jalur = folder / "terbesar.xlsx"
    if not jalur.exists():
        print(f"menulis workbook {ORANG:,} orang ...".replace(",", "."), flush=True)
        write_terbesar(folder / "simpanan", jalur)
    hasil = {cara: _measure(cara, jalur) for cara in ("bare", "check")}
    dasar = hasil["bare"][0]
    baris = [
        f"{jalur.stat().st_size / 2**20:.0f} MiB, {ORANG:,} orang. ".replace(",", ".")
        + f"`pendataan check`: {hasil['check'][2]}.",
        "",
        "| Pekerjaan | Nisbah | Detik | Puncak memori (MiB) |",
        "|---|--:|--:|--:|",
        *(
            f"| {nama} | {detik / dasar:.2f} | {detik:.1f} | {mib:.0f} |"
            for nama, (detik, mib, _) in zip(
                ("bare fastexcel read", "baca, periksa, jawab"), hasil.values(), strict=True
            )
        ),
    ]
    replace_section(PENANDA, JUDUL, baris)


def _measure(cara: str, jalur: Path) -> tuple[float, float, str]:
    """Seconds (imports not counted), peak MiB of the process tree, and what it said."""
    puncak, keluaran = measure_tree([sys.executable, "-m", "benchmarks.terbesar", cara, str(jalur)])
    isi = json.loads(keluaran.splitlines()[-1])
    print(f"  {cara:<8} {isi['detik']:8.2f} detik {puncak:8.0f} MiB  {isi['hasil']}", flush=True)
    return isi["detik"], puncak, isi["hasil"]


def main() -> None:
    """`python -m benchmarks.terbesar <bare|check> <workbook>`: one run, a line of JSON."""
    cara, jalur = sys.argv[1], Path(sys.argv[2])
    import flows.check  # noqa: F401

    mulai = time.perf_counter()
    hasil = run(cara, jalur)
    print(json.dumps({"detik": time.perf_counter() - mulai, "hasil": hasil}))


if __name__ == "__main__":
    main()
