from datetime import date

import pytest

from rules.ketentuan import ketentuan_on
from rules.ubahan import (
    PENGANDAIAN,
    UbahanTidakSah,
    changed_ketentuan,
    law_label,
    load_pengandaian,
    read_ubahan,
    suppose_instrumen,
    suppose_values,
)
from tests.rules.orang import K

SURAT = """
nomor = "B/9999/2022"
judul = "Surat usulan"
tentang = "Usia"
berlaku = 2022-12-01
diperiksa = 2022-12-01
sumber = "usulan"
[ketentuan.usia_maksimum]
nilai = 58
butir = "butir 1"
"""


def test_values_are_read_as_toml_writes_them():
    assert read_ubahan(["usia_maksimum=58", "status_meninggal = WAFAT", "bos_dihitung=false"]) == {
        "usia_maksimum": 58,
        "status_meninggal": "WAFAT",
        "bos_dihitung": False,
    }
    assert read_ubahan(["tanggal_acuan=2022-12-31", 'dokumen_tipe=["pdf"]']) == {
        "tanggal_acuan": date(2022, 12, 31),
        "dokumen_tipe": ("pdf",),
    }


@pytest.mark.parametrize("teks", ["usia_maksimum", "=5", "usia_maksimum="])
def test_a_text_without_name_or_value_is_told_how_to_write(teks):
    with pytest.raises(UbahanTidakSah, match="usia_maksimum=58"):
        read_ubahan([teks])


def test_a_name_stands_once():
    with pytest.raises(UbahanTidakSah, match="dua kali"):
        read_ubahan(["usia_maksimum=57", "usia_maksimum=58"])


def test_a_supposed_value_is_cited_as_supposed_and_nothing_else_changes():
    andai = suppose_values(K, {"usia_maksimum": 58})
    assert (andai.usia_maksimum, K.usia_maksimum) == (58, 56)
    assert andai.sumber["usia_maksimum"].kutipan == f"{PENGANDAIAN} usia_maksimum = 58 (asumsi)"
    assert [satu[0] for satu in changed_ketentuan(K, andai)] == ["usia_maksimum"]
    assert changed_ketentuan(K, andai)[0][2:] == ("56", "58")
    assert law_label(andai, andai.tanggal) == "hukum per 08-10-2022 dengan pengandaian"
    assert law_label(K, K.tanggal) == "hukum per 08-10-2022"


@pytest.mark.parametrize(
    ("ubahan", "kata"),
    [
        ({"usia_maksimu": 58}, "mungkin usia_maksimum"),
        ({"zzz": 1}, "ketentuan zzz tidak ada$"),
        ({"tanggal": date(2022, 1, 1)}, "ketentuan tanggal tidak ada"),
        ({"usia_maksimum": "tua"}, r"tidak sejenis dengan nilai yang berlaku \(56\)"),
        ({"masa_kerja_akumulatif": False}, "belum dapat diganti: aturan hanya mengenal ya"),
    ],
)
def test_what_the_rules_cannot_be_run_with_is_refused_by_name(ubahan, kata):
    with pytest.raises(UbahanTidakSah, match=kata):
        suppose_values(K, ubahan)


def test_a_law_file_counts_as_the_latest_letter(tmp_path):
    berkas = tmp_path / "usulan.toml"
    berkas.write_text(SURAT, encoding="utf-8")
    andai = suppose_instrumen(K, load_pengandaian(berkas), tmp_path)
    assert andai.usia_maksimum == 58
    assert andai.sumber["usia_maksimum"].kutipan == "B/9999/2022 butir 1"


def test_a_list_beside_the_law_file_is_read_and_told_by_what_came_and_went(tmp_path):
    (tmp_path / "jabatan.csv").write_text("jabatan,kelas\nJuru Uji,SATPAM\n", encoding="utf-8")
    berkas = tmp_path / "usulan.toml"
    daftar = 'nilai = { csv = "jabatan.csv", kunci = "jabatan", isi = "kelas" }'
    berkas.write_text(
        SURAT.replace("usia_maksimum", "jabatan_dikecualikan").replace("nilai = 58", daftar),
        encoding="utf-8",
    )
    andai = suppose_instrumen(K, load_pengandaian(berkas), tmp_path)
    assert andai.jabatan_dikecualikan == {"JURU UJI": "SATPAM"}
    ((_, _, lama, baru),) = changed_ketentuan(K, andai)
    dulu = len(K.jabatan_dikecualikan)
    assert (lama, baru) == (f"{dulu} butir", f"1 butir (1 baru, {dulu} dicabut, 0 berubah)")


@pytest.mark.parametrize(
    ("isi", "kata"),
    [("a = [", "bukan TOML"), ("a = 1", "belum berbentuk instrumen; yang keliru: a, berlaku")],
)
def test_a_file_that_is_no_law_file_is_told_so(tmp_path, isi, kata):
    berkas = tmp_path / "usulan.toml"
    berkas.write_text(isi, encoding="utf-8")
    with pytest.raises(UbahanTidakSah, match=kata):
        load_pengandaian(berkas)


def test_a_value_that_a_letter_brought_is_told_beside_nothing():
    dulu = ketentuan_on(date(2022, 9, 30))
    beda = {satu[0]: satu[2:] for satu in changed_ketentuan(dulu, K)}
    assert beda["jumlah_nomenklatur"] == ("-", "264")
