"""All facts of the plausibility rules at once, on rows like those of a night."""

import polars as pl
import pytest

from rules.fakta import Masukan, derive_fakta
from rules.kewajaran_fakta import KOLOM_KEWAJARAN, SEL, derive_kewajaran
from rules.periksa import check
from rules.rule import load_rules
from tests.rules.orang import K, masukan, riwayat, tenaga
from tests.rules.test_kewajaran_potret import people, potret


def derive(dasar):
    return derive_kewajaran(dasar, derive_fakta(dasar, K).collect().lazy(), K)


def findings(dasar):
    hasil = check(derive(dasar).collect().lazy(), K, load_rules(), "kewajaran")
    assert hasil.galat == []
    return hasil.temuan


@pytest.mark.parametrize("lalu", [None, potret(*people(1, 2))])
def test_one_row_each_with_the_declared_columns(lalu):
    dasar = masukan(tenaga(*people(1, 2, 3)), riwayat({}))
    hasil = derive(Masukan(**{**vars(dasar), "potret_lalu": lalu}))
    skema = hasil.collect_schema()
    assert dict(skema) == {nama: skema[nama] for nama in SEL} | dict(KOLOM_KEWAJARAN)
    assert hasil.collect()["id_tenaga"].to_list() == [1, 2, 3]


def test_clean_people_are_plausible():
    bersih = [
        {**satu, "nomor_sk": f"814/{n}/2019", "file_sk": f"{n}.pdf", "file_bukti": f"b{n}.pdf"}
        for n, satu in enumerate(people(*range(40)))
    ]
    assert findings(masukan(tenaga(*bersih))).is_empty()


def test_what_is_told_of_a_person():
    orang = people(1, 2, 3)
    orang[0] |= {"jabatan": "Petugas Kemanan"}
    orang[1] |= {"jabatan": "Operator Layanan", "file_sk": "lain.pdf"}
    orang[2] |= {"nomor_sk": "9/2019"}
    lalu = potret(people(2)[0] | {"jabatan": "Sopir"})
    dasar = masukan(tenaga(*orang))
    temuan = findings(Masukan(**{**vars(dasar), "potret_lalu": lalu}))
    pesan = {(kode, n): p for kode, n, p in temuan.select("kode_aturan", "id_tenaga", "pesan").rows()}  # fmt: skip
    assert set(pesan) == {
        ("W-JABATAN-SAMAR", 1),
        ("W-JABATAN-BERUBAH", 2),
        ("W-BERKAS-SK", 1),
        ("W-BERKAS-SK", 3),
    }
    assert pesan["W-JABATAN-SAMAR", 1] == (
        'Jabatan "Petugas Kemanan" serupa "PETUGAS KEAMANAN" (kelas SATPAM) menurut ejaan.'
    )
    assert pesan["W-JABATAN-BERUBAH", 2] == (
        'Pada potret prafinalisasi jabatannya "Sopir" (kelas PENGEMUDI); sekarang "Operator Layanan".'
    )


def test_the_order_of_rows_changes_no_finding():
    orang = tenaga(*people(*range(30), jabatan="Petugas Kemanan", file_sk="satu.pdf")).collect()
    orang = orang.with_columns(nomor_sk=pl.format("814/{}/2019", pl.col("id_tenaga")))
    acak = orang.sample(fraction=1, shuffle=True, seed=5)
    satu, dua = (findings(masukan(satu.lazy())) for satu in (orang, acak))
    assert satu.height == 60
    assert satu.sort("kode_aturan", "id_tenaga").equals(dua.sort("kode_aturan", "id_tenaga"))
