"""Two frozen lists beside each other: spec tables of who is new, gone, changed."""

from datetime import date

import polars as pl
import pytest

from rules.banding_potret import DIBACA, KOLOM, compare_potret

LAHIR = date(1990, 7, 1)
TIPE = {n: pl.Date if n.startswith("tanggal") else pl.String for n in DIBACA}


def nik(n):
    return f"32010141079{n:05}"


def orang(n, **beda):
    dasar = {"kode_instansi": "3012", "nik": nik(n), "nama": f"SITI {chr(64 + n)}", "tanggal_lahir": LAHIR,
             "jabatan": "Guru", "sha256": "a" * 64}  # fmt: skip
    return dasar | beda


def banding(lama, baru):
    return compare_potret(
        *(pl.LazyFrame(satu, schema=TIPE, orient="row") for satu in (_rows(lama), _rows(baru)))
    )


def _rows(orang_):
    return [[satu.get(n) for n in DIBACA] for satu in orang_]


SAMA = ([], [], 1)


@pytest.mark.parametrize(
    ("lama", "baru", "perubahan", "kolom", "sama"),
    [
        pytest.param([orang(1)], [orang(1)], *SAMA, id="nothing changed"),
        pytest.param([orang(1)], [orang(1, sha256="b" * 64)], *SAMA, id="the same row out of another file"),
        pytest.param([], [orang(1)], ["BARU"], [], 0, id="new"),
        pytest.param([orang(1)], [], ["HILANG"], [], 0, id="gone"),
        pytest.param([orang(1)], [orang(1, kode_instansi="7303")], ["BARU", "HILANG"], [], 0, id="another instansi is another list"),
        pytest.param([orang(1)], [orang(1, jabatan="Penyuluh", unit_kerja="X")], ["BERUBAH"],
            [("jabatan", "Guru", "Penyuluh"), ("unit_kerja", None, "X")], 0, id="two fields"),
        pytest.param([orang(1)], [orang(1, tanggal_lahir=date(1991, 1, 2))], ["BERUBAH"],
            [("tanggal_lahir", "01-07-1990", "02-01-1991")], 0, id="a date"),
        pytest.param([orang(1, jabatan=None)], [orang(1)], ["BERUBAH"], [("jabatan", None, "Guru")], 0, id="an empty cell was filled"),
        pytest.param([orang(1)], [orang(1, nik=nik(99))], ["BERUBAH"], [("nik", nik(1), nik(99))], 0, id="a NIK put right"),
        pytest.param([orang(1, nik=None)], [orang(1, nik=None)], *SAMA, id="a row without NIK is followed by name and birth"),
        pytest.param([orang(1, nik=None)], [orang(1)], ["BERUBAH"], [("nik", None, nik(1))], 0, id="a NIK that can be read now"),
        pytest.param([orang(1)], [orang(1, nik=nik(98)), orang(1, nik=nik(99))], ["BARU", "BARU", "HILANG"], [], 0, id="two of that name and birth: nobody is guessed"),
        pytest.param([orang(1)], [orang(2)], ["BARU", "HILANG"], [], 0, id="two people"),
        pytest.param([orang(1)], [orang(1, nik=nik(99), tanggal_lahir=None)], ["BARU", "HILANG"], [], 0, id="a name alone is nobody"),
    ],
)  # fmt: skip
def test_what_became_of_a_row(lama, baru, perubahan, kolom, sama):
    hasil = banding(lama, baru)
    assert hasil.orang["perubahan"].sort().to_list() == perubahan
    assert hasil.sel.select("kolom", "lama", "baru").rows() == kolom
    assert hasil.sama["orang"].sum() == sama


def test_every_row_of_both_lists_is_accounted_for():
    lama = [orang(n) for n in range(1, 9)] + [orang(20, nik=None), orang(21, nik=None)]
    baru = [orang(n, jabatan="Lain" if n % 2 else "Guru") for n in range(5, 15)]
    hasil = banding(lama, [*baru, orang(20, nik=None)])
    jumlah = dict(hasil.orang["perubahan"].value_counts().rows())
    tetap = hasil.sama["orang"].sum()
    assert jumlah["HILANG"] + jumlah["BERUBAH"] + tetap == len(lama)
    assert jumlah["BARU"] + jumlah["BERUBAH"] + tetap == len(baru) + 1


@pytest.mark.parametrize(
    ("lama", "baru", "jabatan"),
    [("Guru", "GURU ", False), ("Guru", "Penyuluh", True), (None, "Guru", True)],
)
def test_a_title_is_another_only_by_more_than_its_spelling(lama, baru, jabatan):
    hasil = banding([orang(1, jabatan=lama)], [orang(1, jabatan=baru)])
    assert hasil.orang["jabatan_berubah"].to_list() == [jabatan]
    assert hasil.sel["jabatan_berubah"].to_list() == [jabatan]


def test_every_column_of_the_form_is_compared():
    for nama in KOLOM:
        if nama not in ("nik", "nama"):
            beda = date(2000, 1, 1) if nama.startswith("tanggal") else "BEDA"
            assert banding([orang(1)], [orang(1, **{nama: beda})]).sel["kolom"].to_list() == [nama]
