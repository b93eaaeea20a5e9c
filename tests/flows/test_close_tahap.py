"""Stories of closings, through the real flow, in a census of four instansi."""

import json
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import flows.close_tahap
import tasks.check_tenaga
import tasks.expect_terbitan
import tasks.gateways.bahan_potret
import tasks.gateways.penyusun.tabel
import tasks.gateways.potret_tabel
import tasks.publish_pengumuman
from flows.close_tahap import close_tahap
from flows.susun import GalatAturanError
from rules.rule import load_rules, rule
from tasks.expect_terbitan import ProdukBerbedaError
from tasks.gateways.kepala_terima import noted_kepala
from tasks.gateways.pengaturan import read_pengaturan
from tasks.gateways.simpanan import open_simpanan
from tests.flows.empat_instansi import (
    DIAM,
    FINAL,
    JAGA,
    PRAFINAL,
    SESUDAH,
    census_of_four,
    kotak_masuk,
    terisi,
)
from tests.flows.tempat import Tempat
from tests.kotak_masuk import BERSIH, BERTEMUAN, KIRIM, RUSAK, KotakMasuk, orang

__all__ = ["census_of_four", "kotak_masuk", "terisi"]


@pytest.fixture(scope="module")
def utuh(
    tmp_path_factory: pytest.TempPathFactory, kotak_masuk: Path
) -> Callable[[], dict[str, str]]:
    """What a pra-finalisasi that nothing disturbed publishes; made once, when first asked for."""
    hasil: dict[str, str] = {}

    def terbitan() -> dict[str, str]:
        if not hasil:
            with pytest.MonkeyPatch.context() as ubah:
                tempat = Tempat(tmp_path_factory.mktemp("utuh")).settle(ubah)
                shutil.copytree(kotak_masuk, tempat.simpanan)
                assert close_tahap(PRAFINAL + timedelta(minutes=10)) == ["prafinalisasi"]
            hasil.update(tempat.published())
        return hasil

    return terbitan


def test_nothing_closes_before_its_deadline(terisi: Tempat) -> None:
    assert close_tahap(PRAFINAL - timedelta(seconds=1)) == []
    assert not (terisi.simpanan / "potret").exists()
    assert not (terisi.simpanan / "buku-terima").exists()


def test_a_closing_is_whole_and_the_next_hour_closes_nothing(terisi: Tempat) -> None:
    assert close_tahap(PRAFINAL + timedelta(minutes=10)) == ["prafinalisasi"]
    manifes = _manifest(terisi, "prafinalisasi")
    jumlah = {satu["kode_instansi"]: satu["jumlah"]["daftar"] for satu in manifes["instansi"]}
    assert jumlah == {BERSIH: 4, BERTEMUAN: 3, RUSAK: 0, DIAM: 0}
    assert manifes["jumlah"] == 7
    # One NIK stands in two lists: the potret says at which of them the person is counted.
    beku = (terisi.simpanan / "potret/prafinalisasi").glob("*/daftar.parquet")
    assert pl.concat(pl.read_parquet(j).select("dihitung") for j in beku)["dihitung"].sum() == 6
    halaman = {j.stem for j in (terisi.simpanan / "publik/pengumuman/prafinalisasi").iterdir()}
    assert halaman == jumlah.keys()
    terbitan = json.loads((terisi.simpanan / "publik/terbitan/prafinalisasi.json").read_text())
    assert terbitan["orang"] == 7
    assert terbitan["terbit"]["pengumuman"] == 4
    sebelum = terisi.published()
    assert close_tahap(PRAFINAL + timedelta(hours=2)) == []
    assert terisi.published() == sebelum


def test_a_late_closing_freezes_what_stood_at_each_deadline(
    terisi: Tempat, utuh: Callable[[], dict[str, str]]
) -> None:
    assert close_tahap(FINAL + timedelta(days=3)) == ["prafinalisasi", "finalisasi"]
    daftar = {tahap: _frozen(terisi, tahap) for tahap in ("prafinalisasi", "finalisasi")}
    assert SESUDAH["nik"] not in daftar["prafinalisasi"]
    assert SESUDAH["nik"] in daftar["finalisasi"]
    assert orang(8)["nik"] not in daftar["finalisasi"]
    tepat_waktu = {k: v for k, v in utuh().items() if k.startswith("potret/")}
    terlambat = {
        k: v for k, v in terisi.published().items() if k.startswith("potret/prafinalisasi/")
    }
    assert terlambat.keys() == tepat_waktu.keys()
    beda = {k for k in terlambat if terlambat[k] != tepat_waktu[k]}
    # These say when it was made, and after how many receipts; what is frozen and its root are equal.
    assert {k.rpartition("/")[2].removesuffix(".sig") for k in beda} == {
        "mulai.json",
        "manifest.json",
        "SHA256SUMS",
    }
    buku = _manifest(terisi, "prafinalisasi")["buku_terima"]
    assert buku["jumlah"] == _manifest(terisi, "finalisasi", BERSIH)["buku_terima"]["jumlah"]
    assert noted_kepala(open_simpanan(read_pengaturan()), read_pengaturan()) == {
        "potret prafinalisasi": buku["kepala"],
        "potret finalisasi": buku["kepala"],
    }


def test_each_closing_judges_by_the_law_of_its_deadline(terisi: Tempat) -> None:
    close_tahap(FINAL + timedelta(minutes=10))
    hukum = {t: _manifest(terisi, t)["tanggal_hukum"] for t in ("prafinalisasi", "finalisasi")}
    assert hukum == {"prafinalisasi": "2022-09-30", "finalisasi": "2022-10-31"}
    assert _frozen(terisi, "prafinalisasi")[JAGA["nik"]] == "M"
    assert _frozen(terisi, "finalisasi")[JAGA["nik"]] == "T"


class Putus(RuntimeError):
    """The machine stops here."""


def _break_at(ubah: pytest.MonkeyPatch, modul: Any, nama: str, kali: int) -> None:
    """The `kali`-th call of a function of ours does not come back."""
    asli, sisa = getattr(modul, nama), iter(range(kali))

    def palsu(*isi: Any, **pilihan: Any) -> Any:
        if next(sisa, None) is None:
            raise Putus
        return asli(*isi, **pilihan)

    ubah.setattr(modul, nama, palsu)


@pytest.mark.parametrize(
    ("modul", "nama", "kali"),
    [
        (tasks.gateways.potret_tabel.Bagian, "to_parquet", 4),
        pytest.param(tasks.publish_pengumuman, "_put", 2, marks=pytest.mark.nightly),
        pytest.param(flows.close_tahap, "write_terbitan", 0, marks=pytest.mark.nightly),
    ],
    ids=["freezing", "announcing", "recording"],
)
def test_a_closing_cut_short_is_taken_up_again(
    terisi: Tempat, utuh: Callable[[], dict[str, str]], modul: Any, nama: str, kali: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    with monkeypatch.context() as ubah:
        tanpa_ulang = tasks.publish_pengumuman.publish_pengumuman.with_options(retries=0)
        ubah.setattr(flows.close_tahap, "publish_pengumuman", tanpa_ulang)
        _break_at(ubah, modul, nama, kali)
        with pytest.raises(Putus):
            close_tahap(PRAFINAL + timedelta(minutes=10))
    beku = {j: j.stat().st_mtime_ns for j in (terisi.simpanan / "potret").rglob("*.*")}
    assert beku
    assert not (terisi.simpanan / "publik/terbitan").exists()
    assert close_tahap(PRAFINAL + timedelta(minutes=70)) == ["prafinalisasi"]
    assert {j: j.stat().st_mtime_ns for j in beku} == beku, "frozen twice"
    assert _products(terisi.published()) == _products(utuh())


def test_what_arrives_with_an_old_time_after_the_freeze_changes_no_product(
    terisi: Tempat, utuh: Callable[[], dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as ubah:
        _break_at(ubah, flows.close_tahap, "publish_pengumuman", 0)
        with pytest.raises(Putus):
            close_tahap(PRAFINAL + timedelta(minutes=10))
    KotakMasuk(terisi.simpanan).data_utama(BERTEMUAN, [orang(9)], nama="mundur.xlsx", waktu=KIRIM)
    assert close_tahap(PRAFINAL + timedelta(minutes=70)) == ["prafinalisasi"]
    assert _products(terisi.published()) == _products(utuh())
    assert orang(9)["nik"] not in _frozen(terisi, "prafinalisasi")


@rule("X-RUSAK", nama="Uji", dasar=("masih_aktif",), berat="periksa", pesan="Uji")
def gagal(k: Any) -> pl.Expr:
    """Crashes before any row is looked at."""
    raise ValueError("uji")


def test_a_crashed_rule_closes_nothing(terisi: Tempat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks.check_tenaga, "load_rules", lambda: (*load_rules(), gagal))
    with pytest.raises(GalatAturanError, match="X-RUSAK"):
        close_tahap(PRAFINAL + timedelta(minutes=10))
    # The moment of the first attempt is kept, and the key by which people will verify; no more.
    assert [j.name for j in (terisi.simpanan / "potret").rglob("*.*")] == ["mulai.json"]
    assert [j.suffix for j in (terisi.simpanan / "publik").rglob("*.*")] == [".pem"]


def test_products_that_disagree_are_not_published(
    terisi: Tempat, monkeypatch: pytest.MonkeyPatch
) -> None:
    asli = tasks.expect_terbitan.read_products

    def palsu(*isi: Any) -> dict[str, pl.DataFrame]:
        produk = asli(*isi)
        return produk | {"neraca": produk["neraca"].with_columns(pl.col("jumlah") + 1)}

    monkeypatch.setattr(tasks.expect_terbitan, "read_products", palsu)
    with pytest.raises(ProdukBerbedaError, match=f"jumlah menurut manifes potret dan neraca .* instansi {BERSIH} 4 lawan 5"):  # fmt: skip
        close_tahap(PRAFINAL + timedelta(minutes=10))
    assert not (terisi.simpanan / "publik/pengumuman").exists()
    assert not (terisi.simpanan / "publik/terbitan").exists()
    monkeypatch.setattr(tasks.expect_terbitan, "read_products", asli)
    assert close_tahap(PRAFINAL + timedelta(hours=2)) == ["prafinalisasi"]


def test_the_potret_hold_the_silent_with_nobody_and_the_receipts_of_the_others(
    terisi: Tempat,
) -> None:
    close_tahap(PRAFINAL + timedelta(minutes=10))
    diam = _manifest(terisi, "prafinalisasi", DIAM)
    assert (diam["jumlah"]["daftar"], diam["kiriman"]) == (0, [])
    halaman = (terisi.simpanan / f"publik/pengumuman/prafinalisasi/{DIAM}.html").read_text()
    assert "dinyatakan tidak memiliki" in halaman
    kiriman = _manifest(terisi, "prafinalisasi", BERSIH)["kiriman"]
    assert [satu["kunci"].split("/")[-1] for satu in kiriman] == ["data.xlsx", "jaga.xlsx"]


# --- how we look -------------------------------------------------------------------------------


def _products(terbit: dict[str, str]) -> dict[str, str]:
    """All but the receipts, whose names say in which run they were written."""
    return {k: v for k, v in terbit.items() if not k.startswith("buku-terima/")}


def _manifest(tempat: Tempat, tahap: str, kode: str = "") -> dict:
    return json.loads((tempat.simpanan / "potret" / tahap / kode / "manifest.json").read_text())


def _frozen(tempat: Tempat, tahap: str) -> dict[str, str]:
    """NIK → overall verdict of everybody in a potret."""
    berkas = sorted((tempat.simpanan / "potret" / tahap).glob("*/daftar.parquet"))
    daftar = pl.concat([pl.read_parquet(j).select("nik", "putusan_keseluruhan") for j in berkas])
    return dict(daftar.iter_rows())
