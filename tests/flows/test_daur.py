"""What the issue asks to be shown of one whole cycle: figures, findings, balance, and the same twice."""

import json
import re
from datetime import datetime
from functools import cache
from pathlib import Path

import polars as pl
import pytest

from reports.statistik import published_figures
from rules.angka import angka_2022
from rules.kalender import WIB, kalender_on
from rules.neraca import POS
from tasks.gateways.negara.rencana import susun_rencana
from tasks.gateways.potret import sptjm_received
from tests.daur import BENIH, KELIRU, SKALA, TAHAP, Daur

tiap_tahap = pytest.mark.parametrize("tahap", TAHAP)


# --- the figures -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tahap", "nasib"),
    [
        ("prafinalisasi", ("a_thk", "a_pasang", "a_non", "b", "d")),
        ("finalisasi", ("a_thk", "a_pasang", "a_non", "c_thk", "c_non", "d")),
        ("pengumuman_akhir", ("a_thk", "a_pasang", "a_non", "c_thk", "c_non")),
    ],
)
def test_the_potret_hold_the_planned_people(daur: Daur, tahap: str, nasib: tuple[str, ...]) -> None:
    rencana = susun_rencana(SKALA, BENIH)
    per_instansi = rencana.instansi.select("kode", rencana=pl.sum_horizontal(nasib))
    manifes = daur.manifest(tahap)
    beku = {satu["kode_instansi"]: satu["jumlah"]["daftar"] for satu in manifes["instansi"]}
    assert beku == dict(per_instansi.iter_rows())
    assert manifes["jumlah"] == sum(beku.values()) == rencana.jumlah(*nasib)
    assert all(daur.manifest(tahap, k)["jumlah"]["daftar"] == n for k, n in beku.items())


def test_every_published_figure_comes_out_at_scale(daur: Daur) -> None:
    resmi = published_figures(angka_2022()).drop_nulls("tahap")
    kami = {tahap: _terbitan(daur, tahap)["terbit"]["statistik"] for tahap in TAHAP}
    for satu in resmi.iter_rows(named=True):
        bagian = satu["resmi"] if "instansi" in satu["kunci"] else satu["resmi"] * SKALA
        assert abs(kami[satu["tahap"]][satu["kunci"]] - bagian) <= 1, satu


def test_pusat_and_daerah_stand_in_the_manifests(daur: Daur) -> None:
    jenis = dict(
        daur.table("prafinalisasi", "instansi").select("kode_instansi", "jenis").iter_rows()
    )
    jumlah = dict.fromkeys("PD", 0)
    for satu in daur.manifest("prafinalisasi")["instansi"]:
        jumlah[jenis[satu["kode_instansi"]]] += satu["jumlah"]["daftar"]
    terbit = angka_2022().total("prafinalisasi")
    assert jumlah["P"] == pytest.approx(terbit.pusat * SKALA, abs=1)
    assert jumlah["D"] == pytest.approx(terbit.daerah * SKALA, abs=1)


def test_job_groups_and_thk2_stand_in_the_final_potret(daur: Daur) -> None:
    daftar = _potret(daur, "pengumuman_akhir", "daftar")
    per = dict(
        (tuple(kunci), n)
        for *kunci, n in daftar.group_by("kelompok_jabatan", "kategori").len().iter_rows()
    )
    for satu in angka_2022().komposisi:
        assert per[satu.kelompok, "THK-II"] == pytest.approx(satu.thk2 * SKALA, abs=1)
        assert per[satu.kelompok, "NON-ASN"] == pytest.approx(satu.non_asn * SKALA, abs=1)
    manifes = daur.manifest("pengumuman_akhir")["instansi"]
    assert (
        sum(satu["jumlah"]["thk2"] for satu in manifes) == daftar.filter(kategori="THK-II").height
    )


def test_the_seven_anomalies_stand_in_the_potret_of_finalisasi(daur: Daur) -> None:
    temuan = _potret(daur, "finalisasi", "temuan")
    kelas = _potret(daur, "finalisasi", "daftar")["kelas_dikecualikan"]
    banyak = dict(temuan["kode_aturan"].value_counts().iter_rows())
    kami = dict(kelas.drop_nulls().value_counts().iter_rows()) | {
        "MASA_KERJA": banyak["K-MASA-KERJA"],
        "USIA_MUDA": banyak["K-USIA-MIN"],
        "USIA_TUA": banyak["K-USIA-MAKS"],
        "IJAZAH": banyak["K-IJAZAH"],
    }
    for satu in angka_2022().anomali:
        assert kami[satu.kelas] == pytest.approx(satu.jumlah * SKALA, abs=1), satu.kelas
    jabatan = ("SATPAM", "KEBERSIHAN", "PENGEMUDI")
    assert banyak["K-JABATAN"] == sum(kami[satu] for satu in jabatan)


def test_480_of_600_instansi_signed(daur: Daur) -> None:
    instansi = daur.manifest("pengumuman_akhir")["instansi"]
    mengirim = [satu for satu in instansi if satu["jumlah"]["daftar"]]
    bersptjm = [
        satu
        for satu in instansi
        if sptjm_received(daur.manifest("pengumuman_akhir", satu["kode_instansi"]))
    ]
    terbit = angka_2022().sptjm.sudah
    assert (len(instansi), len(mengirim), len(bersptjm)) == (
        626,
        600,
        terbit.instansi == 480 and 480,
    )
    orang = sum(satu["jumlah"]["daftar"] for satu in bersptjm)
    assert orang == pytest.approx(terbit.jumlah * SKALA, abs=1)


@tiap_tahap
def test_the_manifests_say_by_which_law_and_until_when(daur: Daur, tahap: str) -> None:
    batas = {
        satu.kode: satu.batas for satu in kalender_on(datetime(2022, 12, 31, tzinfo=WIB).date())
    }
    manifes = daur.manifest(tahap)
    assert datetime.fromisoformat(manifes["batas"]) == batas[tahap]
    assert manifes["tanggal_hukum"] == batas[tahap].date().isoformat()
    for satu in manifes["instansi"]:
        kiriman = daur.manifest(tahap, satu["kode_instansi"])["kiriman"]
        assert all(datetime.fromisoformat(k["waktu"]) <= batas[tahap] for k in kiriman)


# --- the answer key --------------------------------------------------------------------------------


@tiap_tahap
def test_findings_equal_the_answer_key(daur: Daur, tahap: str) -> None:
    ada, harus = daur.found(tahap), daur.expected(tahap)
    assert len(harus) > 100
    assert len(ada) == len(set(ada)), "a finding stands twice"
    assert sorted(harus - set(ada)) == [], "missed"
    assert sorted(set(ada) - harus) == [], "invented"


# Rules about one person; patterns of an instansi need more people than a tiny nation has.
SEORANG = {
    "W-JABATAN-SAMAR": 0, "W-MULAI-LIBUR": 0, "W-SK-LIBUR": 0, "W-SK-SUSULAN": 0, "W-TANPA-JEJAK": 0,
    "W-THK2-TIDUR": 0, "W-JABATAN-BERUBAH": 1,
}  # fmt: skip


@tiap_tahap
@pytest.mark.parametrize("kode", SEORANG)
def test_a_fraud_of_one_person_is_always_found(daur: Daur, tahap: str, kode: str) -> None:
    benih, ditunjuk, _ = daur.plausible(tahap, kode)
    # A change shows only beside an earlier potret.
    assert bool(benih) == (list(TAHAP).index(tahap) >= SEORANG[kode])
    assert sorted(benih - ditunjuk) == []


@tiap_tahap
def test_few_clean_people_look_implausible(daur: Daur, tahap: str) -> None:
    orang = daur.manifest(tahap)["jumlah"]
    kode = set(daur.table(tahap, "kewajaran")["kode_aturan"])
    assert set(SEORANG) - {"W-JABATAN-BERUBAH"} <= kode
    for satu in kode:
        assert len(daur.plausible(tahap, satu)[2]) <= KELIRU * orang, satu


@tiap_tahap
def test_who_vanished_without_a_reason_equals_the_answer_key(daur: Daur, tahap: str) -> None:
    tanam = daur.kunci.filter(pl.col("kode_aturan") == "HILANG")
    harus = set(tanam.select("kode_instansi", "nik").iter_rows())
    ada = set(daur.table(tahap, "hilang").select("kode_instansi", "nik").iter_rows())
    assert len(harus) > 1
    assert ada == (set() if tahap == "prafinalisasi" else harus)


def test_no_instansi_reads_what_the_inspection_looks_at(daur: Daur) -> None:
    temuan = pl.concat(daur.table(tahap, "temuan").select("kode_aturan") for tahap in TAHAP)
    assert not temuan["kode_aturan"].str.starts_with("W-").any()
    csv = sorted((daur.simpanan / "kotak-keluar").glob("*/temuan.csv"))
    kode = pl.concat(pl.read_csv(satu, infer_schema=False).select("kode_aturan") for satu in csv)
    assert kode.height > 100
    assert not kode["kode_aturan"].str.starts_with("W-").any()
    assert (daur.simpanan / "kotak-keluar" / "bkn" / "kewajaran.xlsx").exists()


@tiap_tahap
def test_duplicates_equal_the_answer_key(daur: Daur, tahap: str) -> None:
    kolom = ["jenis", "kode_instansi", "kunci", "lembar", "baris"]
    ganda = daur.table(tahap, "ganda")
    harus = daur.key_at(tahap).filter(pl.col("jenis").is_in(ganda["jenis"].unique().implode()))
    ada = ganda.join(daur.places(tahap, "tenaga"), on="id_tenaga").select(kolom)
    assert ganda["jenis"].n_unique() == 3
    assert set(ada.iter_rows()) == set(harus.select(kolom).iter_rows())
    assert ada.height == ada.unique().height
    kasus = ganda.join(daur.table(tahap, "tenaga"), on="id_tenaga").group_by("id_kasus", "jenis")
    for _, jenis, nik, nomor, instansi in kasus.agg(
        pl.col("nik").n_unique(), pl.col("nomor_peserta_thk2").n_unique(), pl.col("kode_instansi").n_unique()
    ).iter_rows():  # fmt: skip
        assert (jenis == "NOMOR_THK2") == (nik > 1)
        assert jenis != "NOMOR_THK2" or nomor == 1
        assert (jenis == "NIK_LINTAS_INSTANSI") == (instansi > 1)


@tiap_tahap
def test_refusals_equal_the_answer_key(daur: Daur, tahap: str) -> None:
    kunci = daur.key_at(tahap).filter(jenis="BERKAS-RUSAK")
    berkas = daur.table(tahap, "berkas").select("id_berkas", "kunci")
    ada = daur.table(tahap, "penolakan").join(berkas, on="id_berkas")
    assert kunci.height == 4
    assert set(ada.select("kode_instansi", "kunci", "kode").iter_rows()) == set(
        kunci.select("kode_instansi", "kunci", "kode_aturan").iter_rows()
    )
    for kode in kunci["kode_instansi"]:
        assert len(list((daur.simpanan / "kotak-keluar" / kode / "penolakan").iterdir())) == 1


def test_what_came_too_late_equals_the_answer_key(daur: Daur) -> None:
    telat = set(daur.kunci.filter(jenis="BERKAS-TERLAMBAT")["kunci"])
    berkas = daur.table("pengumuman_akhir", "berkas").select("id_berkas", "kunci")
    neraca = daur.table("pengumuman_akhir", "neraca").filter(tingkat="berkas")
    terlambat = neraca.filter(pl.col("terlambat") > 0).join(berkas, on="id_berkas")
    assert len(telat) == 5
    assert set(terlambat["kunci"]) == telat
    assert (terlambat["terlambat"] == terlambat["diterima"]).all()
    assert not telat & set(daur.table("finalisasi", "berkas")["kunci"])


@tiap_tahap
def test_every_withdrawn_row_is_one_of_the_plan(daur: Daur, tahap: str) -> None:
    rencana = susun_rencana(SKALA, BENIH)
    harus = {"prafinalisasi": 0, "finalisasi": rencana.jumlah("b")}
    harus["pengumuman_akhir"] = harus["finalisasi"] + rencana.jumlah("d")
    assert daur.table(tahap, "tenaga").filter(status_baris="DITARIK").height == harus[tahap]


# --- the balance -----------------------------------------------------------------------------------


@tiap_tahap
def test_the_balance_closes_at_every_level(daur: Daur, tahap: str) -> None:
    neraca, berkas = daur.table(tahap, "neraca"), daur.table(tahap, "berkas")
    assert neraca.filter(pl.col("diterima") != pl.sum_horizontal(*POS)).is_empty()
    pos = [nama for nama in neraca.columns if neraca[nama].dtype == pl.Int64]
    per = {
        tingkat: neraca.filter(tingkat=tingkat) for tingkat in ("berkas", "instansi", "nasional")
    }
    assert per["nasional"].height == 1
    assert per["instansi"].select(pl.col(pos).sum()).rows() == per["nasional"].select(pos).rows()
    jumlah = per["berkas"].group_by("kode_instansi").agg(pl.col(pos).sum()).sort("kode_instansi")
    assert jumlah.equals(per["instansi"].select("kode_instansi", *pos).sort("kode_instansi"))
    utama = berkas.filter(jenis="data-utama")
    assert set(per["berkas"]["id_berkas"]) == set(utama["id_berkas"])
    status = daur.table(tahap, "tenaga")["status_baris"].value_counts()
    for nama, banyak in status.iter_rows():
        assert per["nasional"][nama.lower()].item() == banyak
    assert per["nasional"]["daftar"].item() == daur.manifest(tahap)["jumlah"]


def test_every_row_that_was_generated_is_in_the_balance(daur: Daur) -> None:
    ditulis = re.findall(
        r"gelombang \w+: [\d.]+ berkas, ([\d.]+) baris orang", daur.output(0, "stdout")
    )
    assert len(ditulis) == 4
    akhir = daur.table("pengumuman_akhir", "neraca").filter(tingkat="nasional")
    assert akhir["diterima"].item() == sum(int(satu.replace(".", "")) for satu in ditulis)


# --- run twice -------------------------------------------------------------------------------------


def test_the_second_demo_changes_no_published_byte(daur: Daur) -> None:
    sebelum, sesudah = daur.hasil["sidik"]
    area = {kunci.split("/")[0] for kunci in sebelum}
    assert area == {"publik", "kotak-keluar", "potret", "buku-terima"}
    assert len(sebelum) > 5000
    assert {k for k in sebelum.keys() | sesudah.keys() if sebelum.get(k) != sesudah.get(k)} == set()


def test_the_second_demo_receives_and_reads_nothing(daur: Daur) -> None:
    malam = re.findall(
        r"\] Malam .*: ([\d.]+) kiriman diterima, ([\d.]+) berkas dibaca", daur.output(1, "stdout")
    )
    assert malam == [("0", "0")] * 5
    assert daur.output(1, "stdout").count("sudah ditutup sebelumnya") == 3


def test_a_good_run_is_quiet_and_ends_with_the_table_and_what_to_open(daur: Daur) -> None:
    keluar = daur.output(0, "stdout")
    assert daur.output(0, "stderr") == ""
    assert not re.search(r"traceback|warning|error", keluar, re.IGNORECASE)
    assert re.search(r"Finalisasi +Semua tenaga +2\.421\.100 ", keluar)
    disebut = [Path(satu) for satu in re.findall(r"/\S+/demo/simpanan/\S+", keluar)]
    assert len(disebut) == 8
    assert re.search(r"Semua \d+ angka sama dengan angka terbit", keluar)
    assert "explain --sel" in keluar
    assert all(jalur.exists() for jalur in disebut)


def _terbitan(daur: Daur, tahap: str) -> dict:
    return json.loads((daur.simpanan / "publik" / "terbitan" / f"{tahap}.json").read_text())


@cache
def _potret(daur: Daur, tahap: str, nama: str) -> pl.DataFrame:
    return pl.read_parquet(sorted((daur.simpanan / "potret" / tahap).glob(f"*/{nama}.parquet")))
