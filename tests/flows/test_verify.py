"""What `verify` says of a potret that somebody changed: each kind of change, and the sentence for it."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from flows.cli import app
from tasks.gateways.kunci_potret import Kunci
from tasks.gateways.periksa_potret import PotretRusakError, check_potret
from tests.flows.empat_instansi import DIAM
from tests.flows.potret_uji import Salinan, beku, census_of_four, kotak_masuk, salinan, sidik_uji
from tests.flows.tempat import Tempat
from tests.kotak_masuk import BERSIH, BERTEMUAN
from tests.kunci_uji import kunci_uji, write_kunci_uji
from tests.sampingan import AKAR

__all__ = ["beku", "census_of_four", "kotak_masuk", "salinan"]

ASING = Kunci(kunci_uji(2))
Ubahan = Callable[[Salinan], None]


def test_the_untouched_potret_is_sound(salinan: Salinan) -> None:
    utuh = check_potret(salinan.folder, salinan.kunci)
    assert (utuh.tahap, utuh.instansi, utuh.orang) == ("finalisasi", 4, 8)
    satu = check_potret(salinan.folder / BERSIH, salinan.kunci)
    assert (satu.instansi, satu.orang) == (1, 5)
    salinan.reseal()
    assert check_potret(salinan.folder, salinan.kunci) == utuh


def _cell(s: Salinan) -> None:
    s.rows(BERSIH, s.table(BERSIH).with_columns(nama=pl.lit("SIAPA PUN")))


def _truncate(s: Salinan) -> None:
    jalur = s.path("daftar.parquet", BERSIH)
    jalur.write_bytes(jalur.read_bytes()[:-100])


def _flip(jalur: Path) -> None:
    isi = bytearray(jalur.read_bytes())
    isi[len(isi) // 2] ^= 1
    jalur.write_bytes(bytes(isi))


def _drop_line(s: Salinan) -> None:
    jalur = s.path("SHA256SUMS", BERSIH)
    jalur.write_text("".join(jalur.read_text().splitlines(keepends=True)[1:]))


def _deliveries(s: Salinan, ubah: Callable[[list[dict]], list[dict]]) -> None:
    s.edit(BERSIH, kiriman=ubah(s.manifest(BERSIH)["kiriman"]))


# What breaks the seal: whoever changed it had no key.
TANPA_KUNCI: list[tuple[str, Ubahan, str]] = [
    ("sel", _cell, "daftar.parquet berubah"),
    ("baris dihapus", lambda s: s.rows(BERSIH, s.table(BERSIH)[1:]), "daftar.parquet berubah"),
    ("baris ditambah", lambda s: s.rows(BERSIH, s.table(BERSIH)[[0, *range(5)]]), "daftar.parquet berubah"),
    ("urutan baris", lambda s: s.rows(BERSIH, s.table(BERSIH).reverse()), "daftar.parquet berubah"),
    ("kolom tambahan", lambda s: s.rows(BERSIH, s.table(BERSIH, "riwayat").with_columns(x=1), "riwayat"), "riwayat.parquet berubah"),
    ("temuan dihapus", lambda s: s.rows(BERTEMUAN, s.table(BERTEMUAN, "temuan")[1:], "temuan"), "temuan.parquet berubah"),
    ("berkas terpotong", _truncate, "daftar.parquet berubah"),
    ("satu bit", lambda s: _flip(s.path("daftar.parquet", BERSIH)), "daftar.parquet berubah"),
    ("berkas kosong", lambda s: s.path("daftar.parquet", BERSIH).write_bytes(b""), "daftar.parquet berubah"),
    ("berkas hilang", lambda s: s.path("temuan.parquet", BERSIH).unlink(), "temuan.parquet hilang"),
    ("berkas asing", lambda s: s.path("tambahan.txt", BERSIH).write_text("x"), "tambahan.txt tidak ada dalam segel"),
    ("jumlah di manifes", lambda s: s.edit(BERSIH, jumlah__daftar=6), "manifest.json berubah"),
    ("dasar hukum di manifes", lambda s: s.edit(BERSIH, dasar="B/0"), "manifest.json berubah"),
    ("versi kode di manifes", lambda s: s.edit(BERSIH, versi_kode="9"), "manifest.json berubah"),
    ("tanda terima dihapus dari manifes", lambda s: _deliveries(s, lambda k: k[1:]), "manifest.json berubah"),
    ("waktu tanda terima", lambda s: _deliveries(s, lambda k: [k[0] | {"waktu": "2022-01-01T00:00:00Z"}, *k[1:]]), "manifest.json berubah"),
    ("baris segel dihapus", _drop_line, f"{BERSIH}/SHA256SUMS berubah"),
    ("segel kosong", lambda s: s.path("SHA256SUMS").write_bytes(b""), "manifest.json tidak ada dalam segel"),
    ("segel hilang", lambda s: s.path("SHA256SUMS").unlink(), "SHA256SUMS tidak ada"),
    ("segel rusak", lambda s: s.path("SHA256SUMS").write_bytes(b"\xff\xfe"), "bukan daftar sidik yang utuh"),
    ("tanda tangan instansi lain", lambda s: shutil.copy(s.path("SHA256SUMS.sig", BERTEMUAN), s.path("SHA256SUMS.sig", BERSIH)), "SHA256SUMS.sig berubah"),
    ("tanda tangan nasional diganti", lambda s: shutil.copy(s.path("akar.txt.sig"), s.path("SHA256SUMS.sig")), "SHA256SUMS.sig tidak sah"),
    ("bit tanda tangan", lambda s: _flip(s.path("SHA256SUMS.sig")), "SHA256SUMS.sig tidak sah"),
    ("tanda tangan hilang", lambda s: s.path("SHA256SUMS.sig").unlink(), "SHA256SUMS.sig tidak ada"),
    ("disegel kunci orang lain", lambda s: s.reseal(ASING), "SHA256SUMS.sig tidak sah"),
    ("kunci lain mengaku", lambda s: (s.edit(None, kunci=sidik_uji(2)), s.reseal(ASING))[0], "bukan dari kunci yang dipercaya"),
    ("pernyataan akar", lambda s: s.path("akar.txt").write_text("akar 0\n"), "akar.txt berubah"),
    ("tanda tangan akar", lambda s: _flip(s.path("akar.txt.sig")), "akar.txt.sig berubah"),
    ("saat mulai", lambda s: s.path("mulai.json").write_text("{}"), "mulai.json berubah"),
    ("folder instansi hilang", lambda s: shutil.rmtree(s.folder / DIAM), f"{DIAM}/SHA256SUMS hilang"),
    ("folder dari tahap lain", lambda s: shutil.copytree(s.folder.parent / "prafinalisasi" / BERSIH, s.folder / BERSIH, dirs_exist_ok=True), f"{BERSIH}/SHA256SUMS berubah"),
    ("angka instansi di manifes nasional", lambda s: s.edit(None, instansi=s.manifest()["instansi"][1:]), "manifest.json berubah"),
]  # fmt: skip


@pytest.mark.parametrize(("ubah", "kalimat"), [satu[1:] for satu in TANPA_KUNCI], ids=[satu[0] for satu in TANPA_KUNCI])  # fmt: skip
def test_a_change_without_the_key_breaks_the_seal(salinan: Salinan, ubah: Ubahan, kalimat: str) -> None:  # fmt: skip
    ubah(salinan)
    assert kalimat in _faults(salinan)


def _swap(s: Salinan) -> None:
    isi = s.manifest(BERTEMUAN)
    for nama in ("daftar", "riwayat", "temuan"):
        shutil.copy(s.path(f"{nama}.parquet", BERTEMUAN), s.path(f"{nama}.parquet", BERSIH))
    s.edit(BERSIH, **isi)


# What a person with the key could still not hide: the potret contradicts itself.
DENGAN_KUNCI: list[tuple[str, Ubahan, str]] = [
    ("sel", _cell, "sidik tabel daftar dalam manifes tidak cocok"),
    ("baris dihapus", lambda s: s.rows(BERSIH, s.table(BERSIH)[1:]), "banyaknya baris tabel daftar"),
    ("kolom dibuang", lambda s: s.rows(BERSIH, s.table(BERSIH).drop("jabatan")), "kolom tabel daftar"),
    ("garam ditukar", lambda s: s.rows(BERSIH, s.table(BERSIH).with_columns(garam=pl.col("garam").reverse())), "akar pohon tabel daftar"),
    ("garam dibuang", lambda s: s.rows(BERSIH, s.table(BERSIH).drop("garam")), "tidak memuat kolom garam"),
    ("bukan Parquet", lambda s: s.path("riwayat.parquet", BERSIH).write_bytes(b"PAR1"), "riwayat.parquet tidak terbaca"),
    ("temuan dihapus", lambda s: s.rows(BERTEMUAN, s.table(BERTEMUAN, "temuan")[1:], "temuan"), "tabel temuan dalam manifes"),
    ("jumlah", lambda s: s.edit(BERSIH, jumlah__daftar=6), "jumlah orang dalam manifes bukan jumlah baris"),
    ("putusan", lambda s: s.edit(BERSIH, jumlah__memenuhi=0), "jumlah per putusan"),
    ("neraca timpang", lambda s: s.edit(BERSIH, neraca__diterima=99), "neraca tidak seimbang"),
    ("neraca lain", lambda s: s.edit(BERSIH, neraca__daftar=1, neraca__ganda=4), "neraca menyebut 1 orang"),
    ("neraca hilang", lambda s: s.edit(BERSIH, neraca=None), "neraca tidak ada"),
    ("isi instansi lain", _swap, f"manifesnya milik instansi {BERTEMUAN}"),
    ("tahap lain", lambda s: s.edit(BERSIH, tahap="prafinalisasi"), "manifesnya dari tahap prafinalisasi"),
    ("batas lain", lambda s: s.edit(BERSIH, batas="2022-11-30T17:00:00+07:00"), "manifesnya dari tahap finalisasi (2022-11-30"),
    ("akar instansi", lambda s: s.edit(BERSIH, tabel__daftar__akar="0" * 64), "akar pohon tabel daftar"),
    ("akar nasional", lambda s: s.edit(None, akar="0" * 64), "Akar nasional dalam manifes bukan akar"),
    ("jumlah nasional", lambda s: s.edit(None, jumlah=9), "Jumlah orang nasional"),
    ("neraca nasional", lambda s: s.edit(None, neraca__diterima=99), "Neraca nasional tidak seimbang"),
    ("instansi dibuang dari nasional", lambda s: s.edit(None, instansi=s.manifest()["instansi"][1:]), "tidak ada dalam manifes nasional"),
    ("angka instansi di nasional", lambda s: s.edit(None, instansi=[satu | {"sidik": "0" * 64} for satu in s.manifest()["instansi"]]), "manifes nasional menyebut"),
    ("pernyataan akar", lambda s: s.path("akar.txt").write_text("akar 0\n"), "akar.txt tidak menyebut hal yang sama"),
]  # fmt: skip


@pytest.mark.parametrize(("ubah", "kalimat"), [satu[1:] for satu in DENGAN_KUNCI], ids=[satu[0] for satu in DENGAN_KUNCI])  # fmt: skip
def test_a_change_with_the_key_contradicts_the_rest(salinan: Salinan, ubah: Ubahan, kalimat: str) -> None:  # fmt: skip
    ubah(salinan)
    salinan.reseal()
    assert kalimat in _faults(salinan)


def test_the_kinds_of_change_are_many_and_differ() -> None:
    assert len({satu[0] for satu in TANPA_KUNCI}) == len(TANPA_KUNCI) >= 20
    assert len({satu[0] for satu in DENGAN_KUNCI}) == len(DENGAN_KUNCI) >= 20


def _append(jalur: Path) -> None:
    jalur.write_bytes(jalur.read_bytes() + b" ")


def _receipt(s: Salinan) -> None:
    lembar = next((s.simpanan / "buku-terima").iterdir())
    lembar.write_text(lembar.read_text().replace("2022-09", "2022-08", 1))


@pytest.mark.parametrize(
    ("ubah", "kalimat"),
    [
        (_receipt, "Tanda terima ke-1 (lembar 1 baris 1) berubah"),
        (lambda s: next((s.simpanan / "arsip").iterdir()).write_bytes(b"x"), "isinya tidak cocok"),
        (lambda s: next((s.simpanan / "buku-terima").iterdir()).unlink(), "tidak ada"),
        (
            lambda s: _append(s.simpanan / f"publik/pengumuman/prafinalisasi/{BERSIH}.html"),
            f"prafinalisasi/{BERSIH}.html bukan yang tercatat",
        ),
        (
            lambda s: (
                s.simpanan / "kotak-keluar" / BERSIH / "sptjm-konsep-finalisasi.html"
            ).unlink(),
            "tercatat dalam buku terbit tetapi tidak ada lagi",
        ),
        (_cell, "daftar.parquet berubah"),
    ],
    ids=["tanda terima", "arsip", "buku dihapus", "pengumuman", "konsep dihapus", "potret"],
)
def test_the_whole_store_is_followed(salinan: Salinan, beku: Tempat, monkeypatch: pytest.MonkeyPatch, ubah: Ubahan, kalimat: str) -> None:  # fmt: skip
    monkeypatch.setenv("PENDATAAN_SIMPANAN", str(salinan.simpanan))
    hasil = CliRunner().invoke(app, ["verify"])
    assert hasil.exit_code == 0
    assert re.search(r"^\d+ tanda terima dan arsipnya utuh.$", hasil.output, re.M)
    assert re.search(r"^\d+ objek terbit sama dengan buku terbit.$", hasil.output, re.M)
    assert hasil.output.count(": utuh. 4 instansi") == 2
    ubah(salinan)
    hasil = CliRunner().invoke(app, ["verify"])
    assert hasil.exit_code == 1
    assert kalimat in hasil.output + str(hasil.exception)


def test_a_potret_signed_by_nobody_we_trust_is_refused(salinan: Salinan, tmp_path: Path) -> None:
    lain = {sidik_uji(2): ASING.pribadi.public_key()}
    with pytest.raises(PotretRusakError, match="bukan dari kunci yang dipercaya"):
        check_potret(salinan.folder, lain)
    bukan = write_kunci_uji(tmp_path / "pribadi.pem")
    hasil = CliRunner().invoke(app, ["verify", str(salinan.folder), "--kunci", str(bukan)])
    assert "Kunci umum tidak dapat dipakai" in str(hasil.exception)


def test_standard_tools_verify_it_by_the_commands_of_the_readme(salinan: Salinan) -> None:
    (umum,) = (salinan.simpanan / "publik" / "kunci-potret").iterdir()
    perintah = _readme_commands()
    berkas = {"potret/finalisasi": str(salinan.folder), "kunci-bkn.pem": str(umum)}
    for nama, jalur in berkas.items():
        perintah = perintah.replace(nama, jalur)
    hasil = _shell(perintah)
    assert (hasil.returncode, hasil.stdout.strip()) == (0, f"{umum.stem}  -\nSignature Verified Successfully")  # fmt: skip
    _cell(salinan)
    hasil = _shell(perintah)
    assert hasil.returncode != 0
    assert "daftar.parquet: FAILED" in hasil.stdout


def _readme_commands() -> str:
    readme = (AKAR / "README.md").read_text()
    return re.search(r"## Verifying a potret.*?```sh\n(.*?)```", readme, re.S)[1]


def _shell(perintah: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", "-euc", perintah], env={"PATH": "/usr/bin:/bin"}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def _faults(s: Salinan) -> str:
    with pytest.raises(PotretRusakError) as galat:
        check_potret(s.folder, s.kunci)
    return str(galat.value)
