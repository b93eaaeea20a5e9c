from datetime import date
from typing import Any

import polars as pl
import pytest

from rules.fakta import derive_fakta
from rules.pengecualian import judge_pengecualian, match_pengecualian
from rules.periksa import check
from rules.putusan import judge
from rules.rule import load_rules
from tests.cases import kolom_skema
from tests.rules.orang import BERSIH, K, masukan, tenaga

HARI = date(2022, 10, 8)
SAH = {
    "nomor": "P-12/BKN/2022", "kode_aturan": "K-USIA-MAKS", "kode_instansi": "5104",
    "nik": None, "alasan": "putusan pengadilan", "pemohon": "Ani Contoh",
    "penyetuju": "Budi Contoh", "sejak": date(2022, 10, 1), "sampai": date(2022, 12, 31),
}  # fmt: skip
SKEMA = {nama: tipe for nama, tipe in kolom_skema("pengecualian").items() if nama in SAH}
TUA = {"tanggal_lahir": date(1950, 1, 1), "nik": "1101010101500001"}


def dinilai(*baris: dict[str, Any]) -> pl.DataFrame:
    isi = pl.DataFrame([SAH | satu for satu in baris], schema=SKEMA)
    return judge_pengecualian(isi, load_rules(), HARI)


def fakta(*orang: dict[str, Any], kecuali: pl.DataFrame) -> pl.LazyFrame:
    dasar = masukan(tenaga(*orang))
    return derive_fakta(
        type(dasar)(**{**vars(dasar), "pengecualian": kecuali.lazy().filter("berlaku")}), K
    )


def test_a_complete_waiver_holds():
    assert dinilai({}).select("berlaku", "sebab").rows() == [(True, None)]


@pytest.mark.parametrize(
    ("beda", "sebab"),
    [
        *(({nama: None}, f"kolom {nama} kosong") for nama in SAH if nama != "nik"),
        ({"kode_aturan": "K-TIADA"}, "aturan tidak dikenal atau tidak menolak"),
        ({"kode_aturan": "B-NAMA-GELAR"}, "aturan tidak dikenal atau tidak menolak"),
        ({"penyetuju": "ani, contoh"}, "pemohon dan penyetuju orang yang sama"),
        ({"nik": "123"}, "NIK bukan 16 angka"),
        ({"sampai": date(2022, 9, 30)}, "sampai mendahului sejak"),
        ({"sejak": date(2022, 10, 9)}, "belum mulai"),
        ({"sampai": date(2022, 10, 7)}, "sudah berakhir"),
    ],
)
def test_what_is_missing_or_over_does_not_hold_and_says_why(beda, sebab):
    assert dinilai(beda).select("berlaku", "sebab").rows() == [(False, sebab)]


@pytest.mark.parametrize("beda", [{"sejak": HARI}, {"sampai": HARI}])
def test_first_and_last_day_count(beda):
    assert dinilai(beda)["berlaku"].to_list() == [True]


def test_a_waiver_reaches_its_instansi_or_its_person_only():
    orang = pl.LazyFrame(
        {
            "id_tenaga": [1, 2, 3],
            "kode_instansi": ["5104", "5104", "5105"],
            "nik_angka": [11, 1101010101500001, 1101010101500001],
        },
        schema_overrides={"nik_angka": pl.UInt64},
    )
    seorang = {"nik": TUA["nik"], "kode_aturan": "K-IJAZAH", "nomor": "P-13"}
    hasil = match_pengecualian(orang, dinilai({}, seorang).lazy()).collect().sort("id_tenaga")
    assert hasil.rows() == [
        (1, ["K-USIA-MAKS"], "K-USIA-MAKS menurut P-12/BKN/2022 sampai 31-12-2022"),
        (
            2,
            ["K-IJAZAH", "K-USIA-MAKS"],
            "K-IJAZAH menurut P-13 sampai 31-12-2022; K-USIA-MAKS menurut P-12/BKN/2022 sampai 31-12-2022",
        ),
    ]


def test_the_rule_does_not_count_and_every_other_rule_does():
    tanpa_ijazah = TUA | {"nik": "1101010101500002", "nomor_ijazah": None, "file_ijazah": None}
    isi = fakta(BERSIH | TUA, BERSIH | tanpa_ijazah, kecuali=dinilai({}))
    putusan = judge(isi, K, load_rules()).select("usia", "pendidikan", "keseluruhan")
    assert putusan.rows() == [("M", "M", "M"), ("M", "T", "T")]


def test_the_finding_stays_as_information_and_names_the_approval():
    temuan = check(fakta(BERSIH | TUA, kecuali=dinilai({})), K, load_rules()).temuan
    satu = temuan.filter(kode_aturan="K-USIA-MAKS").row(0, named=True)
    assert satu["berat"] == "info"
    assert satu["pesan"].endswith(
        "Dikecualikan dengan persetujuan BKN: K-USIA-MAKS menurut P-12/BKN/2022 sampai 31-12-2022."
    )


def test_without_the_waiver_the_same_person_is_rejected():
    isi = fakta(BERSIH | TUA, kecuali=dinilai({"sampai": date(2022, 10, 7)}))
    assert judge(isi, K, load_rules())["keseluruhan"].to_list() == ["T"]
    temuan = check(isi, K, load_rules()).temuan.filter(kode_aturan="K-USIA-MAKS")
    assert temuan["berat"].to_list() == ["tolak"]
