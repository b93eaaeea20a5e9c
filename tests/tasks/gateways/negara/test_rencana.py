"""Every total published in 2022 on the plan at scale 1.0, without writing anything."""

import polars as pl
import pytest

from tasks.gateways.negara.kuota import NASIB, Kuota, susun_kuota
from tasks.gateways.negara.pengaturan import pengaturan
from tasks.gateways.negara.rencana import Rencana, susun_rencana

A = ("a_thk", "a_pasang", "a_non")
TIGA_JABATAN = ("SATPAM", "KEBERSIHAN", "PENGEMUDI")


@pytest.fixture(scope="module")
def penuh() -> Rencana:
    return susun_rencana(1.0, 2022)


def per_jenis(rencana: Rencana, *kolom: str) -> dict[str, tuple[int, int]]:
    tabel = rencana.instansi.with_columns(n=pl.sum_horizontal(kolom))
    ringkas = tabel.group_by("jenis").agg(pl.col("n").sum(), ada=(pl.col("n") > 0).sum())
    return {jenis: (n, ada) for jenis, n, ada in ringkas.iter_rows()}


def test_prafinal_by_pusat_and_daerah(penuh: Rencana) -> None:
    assert per_jenis(penuh, *A, "b", "d") == {"P": (335_639, 66), "D": (1_879_903, 524)}


def test_close_and_final(penuh: Rencana) -> None:
    assert penuh.jumlah(*A, "c_thk", "c_non", "d") == 2_421_100
    assert penuh.jumlah(*A, "c_thk", "c_non") == 2_360_723
    akhir = per_jenis(penuh, *A, "c_thk", "c_non")
    assert {jenis: ada for jenis, (_, ada) in akhir.items()} == {"P": 67, "D": 533}


def test_silent_instansi_send_nothing(penuh: Rencana) -> None:
    diam = penuh.instansi.filter("diam")
    assert dict(diam.group_by("jenis").agg(pl.len()).iter_rows()) == {"P": 14, "D": 12}
    assert diam.select(pl.sum_horizontal(*NASIB).sum()).item() == 0


def test_sptjm_by_instansi_and_people(penuh: Rencana) -> None:
    tabel = penuh.instansi.with_columns(
        thk=pl.sum_horizontal("a_thk", "a_pasang", "c_thk"), non=pl.sum_horizontal("a_non", "c_non")
    ).filter(~pl.col("diam"))
    hasil = tabel.group_by("sptjm").agg(pl.col("thk", "non").sum())
    assert dict((s, (a, b)) for s, a, b in hasil.iter_rows()) == {
        True: (129_620, 1_687_775),
        False: (50_508, 492_820),
    }
    instansi = {(s, j): n for s, j, n in tabel.group_by("sptjm", "jenis").len().iter_rows()}
    assert instansi == {(True, "P"): 55, (True, "D"): 425, (False, "P"): 12, (False, "D"): 108}


def test_the_five_largest_are_the_published_ones(penuh: Rencana) -> None:
    besar = penuh.instansi.with_columns(n=pl.sum_horizontal(*A, "b", "d")).sort(
        "n", descending=True
    )
    assert besar.head(5).select("kode", "n").rows() == [
        ("3012", 139_560),
        ("3014", 40_715),
        ("6500", 24_875),
        ("3021", 21_888),
        ("6400", 21_757),
    ]


def test_five_groups_by_thk2(penuh: Rencana) -> None:
    kuota = susun_kuota(penuh)

    def kelompok(*nasib: str) -> list[int]:
        return [
            sum(n for x in nasib for (_, g), n in kuota[x].banyak().items() if g == kelompok)
            for kelompok in range(5)
        ]

    assert kelompok("a_thk", "a_pasang", "c_thk") == [45_604, 2_111, 2_429, 57_733, 72_251]
    assert kelompok("a_non", "c_non") == [686_858, 203_188, 72_003, 552_722, 665_824]


def jumlah_anomali(kuota: dict[str, Kuota], *nasib: str) -> dict[str, int]:
    """People per published anomaly class among these fates (HONORARIUM stands in MASA_KERJA)."""
    hasil = dict.fromkeys(pengaturan()["terbit"]["anomali"], 0)
    for x in nasib:
        for (jenis, _), n in kuota[x].banyak().items():
            kelas = "MASA_KERJA" if jenis == "HONORARIUM" else jenis
            if kelas in hasil:
                hasil[kelas] += n
    return hasil


def test_seven_anomalies_at_the_close(penuh: Rencana) -> None:
    kuota = susun_kuota(penuh)
    assert jumlah_anomali(kuota, "a_non", "c_non", "d") == {
        "SATPAM": 73_415,
        "KEBERSIHAN": 51_863,
        "PENGEMUDI": 5_915,
        "MASA_KERJA": 8_159,
        "USIA_MUDA": 189,
        "USIA_TUA": 1_599,
        "IJAZAH": 2_656,
    }
    prafinal = jumlah_anomali(kuota, "a_non", "b", "d")
    assert sum(prafinal[x] for x in TIGA_JABATAN) == 152_803


def test_the_thk2_master_list(penuh: Rencana) -> None:
    terdaftar = penuh.jumlah("a_thk", "a_pasang", "c_thk")
    # The second of each pair shares a number; numbers used by someone they do not fit add theirs.
    assert terdaftar - 600 + 400 + penuh.jumlah("induk") == 378_880


@pytest.mark.parametrize("skala", [0.0005, 0.01, 0.1])
@pytest.mark.parametrize("benih", [1, 2022])
def test_other_scales_and_seeds_close_too(skala: float, benih: int) -> None:
    rencana = susun_rencana(skala, benih)
    kuota = susun_kuota(rencana)
    for nasib in NASIB:
        assert kuota[nasib].total == rencana.jumlah(nasib)
    assert (
        rencana.instansi.select(pl.min_horizontal(*NASIB, "terlambat", "induk").min()).item() >= 0
    )
    ada = rencana.instansi.filter(pl.sum_horizontal(*A, "c_thk", "c_non") > 0)
    assert ada.height == 600


def test_a_scale_without_a_person_per_instansi_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot split"):
        susun_rencana(0.0001, 2022)
