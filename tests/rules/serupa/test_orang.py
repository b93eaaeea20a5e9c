"""From rows to people: what is found, what is joined, what is said, what a reviewer decides."""

from datetime import UTC, date, datetime

import polars as pl
import pytest

from rules.serupa.baris import siapkan
from rules.serupa.orang import Serupa, match_serupa
from rules.serupa.pencocokan import pencocokan
from tests.rules.orang import tenaga

NIK, TUKAR, LAIN = "1101011708900012", "1101011708900021", "1101021708900077"
DUKCAPIL = {"nik": pl.String, "nama": pl.String, "tanggal_lahir": pl.Date}
KEPUTUSAN = {
    "kode_instansi_satu": pl.String, "nik_satu": pl.String, "kode_instansi_dua": pl.String,
    "nik_dua": pl.String, "keputusan": pl.String, "oleh": pl.String, "waktu": pl.Datetime("us", "UTC"),
    "alasan": pl.String,
}  # fmt: skip


def cari(*baris, tertulis=(), penduduk=None, keputusan=None, balik=False) -> Serupa:
    tulisan = pl.LazyFrame(tertulis, schema={"id_tenaga": pl.Int32, "nik": pl.String}, orient="row")
    catatan = None
    if penduduk is not None:
        isi = [
            (satu["nik"], satu.get("nama", "TEUKU UMAR"), date(1990, 8, 17))
            for satu in baris
            if satu["nik"] in penduduk
        ]
        catatan = pl.LazyFrame(isi, schema=DUKCAPIL, orient="row")
    kata = None if keputusan is None else pl.LazyFrame(keputusan, schema=KEPUTUSAN, orient="row")
    orang = tenaga(*baris)
    orang = orang.collect().reverse().lazy() if balik else orang
    return match_serupa(siapkan(orang, tulisan), catatan, kata, pencocokan())


def kelas(*baris, **lain) -> str | None:
    pasangan = cari(*baris, **lain).pasangan
    return None if pasangan.is_empty() else pasangan["kelas"].item()


def orang(hasil: Serupa) -> list[int]:
    return hasil.orang.sort("id_tenaga")["id_orang"].to_list()


def putus(kata: str, hari: int = 1, satu: str = NIK, dua: str = TUKAR) -> tuple[object, ...]:
    saat = datetime(2022, 10, hari, tzinfo=UTC)
    return ("5104", satu, "5105", dua, kata, "198001012005011001", saat, "KTP dilihat")


DUA = ({"nik": NIK}, {"nik": TUKAR, "kode_instansi": "5105"})


@pytest.mark.parametrize(
    ("kedua", "harapan"),
    [
        ({"nik": TUKAR}, "SAMA"),
        ({"nik": "1101011708900013"}, "SAMA"),
        ({"nik": TUKAR, "nama": "Teukuumar"}, "SAMA"),
        ({"nik": TUKAR, "nama": "Teuku"}, "SAMA"),
        ({"nik": TUKAR, "nama": "TEUKU OMAR"}, "MUNGKIN"),
        ({"nik": TUKAR, "nama": "CUT NYAK DIEN"}, None),
        ({"nik": TUKAR, "tanggal_lahir": date(1990, 8, 18)}, "MUNGKIN"),
        ({"nik": TUKAR, "tanggal_lahir": date(1962, 3, 1)}, None),
        ({"nik": TUKAR, "tanggal_lahir": None}, "MUNGKIN"),
        ({"nik": TUKAR, "jenis_kelamin": "P"}, "SAMA"),
        ({"nik": LAIN}, "MUNGKIN"),
        ({"nik": LAIN, "tempat_lahir": "Medan"}, None),
        ({"nik": LAIN, "tanggal_lahir": date(1962, 3, 1)}, None),
        ({"nik": None}, "MUNGKIN"),
        ({"nik": NIK, "kode_instansi": "5105"}, "SAMA"),
        ({"nik": NIK, "kode_instansi": "5105", "nama": "CUT NYAK DIEN"}, None),
    ],
)
def test_a_second_row_beside_the_first(kedua, harapan):
    assert kelas({"nik": NIK}, kedua) == harapan


def test_day_and_month_swapped_is_still_the_same_person():
    satu = {"nik": "1101010308900012", "tanggal_lahir": date(1990, 8, 3)}
    assert kelas(satu, {"nik": "1101010308900021", "tanggal_lahir": date(1990, 3, 8)}) == "SAMA"


@pytest.mark.parametrize("tulis", ["110101170890001", "11010117089000012", " 110101-170890001 "])
def test_a_nik_that_could_not_be_read_still_tells(tulis):
    assert kelas({"nik": NIK}, {"nik": None}, tertulis=[(2, tulis)]) == "SAMA"


@pytest.mark.parametrize("tulis", ["11010117089000", "110101170890000123", "tidak ada"])
def test_one_that_is_no_nik_at_all_tells_nothing(tulis):
    assert kelas({"nik": NIK}, {"nik": None}, tertulis=[(2, tulis)]) == "MUNGKIN"


def test_two_residents_of_dukcapil_are_two_people():
    kembar = {"nik": "1101011708900013", "nama": "TEUKU OMAR"}
    for kedua in ({"nik": TUKAR}, kembar, {"nik": LAIN}):
        assert kelas({"nik": NIK}, kedua, penduduk=[NIK, kedua["nik"]]) is None
    # A NIK that nobody has and a name that is nearly hers: a slip of the pen, not a twin.
    assert kelas({"nik": NIK}, kembar, penduduk=[NIK]) == "SAMA"
    assert kelas({"nik": NIK}, kembar, penduduk=[]) == "MUNGKIN"
    assert kelas({"nik": NIK}, {"nik": TUKAR}, penduduk=[NIK]) == "SAMA"
    assert kelas({"nik": NIK}, {"nik": TUKAR}, penduduk=[]) == "SAMA"


def test_a_stranger_under_the_wrong_nik_vouches_for_nobody():
    penduduk = pl.LazyFrame(
        [(NIK, "TEUKU UMAR", date(1990, 8, 17)), (TUKAR, "POCUT BAREN", date(1990, 8, 17))],
        schema=DUKCAPIL, orient="row",
    )  # fmt: skip
    kosong = pl.LazyFrame(schema={"id_tenaga": pl.Int32, "nik": pl.String})
    hasil = match_serupa(siapkan(tenaga(*DUA), kosong), penduduk, None, pencocokan())
    assert hasil.pasangan["kelas"].to_list() == ["SAMA"]
    assert "terbukti=SATU_ASING" in hasil.pasangan["tingkat"].item()


def test_one_thk2_number_one_name_is_one_person_even_for_dukcapil():
    nomor = {"nomor_peserta_thk2": "52-07"}
    dua = ({"nik": NIK} | nomor, {"nik": LAIN} | nomor)
    assert kelas(*dua, penduduk=[NIK, LAIN]) == "SAMA"


def test_the_sentence_says_why_and_shows_no_data():
    kalimat = cari({"nik": NIK}, {"nik": TUKAR, "nama": "Teukuumar"}).pasangan["kalimat"].item()
    assert kalimat == (
        "NIK berbeda dua angka yang tertukar, nama sama dengan ejaan atau spasi "
        "yang berbeda, tanggal lahir sama, tempat lahir sama"
    )


def test_only_sure_pairs_make_an_orang():
    hasil = cari({"nik": NIK}, {"nik": TUKAR}, {"nik": LAIN, "nama": "TEUKU UMAR"})
    assert orang(hasil)[:2] == [1, 1]
    mungkin = cari({"nik": NIK}, {"nik": LAIN})
    assert mungkin.pasangan.select("kelas", "digabung").rows() == [("MUNGKIN", False)]
    assert orang(mungkin) == [1, 2]


def test_a_chain_of_doubtful_pairs_glues_nobody():
    hasil = cari(*({"nik": f"1{n}0{n}0{n}17089000{n}{n}"} for n in range(1, 6)))
    assert set(hasil.pasangan["kelas"]) == {"MUNGKIN"}
    assert orang(hasil) == [1, 2, 3, 4, 5]


def test_a_bad_row_between_two_residents_joins_neither():
    """Namesakes born on one day, both in Dukcapil, and a row whose NIK is one digit from each."""
    satu, tengah, dua = "1101011708900011", "1101011708900012", "1101011708900013"
    hasil = cari({"nik": satu}, {"nik": tengah}, {"nik": dua}, penduduk=[satu, dua])
    assert hasil.pasangan.select("id_a", "id_b", "kelas", "digabung", "rantai").rows() == [
        (1, 2, "SAMA", False, True),
        (2, 3, "SAMA", False, True),
    ]
    assert orang(hasil) == [1, 2, 3]


def test_the_order_of_rows_never_matters():
    isi = (
        {"nik": NIK},
        {"nik": TUKAR},
        {"nik": LAIN},
        {"nik": None},
        {"nik": NIK, "kode_instansi": "5105"},
    )
    maju, mundur = cari(*isi), cari(*isi, balik=True)
    assert maju.pasangan.equals(mundur.pasangan)
    assert maju.orang.sort("id_tenaga").equals(mundur.orang.sort("id_tenaga"))
    assert maju.laporan.equals(mundur.laporan)


def test_an_unrelated_row_changes_nothing():
    sendiri = cari(*DUA).pasangan
    assert cari(
        *DUA, {"nik": "3201014101850001", "nama": "X", "tanggal_lahir": None}
    ).pasangan.equals(sendiri)


def test_told_apart_is_never_joined_again():
    hasil = cari(*DUA, keputusan=[putus("BERBEDA")])
    assert hasil.pasangan.select("kelas", "keputusan", "digabung").rows() == [
        ("SAMA", "BERBEDA", False)
    ]
    assert orang(hasil) == [1, 2]


def test_joined_by_a_reviewer_whatever_the_engine_says():
    beda = {"nik": LAIN, "kode_instansi": "5105", "nama": "CUT NYAK DIEN"}
    hasil = cari({"nik": NIK}, beda, keputusan=[putus("SAMA", dua=LAIN)])
    assert orang(hasil) == [1, 1]
    baris = hasil.pasangan.row(0, named=True)
    assert (baris["kelas"], baris["keputusan"], baris["oleh"]) == (
        "BUKAN",
        "SAMA",
        "198001012005011001",
    )
    assert baris["alasan"] == "KTP dilihat"


@pytest.mark.parametrize("urutan", [1, -1])
def test_the_last_word_counts(urutan):
    kata = [putus("SAMA", 1), putus("BERBEDA", 2)][::urutan]
    assert orang(cari(*DUA, keputusan=kata)) == [1, 2]
    kata = [putus("BERBEDA", 1), putus("SAMA", 2)][::urutan]
    assert orang(cari(*DUA, keputusan=kata)) == [1, 1]


def test_a_decision_may_name_the_pair_the_other_way_round():
    _, satu, _, dua, *sisa = putus("BERBEDA")
    assert orang(cari(*DUA, keputusan=[("5105", dua, "5104", satu, *sisa)])) == [1, 2]


def test_a_decision_about_rows_that_are_gone_or_an_unknown_word_does_nothing():
    assert orang(cari(*DUA, keputusan=[putus("BERBEDA", dua=LAIN)])) == [1, 1]
    assert orang(cari(*DUA, keputusan=[putus("ENTAH")])) == [1, 1]


def test_a_decision_reaches_a_nik_that_could_not_be_read():
    pendek = "110101170890001"
    dua = ({"nik": NIK}, {"nik": None, "kode_instansi": "5105"})
    hasil = cari(*dua, tertulis=[(2, pendek)], keputusan=[putus("BERBEDA", dua=pendek)])
    assert orang(hasil) == [1, 2]


def test_nobody_at_all():
    hasil = match_serupa(
        siapkan(tenaga(), pl.LazyFrame(schema={"id_tenaga": pl.Int32, "nik": pl.String})),
        None,
        None,
        pencocokan(),
    )
    assert hasil.pasangan.is_empty()
    assert hasil.orang.is_empty()
