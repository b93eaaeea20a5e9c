"""The engine: what a rule is, where rules are found, findings, crashes and verdicts."""

import shutil
from datetime import date
from pathlib import Path

import polars as pl
import pytest

import rules
from rules.katalog import baris_aturan, tabel_aturan
from rules.ketentuan import ketentuan_on
from rules.periksa import SKEMA_TEMUAN, check
from rules.putusan import judge
from rules.rule import KRITERIA, load_rules, rule
from tests.cases import kolom_skema

K = ketentuan_on(date(2022, 10, 8))
DASAR = ("usia_minimum", "tanggal_acuan")


@rule(
    "X-USIA", nama="Usia", dasar=DASAR, berat="tolak", kriteria="usia", kolom="tanggal_lahir",
    harapan="paling rendah {usia_minimum} tahun pada {tanggal_acuan}",
    pesan="{nama} berusia {usia} tahun; paling rendah {usia_minimum}.",
)  # fmt: skip
def usia(k):
    return pl.col("usia") >= k.usia_minimum


@rule(
    "X-NAMA", nama="Nama", dasar=DASAR, berat="periksa", kolom="nama", pesan="Nama terlalu pendek."
)
def nama(k):
    return pl.col("nama").str.len_chars() > 2


@rule("X-HURUF", nama="Rusak saat jalan", dasar=DASAR, berat="tolak", kriteria="status", pesan="-")
def huruf(k):
    return pl.col("nama").cast(pl.Int64) > 0


@rule("X-KOLOM", nama="Kolom tidak ada", dasar=DASAR, berat="tolak", kriteria="usia", pesan="-")
def kolom(k):
    return pl.col("tidak_ada") > 0


@rule("X-TIPE", nama="Bukan Boolean", dasar=DASAR, berat="info", pesan="-")
def tipe(k):
    return pl.col("usia") + 1


@rule("X-MELEMPAR", nama="Melempar", dasar=DASAR, berat="info", pesan="-")
def melempar(k):
    raise RuntimeError("NIK 3201234567890001 bukan untuk dibaca")


@rule("X-DASAR", nama="Dasar tidak ada", dasar=("tidak_ada",), berat="info", pesan="-")
def dasar(k):
    return pl.lit(False)


@rule("X-PESAN", nama="Pesan salah", dasar=DASAR, berat="info", pesan="{tidak_ada}")
def pesan(k):
    return pl.lit(False)


@rule("X-RIWAYAT", nama="Riwayat", dasar=DASAR, berat="periksa", sasaran="riwayat", kolom="nomor_sk",
      pesan="SK {nomor_sk} tertanggal {tanggal_sk}.")  # fmt: skip
def riwayat(k):
    return pl.col("tanggal_sk") <= k.tanggal_acuan


@rule("X-LINTAS", nama="NIK sekali", dasar=DASAR, berat="periksa", lingkup="nasional", kolom="nik_angka",
      nilai="{nik_angka} di {kode_instansi}", pesan="NIK terdaftar di lebih dari satu instansi.")  # fmt: skip
def lintas(k):
    return pl.col("kode_instansi").n_unique().over("nik_angka") == 1


def tenaga(**kolom):
    """Three rows of three instansi, unless told otherwise."""
    isi = {
        "id_tenaga": [1, 2, 3],
        "kode_instansi": ["0001", "0002", "0003"],
        "nama": ["Ayu", "Bo", "Cici"],
        "nik_angka": [7, 7, 9],
        "usia": [19, 20, None],
        "tanggal_lahir": [date(2002, 3, 1), date(2001, 3, 1), None],
    }
    return pl.LazyFrame(isi | kolom)


def test_a_finding_says_who_what_and_why():
    hasil = check(tenaga(), K, (usia,))
    assert hasil.temuan.to_dicts() == [
        {
            "kode_aturan": "X-USIA",
            "id_tenaga": 1,
            "id_riwayat": None,
            "kode_instansi": "0001",
            "berat": "tolak",
            "kolom": "tanggal_lahir",
            "nilai": "01-03-2002",
            "harapan": "paling rendah 20 tahun pada 31-12-2021",
            "pesan": "Ayu berusia 19 tahun; paling rendah 20.",
            "pengubah": None,
            "isian": None,
            "tempat_berkas": None,
            "tempat_lembar": None,
            "tempat_baris": None,
        }
    ]
    assert hasil.galat == []


def test_findings_have_the_columns_of_the_warehouse():
    assert dict(SKEMA_TEMUAN) == kolom_skema("temuan")
    assert check(tenaga(), K, (usia, nama)).temuan.schema == pl.Schema(SKEMA_TEMUAN)
    assert check(tenaga(), K, ()).temuan.schema == pl.Schema(SKEMA_TEMUAN)


def test_null_gives_no_finding():
    assert check(tenaga(usia=[None, None, None]), K, (usia,)).temuan.is_empty()


def test_an_empty_value_in_a_sentence_reads_kosong():
    temuan = check(tenaga(nama=[None, None, None]), K, (usia,)).temuan
    assert temuan["pesan"].to_list() == ["(kosong) berusia 19 tahun; paling rendah 20."]


def test_another_law_gives_other_findings_and_another_sentence():
    lain = K.model_copy(update={"usia_minimum": 21})
    temuan = check(tenaga(), lain, (usia,)).temuan
    assert temuan["id_tenaga"].to_list() == [1, 2]
    assert temuan["pesan"][1] == "Bo berusia 20 tahun; paling rendah 21."


def test_a_window_sees_all_instansi():
    temuan = check(tenaga(), K, (lintas,)).temuan
    assert temuan["nilai"].to_list() == ["7 di 0001", "7 di 0002"]


def test_the_order_of_rows_changes_no_finding():
    depan = check(tenaga(), K, (usia, nama, lintas)).temuan
    belakang = check(tenaga().reverse(), K, (usia, nama, lintas)).temuan
    assert depan.equals(belakang)


def test_riwayat_rules_run_on_the_riwayat_frame_only():
    frame = pl.LazyFrame(
        {
            "id_riwayat": [11, 12],
            "id_tenaga": [1, 1],
            "kode_instansi": ["0001", "0001"],
            "nomor_sk": ["A/1", "A/2"],
            "tanggal_sk": [date(2021, 12, 31), date(2022, 1, 1)],
        }
    )
    temuan = check(frame, K, (usia, riwayat), "riwayat").temuan
    assert temuan.select("kode_aturan", "id_riwayat", "pesan").rows() == [
        ("X-RIWAYAT", 12, "SK A/2 tertanggal 01-01-2022.")
    ]
    assert check(tenaga(), K, (riwayat,)).temuan.is_empty()


@pytest.mark.parametrize("rusak", [huruf, kolom, tipe, melempar, dasar, pesan])
def test_one_crash_is_one_galat_and_the_others_stay_whole(rusak):
    sehat = check(tenaga(), K, (usia, nama)).temuan
    hasil = check(tenaga(), K, (usia, nama, rusak))
    assert [kode for kode, _ in hasil.galat] == [rusak.kode]
    assert hasil.temuan.equals(sehat)


def test_several_crashes_of_every_kind_are_told_together():
    hasil = check(tenaga(), K, (huruf, kolom, tipe, usia, melempar, dasar))
    assert [kode for kode, _ in hasil.galat] == [
        "X-DASAR", "X-HURUF", "X-KOLOM", "X-MELEMPAR", "X-TIPE",
    ]  # fmt: skip
    assert hasil.temuan["kode_aturan"].to_list() == ["X-USIA"]


def test_the_reason_of_a_crash_shows_no_personal_data():
    sebab = dict(check(tenaga(), K, (huruf, melempar)).galat)
    assert "Ayu" not in sebab["X-HURUF"]
    assert sebab["X-HURUF"].startswith("InvalidOperationError")
    assert sebab["X-MELEMPAR"] == "RuntimeError: NIK … bukan untuk dibaca"


def test_a_sentence_that_crashes_is_one_galat():
    @rule("X-BITA", nama="-", dasar=DASAR, berat="info", pesan="Isi {isi}.")
    def bita(k):
        return pl.lit(False)

    hasil = check(tenaga(isi=[b"\xff"] * 3), K, (usia, bita))
    assert [kode for kode, _ in hasil.galat] == ["X-BITA"]
    assert hasil.temuan["kode_aturan"].to_list() == ["X-USIA"]


def test_findings_come_by_code_whatever_the_scope():
    temuan = check(tenaga(), K, (usia, nama, lintas)).temuan
    kode = temuan["kode_aturan"].to_list()
    assert kode == ["X-LINTAS", "X-LINTAS", "X-NAMA", "X-USIA"]


def test_a_frame_that_cannot_be_collected_is_no_rule_s_fault():
    rusak = tenaga().filter(pl.col("nama").cast(pl.Int64) > 0)

    @rule("X-TETAP", nama="Tetap", dasar=DASAR, berat="info", pesan="-")
    def tetap(k):
        return pl.lit(True)

    with pytest.raises(pl.exceptions.PolarsError):
        check(rusak, K, (tetap,)).temuan.height  # noqa: B018


def test_verdicts_are_three():
    putusan = judge(tenaga(), K, (usia,))
    assert putusan["usia"].to_list() == ["T", "M", "B"]
    assert putusan.columns == ["id_tenaga", *KRITERIA, "keseluruhan"]


def test_a_criterion_without_a_rule_cannot_be_judged():
    putusan = judge(tenaga(), K, (usia,))
    assert putusan["jabatan"].to_list() == ["B", "B", "B"]
    assert putusan["keseluruhan"].to_list() == ["T", "B", "B"]


def test_overall_is_t_before_b_before_m():
    def tetap(kriteria):
        @rule(f"X-{kriteria}", nama="-", dasar=DASAR, berat="tolak", kriteria=kriteria, pesan="-")
        def ungkapan(k):
            return pl.lit(True)

        return ungkapan

    lengkap = tuple(tetap(satu) for satu in KRITERIA)
    assert judge(tenaga(), K, lengkap)["keseluruhan"].to_list() == ["M", "M", "M"]
    assert judge(tenaga(), K, (*lengkap, usia))["keseluruhan"].to_list() == ["T", "M", "B"]


def test_only_a_rejecting_rule_with_a_criterion_counts():
    @rule("X-SAJA", nama="-", dasar=DASAR, berat="periksa", kriteria="usia", pesan="-")
    def saja(k):
        return pl.lit(False)

    assert judge(tenaga(), K, (usia, saja, nama))["usia"].to_list() == ["T", "M", "B"]


@pytest.mark.parametrize("rusak", [huruf, kolom])
def test_a_crashed_rule_leaves_its_criterion_open(rusak):
    putusan = judge(tenaga(), K, (usia, rusak))
    if rusak.kriteria == "usia":
        assert putusan["usia"].to_list() == ["T", "B", "B"]
    else:
        assert putusan["usia"].to_list() == ["T", "M", "B"]
        assert putusan["status"].to_list() == ["B", "B", "B"]


def test_a_rule_that_contradicts_itself_is_refused():
    def buat(**ubah):
        return rule("X", **({"nama": "-", "dasar": DASAR, "berat": "tolak", "pesan": "-"} | ubah))

    with pytest.raises(ValueError, match="'berat' is not one of"):
        buat(berat="berat")(lambda k: pl.lit(True))
    with pytest.raises(ValueError, match="is not a criterion"):
        buat(kriteria="warna")(lambda k: pl.lit(True))
    with pytest.raises(ValueError, match="never about one riwayat"):
        buat(kriteria="usia", sasaran="riwayat")(lambda k: pl.lit(True))


BUANGAN = '''
import polars as pl
from rules.rule import rule

@rule("Z-BUANG", nama="Buangan", dasar=("usia_maksimum",), berat="info", pesan="Lebih dari {usia_maksimum}.")
def buang(k):
    """Aturan buangan untuk uji."""
    return pl.col("usia") > k.usia_maksimum
'''


def salin(tmp_path: Path) -> Path:
    tujuan = tmp_path / "rules"
    abaikan = shutil.ignore_patterns("__pycache__")
    shutil.copytree(Path(rules.__file__).parent, tujuan, ignore=abaikan)
    return tujuan


def test_a_file_dropped_into_a_group_runs_and_is_in_the_catalogue(tmp_path):
    folder = salin(tmp_path)
    sebelum = load_rules(folder)
    (folder / "kewajaran").mkdir(exist_ok=True)
    (folder / "kewajaran" / "buang.py").write_text(BUANGAN, encoding="utf-8")
    aturan = load_rules(folder)
    (baru,) = [satu for satu in aturan if satu.kode == "Z-BUANG"]
    assert len(aturan) == len(sebelum) + 1
    assert (baru.kelompok, baru.penjelasan) == ("kewajaran", "Aturan buangan untuk uji.")
    temuan = check(tenaga(), K, (baru,)).temuan
    assert temuan["pesan"].to_list() == ["Lebih dari 56."] * 2
    assert "| `Z-BUANG` | Buangan |" in tabel_aturan(aturan, K)
    assert "Z-BUANG" in baris_aturan(aturan, K)["kode_aturan"]


def test_a_code_used_twice_is_refused(tmp_path):
    for kelompok in ("satu", "dua"):
        (tmp_path / kelompok).mkdir()
        (tmp_path / kelompok / "buang.py").write_text(BUANGAN, encoding="utf-8")
    with pytest.raises(ValueError, match="Z-BUANG is used twice"):
        load_rules(tmp_path)


def test_a_rule_imported_from_a_sister_counts_once():
    kode = [satu.kode for satu in load_rules()]
    assert kode == sorted(set(kode))
