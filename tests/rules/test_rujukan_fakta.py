"""Cells that BKN's reference codes govern."""

import polars as pl
import pytest

from rules.rujukan_fakta import KOLOM_RUJUKAN, match_rujukan
from tests.rules.orang import K


def rujuk(pendidikan=None, pendidikan_sk=None, tempat_lahir=None):
    isi = {"pendidikan": pendidikan, "pendidikan_sk": pendidikan_sk, "tempat_lahir": tempat_lahir}
    baris = pl.LazyFrame([{"id_tenaga": 1, **isi}], schema={"id_tenaga": pl.Int32, **dict.fromkeys(isi, pl.String)})  # fmt: skip
    return match_rujukan(baris, K).collect().row(0, named=True)


def test_empty_cells_say_nothing():
    assert rujuk() == {"id_tenaga": 1, **dict.fromkeys(KOLOM_RUJUKAN)}


@pytest.mark.parametrize(
    ("teks", "dikenal", "tingkat"),
    [
        ("S-1 PENDIDIKAN GURU SEKOLAH DASAR", True, "40"),
        ("s-1  pendidikan guru sekolah dasar.", True, "40"),
        ("2005001", True, "10"),
        ("40", True, "40"),
        ("S1 Ilmu Gaib", False, "40"),
        ("S-2", False, "45"),
        ("SMKN 1", False, None),
        ("SMK Tata Boga Bahari", False, "17"),
        ("SMA", False, "15"),
        ("Sarjana Muda Keperawatan", False, "30"),
        ("Sarjana Serba Bisa", False, "40"),
        ("D-IV Kebidanan Terapan Bahari", False, "35"),
        ("D-III Serba Serbi", False, "30"),
        ("Kursus", False, None),
        ("-", False, None),
    ],
)
def test_degrees(teks, dikenal, tingkat):
    hasil = rujuk(pendidikan=teks)
    assert (hasil["pendidikan_dikenal"], hasil["tingkat_pendidikan"]) == (dikenal, tingkat)
    assert rujuk(pendidikan_sk=teks)["pendidikan_sk_dikenal"] is dikenal
    assert hasil["tempat_lahir_dikenal"] is None


@pytest.mark.parametrize(
    ("teks", "dikenal"),
    [
        ("Aceh Selatan", True),
        ("KAB. ACEH SELATAN", True),
        ("Kabupaten Aceh Selatan", True),
        ("Kota Banda Aceh", True),
        ("Banda Aceh", True),
        ("Tapaktuan", True),
        ("Kec. Tapaktuan", True),
        ("Jawa Barat", True),
        ("1101", True),
        ("110108", True),
        ("Dusun Ujung Karangan", False),
        ("Desa", False),
        ("-", False),
    ],
)
def test_places_of_birth(teks, dikenal):
    assert rujuk(tempat_lahir=teks)["tempat_lahir_dikenal"] is dikenal
