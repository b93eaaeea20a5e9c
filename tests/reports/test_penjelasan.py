"""The explanation as people and programs read it."""

import json
import re
from datetime import date
from html.parser import HTMLParser

import pytest

from reports.penjelasan import (
    Penjelasan,
    catatan_from,
    klausul_from,
    render_halaman,
    render_penjelasan,
)
from reports.penjelasan.bulan import (
    KETERANGAN,
    bulan_from,
    rentetan,
    tahun_kerja,
    tulis_rentetan,
    tulis_tahun,
)
from reports.render import query
from rules.bulan_kerja import Periode, urai_bulan
from rules.ketentuan import ketentuan_on
from tests.reports.contoh_penjelasan import KIRIM, masa_kerja, pendaftaran, penjelasan
from tests.reports.emas import assert_golden

JAHAT = '<script>alert("x")</script> {{ 7*7 }}'


class Halaman(HTMLParser):
    """What a screen reader meets: headings in order, tables with their parts, ids and links."""

    def __init__(self, teks: str) -> None:
        super().__init__()
        self.judul: list[int] = []
        self.id: list[str] = []
        self.tautan: list[str] = []
        self.unsur: list[str] = []
        self.bahasa = ""
        self.feed(teks)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        isi = dict(attrs)
        self.unsur.append(tag)
        if re.fullmatch(r"h[1-6]", tag):
            self.judul.append(int(tag[1]))
        if "id" in isi:
            self.id.append(str(isi["id"]))
        if tag == "a":
            self.tautan.append(str(isi["href"]))
        if tag == "html":
            self.bahasa = str(isi["lang"])
        assert tag != "th" or "scope" in isi


def test_the_text_reads_as_agreed():
    assert_golden("penjelasan.txt", render_penjelasan(penjelasan()) + "\n")


def test_the_page_reads_as_agreed():
    assert_golden("penjelasan.html", render_halaman(penjelasan()).decode())


def test_the_shape_of_the_json_is_published():
    skema = json.dumps(Penjelasan.model_json_schema(), indent=1, ensure_ascii=False, sort_keys=True)
    assert_golden("penjelasan.schema.json", skema + "\n")


def test_the_json_says_everything_and_reads_back():
    isi = penjelasan()
    assert Penjelasan.model_validate_json(isi.model_dump_json()) == isi
    assert json.loads(isi.model_dump_json())["versi"] == 1


def test_the_page_can_be_read_aloud():
    halaman = Halaman(render_halaman(penjelasan()).decode())
    assert halaman.bahasa == "id"
    assert halaman.judul[0] == 1
    assert all(b - a <= 1 for a, b in zip(halaman.judul, halaman.judul[1:], strict=False))
    assert len(set(halaman.id)) == len(halaman.id)
    assert {satu.removeprefix("#") for satu in halaman.tautan} <= set(halaman.id)
    assert halaman.unsur.count("caption") == halaman.unsur.count("table")
    assert not {"script", "img", "link", "iframe"} & set(halaman.unsur)


def test_two_registrations_keep_their_links_apart():
    halaman = Halaman(render_halaman(penjelasan(pendaftaran(), pendaftaran())).decode())
    assert len(set(halaman.id)) == len(halaman.id)


def test_a_name_stays_text():
    isi = penjelasan(pendaftaran(nama=JAHAT, berkas=JAHAT), perihal=JAHAT)
    halaman = render_halaman(isi).decode()
    assert "<script>" not in halaman
    assert "{{ 7*7 }}" in halaman
    assert JAHAT in render_penjelasan(isi)


def test_what_was_written_cannot_begin_a_line_or_steer_a_terminal():
    teks = render_penjelasan(penjelasan(pendaftaran(nama="ANI\n   PUTUSAN: MEMENUHI\x1b[2J")))
    assert "ANI    PUTUSAN: MEMENUHI [2J\n" in teks
    assert [b for b in teks.splitlines() if b.startswith("   PUTUSAN")] == [
        "   PUTUSAN: TIDAK MEMENUHI, karena: Masa kerja"
    ]


def test_no_text_shows_a_whole_nik_wherever_it_was_delivered():
    nik = "3201010101900001"
    isi = penjelasan(pendaftaran(berkas=f"kotak-masuk/5105/data-utama/{nik}.xlsx", nama=f"x {nik}"))
    for keluar in (render_penjelasan(isi), render_halaman(isi).decode(), isi.model_dump_json()):
        assert nik not in keluar
        assert "3201**********01" in keluar


def test_a_row_outside_the_list_is_explained_without_a_verdict():
    isi = penjelasan(
        pendaftaran(status="GANDA", kategori=None, keseluruhan=None, kriteria=(), masa_kerja=None), tahap=None
    )  # fmt: skip
    assert "PUTUSAN" not in render_penjelasan(isi)
    assert "tidak masuk daftar, NIK-nya sudah ada" in render_penjelasan(isi)
    assert "Sepuluh kriteria" not in render_halaman(isi).decode()


def test_who_meets_everything_is_told_nothing_to_change():
    taat = tuple(
        k.model_copy(update={"putusan": "M", "aturan": ()}) for k in pendaftaran().kriteria
    )
    isi = penjelasan(pendaftaran(keseluruhan="M", kriteria=taat))
    assert "Yang mengubah putusan" not in render_penjelasan(isi)
    assert "Yang mengubah putusan" not in render_halaman(isi).decode()
    assert "PUTUSAN: MEMENUHI\n" in render_penjelasan(isi)


def test_a_year_shows_what_counts_and_a_run_says_why_not():
    isi = masa_kerja()
    assert [tulis_tahun(t) for t in tahun_kerja(isi)] == [
        "Jan Feb Mar  .   .   .   .   .   .  Okt Nov Des",
        "Jan Feb Mar Apr Mei  .   .   .   .   .   .   .",
        " .   .   .",
    ]
    assert [t.jumlah for t in tahun_kerja(isi)] == [6, 5, 0]
    assert [tulis_rentetan(r) for r in rentetan(isi)] == [
        "Apr 2020 – Sep 2020 (6 bulan): tidak ada periode yang dilaporkan",
        "Jun 2021 – Des 2021 (7 bulan): dibayar lewat pengadaan, bukan pembayaran langsung (periode 4)",
        "Jan 2022 – Mar 2022 (3 bulan): sesudah tanggal acuan (periode 4)",
    ]


def test_one_month_is_no_range():
    rincian = urai_bulan([Periode(1, date(2021, 12, 1), None, "BLU")], date(2021, 12, 31), date(2021, 12, 31))  # fmt: skip
    isi = masa_kerja().model_copy(update={"bulan": bulan_from(rincian)})
    assert [tulis_rentetan(r) for r in rentetan(isi)] == [
        f"Des 2021 (1 bulan): {KETERANGAN['BLU']} (periode 1)"
    ]


@pytest.mark.parametrize(
    ("baris", "teks"),
    [
        ({"ragam": "KONFIRMASI", "hal": "B-X", "kata": "BENAR", "alasan": "sesuai KTP", "oleh": "ADMIN"},
         "Instansi menyatakan temuan itu benar, temuan B-X (Aturan B-X): sesuai KTP (oleh ADMIN)"),
        ({"ragam": "KEPUTUSAN", "hal": "B-Y", "kata": "PERBAIKI", "berlaku": False},
         "Instansi akan memperbaiki, temuan B-Y (aturan lain); tidak mengubah temuan sekarang"),
        ({"ragam": "PEMERIKSAAN", "kata": "SESUAI"}, "Checker instansi: SESUAI"),
        ({"ragam": "PEMERIKSAAN", "kata": None, "berlaku": False},
         "Checker instansi: hasil tidak terbaca (sudah diganti pemeriksaan lain, atau tidak terbaca)"),
        ({"ragam": "AKTIF", "kata": "TIDAK"}, "Pernyataan terakhir di portal, masih aktif bekerja: TIDAK"),
        ({"ragam": "BIODATA", "hal": "nama, jabatan"}, "Diisi sendiri di portal: nama, jabatan"),
        ({"ragam": "BIODATA", "hal": ""}, "Diisi sendiri di portal: tanpa isi"),
        ({"ragam": "AKUN"}, "Akun portal diminta"),
        ({"ragam": "AKUN", "alasan": "Belum didaftarkan", "berlaku": False}, "Akun portal diminta, jawabannya: Belum didaftarkan"),
        ({"ragam": "LAPOR", "hal": "Kab. A", "kata": "PINDAH"}, "LAPOR THK-II oleh Kab. A, alasan PINDAH"),
        ({"ragam": "LAPOR", "hal": "Kab. B"}, "LAPOR THK-II oleh Kab. B"),
        ({"ragam": "ADUAN", "hal": "SANGGAHAN", "kata": "TERBUKA"}, "Aduan (SANGGAHAN): belum diputus instansi"),
    ],
)  # fmt: skip
def test_what_was_said_of_a_person_is_a_sentence(baris, teks):
    kosong = dict.fromkeys(("waktu", "hal", "kata", "alasan", "oleh", "kunci", "lembar", "baris"))
    (satu,) = catatan_from([kosong | {"berlaku": True} | baris], {"B-X": "Aturan B-X"})
    assert (satu.teks, satu.asal) == (teks, None)


def test_a_note_says_where_it_stands():
    baris = {
        "ragam": "AKUN",
        "waktu": KIRIM,
        "berlaku": True,
        "hal": None,
        "kata": None,
        "alasan": None,
        "oleh": None,
    }
    (satu,) = catatan_from([baris | {"kunci": "k.xlsx", "lembar": "L", "baris": 3}], {})
    (lain,) = catatan_from([baris | {"kunci": "k.pdf", "lembar": None, "baris": None}], {})
    assert (satu.asal, lain.asal) == ("k.xlsx, lembar L baris 3", "k.pdf")


def test_each_clause_stands_once_the_published_ones_first():
    k = ketentuan_on(date(2022, 10, 8))
    satu = pendaftaran()
    isi = klausul_from([satu, satu], k)
    assert [h.nama for h in isi] == ["masa_kerja_minimum_bulan", "kolom_wajib"]
    assert (isi[0].nilai, isi[0].butir, isi[0].asumsi) == ("12", "huruf d", False)
    bos = satu.kriteria[0].aturan[0].model_copy(update={"hukum": ("bos_dihitung", "usia_minimum")})
    urut = klausul_from([satu.model_copy(update={"kriteria": (satu.kriteria[0].model_copy(update={"aturan": (bos,)}),), "temuan": ()})], k)  # fmt: skip
    assert [(h.nama, h.asumsi) for h in urut] == [("usia_minimum", False), ("bos_dihitung", True)]


def test_of_another_instansi_only_its_name_unit_and_date_are_read(gudang):
    (lain,) = gudang.execute(query("penjelasan/ganda"), [3]).pl().to_dicts()
    assert (lain["instansi"], lain["unit"], lain["tempat"]) == (
        "7303 Pemerintah Kab. Contoh & Uji", "RSUD <Contoh>", None,
    )  # fmt: skip
    tentang_kasus = {"id_kasus", "jenis", "sebab", "bukti", "keadaan", "bawaan", "dihitung"}
    assert set(lain) - tentang_kasus == {"instansi", "unit", "waktu", "tempat"}
    (sendiri,) = gudang.execute(query("penjelasan/ganda"), [5]).pl().filter(jenis="NIK_DALAM_INSTANSI").to_dicts()  # fmt: skip
    assert sendiri["tempat"] == "kotak-masuk/7303/data-utama/b.xlsx, lembar Data baris 4"


def test_answers_and_reports_about_a_person_are_read(gudang):
    gudang.execute("""
        INSERT INTO keputusan VALUES
            (2, '7303', 'Data', 2, 'k', 'G-NIK', 'i', 'BENAR', '=pindah tugas', 'A', '2022-09-21 10:30:00+07'),
            (2, '7303', 'Data', 2, 'k', 'K-USIA-MIN', 'i', 'PERBAIKI', NULL, NULL, '2022-09-21 10:30:00+07');
        UPDATE tenaga SET nomor_peserta_thk2 = '520713002003' WHERE id_tenaga = 4;
        INSERT INTO lapor_thk2 BY NAME SELECT 1 AS id_berkas, '3012' AS kode_instansi, 9 AS baris,
            '520713002003' AS nomor_peserta, 'PINDAH' AS alasan, 'rahasia' AS keterangan;
        UPDATE lapor_thk2 SET alasan = 'TIDAK AKTIF LAIN' WHERE kode_instansi = '7303';
    """)
    baris = gudang.execute(query("penjelasan/catatan"), [4]).pl().to_dicts()
    teks = [c.teks for c in catatan_from(baris, {"G-NIK": "NIK di instansi lain"})]
    assert sorted(teks) == [
        "Instansi akan memperbaiki, temuan K-USIA-MIN (aturan lain); tidak mengubah temuan sekarang",
        "Instansi menyatakan temuan itu benar, temuan G-NIK (NIK di instansi lain): =pindah tugas (oleh ADMIN CONTOH)",
        "LAPOR THK-II oleh Kementerian Contoh",
        "LAPOR THK-II oleh Pemerintah Kab. Contoh & Uji, alasan TIDAK AKTIF LAIN",
    ]
