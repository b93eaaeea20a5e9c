"""The order of rows, feeds and instansi changes nothing, nor does an instansi that has nothing to do with the others."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from random import Random

import polars as pl
import pytest

from rules.fakta import Masukan, derive_fakta, derive_riwayat
from rules.pasangan import match_ganda
from rules.periksa import check
from rules.putusan import judge
from rules.rule import load_rules
from tests.penduduk_acak import INSTANSI_KODE, Penduduk, generate_people
from tests.rules.orang import INSTANSI, K

ATURAN = load_rules()
JUMLAH = 400
LAIN = "9999"
ISI_TEMUAN = (
    "kode_instansi",
    "kode_aturan",
    "berat",
    "kolom",
    "nilai",
    "harapan",
    "pesan",
    "isian",
)


@dataclass(frozen=True)
class Hasil:
    """Everything said of a nation, with rows called by their first number."""

    putusan: list[tuple]
    temuan: list[tuple]
    ganda: set[tuple[str, frozenset[int]]]


def said_of(
    masuk: Masukan, semula: Mapping[int, int] | None = None, riwayat_semula: Mapping[int, int] | None = None
) -> Hasil:  # fmt: skip
    """Verdicts, findings and cases; `semula` and `riwayat_semula`: the first numbers of rows that were renumbered."""

    def dulu(kolom: str, peta: Mapping[int, int] | None) -> pl.Expr:
        return (
            pl.col(kolom).replace_strict(peta, default=None, return_dtype=pl.Int32)
            if peta
            else pl.col(kolom)
        )

    fakta = derive_fakta(masuk, K).collect().lazy()
    satu = check(fakta, K, ATURAN)
    dua = check(derive_riwayat(masuk, K).collect().lazy(), K, ATURAN, "riwayat")
    assert satu.galat == dua.galat == []
    kunci = [dulu("id_tenaga", semula), dulu("id_riwayat", riwayat_semula)]
    temuan = pl.concat([satu.temuan, dua.temuan]).with_columns(kunci)
    putusan = judge(fakta, K, ATURAN).with_columns(dulu("id_tenaga", semula))
    ganda = match_ganda(masuk.tenaga).with_columns(dulu("id_tenaga", semula))
    return Hasil(
        sorted(putusan.rows()),
        sorted(temuan.select("id_tenaga", "id_riwayat", *ISI_TEMUAN).rows(), key=str),
        {
            (jenis[0], frozenset(isi["id_tenaga"]))
            for (*jenis, _), isi in ganda.group_by("jenis", "id_kasus")
        },
    )


def documents(penduduk: Penduduk, kode: str = "5104") -> list[dict]:
    """An index of one instansi's documents: every second file, one of them shared content."""
    nama = penduduk.tenaga.filter(kode_instansi=kode)["file_ijazah"].drop_nulls()[::2]
    return [
        {"kode_instansi": kode, "kunci": satu, "ukuran": 10**5 + 10**4 * n, "tipe": "pdf", "sha256": str(n % 7)}
        for n, satu in enumerate(nama)
    ]  # fmt: skip


@pytest.fixture(scope="module")
def bangsa() -> Masukan:
    """Some hundred people at the edges of the law, all feeds, one index of documents."""
    penduduk = generate_people(JUMLAH, 99)
    unik = pl.format("ijazah-{}.pdf", pl.col("id_tenaga") // 3)
    berijazah = pl.when(pl.col("file_ijazah").is_not_null()).then(unik)
    penduduk = replace(penduduk, tenaga=penduduk.tenaga.with_columns(file_ijazah=berijazah))
    masuk = penduduk.masukan()
    indeks = pl.LazyFrame(documents(penduduk), schema_overrides={"ukuran": pl.Int64})
    return replace(masuk, dokumen_indeks=indeks)


@pytest.fixture(scope="module")
def semula(bangsa: Masukan) -> Hasil:
    return said_of(bangsa)


def renumbered(
    frame: pl.DataFrame, urutan: list[int], kolom: str
) -> tuple[pl.DataFrame, dict[int, int]]:
    """The rows in another order with new numbers, and their first numbers by the new ones."""
    kocok = frame[urutan]
    baru = list(range(1, frame.height + 1))
    peta = dict(zip(baru, kocok[kolom].to_list(), strict=True))
    return kocok.with_columns(pl.Series(kolom, baru, dtype=frame.schema[kolom])), peta


def reordered(
    masuk: Masukan, urutan: list[int], acak: Random
) -> tuple[Masukan, dict[int, int], dict[int, int]]:
    """The nation with its people in this order, everything else shuffled."""
    tenaga, semula = renumbered(masuk.tenaga.collect(), urutan, "id_tenaga")
    ke_baru = {lama: baru for baru, lama in semula.items()}
    riwayat = masuk.riwayat.with_columns(
        pl.col("id_tenaga").replace_strict(ke_baru, return_dtype=pl.Int32)
    ).collect()
    letak = list(range(riwayat.height))
    acak.shuffle(letak)
    riwayat, riwayat_semula = renumbered(riwayat, letak, "id_riwayat")
    umpan = {
        nama: getattr(masuk, nama).collect().sample(fraction=1, shuffle=True, seed=acak.randrange(10**6)).lazy()
        for nama in ("instansi", "thk2", "dukcapil", "register_asn", "portal_konfirmasi", "lapor_thk2", "dokumen_indeks", "unit_instansi")
    }  # fmt: skip
    return (
        replace(masuk, tenaga=tenaga.lazy(), riwayat=riwayat.lazy(), **umpan),
        semula,
        riwayat_semula,
    )


def test_the_nation_has_something_to_say(semula: Hasil) -> None:
    kode = {satu[3] for satu in semula.temuan}
    assert {
        "G-NIK-LINTAS",
        "G-THK2",
        "G-IJAZAH",
        "R-INSTANSI-LAIN",
        "K-DOKUMEN-IJAZAH",
        "T-PINDAH",
    } <= kode
    assert len(kode) > 30
    assert {jenis for jenis, _ in semula.ganda} == {"NIK_LINTAS_INSTANSI", "NIK_DALAM_INSTANSI", "NOMOR_THK2"}  # fmt: skip


@pytest.mark.parametrize("benih", [1, 2, 3])
def test_the_order_of_rows_changes_nothing(bangsa: Masukan, semula: Hasil, benih: int) -> None:
    acak = Random(benih)
    urutan = list(range(JUMLAH))
    acak.shuffle(urutan)
    assert said_of(*reordered(bangsa, urutan, acak)) == semula


@pytest.mark.parametrize("kode", [INSTANSI_KODE[::-1], INSTANSI_KODE[1:] + INSTANSI_KODE[:1]])
def test_the_order_of_instansi_changes_nothing(
    bangsa: Masukan, semula: Hasil, kode: list[str]
) -> None:
    instansi = bangsa.tenaga.collect()["kode_instansi"].to_list()
    urutan = sorted(range(JUMLAH), key=lambda letak: kode.index(instansi[letak]))
    assert said_of(*reordered(bangsa, urutan, Random(7))) == semula


@pytest.mark.parametrize("di_depan", [False, True])
def test_an_unrelated_instansi_changes_nothing_for_the_others(
    bangsa: Masukan, semula: Hasil, di_depan: bool
) -> None:
    """Its people have other NIKs, numbers, units and documents."""
    geser = -10_000 if di_depan else 10_000
    asing = generate_people(60, 5)
    tenaga = asing.tenaga.with_columns(
        pl.col("id_tenaga") + geser, kode_instansi=pl.lit(LAIN), unit_kerja=pl.lit("KANTOR LAIN"),
        nik=pl.lit("9") + pl.col("nik").str.slice(1), nomor_peserta_thk2=pl.lit("X") + pl.col("nomor_peserta_thk2"),
    )  # fmt: skip
    riwayat = asing.riwayat.with_columns(
        pl.col("id_tenaga") + geser, pl.col("id_riwayat") + geser, kode_instansi=pl.lit(LAIN),
        unit_kerja=pl.lit("KANTOR LAIN"),
    )  # fmt: skip
    gabung = [(bangsa.tenaga, tenaga), (bangsa.riwayat, riwayat)]
    dua = [
        pl.concat([baru.lazy(), lama] if di_depan else [lama, baru.lazy()]) for lama, baru in gabung
    ]
    instansi = pl.concat(
        [INSTANSI, pl.LazyFrame({"kode_instansi": [LAIN], "nama": ["Kab. Lain"], "jenis": ["D"]})]
    )
    hasil = said_of(replace(bangsa, tenaga=dua[0], riwayat=dua[1], instansi=instansi))
    asli = set(range(1, JUMLAH + 1))
    assert [satu for satu in hasil.putusan if satu[0] in asli] == semula.putusan
    assert [satu for satu in hasil.temuan if satu[2] != LAIN] == semula.temuan
    assert {satu for satu in hasil.ganda if satu[1] <= asli} == semula.ganda
    assert not [satu for satu in hasil.ganda if satu[1] & asli and satu[1] - asli]
