import pytest

from rules.portal import biodata
from rules.rule import Aturan, load_rules
from rules.siapa_berlaku import bidang_biodata
from tests.cases import assert_cases
from tests.rules.orang import K

TEKS = [
    (biodata.TEMPAT_LAHIR, "tempat_lahir"),
    (biodata.PENDIDIKAN, "pendidikan"),
    (biodata.SEKOLAH, "sekolah"),
]


def test_nama():
    assert_cases(biodata.NAMA, K, """
        nama            | biodata_nama    | putusan
        ----------------+-----------------+--------
        SITI AMINAH     | Siti Aminah     | T
        SITI AMINAH     | Siti Aminah, SE | T
        SITI AMINAH     | Siti Rohani     | F
        SITI AMINAH     |                 | -
    """)  # fmt: skip


@pytest.mark.parametrize(("aturan", "kolom"), TEKS)
def test_a_text_differs_by_its_words_only(aturan, kolom):
    assert_cases(aturan, K, f"""
        {kolom}    | biodata_{kolom} | putusan
        Kab. Bogor | KAB.  BOGOR     | T
        Kab. Bogor | Kota Bogor      | F
                   | Kota Bogor      | -
    """)  # fmt: skip


@pytest.mark.parametrize(
    ("aturan", "kolom"),
    [(biodata.TANGGAL_LAHIR, "tanggal_lahir"), (biodata.TANGGAL_LULUS, "tanggal_lulus")],
)
def test_dates(aturan, kolom):
    assert_cases(aturan, K, f"""
        {kolom}    | biodata_{kolom} | putusan
        1990-07-01 | 1990-07-01      | T
        1990-07-01 | 1991-07-01      | F
        1990-07-01 |                 | -
    """)  # fmt: skip


def test_jenis_kelamin():
    assert_cases(biodata.KELAMIN, K, """
        jenis_kelamin | biodata_jenis_kelamin | putusan
        --------------+-----------------------+--------
        P             | Perempuan             | T
        P             | L                     | F
        P             |                       | -
    """)  # fmt: skip


@pytest.mark.parametrize(
    ("aturan", "kolom"),
    [
        (biodata.JABATAN, "jabatan"),
        (biodata.UNIT, "unit_kerja"),
        (biodata.NOMOR_IJAZAH, "nomor_ijazah"),
    ],
)
def test_signs_make_no_difference(aturan, kolom):
    assert_cases(aturan, K, f"""
        {kolom}  | biodata_{kolom} | putusan
        SDN 1/A  | sdn 1 a         | T
        SDN 1/A  | SDN 2/A         | F
        SDN 1/A  |                 | -
    """)  # fmt: skip


@pytest.mark.parametrize(
    "aturan", [satu for satu in vars(biodata).values() if isinstance(satu, Aturan)]
)
def test_a_difference_can_be_left_alone(aturan):
    kolom = aturan.kolom
    (isian,) = [nama for nama, b in bidang_biodata("INSTANSI").items() if b.kolom_utama == kolom]
    satu, dua = ("1990-07-01", "1991-07-01") if kolom.startswith("tanggal") else ("ANI", "BUDI")
    assert_cases(aturan, K.model_copy(update={"isian_portal_dibandingkan": False}), f"""
        {kolom} | biodata_{isian} | putusan
        {satu}  | {dua}           | T
    """)  # fmt: skip


def test_every_field_that_the_instansi_wins_has_its_rule_of_the_gravity_in_the_table():
    ada = {satu.kolom: satu.berat for satu in load_rules() if satu.sasaran == "biodata"}
    assert ada == {b.kolom_utama: b.temuan for b in bidang_biodata("INSTANSI").values()}
