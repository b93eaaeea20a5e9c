"""Probable duplicates against the answer key, and at national size: quality by kind, time, peak memory.

`python -m benchmarks.serupa SKALA [FOLDER]` makes the nation's rows by the generator, without workbooks,
and measures the matching on them, with and without Dukcapil, each in a process of its own.
`python -m benchmarks.serupa --tumbuh SKALA [FOLDER]` measures a quarter, a half and all of them.
"""

import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import gettempdir

import polars as pl

from rules.pembacaan.nik import PANJANG
from rules.serupa.baris import siapkan
from rules.serupa.orang import Serupa, match_serupa
from rules.serupa.pencocokan import pencocokan
from tasks.gateways.negara.bagian import Kelompok, kenali_semua, susun_bagian
from tasks.gateways.negara.pengaturan import ASAL, SERUPA
from tasks.gateways.negara.rencana import susun_rencana
from tasks.gateways.negara.susunan import Susunan, susun
from tasks.gateways.negara.umpan import umpan_dukcapil

BENIH, SEKALIGUS = 2022, 25
KOLOM = (
    "kode", "nik", "nama", "nomor_peserta_thk2", "tanggal_lahir", "tempat_lahir", "jenis_kelamin", "jenis",
    "pid_orang",
)  # fmt: skip


def build_rows(skala: float, folder: Path) -> int:
    """Writes utama and dukcapil of a nation as the instansi would ever send them; the rows."""
    s = susun(susun_rencana(skala, BENIH))
    n = s.rencana.instansi.height
    ruas = [range(i, min(i + SEKALIGUS, n)) for i in range(0, n, SEKALIGUS)]
    utama, dukcapil = zip(
        *(_stretch(s, fase, satu) for fase in ("pra", "susulan") for satu in ruas), strict=True
    )
    folder.mkdir(parents=True, exist_ok=True)
    semua = (
        pl.concat(utama)
        .with_row_index("id_tenaga")
        .with_columns(pl.col("id_tenaga").cast(pl.Int32))
    )
    semua.write_parquet(folder / "utama.parquet")
    pl.concat(dukcapil).write_parquet(folder / "dukcapil.parquet")
    return semua.height


def _stretch(s: Susunan, fase: str, instansi: range) -> tuple[pl.DataFrame, pl.DataFrame]:
    k: Kelompok = kenali_semua(s, fase, instansi)
    baris = susun_bagian(s, k).utama.filter(~pl.col("ulangan")).select(KOLOM)
    return baris.rename({"kode": "kode_instansi"}), umpan_dukcapil(s, k.orang, k.ident)


def match_rows(folder: Path, berdukcapil: bool, bagian: int = 1) -> Serupa:
    """The matching on what build_rows wrote, exactly as a night calls it, with or without that feed; of one
    human in `bagian`, with all of their registrations."""
    utama = pl.scan_parquet(folder / "utama.parquet").filter(pl.col("pid_orang") % bagian == 0)
    utuh = pl.col("nik").str.len_chars() == PANJANG
    tertulis = utama.filter(~utuh).select("id_tenaga", "nik")
    tenaga = utama.with_columns(nik=pl.when(utuh).then("nik"))
    dukcapil = pl.scan_parquet(folder / "dukcapil.parquet") if berdukcapil else None
    return match_serupa(siapkan(tenaga, tertulis), dukcapil, None, pencocokan())


def rate_kinds(folder: Path, hasil: Serupa) -> pl.DataFrame:
    """Per kind of error: seeded pairs, found as SAMA, as MUNGKIN; then all wrong SAMA pairs in one row."""
    utama = pl.read_parquet(folder / "utama.parquet", columns=["id_tenaga", "jenis", "pid_orang"])
    pasangan = hasil.pasangan.select("id_a", "id_b", "kelas")
    benar = _true_pairs(utama)
    dinilai = benar.join(pasangan, on=["id_a", "id_b"], how="left")
    per_jenis = dinilai.group_by("jenis").agg(
        ditanam=pl.len(),
        sama=(pl.col("kelas") == "SAMA").sum(),
        mungkin=(pl.col("kelas") == "MUNGKIN").sum(),
    )
    salah = pasangan.join(benar, on=["id_a", "id_b"], how="anti").with_columns(jenis=_kind(utama))
    keliru = salah.group_by("jenis").agg(
        salah_sama=(pl.col("kelas") == "SAMA").sum(),
        salah_mungkin=(pl.col("kelas") == "MUNGKIN").sum(),
    )
    kecoh = utama.select(pl.col("jenis").str.strip_suffix(ASAL)).unique()
    return (
        kecoh.filter(pl.col("jenis").str.starts_with(SERUPA))
        .join(per_jenis, on="jenis", how="full", coalesce=True)
        .join(keliru, on="jenis", how="full", coalesce=True)
        .with_columns(pl.all().exclude("jenis").fill_null(0))
        .sort("jenis")
    )


def _true_pairs(utama: pl.DataFrame) -> pl.DataFrame:
    """Pairs of rows of one human, under the kind of the second."""
    ganda = utama.filter(pl.len().over("pid_orang") > 1)
    dua = ganda.join(ganda, on="pid_orang", suffix="_b").filter(
        pl.col("id_tenaga") < pl.col("id_tenaga_b")
    )
    jenis = pl.col("jenis").str.strip_suffix(ASAL).replace("NIK_LINTAS_ASAL", "NIK_LINTAS_INSTANSI")
    return dua.select(jenis, id_a="id_tenaga", id_b="id_tenaga_b")


def _kind(utama: pl.DataFrame) -> pl.Expr:
    """What the seeded row of a wrong pair is, else BERSIH."""
    jenis = dict(
        utama.filter(pl.col("jenis").str.starts_with(SERUPA))
        .select("id_tenaga", pl.col("jenis").str.strip_suffix(ASAL))
        .iter_rows()
    )
    satu, dua = (
        pl.col(sisi).replace_strict(jenis, default=None, return_dtype=pl.String)
        for sisi in ("id_a", "id_b")
    )
    return pl.coalesce(satu, dua, pl.lit("lainnya"))


def _measure(folder: Path, berdukcapil: bool, bagian: int) -> None:
    """Matching alone, in this process: JSON of seconds, MiB, counts, and the tables beside it."""
    mulai = time.perf_counter(), time.process_time()
    hasil = match_rows(folder, berdukcapil, bagian)
    ukur = {
        "detik": time.perf_counter() - mulai[0],
        "cpu": time.process_time() - mulai[1],
        "puncak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "calon": int(hasil.laporan["pasangan"].sum()),
        "baris": hasil.orang.height,
        "orang": hasil.orang["id_orang"].n_unique(),
    }
    print(hasil.laporan)
    if bagian == 1:
        with pl.Config(tbl_rows=40, tbl_cols=10):
            print(rate_kinds(folder, hasil))
    print(json.dumps(ukur))


def main(skala: float, folder: Path, tumbuh: bool) -> None:
    """Rows of this scale (made once), then the matching on them."""
    if not (folder / "dukcapil.parquet").exists():
        mulai = time.perf_counter()
        print(f"{build_rows(skala, folder)} baris dalam {time.perf_counter() - mulai:.0f} detik")
    ulangan = [("dukcapil", n) for n in (4, 2, 1)] if tumbuh else [("dukcapil", 1), ("tanpa", 1)]
    for umpan, n in ulangan:
        perintah = [sys.executable, "-m", "benchmarks.serupa", "--ukur", str(folder), umpan, str(n)]
        print(f"\nUmpan: {umpan}, 1/{n}", flush=True)
        subprocess.run(perintah, check=True)


if __name__ == "__main__":
    if sys.argv[1] == "--ukur":
        _measure(Path(sys.argv[2]), sys.argv[3] == "dukcapil", int(sys.argv[4]))
    else:
        tumbuh = sys.argv[1] == "--tumbuh"
        skala, *folder = sys.argv[2:] if tumbuh else sys.argv[1:]
        main(float(skala), Path((folder or [f"{gettempdir()}/serupa-{skala}"])[0]), tumbuh)
