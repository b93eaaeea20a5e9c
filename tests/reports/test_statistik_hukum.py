"""Tables for the use after the census: six criteria per instansi, the roadmap, THK-II who moved."""

from datetime import date

import polars as pl
import pytest

from tests.gudang_contoh import create_dasbor

HURUF = {"M": "memenuhi", "T": "tidak_memenuhi", "B": "belum_dinilai"}


def test_six_criteria_are_counted_from_the_table_of_people(gudang, dasbor):
    for baris in dasbor["enam_kriteria"].iter_rows(named=True):
        nama = {"SK dan masa kerja": "sk_masa_kerja"}.get(
            baris["kriteria"], baris["kriteria"].lower()
        )
        for huruf, kolom in HURUF.items():
            sql = f"SELECT count(*) FROM enam_kriteria WHERE {nama} = ?"
            assert gudang.execute(sql, [huruf]).fetchone() == (baris[kolom],), (nama, huruf)
    assert dasbor["enam_kriteria"]["kriteria"].to_list() == [
        "Honorarium", "SK dan masa kerja", "Usia", "Jabatan", "Pendidikan", "SPTJM",
    ]  # fmt: skip


def test_those_of_instansi_add_up_to_those_of_the_nation(dasbor):
    jumlah = dasbor["enam_kriteria_instansi"].group_by("kriteria").agg(pl.col(pl.Int64).sum())
    assert set(jumlah.select("kriteria", *HURUF.values()).iter_rows()) == set(
        dasbor["enam_kriteria"].iter_rows()
    )
    assert dasbor["enam_kriteria_instansi"]["kode_instansi"].unique().sort().to_list() == [
        "3012", "7303",
    ]  # fmt: skip


def test_every_person_stands_once_in_each_view_of_the_roadmap(gudang, dasbor):
    peta = dasbor["peta_jalan"]
    (orang,) = gudang.execute("SELECT count(*) FROM peta_jalan").fetchone() or (0,)
    per = peta.group_by("golongan").agg(pl.col("jumlah").sum())
    assert per.height == 6
    assert set(per["jumlah"]) == {orang}
    assert (peta["thk2"] + peta["non_asn"] == peta["jumlah"]).all()
    assert (peta["memenuhi"] <= peta["jumlah"]).all()
    baris = {(g, k): (t, n, m) for g, k, _, t, n, _, m in peta.iter_rows()}
    transisi = peta.filter(pl.col("sampai").is_not_null())
    assert transisi.select("kelas", "sampai").rows() == [("BLU", date(2023, 11, 28))]
    assert baris["Calon alih daya", "SATPAM"] == (0, 1, 0)
    assert baris["Badan Pasal 99 ayat (1)", "BLU"] == (0, 1, 0)
    assert baris["Kategori", "THK-II"] == (1, 0, 1)
    assert baris["Kualifikasi pendidikan", "tidak dikenali"] == (1, 0, 1)
    assert baris["Kebutuhan menurut kelompok jabatan", "Pendidikan"] == (0, 2, 1)


@pytest.mark.parametrize(
    ("lapor", "terdaftar", "keadaan"),
    [
        (None, None, "BELUM ADA KETERANGAN"),
        ("9109", None, "DILEPAS"),
        ("", None, "DILAPORKAN"),
        (None, "520713002002", "DIDATA"),
        ("9109", "520713002002", "DIDATA"),
    ],
)
def test_each_thk2_of_the_master_list_has_one_state(gudang, lapor, terdaftar, keadaan):
    if lapor is not None:
        gudang.execute(
            "INSERT INTO lapor_thk2 BY NAME SELECT 4 AS id_berkas, '3012' AS kode_instansi, 9 AS baris, "
            "'520713002002' AS nomor_peserta, nullif(?, '') AS kode_instansi_tujuan",
            [lapor],
        )
    gudang.execute("UPDATE fakta SET nomor_thk2_induk = ? WHERE id_tenaga = 5", [terdaftar])
    sql = "SELECT keadaan FROM keadaan_thk2 WHERE nomor_peserta = '520713002002'"
    assert gudang.execute(sql).fetchall() == [(keadaan,)]


@pytest.mark.parametrize(
    ("tujuan", "baris"),
    [
        ("7303", (1, 1, 0, 0)),
        ("9109", (1, 0, 1, 0)),
    ],
)
def test_a_thk2_who_was_released_is_picked_up_there_or_elsewhere(gudang, tujuan, baris):
    gudang.execute(
        "INSERT INTO lapor_thk2 BY NAME SELECT 4 AS id_berkas, '3012' AS kode_instansi, 9 AS baris, "
        "'520713002002' AS nomor_peserta, ? AS kode_instansi_tujuan",
        [tujuan],
    )
    gudang.execute("UPDATE fakta SET nomor_thk2_induk = '520713002002' WHERE id_tenaga = 5")
    (satu,) = create_dasbor(gudang)["thk2_pindah"].rows()
    assert satu[0] == "3012"
    assert satu[2] == tujuan
    assert satu[4:] == baris


def test_a_thk2_who_was_released_and_nobody_picked_up(gudang):
    gudang.execute("UPDATE lapor_thk2 SET kode_instansi_tujuan = '9109'")
    (satu,) = create_dasbor(gudang)["thk2_pindah"].rows()
    assert satu == (
        "7303",
        "Pemerintah Kab. Contoh & Uji",
        "9109",
        "Pemerintah Kab. Diam",
        1,
        0,
        0,
        1,
    )
