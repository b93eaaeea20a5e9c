"""Why two potret differ: each cause alone gives its own sentence."""

from typing import Any

import pytest

from rules.beda_potret import compare_manifes

KIRIMAN = {"kunci": "kotak-masuk/5105/data-utama/a.xlsx", "waktu": "2022-09-20T03:00:00Z", "ukuran": 1, "sha256": "ab" * 32, "status": "BERLAKU"}  # fmt: skip
MANIFES: dict[str, Any] = {
    "batas": "2022-10-31T17:00:00+07:00",
    "dasar": "B/1917 penutupan",
    "tanggal_hukum": "2022-10-31",
    "aturan_hanya_memperingatkan": [],
    "regulasi": {"regulasi/a.toml": "1", "regulasi/b.toml": "2"},
    "versi_kode": "0.1.0+aa",
    "kunci": "cc",
    "buku_terima": {"jumlah": 9, "kepala": "dd"},
    "lingkungan": {"Python": "3.11.7", "polars": "2.1.0"},
    "kiriman": [KIRIMAN],
    "tabel": {"daftar": {"kolom": ["nik"], "baris": 4, "sidik": "ee"}},
    "instansi": [{"kode_instansi": "5105", "sidik": "ee"}],
}
BERUBAH: list[tuple[dict[str, Any], str, bool]] = [
    ({"regulasi": {"regulasi/a.toml": "1", "regulasi/b.toml": "3"}}, "Berkas hukum regulasi/b.toml berubah.", True),
    ({"regulasi": {"regulasi/a.toml": "1"}}, "Berkas hukum regulasi/b.toml tidak ada lagi.", True),
    ({"regulasi": MANIFES["regulasi"] | {"regulasi/c.toml": "4"}}, "Berkas hukum regulasi/c.toml dahulu tidak ada.", True),
    ({"batas": "2022-11-01"}, "Batas 2022-10-31T17:00:00+07:00 menjadi 2022-11-01.", True),
    ({"aturan_hanya_memperingatkan": ["K-X"]}, "Aturan yang hanya memperingatkan (tidak ada) menjadi K-X.", True),
    ({"kiriman": []}, "Kiriman jenis data-utama yang diterima 2022-09-20T03:00:00Z (sidik abababababab) tidak ada lagi.", True),
    ({"kiriman": [KIRIMAN | {"status": "DITOLAK"}]}, "Kiriman jenis data-utama yang diterima 2022-09-20T03:00:00Z (sidik abababababab) berubah.", True),
    ({"kiriman": [KIRIMAN, KIRIMAN | {"waktu": "2022-09-21T03:00:00Z"}]}, "Kiriman jenis data-utama yang diterima 2022-09-21T03:00:00Z (sidik abababababab) dahulu tidak ada.", True),
    ({"tabel": {"daftar": {"kolom": ["nik"], "baris": 5, "sidik": "ff"}}}, "Isi tabel daftar berbeda: 4 baris menjadi 5.", True),
    ({"tabel": {"daftar": {"kolom": ["nik", "nama"], "baris": 4, "sidik": "ff"}}}, "Kolom tabel daftar berbeda.", True),
    ({"instansi": [{"kode_instansi": "5105", "sidik": "ff"}]}, "Daftar 1 instansi berbeda: 5105.", True),
    ({"instansi": [{"kode_instansi": f"{n}", "sidik": "f"} for n in range(7)]}, "Daftar 8 instansi berbeda: 0, 1, 2, 3, 4 dan 3 lagi.", True),
    ({"versi_kode": "0.1.0+bb"}, "Versi kode 0.1.0+aa menjadi 0.1.0+bb.", False),
    ({"kunci": None}, "Kunci tanda tangan cc menjadi (tidak ada).", False),
    ({"buku_terima": {"jumlah": 10, "kepala": "ff"}}, "Buku terima ketika itu jumlah 9, kepala dd menjadi jumlah 10, kepala ff.", False),
    ({"lingkungan": {"Python": "3.12.1", "polars": "2.1.0"}}, "Python 3.11.7 menjadi 3.12.1.", False),
]  # fmt: skip


def test_equal_manifests_have_no_cause() -> None:
    assert compare_manifes(MANIFES, dict(MANIFES)) == []


@pytest.mark.parametrize(("ubah", "kalimat", "isi"), BERUBAH, ids=[satu[1] for satu in BERUBAH])
def test_each_change_is_named(ubah: dict[str, Any], kalimat: str, isi: bool) -> None:
    (sebab,) = compare_manifes(MANIFES, MANIFES | ubah)
    assert (sebab.kalimat, sebab.isi) == (kalimat, isi)
