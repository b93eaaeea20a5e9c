"""Criteria that bind one category and not the other: one switch, honoured by every rule that serves one."""

import shutil
from datetime import date

import pytest

from rules.fakta import derive_fakta
from rules.ketentuan import ketentuan_on
from rules.putusan import judge
from rules.rujukan import AKAR
from rules.rule import KRITERIA, load_rules
from tests.cases import frame_of
from tests.rules.orang import K, masukan, riwayat, tenaga

ATURAN = [satu for satu in load_rules() if satu.kriteria]
SURAT = """
nomor = "Surat Uji"
judul = "-"
tentang = "-"
sumber = "uji"
diperiksa = 2022-11-01
berlaku = 2022-10-09
[ketentuan.kriteria_berlaku_bagi]
butir = "1"
[ketentuan.kriteria_berlaku_bagi.nilai]
THK-II = {thk2}
NON-ASN = {non_asn}
"""


def bagi(**kecuali):
    """The law where each category is freed of these criteria (thk2=…, non_asn=…)."""
    mengikat = {
        kategori: tuple(satu for satu in KRITERIA if satu not in kecuali.get(nama, ()))
        for nama, kategori in (("thk2", "THK-II"), ("non_asn", "NON-ASN"))
    }
    return K.model_copy(update={"kriteria_berlaku_bagi": mengikat})


def test_today_every_criterion_binds_both():
    assert all(K.kategori_bebas(satu) == () for satu in KRITERIA)
    assert bagi(thk2=("honorarium",)).kategori_bebas("honorarium") == ("THK-II",)
    assert bagi(thk2=("honorarium",)).kategori_bebas("usia") == ()
    assert bagi(thk2=KRITERIA).kategori_bebas(None) == ()


@pytest.mark.parametrize("aturan", ATURAN, ids=lambda satu: satu.kode)
def test_who_is_not_bound_meets_the_rule_whatever_the_row_says(aturan):
    frame = frame_of("tenaga", ["kategori"], [["THK-II"], ["NON-ASN"], [""]])
    asal = frame.select(putusan=aturan(K)).collect()["putusan"].to_list()
    bebas = frame.select(putusan=aturan(bagi(thk2=(aturan.kriteria,)))).collect()["putusan"]
    assert bebas.to_list() == [True, *asal[1:]]


def test_pay_may_bind_non_asn_alone():
    frame = frame_of(
        "tenaga",
        ["kategori", "ada_bayar_langsung"],
        [["THK-II", "tidak"], ["NON-ASN", "tidak"], ["", "tidak"]],
    )
    semula = judge(frame, K, tuple(ATURAN))["honorarium"].to_list()
    kini = judge(frame, bagi(thk2=("honorarium",)), tuple(ATURAN))["honorarium"].to_list()
    assert (semula, kini) == (["T", "T", "T"], ["M", "T", "T"])


@pytest.fixture
def akar(tmp_path):
    shutil.copytree(AKAR / "regulasi", tmp_path / "regulasi")
    shutil.copy(AKAR / "kelompok_jabatan.csv", tmp_path)
    return tmp_path


def tulis(akar, thk2, non_asn):
    isi = SURAT.format(thk2=thk2, non_asn=non_asn)
    (akar / "regulasi" / "uji.toml").write_text(isi, encoding="utf-8")


def test_a_letter_switches_a_criterion_from_its_day(akar):
    tulis(akar, '["usia", "status"]', list(KRITERIA))
    assert ketentuan_on(date(2022, 10, 8), akar).kategori_bebas("honorarium") == ()
    k = ketentuan_on(date(2022, 10, 9), akar)
    assert k.kategori_bebas("honorarium") == ("THK-II",)
    assert k.kategori_bebas("usia") == ()


@pytest.mark.parametrize(
    ("thk2", "sebab"),
    [('["usia", "umur"]', "not a criterion: umur"), ('["sptjm"]', "not a criterion: sptjm")],
)
def test_a_criterion_that_does_not_exist_fails_at_load(akar, thk2, sebab):
    tulis(akar, thk2, list(KRITERIA))
    with pytest.raises(ValueError, match=sebab):
        ketentuan_on(date(2022, 10, 9), akar)


def test_a_category_left_out_fails_at_load(akar):
    tulis(akar, '["usia"]', list(KRITERIA))
    jalur = akar / "regulasi" / "uji.toml"
    jalur.write_text(jalur.read_text().replace("NON-ASN", "HONORER"))
    with pytest.raises(ValueError, match="other categories"):
        ketentuan_on(date(2022, 10, 9), akar)


INDUK = {"nomor_peserta": "520713002001", "nama": "TEUKU UMAR", "kode_instansi": "5104"}
BOS = {"nomor_sk": "814.1/17/2019", "tanggal_awal": date(2019, 1, 2), "pembayaran": "BOS"}


@pytest.mark.parametrize(
    ("bagi", "nomor", "bulan", "bertanda"),
    [
        (("THK-II", "NON-ASN"), "520713002001", 36, True),
        (("THK-II", "NON-ASN"), None, 36, True),
        (("NON-ASN",), "520713002001", 0, False),
        (("NON-ASN",), None, 36, True),
        (("THK-II",), "520713002001", 36, True),
        (("THK-II",), None, 0, False),
        ((), None, 0, False),
    ],
)
def test_bos_may_count_for_one_category_alone(bagi, nomor, bulan, bertanda):
    masuk = masukan(
        tenaga({"nomor_peserta_thk2": nomor}), riwayat(BOS | {"tanggal_akhir": None}), thk2=[INDUK]
    )
    k = K.model_copy(update={"bos_dihitung_bagi": bagi})
    fakta = derive_fakta(masuk, k).collect()
    isi = fakta.select("bulan_kerja", "ada_bayar_jabatan_asn", "konversi_jabatan").row(0)
    assert isi == (bulan, bertanda, "Guru")
