"""The patterns that the plausibility rules look for, as they are seeded."""

from datetime import date

import polars as pl
import pytest

from tasks.gateways.negara.bagian import Bagian, kenali_nasib, kenali_semua, susun_bagian
from tasks.gateways.negara.kunci_jawaban import HILANG, SKEMA, kode_temuan, kunci_hilang
from tasks.gateways.negara.pengaturan import pengaturan
from tasks.gateways.negara.pola import BERUBAH, LONJAKAN, tanpa_alasan
from tasks.gateways.negara.rencana import susun_rencana
from tasks.gateways.negara.susunan import Susunan, susun


@pytest.fixture(scope="module")
def s() -> Susunan:
    return susun(susun_rencana(0.005, 2022))


@pytest.fixture(scope="module")
def pra(s: Susunan) -> Bagian:
    berpola = [i for i, nama in enumerate(s.kolom["pola"]) if nama]
    return susun_bagian(s, kenali_semua(s, "pra", berpola))


def of(bagian: Bagian, jenis: str) -> pl.DataFrame:
    return bagian.utama.filter(jenis=jenis)


def test_every_pattern_has_its_instansi(s: Susunan) -> None:
    pola = {nama: isi["instansi"] for nama, isi in pengaturan()["pola"].items()}
    assert dict(s.kolom["pola"].drop_nulls().value_counts().iter_rows()) == pola
    terbesar = s.rencana.instansi.select(pl.sum_horizontal("a_thk", "a_pasang", "a_non", "b", "d").arg_max()).item()  # fmt: skip
    assert s.kolom["pola"][terbesar] == "W-SK-MASSAL"


def test_a_pattern_changes_what_its_rule_looks_at(pra: Bagian) -> None:
    def distinct(jenis: str, *kolom: str) -> list[int]:
        per = of(pra, jenis).group_by("kode").agg(pl.col(kolom).n_unique())
        return [max(per[nama]) for nama in kolom]

    assert distinct("W-SK-NOMOR", "nomor_sk") == [1]
    assert distinct("W-SK-NOMOR", "tanggal_sk")[0] > 1
    assert distinct("W-SK-MASSAL", "nomor_sk", "tanggal_sk", "jabatan_penandatangan") == [1, 1, 1]
    assert distinct("W-BERKAS-SK", "file_sk") == [1]
    assert distinct("W-BERKAS-BUKTI", "file_bukti") == [1]
    assert set(of(pra, "W-MULAI-TUMPUK")["tanggal_mulai"]) == {date(2020, 12, 31)}
    assert set(of(pra, "W-SK-TUMPUK")["tanggal_sk"]) == {date(2021, 12, 29)}
    urut = of(pra, "W-SK-URUT")
    assert urut["nomor_sk"].str.starts_with("800/366").all()
    assert set(urut["tanggal_sk"].dt.ordinal_day()) <= {2, 4}


def test_what_is_lawful_stays_lawful(pra: Bagian) -> None:
    kolektif = of(pra, "WAJAR-SK-KOLEKTIF").group_by("kode")
    isi = kolektif.agg(pl.col("nomor_sk", "tanggal_sk", "jabatan_penandatangan", "file_sk").n_unique())  # fmt: skip
    assert set(isi.drop("kode").rows()) == {(1, 1, 1, 1)}
    bayar = of(pra, "WAJAR-DAFTAR-BAYAR").group_by("kode", "file_bukti").agg(pl.col("unit_kerja").n_unique())  # fmt: skip
    assert set(bayar["unit_kerja"]) == {1}
    assert all(kode_temuan()[nama] == [""] for nama in pengaturan()["pola"] if nama.startswith("WAJAR-"))  # fmt: skip


def test_a_register_that_is_kept_honestly_goes_up_with_its_dates(pra: Bagian) -> None:
    bersih = of(pra, "BERSIH").sort("tanggal_sk", "nomor_sk")
    angka = bersih["nomor_sk"].str.split("/").list.get(1).cast(pl.Int64)
    per = bersih.select("kode", "tanggal_sk", angka=angka, tahun=pl.col("tanggal_sk").dt.year())
    hari = per.group_by("kode", "tahun", "tanggal_sk").agg(kecil=pl.min("angka"), besar=pl.max("angka"))  # fmt: skip
    naik = hari.sort("tanggal_sk").select(
        (pl.col("kecil") > pl.col("besar").shift().over("kode", "tahun")).alias("naik")
    )
    assert naik["naik"].drop_nulls().all()
    assert not bersih["nomor_sk"].is_duplicated().any()


def test_a_title_turns_innocent_when_it_is_put_right(s: Susunan) -> None:
    semua = [i for i, nama in enumerate(s.kolom["pola"]) if nama == BERUBAH]
    dulu, kini = (
        susun_bagian(s, kenali_semua(s, "pra", semua), benar) for benar in ((), (BERUBAH,))
    )
    assert set(of(dulu, BERUBAH)["jabatan"]) == {pengaturan()["pola_isi"]["jabatan_dulu"]}
    assert pengaturan()["pola_isi"]["jabatan_dulu"] not in set(of(kini, BERUBAH)["jabatan"])
    assert of(kini, BERUBAH)["nik"].to_list() == of(dulu, BERUBAH)["nik"].to_list()
    assert {(i, 0) for i in semua} <= s.ubahan


def test_a_surge_is_of_those_who_come_late(s: Susunan) -> None:
    i = s.kolom["pola"].to_list().index(LONJAKAN)
    assert of(susun_bagian(s, kenali_semua(s, "pra", [i])), LONJAKAN).is_empty()
    susulan = susun_bagian(s, kenali_semua(s, "susulan", [i]))
    assert of(susulan, LONJAKAN).height > susulan.utama.height // 2
    tumbuh = s.banyak(i, "susulan") / s.banyak(i, "pra")
    assert tumbuh > 3 * sum(s.banyak_fase["susulan"]) / sum(s.banyak_fase["pra"])


def test_some_are_taken_out_without_a_reason(s: Susunan) -> None:
    hapus = kenali_nasib(s, range(s.rencana.instansi.height), "b")
    tanpa = tanpa_alasan(s, hapus)
    assert 0 < tanpa.sum() < 0.2 * hapus.height
    kunci = kunci_hilang(s.kolom["kode"], hapus.filter(tanpa), "perbaikan")
    assert kunci.schema == pl.Schema(SKEMA)
    assert set(kunci["kode_aturan"]) == {HILANG}


def test_a_dormant_thk2_has_a_gap_in_the_riwayat(s: Susunan) -> None:
    semua = [i for i in range(s.rencana.instansi.height) if s.banyak(i, "pra")]
    bagian = susun_bagian(s, kenali_semua(s, "pra", semua))
    tidur = bagian.riwayat.filter(jenis="W-THK2-TIDUR", urut=1)
    assert tidur.height == of(bagian, "W-THK2-TIDUR").height > 0
    assert set(tidur["tanggal_akhir"].dt.year()) == {2020 - pengaturan()["pola_isi"]["tidur_tahun"]}
