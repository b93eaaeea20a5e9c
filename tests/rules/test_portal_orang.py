from datetime import UTC, date, datetime, timedelta

import polars as pl
import pytest

from rules.portal_orang import (
    baris_biodata,
    jawab_akun,
    lengkapi_riwayat,
    ringkas_biodata,
    tepat_waktu,
)
from rules.siapa_berlaku import siapa_berlaku
from tests.cases import kolom_sasaran, kolom_skema
from tests.rules.orang import BERSIH, RIWAYAT_BERSIH, tenaga

NIK, KODE = BERSIH["nik"], BERSIH["kode_instansi"]
SAAT = datetime(2022, 10, 1, tzinfo=UTC)
BATAS = SAAT + timedelta(days=3)
WAKTU = pl.Datetime("us", "UTC")
BUKAN_LANDED = {"id_riwayat", "id_tenaga", "asal"}
SATU = {k: v for k, v in RIWAYAT_BERSIH.items() if k not in BUKAN_LANDED} | {"nik": NIK}


def isian(*waktu: datetime | None, **beda: str) -> pl.LazyFrame:
    isi = [{"nik": NIK, "kode_instansi": KODE, "waktu": w} | beda for w in waktu]
    return pl.LazyFrame(isi, schema_overrides={"waktu": WAKTU})


def landed(*baris: dict) -> pl.LazyFrame:
    skema = {k: t for k, t in kolom_skema("riwayat").items() if k not in BUKAN_LANDED}
    return pl.LazyFrame([SATU | satu for satu in baris], schema=skema)


def orang(*baris: dict) -> pl.LazyFrame:
    return landed(*baris).drop("lembar", "tak_terbaca").with_columns(waktu=pl.lit(SAAT, WAKTU))


def lengkapi(diisi: pl.LazyFrame, instansi: pl.LazyFrame | None = None) -> list[tuple]:
    hasil = lengkapi_riwayat(diisi, instansi, tenaga({}))
    return hasil.select("nomor_sk", "asal", "lembar").rows()


@pytest.mark.parametrize(
    ("akhir", "batas", "masuk"),
    [
        (None, None, [0, 1, 2]),
        (None, BATAS, [0, 1]),
        (isian(SAAT), BATAS, [0]),
        (isian(SAAT + timedelta(days=1), SAAT), None, [0]),
        (isian(SAAT, kode_instansi="5105"), None, [0, 1, 2]),
    ],
)
def test_nothing_counts_after_the_last_word_or_the_deadline(akhir, batas, masuk):
    waktu = [SAAT, BATAS, BATAS + timedelta(seconds=1)]
    hasil = tepat_waktu(isian(*waktu, None), akhir, batas).collect()
    assert hasil["waktu"].to_list() == [waktu[n] for n in masuk]


def test_the_persons_rows_are_added_once():
    baru, sama = {"nomor_sk": "BARU"}, {}
    assert lengkapi(orang(baru, sama, baru), landed(sama)) == [
        ("BARU", "PORTAL", "Riwayat di portal")
    ]
    assert lengkapi(orang(sama)) == [(SATU["nomor_sk"], "PORTAL", "Riwayat di portal")]


def test_only_people_of_that_instansis_list_add_rows():
    assert (
        lengkapi(orang({"kode_instansi": "5105"}, {"nik": "3201014107900002"}, {"nik": None})) == []
    )
    hasil = lengkapi_riwayat(orang({}), None, tenaga({"status_baris": "DITARIK"}))
    assert hasil.is_empty()


def test_words_of_the_portal_are_read_like_those_of_a_workbook():
    hasil = lengkapi_riwayat(
        orang({"pembayaran": "honor apbd"}, {"pembayaran": "uang kas"}), None, tenaga({})
    )
    assert hasil.select("pembayaran", "tak_terbaca").rows() == [
        ("APBD", []),
        (None, ["pembayaran"]),
    ]


def test_the_last_word_on_each_field_is_kept():
    bidang = {b.kolom: pl.String for b in siapa_berlaku() if b.bagian == "biodata"}
    bidang |= {"tanggal_lahir": pl.Date, "tanggal_lulus": pl.Date}
    kunci = {"nik": NIK, "kode_instansi": KODE}
    feed = pl.LazyFrame(
        [
            kunci | {"waktu": SAAT, "email": "lama@b", "alamat": "Jl. 1"},
            kunci | {"waktu": BATAS, "email": "baru@b", "tanggal_lahir": date(1991, 8, 17)},
            kunci | {"waktu": SAAT, "kode_instansi": "5105", "email": "lain@b"},
        ],
        schema={"nik": pl.String, "kode_instansi": pl.String, "waktu": WAKTU} | bidang,
    )
    tabel = ringkas_biodata(feed, tenaga({}))
    assert set(tabel.collect_schema()) == set(kolom_skema("biodata"))
    assert tabel.select("id_tenaga", "email", "alamat", "waktu").collect().rows() == [
        (1, "baru@b", "Jl. 1", BATAS)
    ]
    baris = baris_biodata(tabel, tenaga({}))
    assert set(baris.collect_schema()) == set(kolom_sasaran("biodata"))
    assert baris.select("tanggal_lahir", "biodata_tanggal_lahir").collect().rows() == [
        (BERSIH["tanggal_lahir"], date(1991, 8, 17))
    ]


def test_an_account_is_only_for_those_registered():
    akun = pl.LazyFrame(
        {
            "nik": [NIK, NIK, NIK, None],
            "kode_instansi": [KODE, KODE, "5105", KODE],
            "dibuat": [BATAS, SAAT, SAAT, SAAT],
        },
        schema_overrides={"dibuat": WAKTU},
    )
    hasil = jawab_akun(akun, tenaga({}), "BELUM").collect()
    assert set(hasil.columns) == set(kolom_skema("akun_portal"))
    assert hasil.select("kode_instansi", "dibuat", "id_tenaga", "terdaftar", "jawaban").rows() == [
        (KODE, SAAT, 1, True, None),
        ("5105", SAAT, None, False, "BELUM"),
    ]
