import polars as pl

from rules.serupa.kunci import cari_calon
from rules.serupa.pencocokan import Kunci, pencocokan
from rules.serupa.turunan import kerangka, nama_ejaan, tanggal_urut, turunkan
from rules.ungkapan import nama_baku


def konfigurasi(terbesar: int, *kunci: tuple[str, tuple[str, ...]]):
    isi = {
        "turunan": (),
        "blok_terbesar": terbesar,
        "urut": "nama",
        "kunci": tuple(Kunci(nama=nama, kolom=kolom, arti="uji") for nama, kolom in kunci),
    }
    return pencocokan().model_copy(update=isi)


def baris(*isi: tuple[int, str | None, str | None]) -> pl.LazyFrame:
    skema = {"id": pl.Int32, "nama": pl.String, "lahir": pl.String}
    return pl.LazyFrame(isi, schema=skema, orient="row")


NAMA = ("NAMA", ("nama",))


def test_rows_that_share_a_key_are_candidates_once() -> None:
    c = konfigurasi(5, NAMA, ("LAHIR", ("lahir",)))
    hasil = cari_calon(baris((3, "A", "x"), (1, "A", "x"), (2, "B", "x")), c)
    assert hasil.pasangan.rows() == [(1, 2), (1, 3), (2, 3)]
    assert hasil.laporan.select("kunci", "blok", "baris", "pasangan").rows() == [
        ("NAMA", 1, 2, 1),
        ("LAHIR", 1, 3, 3),
    ]


def test_a_key_of_two_parts_needs_both() -> None:
    c = konfigurasi(5, ("DUA", ("nama", "lahir")))
    isi = baris((1, "A", "x"), (2, "A", "y"), (3, "A", None), (4, "A", None), (5, "A", "x"))
    assert cari_calon(isi, c).pasangan.rows() == [(1, 5)]


def test_an_empty_part_puts_a_row_into_no_block() -> None:
    assert cari_calon(
        baris((1, None, None), (2, None, None)), konfigurasi(5, NAMA)
    ).pasangan.is_empty()


def test_a_block_at_the_limit_is_compared_in_full_and_one_beyond_is_windowed() -> None:
    empat = baris(*((n, "A", None) for n in range(4)))
    penuh = cari_calon(empat, konfigurasi(3, NAMA))
    assert (penuh.pasangan.height, penuh.laporan["dijendela"].item()) == (6, 0)
    jendela = cari_calon(empat, konfigurasi(2, NAMA))
    assert (jendela.pasangan.height, jendela.laporan["dijendela"].item()) == (5, 4)
    assert (0, 3) not in jendela.pasangan.rows()


def test_candidates_of_a_huge_block_grow_with_its_rows_only() -> None:
    banyak = [
        cari_calon(
            baris(*((i, "A", None) for i in range(n))), konfigurasi(10, NAMA)
        ).pasangan.height
        for n in (1000, 2000)
    ]
    assert banyak == [1000 * 10 - 55, 2000 * 10 - 55]


def test_the_order_of_rows_never_matters() -> None:
    isi = [(n, "A", "xy"[n % 2]) for n in range(12)]
    c = konfigurasi(3, NAMA, ("LAHIR", ("lahir",)))
    maju, mundur = cari_calon(baris(*isi), c), cari_calon(baris(*isi[::-1]), c)
    assert maju.pasangan.equals(mundur.pasangan)
    assert maju.laporan.equals(mundur.laporan)


def test_every_column_of_a_key_is_made_or_given() -> None:
    c = pencocokan()
    diberi = {
        "id", "nik", "nama", "tanggal_lahir", "jenis_kelamin", "tempat_lahir", "nomor_thk2", "terbukti",
    }  # fmt: skip
    ada = diberi | {satu.nama for satu in c.turunan}
    assert {nama for satu in c.kunci for nama in satu.kolom} <= ada
    assert {satu.kolom for satu in c.banding} <= ada
    assert all(satu.arti for satu in c.kunci)


def satu(ungkapan: pl.Expr) -> object:
    return pl.select(ungkapan).item()


def test_names_have_one_spelling_and_one_skeleton() -> None:
    for lama in ("Moh. Ridwan", "MUHAMAD  RIDWAN", "M. Ridwan, S.Pd"):
        assert satu(nama_ejaan(nama_baku(pl.lit(lama)))) == "MUHAMMAD RIDWAN"
    assert satu(nama_ejaan(nama_baku(pl.lit(" - ")))) is None
    assert satu(kerangka(pl.lit("DWI ASTUTI"))) == satu(kerangka(pl.lit("DWIASTUTI")))
    assert satu(kerangka(pl.lit("SOEHARTO"))) == satu(kerangka(pl.lit("SUHARTO")))
    assert satu(kerangka(pl.lit("ANNISA"))) == satu(kerangka(pl.lit("ANISA")))
    assert satu(kerangka(pl.lit("BUDI"))) != satu(kerangka(pl.lit("RUDI")))


def test_a_date_forgets_the_order_of_day_and_month_only() -> None:
    angka = [
        satu(tanggal_urut(pl.date(*ini))) for ini in ((1990, 3, 8), (1990, 8, 3), (1990, 3, 9))
    ]
    assert angka[0] == angka[1] != angka[2]


def test_derived_columns_may_be_made_from_derived_ones() -> None:
    orang = pl.LazyFrame(
        {"nama": ["Moh. Dwi Astuti"], "nik": ["1101011708900012"], "tanggal_lahir": [None]},
        schema_overrides={"tanggal_lahir": pl.Date},
    )
    hasil = turunkan(orang, pencocokan().turunan).collect().row(0, named=True)
    assert hasil["kata_pertama"] == "MUHAMMAD"
    assert hasil["kata_terakhir"] == "ASTUTI"
    assert (hasil["nik_15"], hasil["nik_12"]) == ("110101170890001", "110101170890")
    assert hasil["lahir_urut"] is None
