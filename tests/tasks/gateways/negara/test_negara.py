"""A tiny nation written and read back: totals after each wave, the answer key, the same bytes again."""

from datetime import UTC, datetime
from pathlib import Path

import fastexcel
import polars as pl
import pytest

from tasks.gateways.negara import GELOMBANG, Ringkasan, generate_negara
from tasks.gateways.negara.pengaturan import pengaturan

SKALA, BENIH = 0.0005, 2022
PRAFINAL = datetime(2022, 9, 30, 16, 59, 59, tzinfo=UTC).timestamp()
FINAL = datetime(2022, 10, 31, 10, 0, 0, tzinfo=UTC).timestamp()


@pytest.fixture(scope="module")
def simpanan(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ringkasan]:
    ke = tmp_path_factory.mktemp("negara") / "simpanan"
    return ke, generate_negara(ke, SKALA, BENIH, proses=1)


@pytest.fixture(scope="module")
def baris(simpanan: tuple[Path, Ringkasan]) -> pl.DataFrame:
    """Every record of every workbook: kunci, lembar, baris, nik, waktu."""
    ke, _ = simpanan
    isi = [x for jalur in sorted(ke.glob("kotak-masuk/*/data-*/*.xlsx")) for x in baca(ke, jalur)]
    return pl.concat(isi)


@pytest.fixture(scope="module")
def kunci(simpanan: tuple[Path, Ringkasan]) -> pl.DataFrame:
    return pl.read_parquet(simpanan[0].parent / "kunci.parquet")


def baca(ke: Path, jalur: Path) -> list[pl.DataFrame]:
    buku = fastexcel.read_excel(jalur)
    hasil = []
    for lembar in buku.sheet_names:
        tabel = buku.load_sheet(lembar, header_row=None, dtypes="string").to_polars()
        judul = 2 if (tabel.row(0)[0] or "").startswith("PENDATAAN") else 0
        nik = tabel[:, 0].slice(judul + 1)
        hasil.append(
            pl.DataFrame({"nik": nik})
            .with_row_index("baris", judul + 2)
            .select(
                kunci=pl.lit(jalur.relative_to(ke).as_posix()),
                lembar=pl.lit(lembar),
                baris="baris",
                nik="nik",
                waktu=pl.lit(jalur.stat().st_mtime),
            )
        )
    return hasil


def daftar(baris: pl.DataFrame, sampai: float) -> int:
    """People in the lists at a moment: listed by then, not taken out, a NIK once per instansi."""
    kode = pl.col("kunci").str.split("/").list.get(1)
    ada = baris.filter(pl.col("waktu") <= sampai).with_columns(kode=kode)
    utama = ada.filter(pl.col("lembar") == "Data Utama")
    hapus = ada.filter(pl.col("lembar") == "Penghapusan")
    tersisa = utama.join(hapus, on=["kode", "nik"], how="anti")
    bernik = tersisa.drop_nulls("nik").unique(["kode", "nik"]).height
    return bernik + tersisa["nik"].null_count()


def test_the_summary_tells_the_plan(simpanan: tuple[Path, Ringkasan]) -> None:
    _, ringkasan = simpanan
    assert ringkasan.angka == {
        "prafinal": 1107,
        "penutupan": 1210,
        "akhir": 1180,
        "thk2_akhir": 90,
        "instansi": 600,
        "sptjm": 480,
    }


def test_lists_after_each_phase(baris: pl.DataFrame, simpanan: tuple[Path, Ringkasan]) -> None:
    tunda = baris.filter(~pl.col("kunci").str.contains("terlambat"))
    # The one workbook that is corrected in October carries its new time: read it as if first sent.
    pertama = tunda.with_columns(
        waktu=pl.when(pl.col("kunci").str.contains(r"data-utama-\d")).then(0.0).otherwise("waktu")
    )
    angka = simpanan[1].angka
    assert daftar(pertama, PRAFINAL) == angka["prafinal"]
    assert daftar(pertama, FINAL) == angka["penutupan"]
    assert daftar(pertama, float("inf")) == angka["akhir"]


def test_too_late_is_after_the_close(baris: pl.DataFrame) -> None:
    telat = baris.filter(pl.col("kunci").str.contains("terlambat"))
    assert telat["kunci"].n_unique() == pengaturan()["terlambat"]["instansi"]
    assert telat["waktu"].min() > FINAL


def test_deliveries_of_each_kind(simpanan: tuple[Path, Ringkasan]) -> None:
    ke, ringkasan = simpanan
    semua = sorted(x.relative_to(ke).as_posix() for x in ke.rglob("*") if x.is_file())
    # Nobody signs for what was not frozen: see test_surat_sptjm.
    assert not [x for x in semua if "/sptjm/" in x]
    assert len([x for x in semua if "/admin/" in x]) == 600
    assert len([x for x in semua if "/perpanjangan/" in x]) == 72
    assert len([x for x in semua if "/dokumen/" in x]) >= 3
    # Files of an earlier wave that a later one replaced are counted but no longer there.
    assert len(semua) < ringkasan.berkas


def test_feeds_have_the_columns_of_the_contract(simpanan: tuple[Path, Ringkasan]) -> None:
    bkn = simpanan[0] / "kotak-masuk" / "bkn"
    assert sorted(x.name for x in bkn.iterdir()) == [
        "admin-disetujui",
        "aduan",
        "dokumen-indeks",
        "dukcapil",
        "perpanjangan-disetujui",
        "portal-akun",
        "portal-konfirmasi",
        "register-asn",
        "thk2",
    ]
    dukcapil = pl.read_parquet(bkn / "dukcapil" / "dukcapil.parquet")
    assert dukcapil.columns == ["nik", "nama", "tanggal_lahir", "jenis_kelamin", "status"]
    assert dukcapil["nik"].is_duplicated().sum() == 0
    assert pl.read_parquet(bkn / "thk2" / "thk2.parquet").height == round(378_880 * SKALA)
    admin = pl.read_csv(bkn / "admin-disetujui" / "admin-disetujui.csv", infer_schema=False)
    assert admin.height == 600


def test_the_key_points_to_the_right_cells(baris: pl.DataFrame, kunci: pl.DataFrame) -> None:
    sel = kunci.filter(pl.col("baris").is_not_null())
    cocok = sel.join(baris, on=["kunci", "lembar", "baris"], how="left", suffix="_sel")
    assert cocok.filter(~pl.col("nik").eq_missing(pl.col("nik_sel"))).height == 0
    assert set(pengaturan()["cacat"]) - set(kunci["jenis"]) == {"NIK_LINTAS_ASAL"}


def test_one_person_has_one_defect(kunci: pl.DataFrame) -> None:
    orang = kunci.filter(pl.col("baris").is_not_null()).unique(
        ["kunci", "lembar", "baris", "jenis"]
    )
    assert orang.select("kunci", "lembar", "baris").is_duplicated().sum() == 0


def test_broken_workbooks_come_back_whole(
    kunci: pl.DataFrame, simpanan: tuple[Path, Ringkasan]
) -> None:
    rusak = kunci.filter(pl.col("jenis") == "BERKAS-RUSAK")
    assert set(rusak["kode_aturan"]) == set(pengaturan()["rusak"].values())
    for jalur in rusak["kunci"]:
        assert fastexcel.read_excel(simpanan[0] / jalur).sheet_names == ["Data Utama"]


def test_waves_and_processes_change_no_byte(
    simpanan: tuple[Path, Ringkasan], tmp_path: Path
) -> None:
    lagi = tmp_path / "simpanan"
    generate_negara(lagi, SKALA, BENIH, ("perbaikan",), proses=2)
    tulisan = [x for x in lagi.rglob("*") if x.is_file()]
    assert len(tulisan) > 100
    for jalur in tulisan:
        asli = simpanan[0] / jalur.relative_to(lagi)
        assert jalur.read_bytes() == asli.read_bytes(), jalur.name
        assert jalur.stat().st_mtime == asli.stat().st_mtime, jalur.name


def test_an_unknown_wave_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="unknown gelombang: besok"):
        generate_negara(tmp_path / "simpanan", SKALA, gelombang=(*GELOMBANG, "besok"))
