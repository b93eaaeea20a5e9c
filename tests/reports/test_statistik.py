from datetime import date, datetime

import polars as pl
import pytest
from pydantic import ValidationError

from reports.statistik import Statistik, load_tabel, published_figures, render_statistik
from reports.statistik.halaman import show
from reports.statistik.tabel import read_tabel
from reports.tulisan import KOSONG, WIB
from rules.angka import angka_2022
from tests.gudang_contoh import create_dasbor
from tests.reports.emas import assert_golden

ISI = Statistik(
    keadaan=datetime(2022, 10, 1, 2, tzinfo=WIB),
    tanggal_hukum=date(2022, 10, 1),
    versi_kode="uji",
    potret="Pra-finalisasi",
)
PRIBADI = {"nik", "nama_lengkap", "tanggal_lahir", "nomor_peserta", "id_tenaga"}


def values(bingkai: pl.DataFrame, kunci: str, nilai: str) -> dict[str, object]:
    return dict(bingkai.select(kunci, nilai).iter_rows())


def test_the_page_reads_as_agreed(dasbor):
    assert_golden("statistik.html", render_statistik(ISI, dasbor).decode())


def test_every_table_and_column_is_described(gudang, dasbor):
    tabel = "SELECT table_name, comment FROM duckdb_tables() WHERE database_name = 'dasbor'"
    for nama, komentar in gudang.execute(tabel).fetchall():
        assert komentar.startswith("Satu baris"), nama
    kolom = (
        "SELECT count(*) FROM duckdb_columns() WHERE database_name = 'dasbor' AND comment IS NULL"
    )
    assert gudang.execute(kolom).fetchone() == (0,)
    for t in load_tabel():
        assert tuple(dasbor[t.nama].columns) == tuple(k.nama for k in t.kolom)


def test_nothing_personal_is_published(gudang, dasbor):
    for nama, bingkai in dasbor.items():
        assert not PRIBADI & set(bingkai.columns), nama
        teks = bingkai.write_csv()
        for (nik,) in gudang.execute("SELECT nik FROM tenaga").fetchall():
            assert nik not in teks
        assert "SITI" not in teks


def test_sums_of_tables_agree(gudang, dasbor):
    (jumlah,) = gudang.execute("SELECT count(*) FROM fakta").fetchone() or (0,)
    for nama in ("pusat_daerah", "kelompok_jabatan", "kepatuhan_sptjm", "usia", "pendidikan"):
        assert dasbor[nama]["jumlah"].sum() == jumlah, nama
    for nama in ("ringkas_instansi", "ringkas_provinsi", "total_tahap"):
        assert dasbor[nama]["jumlah"].sum() == jumlah, nama
    for nama in ("kriteria", "enam_kriteria"):
        per_baris = dasbor[nama].select(pl.sum_horizontal(pl.exclude("kriteria")))
        assert per_baris.to_series().unique().to_list() == [jumlah], nama


def test_anomalies_count_people_by_class(dasbor):
    assert values(dasbor["anomali"], "kelas", "jumlah") == {
        "SATPAM": 1,
        "KEBERSIHAN": 0,
        "PENGEMUDI": 0,
        "MASA_KERJA": 0,
        "USIA_MUDA": 1,
        "USIA_TUA": 0,
        "IJAZAH": 0,
    }


def test_every_thk2_of_the_master_list_is_accounted_for(dasbor):
    assert dasbor["thk2_nasional"].rows() == [(3, 1, 1, 1)]
    assert dasbor["thk2_instansi"].select(pl.exclude("kode_instansi", "nama")).sum().rows() == [
        (3, 1, 1, 1)
    ]


def test_only_an_instansi_that_sent_nothing_is_silent(dasbor):
    assert dasbor["instansi_diam"]["kode_instansi"].to_list() == ["9109"]


def test_a_person_aged_between_the_bounds_falls_in_a_band_cut_at_them(gudang):
    gudang.execute("UPDATE fakta SET usia = 56 WHERE id_tenaga = 3")
    assert "55\N{EN DASH}56" in create_dasbor(gudang)["usia"]["kelompok_usia"].to_list()


@pytest.mark.parametrize(
    ("pendidikan", "tingkat"),
    [
        ("SMK TEKNIK", "SLTA"),
        ("Sekolah Menengah Atas", "SLTA"),
        ("SARJANA MUDA KEPERAWATAN", "D-III"),
        ("D-IV/S-1 AKUNTANSI", "D-IV/S-1"),
        ("S2 Hukum", "S-2"),
        ("05", "SD"),
        ("MADRASAH", "tidak dikenali"),
        (None, "tidak diisi"),
    ],
)
def test_levels_of_education_are_not_guessed(gudang, pendidikan, tingkat):
    gudang.execute("UPDATE tenaga SET pendidikan = ?", [pendidikan])
    assert create_dasbor(gudang)["pendidikan"]["tingkat"].to_list() == [tingkat]


def test_published_figures_stand_beside_ours_only_where_they_compare(dasbor):
    kami = dasbor["angka_2022"].filter(pl.col("kami").is_not_null())
    assert kami["tahap"].unique().to_list() == ["prafinalisasi"]
    assert values(kami, "kunci", "kami") == {
        "total.jumlah": 5,
        "total.pusat": 3,
        "total.daerah": 2,
        "total.instansi_pusat": 1,
        "total.instansi_daerah": 1,
    }


def test_details_compare_once_the_last_potret_is_theirs(gudang):
    gudang.execute("UPDATE potret_ringkas SET tahap = 'finalisasi'")
    kami = values(create_dasbor(gudang)["angka_2022"], "kunci", "kami")
    assert (kami["anomali.SATPAM"], kami["kelompok.Teknis.non_asn"]) == (1, None)


def test_what_an_earlier_closing_published_stays_beside_its_figure(gudang):
    tabel = create_dasbor(gudang, ("finalisasi", "anomali.SATPAM", 7))["angka_2022"]
    kami = values(tabel, "kunci", "kami")
    assert (kami["anomali.SATPAM"], kami["anomali.IJAZAH"]) == (7, None)


def test_the_published_figures_have_one_row_each():
    resmi = published_figures(angka_2022())
    assert resmi.select("kunci", "menurut").is_unique().all()
    assert resmi["resmi"].max() == 2421100


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        (None, KOSONG),
        (True, "ya"),
        (False, "tidak"),
        (2360723, "2.360.723"),
        (date(2022, 10, 1), "1 Oktober 2022"),
        (datetime(2022, 10, 1, 2, tzinfo=WIB), "1 Oktober 2022 pukul 02.00 WIB"),
        ("x", "x"),
    ],
)
def test_values_are_shown_for_readers(nilai, teks):
    assert show(nilai) == teks


def test_an_undescribed_column_is_refused(dasbor):
    salah = dasbor | {"usia": dasbor["usia"].with_columns(lebih=pl.lit(1))}
    with pytest.raises(ValueError, match="usia: columns"):
        render_statistik(ISI, salah)


def test_a_table_begins_with_its_grain(tmp_path):
    (tmp_path / "a.sql").write_text("SELECT 1 AS x")
    with pytest.raises(ValueError, match="begins with its grain"):
        read_tabel(tmp_path / "a.sql")
    (tmp_path / "b.sql").write_text("-- Tabel.\n-- judul: B\n-- kolom x | X | X.\nSELECT 1 AS x")
    with pytest.raises(ValidationError):
        read_tabel(tmp_path / "b.sql")


def test_quotes_in_a_description_stay_inside_it(gudang, tmp_path):
    (tmp_path / "c.sql").write_text(
        "-- Satu baris per 'kutip'.\n-- judul: C\n-- kolom x | X | Isi 'x'.\nSELECT 1 AS x"
    )
    gudang.execute("ATTACH ':memory:' AS lain")
    for perintah in read_tabel(tmp_path / "c.sql").statements("lain"):
        gudang.execute(perintah)
    tabel = "SELECT comment FROM duckdb_tables() WHERE database_name = 'lain'"
    assert gudang.execute(tabel).fetchone() == ("Satu baris per 'kutip'.",)


def test_orang_are_fewer_than_registrations(dasbor: dict[str, pl.DataFrame]) -> None:
    baris = dasbor["pendaftaran_orang"].select(
        "jenis", "pasangan", "pendaftaran", "orang", "berlebih"
    )
    assert baris.filter(pl.col("pendaftaran") > 0).rows() == [
        ("SEMUA", None, 5, 4, 1),
        ("THK-II", None, 1, 1, 0),
        ("NON-ASN", None, 4, 4, 0),
        ("NIK_SAMA", 1, 2, 1, 1),
        ("MENUNGGU", 1, 2, 2, 0),
    ]
    assert baris["jenis"].n_unique() == 10
