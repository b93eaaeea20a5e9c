"""People made from numbers: unique NIKs, women's day + 40, the same whoever asks."""

from datetime import date

import polars as pl
import pytest

from rules.rujukan import rujukan
from tasks.gateways.negara.bagian import kenali, kenali_semua, susun_bagian
from tasks.gateways.negara.rencana import susun_rencana
from tasks.gateways.negara.serupa import jenis_salah
from tasks.gateways.negara.susunan import Susunan, susun
from tasks.gateways.negara.unit import unit_khas


@pytest.fixture(scope="module")
def negara() -> Susunan:
    return susun(susun_rencana(0.005, 2022))


@pytest.fixture(scope="module")
def semua(negara: Susunan) -> pl.DataFrame:
    instansi = range(negara.rencana.instansi.height)
    return pl.concat(
        [
            k.ident.tabel.with_columns(jenis=pl.Series(negara.jenis).gather(k.orang.jenis))
            for k in (kenali_semua(negara, fase, instansi) for fase in ("pra", "susulan", "induk"))
        ]
    )


def test_a_nik_belongs_to_one_person(semua: pl.DataFrame) -> None:
    kedua = ["NIK_LINTAS_INSTANSI", *jenis_salah()]
    sekali = semua.filter(~pl.col("jenis").is_in(kedua))
    assert sekali["nik"].is_duplicated().sum() == 0
    assert sekali["nik"].str.contains(r"^[1-9]\d{15}$").all()


def test_the_second_registration_is_the_same_person_elsewhere(semua: pl.DataFrame) -> None:
    kedua = semua.filter(pl.col("jenis") == "NIK_LINTAS_INSTANSI").select(
        "nik", "nama", "tanggal_lahir"
    )
    asal = semua.filter(pl.col("jenis") == "NIK_LINTAS_ASAL").select("nik", "nama", "tanggal_lahir")
    assert kedua.height == 12
    assert kedua.sort("nik").equals(asal.sort("nik"))


def test_the_nik_holds_a_real_region_and_the_birth_date(semua: pl.DataFrame) -> None:
    kode = pl.read_csv(rujukan("wilayah_kode_nik.csv"), infer_schema=False)["kode"]
    assert semua["nik"].str.slice(0, 6).is_in(kode.to_list()).all()
    lahir = pl.col("tanggal_lahir")
    hari = lahir.dt.day() + pl.when(pl.col("jenis_kelamin") == "P").then(40).otherwise(0)
    tulis = pl.concat_str(hari.cast(pl.String).str.zfill(2), lahir.dt.strftime("%m%y"))
    assert semua.select((pl.col("nik").str.slice(6, 6) == tulis).all()).item()


def test_a_pair_shares_name_birth_and_number_but_no_nik(negara: Susunan) -> None:
    instansi = range(negara.rencana.instansi.height)
    utama = susun_bagian(negara, kenali_semua(negara, "pra", instansi)).utama
    pasang = utama.filter(pl.col("jenis") == "NOMOR_THK2")
    per_nomor = pasang.group_by("nomor_peserta_thk2").agg(
        pl.col("nama", "tanggal_lahir", "nik", "i").n_unique()
    )
    assert per_nomor.select("nama", "tanggal_lahir", "nik", "i").unique().rows() == [(1, 1, 2, 1)]


def test_asking_for_a_few_gives_the_same_people(negara: Susunan) -> None:
    i = int(negara.banyak_fase["pra"].argmax())
    utuh = susun_bagian(negara, kenali(negara, "pra", [(i, 0, 300)])).utama
    sebagian = susun_bagian(negara, kenali(negara, "pra", [(i, 100, 200)])).utama
    pid = sebagian.filter(~pl.col("ulangan"))["pid"].to_list()
    sama = utuh.filter(pl.col("pid").is_in(pid) & ~pl.col("ulangan")).drop("letak")
    assert sama.equals(sebagian.filter(~pl.col("ulangan")).drop("letak"))


def test_clean_people_meet_the_plain_criteria(negara: Susunan) -> None:
    bagian = susun_bagian(
        negara, kenali_semua(negara, "pra", range(0, negara.rencana.instansi.height, 3))
    )
    bersih = bagian.utama.filter(
        (pl.col("jenis") == "BERSIH") & pl.col("nomor_peserta_thk2").is_null()
    )
    assert (
        bersih.select(pl.all().exclude("nomor_peserta_thk2").null_count()).sum_horizontal().item()
        == 0
    )
    assert bersih["tanggal_lahir"].is_between(date(1965, 1, 1), date(2001, 12, 31)).all()
    assert (bersih["tanggal_sk"] <= date(2021, 12, 31)).all()
    assert (bersih["tanggal_lulus"] < bersih["tanggal_mulai"]).all()
    riwayat = bagian.riwayat.filter(pl.col("jenis") == "BERSIH")
    assert riwayat.group_by("i", "pid").len()["len"].max() <= 5
    assert 1.8 < riwayat.height / riwayat.select(pl.struct("i", "pid").n_unique()).item() < 2.2


def test_units_that_tell_are_nobody_elses() -> None:
    assert unit_khas()["opd"].is_duplicated().sum() == 0
    assert unit_khas().height > 50
