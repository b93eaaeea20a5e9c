"""The answer workbook: the instansi's own rows, marked, with what to fix first in front."""

import io
import re
import zipfile
from datetime import UTC, date, datetime

import openpyxl
import polars as pl
import pytest

from reports.jawaban import (
    Jawaban,
    KolomAsal,
    LembarAsal,
    Toleransi,
    buku,
    komentar,
    mark_semua,
    no_marks,
    render_jawaban,
)
from reports.jawaban.isi import TEMUAN
from reports.render import query
from reports.unsur import Instansi
from rules.pembacaan.jawaban import KOLOM_KEPUTUSAN
from rules.pembacaan.lembar import ASLI

WAKTU = datetime(2022, 9, 20, 3, tzinfo=UTC)
TAMBAHAN = {"lembar": pl.String, "baris": pl.UInt32, "huruf": pl.String, "nilai": pl.String}
KOLOM = (
    KolomAsal("A", "No"),
    KolomAsal("B", "N I K", "nik"),
    KolomAsal("C", "Nama", "nama"),
    KolomAsal("D", "Tgl Lahir", "tanggal_lahir"),
)


def sheet(nama: str = "Data", banyak: int = 3, **lain: object) -> LembarAsal:
    """People in sheet rows 5, 7, 9 …, the third without a readable birth date."""
    baris = list(range(5, 5 + 2 * banyak, 2))
    data = pl.DataFrame(
        {
            "baris": baris,
            "nik": [f"320101410790{n:04d}" for n in range(banyak)],
            "nama": ["=SITI <b>", *["BUDI"] * (banyak - 1)],
            "tanggal_lahir": [date(1990, 7, 1), date(1990, 6, 1), *[None] * (banyak - 2)],
        },
        schema_overrides={"baris": pl.UInt32},
    )
    asli = pl.DataFrame(
        [(nama, 9, "tanggal_lahir", "31-02-1990", "TAK_TERBACA"), (nama, 5, "tanggal_lahir", "1 Juli 1990", "DIBAKUKAN")],
        schema=ASLI, orient="row",
    )  # fmt: skip
    milik = [(nama, satu, "A", str(n)) for n, satu in enumerate(baris, 1)]
    isi = {
        "nama": nama, "bentuk": "data_utama", "kolom": KOLOM, "data": data, "asli": asli,
        "tambahan": pl.DataFrame(milik, schema=TAMBAHAN, orient="row"),
        "keputusan": pl.DataFrame(schema=KOLOM_KEPUTUSAN),
    }  # fmt: skip
    return LembarAsal(**isi | lain)  # type: ignore[arg-type]


def finding(baris: int, kode: str, **lain: object) -> dict[str, object]:
    """A warning about the NIK that asks, unless told otherwise."""
    isi = {
        "lembar": "Data", "baris": baris, "kolom_kita": "nik", "berat": "periksa", "kode_aturan": kode,
        "aturan": f"Aturan {kode}", "dasar": "B/1511", "pesan": f"Pesan {kode}.", "isian": "isi",
    }  # fmt: skip
    return isi | lain


def answer(
    *temuan: dict[str, object], lembar: tuple[LembarAsal, ...] = (), **lain: object
) -> bytes:
    isi = {
        "instansi": Instansi(kode="5105", nama="Pemerintah Kab. Contoh & Uji", jenis="D"),
        "edisi": "2022", "bagian": "Dinas.xls", "waktu": WAKTU, "sampai": datetime(2022, 9, 30, 16, 59, tzinfo=UTC),
        "lembar": lembar or (sheet(),),
    }  # fmt: skip
    tanda = mark_semua(pl.DataFrame([{"id_berkas": 1} | t for t in temuan], schema=TEMUAN))
    return render_jawaban(Jawaban(**isi | lain), tanda.get(1, no_marks()))  # type: ignore[arg-type]


def load(isi: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(isi))


def rows(isi: bytes, lembar: str = "Data") -> list[tuple[object, ...]]:
    return list(load(isi)[lembar].iter_rows(values_only=True))


def summary(isi: bytes) -> list[tuple[object, ...]]:
    """Group, subject, findings, rows and example cell of every line of the first sheet."""
    return [b[1:6] for b in load(isi)["Mulai di sini"].iter_rows(min_row=7, values_only=True)]


def test_the_rows_stand_as_they_were_sent_with_ours_beside() -> None:
    judul, satu, dua, tiga = rows(answer())
    assert judul == (
        "No", "N I K", "Nama", "Tgl Lahir", "Temuan (diisi sistem)", "Keputusan", "Alasan",
        "Ditanyakan (jangan diubah)", "Kunci baris (jangan diubah)",
    )  # fmt: skip
    assert satu == (
        "1",
        "3201014107900000",
        "=SITI <b>",
        "01-07-1990",
        *[None] * 4,
        "3201014107900000",
    )
    assert dua[3] == "01-06-1990"
    assert tiga[3] == "31-02-1990", "what cannot be read stands as it was written"


def test_no_cell_becomes_a_formula() -> None:
    isi = answer(finding(5, "X", pesan="=1+1", isian="=2"))
    semua = [sel for lembar in load(isi) for baris in lembar.iter_rows() for sel in baris]
    assert {sel.data_type for sel in semua} <= {"s", "n", "inlineStr"}
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        assert not any(b"<f>" in arsip.read(n) for n in arsip.namelist() if "sheets/sheet" in n)


def test_a_finding_colours_its_cell_and_is_told_in_a_comment_and_beside() -> None:
    isi = answer(
        finding(7, "T-1", berat="tolak", kolom_kita="tanggal_lahir", isian=None),
        finding(7, "P-1"),
        finding(7, "P-2", isian=None),
        finding(9, "I-1", berat="info", kolom_kita="nama", isian=None),
    )
    lembar = load(isi)["Data"]
    assert lembar["D3"].comment.text == "TOLAK: Pesan T-1."
    assert lembar["B3"].comment.text == "PERBAIKI: Pesan P-2.\nPERBAIKI ATAU JAWAB: Pesan P-1."
    assert lembar["D2"].comment.text == "Anda menulis: 1 Juli 1990"
    warna = {sel: lembar[sel].fill.fgColor.rgb for sel in ("D3", "B3", "C4", "D2", "B2")}
    assert len({warna["D3"], warna["B3"], warna["C4"], warna["B2"]}) == 4
    assert warna["C4"] == warna["D2"], "what is only told has one colour"
    baris = rows(isi)[2]
    assert baris[4] == "TOLAK: Pesan T-1.\nPERBAIKI: Pesan P-2.\nPERBAIKI ATAU JAWAB: Pesan P-1."
    assert baris[7] == "P-1=isi", "only what can be answered is asked"


def test_the_first_sheet_says_what_to_fix_first() -> None:
    jawab = {"jawab_alasan": "KTP", "jawab_oleh": "ADMIN", "jawab_waktu": WAKTU}
    isi = answer(
        finding(5, "P-1"), finding(7, "P-1"), finding(9, "P-2", isian=None),
        finding(5, "I-1", berat="info", isian=None), finding(9, "P-1", **jawab),
        finding(7, "T-1", berat="tolak", isian=None, kolom_kita=None),
        catatan=("Lembar tersembunyi tidak dibaca.",), galat=("Aturan rusak",),
        toleransi=(Toleransi(aturan="Aturan P-1", dikonfirmasi=30, orang=100, batas=0.1),),
    )  # fmt: skip
    assert summary(isi) == [
        ("1. Perbaiki: dapat menggugurkan", "Aturan T-1", 1, 1, None),
        ("2. Perbaiki: belum dapat dinilai", "Aturan P-2", 1, 1, "Data!B4"),
        ("3. Perbaiki atau jawab", "Aturan P-1", 2, 2, "Data!B2"),
        ("4. Tentang berkas ini", "Pembacaan berkas", None, None, None),
        ("4. Tentang berkas ini", "Aturan rusak", None, None, None),
        ("4. Tentang berkas ini", "Aturan P-1", None, None, None),
        ("5. Untuk diketahui", "Aturan I-1", 1, 1, "Data!B2"),
        ("6. Sudah Anda jawab", "Aturan P-1", 1, 1, "Data!B4"),
    ]
    lembar = load(isi)["Mulai di sini"]
    assert lembar["A1"].value == "Jawaban atas Dinas.xls: Pemerintah Kab. Contoh & Uji"
    assert "3 orang dibaca. 1 temuan dapat menggugurkan, 3 perlu diperbaiki" in lembar["A3"].value
    assert (
        "paling lambat 30 September 2022 pukul 23.59 WIB; isinya menggantikan Dinas.xls"
        in lembar["A4"].value
    )
    assert (
        "30 temuan pada 100 orang dalam daftar; yang wajar paling banyak 10,0%"
        in lembar["G12"].value
    )


def test_after_the_deadline_nothing_is_asked_for() -> None:
    assert load(answer(sampai=None))["Mulai di sini"]["A4"].value.startswith(
        "Masa perbaikan sudah ditutup"
    )


def test_a_decision_given_before_stands_again_while_its_question_is_open() -> None:
    keputusan = pl.DataFrame(
        [("Data", "data_utama", satu, "P-1=isi", "BENAR", None, "kunci lama") for satu in (5, 7)],
        schema=KOLOM_KEPUTUSAN, orient="row",
    )  # fmt: skip
    _, satu, dua, _ = rows(answer(finding(5, "P-1"), lembar=(sheet(keputusan=keputusan),)))
    assert satu[5:] == ("benar", None, "P-1=isi", "kunci lama")
    assert dua[5:] == (None, None, None, "kunci lama")


def test_sheets_keep_their_names_where_a_workbook_can_hold_them() -> None:
    nama = ("Data: 1/2", "Data  1 2", "x" * 40, "Mulai di sini", "[]")
    lembar = tuple(sheet(satu) for satu in nama)
    assert load(answer(lembar=lembar)).sheetnames == [
        "Mulai di sini", "Data  1 2", "Data  1 2 2", "x" * 31, "Mulai di sini 2", "data_utama",
    ]  # fmt: skip


def test_it_is_known_for_whose_and_which_answer_it_is() -> None:
    sifat = {p.name: p.value for p in load(answer()).custom_doc_props.props}
    assert sifat == {
        "Kode instansi pendataan non-ASN": "5105",
        "Edisi templat pendataan non-ASN": "2022",
        "Bagian yang dijawab pendataan non-ASN": "Dinas.xls",
    }


def test_the_columns_for_the_machine_are_hidden_and_decisions_are_chosen() -> None:
    lembar = load(answer(finding(5, "P-1")))["Data"]
    tersembunyi = [k for k in lembar.column_dimensions.values() if k.hidden]
    assert [(k.min, k.max) for k in tersembunyi] == [(8, 9)]
    (pilih,) = lembar.data_validations.dataValidation
    assert (str(pilih.sqref), pilih.formula1) == ("F2:F4", '"perbaiki,benar"')
    assert lembar.freeze_panes == "C2"
    assert lembar.auto_filter.ref == "A1:I4"


def test_rows_and_comments_beyond_one_slice_are_numbered_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    temuan = [finding(satu, "P-1") for satu in range(5, 65, 2)]
    utuh = answer(*temuan, lembar=(sheet(banyak=30),))
    monkeypatch.setattr(buku, "SEKALI", 7)
    monkeypatch.setattr(komentar, "SEKALI", 4)
    assert answer(*temuan, lembar=(sheet(banyak=30),)) == utuh
    with zipfile.ZipFile(io.BytesIO(utuh)) as arsip:
        xml = arsip.read("xl/worksheets/sheet2.xml").decode()
    assert re.findall(r'<row r="(\d+)"', xml) == [str(n) for n in range(1, 32)]


def test_too_many_comments_leave_the_lightest_out_and_no_message_is_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(buku, "KOMENTAR_TERBANYAK", 2)
    isi = answer(finding(5, "P-1"), finding(7, "T-1", berat="tolak", isian=None), finding(9, "P-2"))
    lembar = load(isi)["Data"]
    assert [s.coordinate for b in lembar.iter_rows() for s in b if s.comment] == ["B2", "B3"]
    assert [baris[4] for baris in rows(isi)[1:]] == [
        "PERBAIKI ATAU JAWAB: Pesan P-1.", "TOLAK: Pesan T-1.", "PERBAIKI ATAU JAWAB: Pesan P-2.",
    ]  # fmt: skip


def test_same_content_same_bytes() -> None:
    assert answer(finding(5, "P-1")) == answer(finding(5, "P-1"))


def test_a_part_has_one_answer_though_a_late_withdrawal_stands_beside_it(gudang) -> None:
    gudang.execute(
        "INSERT INTO berkas BY NAME SELECT * REPLACE (9 AS id_berkas, waktu + INTERVAL 60 DAY AS waktu) "
        "FROM berkas WHERE id_berkas = 2"
    )
    jawaban = gudang.execute(query("jawaban")).pl().filter(jenis="data-utama")
    assert jawaban["id_berkas"].to_list() == [1, 2]


def test_a_value_that_only_its_place_made_doubtful_does_not_come_back_as_sure() -> None:
    asli = pl.DataFrame(
        [("Data", 5, "nik", "3201014107900010", "TAK_TERBACA"), ("Data", 7, "nik", "32010", "TAK_TERBACA"),
         ("Data", 9, "tanggal_lahir", "1990-05-06 00:00:00", "TAK_TERBACA")],
        schema=ASLI, orient="row",
    )  # fmt: skip
    data = sheet().data.with_columns(pl.lit(None, pl.String).alias("nik"))
    _, satu, dua, tiga = rows(answer(lembar=(sheet(asli=asli, data=data),)))
    assert (satu[1], dua[1], tiga[3]) == ("3201014107900010 ?", "32010", "06-05-1990 ?")


def test_a_name_is_never_taken_for_a_place_to_fill() -> None:
    isi = load(answer(bagian="1000001 @@EDISI@@.xlsx", lembar=(sheet("1000001"),)))
    assert {p.value for p in isi.custom_doc_props.props} == {
        "5105",
        "2022",
        "1000001 @@EDISI@@.xlsx",
    }
    assert isi.sheetnames == ["Mulai di sini", "1000001"]
    assert isi["1000001"].auto_filter.ref == "A1:I4"
    assert isi["Mulai di sini"]["A1"].value.startswith("Jawaban atas 1000001 @@EDISI@@.xlsx")


def test_what_would_change_the_verdict_stands_in_the_column_and_in_the_comment():
    ubah = "Kurang 1 bulan lagi yang dibayar langsung sebelum atau pada 31-12-2021."
    isi = answer(finding(5, "T-1", berat="tolak", isian=None, pengubah=ubah), finding(7, "P-1"))
    lengkap = f"TOLAK: Pesan T-1. {ubah}"
    assert lengkap in [sel for baris in rows(isi) for sel in baris]
    assert load(isi)["Data"]["B2"].comment.text == lengkap
    assert "PERBAIKI ATAU JAWAB: Pesan P-1." in [sel for baris in rows(isi) for sel in baris]
