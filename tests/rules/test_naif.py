"""Two implementations of the law agree on every verdict of many people at its edges."""

from collections import Counter, defaultdict
from datetime import date

import polars as pl
import pytest

from rules.fakta import derive_fakta
from rules.ketentuan import ketentuan_on
from rules.putusan import judge
from rules.rule import load_rules
from tests.naif import KRITERIA, Umpan, judge_naively, read_law
from tests.penduduk_acak import Penduduk, generate_people
from tests.rules.orang import K

ATURAN = load_rules()
BENIH = 1511


def both(penduduk: Penduduk, k=K) -> pl.DataFrame:
    """Verdicts of both, side by side: id_tenaga, kriteria, aturan, naif."""
    kita = judge(derive_fakta(penduduk.masukan(), k), k, ATURAN)
    umpan, hukum = Umpan.read(penduduk.umpan), read_law(k.tanggal)
    riwayat = defaultdict(list)
    for satu in penduduk.riwayat.iter_rows(named=True):
        riwayat[satu["id_tenaga"]].append(satu)
    naif = [
        {"id_tenaga": satu["id_tenaga"], **judge_naively(satu, riwayat[satu["id_tenaga"]], umpan, hukum)}
        for satu in penduduk.tenaga.iter_rows(named=True)
    ]  # fmt: skip
    panjang = pl.DataFrame(naif, schema=kita.schema)
    return _long(kita, "aturan").join(_long(panjang, "naif"), on=["id_tenaga", "kriteria"])


def _long(putusan: pl.DataFrame, nama: str) -> pl.DataFrame:
    return putusan.unpivot(index="id_tenaga", variable_name="kriteria", value_name=nama)


def disagreements(sisi: pl.DataFrame, penduduk: Penduduk) -> str:
    """The first few people on whom both differ, with their rows (they are synthetic)."""
    beda = sisi.filter(pl.col("aturan") != pl.col("naif"))
    if beda.is_empty():
        return ""
    baris = [str(Counter(beda.select("kriteria", "aturan", "naif").rows()).most_common(10))]
    for satu in beda.unique(["kriteria", "aturan", "naif"], maintain_order=True).head(5).rows():
        orang = penduduk.tenaga.filter(id_tenaga=satu[0]).row(0, named=True)
        baris += [f"\n{satu}", str({x: str(y) for x, y in orang.items() if y is not None})]
        lama = penduduk.riwayat.filter(id_tenaga=satu[0])
        baris += [str(lama.select("nomor_sk", "tanggal_awal", "tanggal_akhir", "pembayaran", "unit_kerja", "tak_terbaca").rows())]  # fmt: skip
    return "\n".join(baris)


def agree_on(jumlah: int, benih: int, k=K) -> pl.DataFrame:
    penduduk = generate_people(jumlah, benih)
    sisi = both(penduduk, k)
    assert sisi.height == jumlah * (len(KRITERIA) + 1)
    assert disagreements(sisi, penduduk) == ""
    return sisi


def test_both_agree_on_a_hundred_thousand_people_at_every_edge():
    sisi = agree_on(100_000, BENIH)
    ada = {(kriteria, huruf) for _, kriteria, huruf, _ in sisi.iter_rows()}
    mustahil = {("aktif", "B"), ("pendidikan", "B")}
    harus = {(x, y) for x in (*KRITERIA, "keseluruhan") for y in "MTB"} - mustahil
    assert ada == harus, "the generated people reach every verdict of every criterion"


@pytest.mark.parametrize("tanggal", [date(2022, 8, 26), date(2022, 9, 29), date(2022, 10, 6)])
def test_both_agree_under_the_law_of_another_day(tanggal):
    agree_on(2_000, BENIH + tanggal.day, ketentuan_on(tanggal))


def test_the_same_seed_makes_the_same_people():
    satu, dua = generate_people(50, 7), generate_people(50, 7)
    assert satu.tenaga.equals(dua.tenaga)
    assert satu.riwayat.equals(dua.riwayat)
    assert satu.umpan == dua.umpan
