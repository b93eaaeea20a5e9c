"""The cards of four instansi at the end of the census: whose, what they say, and the proof in them."""

import gzip
import json
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import tasks.gateways.kartu
from flows.cli import app
from flows.close_tahap import close_tahap
from rules.sptjm import Sebutan
from tasks.gateways.bukti_anggota import BuktiSalahError, check_bukti, make_bukti
from tasks.gateways.buku_terbit import check_terbit, read_buku_terbit
from tasks.gateways.kartu import write_kartu
from tasks.gateways.pengaturan import read_pengaturan
from tasks.gateways.potret import frozen_tahap
from tasks.gateways.simpanan import open_simpanan
from tests.flows.empat_instansi import DIAM, FINAL, JAGA, census_of_four, kotak_masuk, only_four
from tests.flows.potret_uji import KUNCI
from tests.flows.tempat import Tempat
from tests.kotak_masuk import BERSIH, BERTEMUAN, KIRIM, KotakMasuk, orang
from tests.surat_sptjm import scanned

__all__ = ["census_of_four", "kotak_masuk"]

AKHIR = FINAL + timedelta(days=22)
PERCAYA = {KUNCI.sidik: KUNCI.pribadi.public_key()}
ANEH = orang(9, nama='SITI "ANEH" \\ Ñ')
RIWAYAT = [
    {"nik": ANEH["nik"], "nomor_sk": f"800/{nomor}/2019", "pembayaran": bayar}
    for nomor, bayar in ((1, "APBD"), (2, "LAINNYA"))
]


@pytest.fixture(scope="module")
def tutup(tmp_path_factory: pytest.TempPathFactory, kotak_masuk: Path) -> Iterator[Tempat]:
    """A census closed to its end; only BERSIH had sent its SPTJM. Nobody changes it."""
    with only_four(), pytest.MonkeyPatch.context() as ubah:
        tempat = Tempat(tmp_path_factory.mktemp("kartu")).settle(ubah, tanda="DATA SINTETIS")
        shutil.copytree(kotak_masuk, tempat.simpanan)
        kotak = KotakMasuk(tempat.simpanan)
        kotak.data_utama(BERSIH, [ANEH], nama="aneh.xlsx", riwayat=RIWAYAT, waktu=KIRIM)
        close_tahap(FINAL + timedelta(minutes=10))
        surat = Sebutan("finalisasi", BERSIH, _digest(tempat, "finalisasi", BERSIH)).teks
        kotak.put(f"{BERSIH}/sptjm/surat.pdf", scanned(surat), FINAL + timedelta(days=3))
        assert close_tahap(AKHIR) == ["pengumuman_akhir"]
        yield tempat


@pytest.fixture(scope="module")
def kartu(tutup: Tempat) -> dict[str, dict[str, dict[str, Any]]]:
    """The cards by instansi and NIK."""
    return {
        j.parent.name: {satu["orang"]["nik"]: satu for satu in map(json.loads, _lines(j))}
        for j in _files(tutup)
    }


def test_everybody_in_the_frozen_list_has_one_card(kartu: dict, tutup: Tempat) -> None:
    assert {kode: len(isi) for kode, isi in kartu.items()} == {BERSIH: 6, BERTEMUAN: 3}
    assert orang(4)["nik"] in kartu[BERTEMUAN]
    assert not any(orang(4)["nik"] in teks for teks in _lines(_files(tutup)[0]))
    terbitan = json.loads((tutup.simpanan / "publik/terbitan/pengumuman_akhir.json").read_text())
    assert terbitan["terbit"]["kartu"] == 2


def test_a_card_says_who_from_where_and_how_it_was_judged(kartu: dict, tutup: Tempat) -> None:
    satu = kartu[BERSIH][ANEH["nik"]]
    assert list(satu) == [
        "bentuk", "tanda", "instansi", "potret", "sptjm", "orang", "riwayat", "masa_kerja", "putusan",
        "bukti",
    ]  # fmt: skip
    assert (satu["bentuk"], satu["tanda"]) == ("kartu-pendataan/1", "DATA SINTETIS")
    assert satu["potret"]["sidik"] == _digest(tutup, "pengumuman_akhir", BERSIH)
    assert satu["instansi"]["kode"] == BERSIH
    assert satu["orang"]["nama"] == ANEH["nama"]
    assert satu["orang"]["tanggal_lahir"] == "1990-07-01"
    assert [(r["nomor_sk"], r["pembayaran"]) for r in satu["riwayat"]] == [
        ("800/1/2019", "APBD"), ("800/2/2019", "LAINNYA"),
    ]  # fmt: skip
    assert satu["masa_kerja"] == {"bulan": 24, "minimum": 12, "acuan": "2021-12-31"}


def test_who_was_rejected_reads_by_what_and_why(kartu: dict) -> None:
    jaga = kartu[BERSIH][JAGA["nik"]]["putusan"]
    assert (jaga["keseluruhan"], jaga["karena"]) == ("TIDAK MEMENUHI", ["Jabatan"])
    assert jaga["kriteria"]["jabatan"] == {"nama": "Jabatan", "putusan": "tidak memenuhi"}
    assert jaga["kriteria"]["usia"] == {"nama": "Usia", "putusan": "memenuhi"}
    (alasan,) = jaga["alasan"]
    assert "Penjaga Malam" in alasan["pesan"]
    baik = kartu[BERSIH][orang(2)["nik"]]["putusan"]
    assert (baik["keseluruhan"], baik["karena"], baik["alasan"]) == ("MEMENUHI", [], [])
    assert kartu[BERSIH][orang(2)["nik"]]["riwayat"] == []


def test_a_card_says_whether_its_instansi_vouched(kartu: dict, tutup: Tempat) -> None:
    (ya,) = {json.dumps(satu["sptjm"]) for satu in kartu[BERSIH].values()}
    (belum,) = {json.dumps(satu["sptjm"]) for satu in kartu[BERTEMUAN].values()}
    sidik = {kode: _digest(tutup, "finalisasi", kode) for kode in (BERSIH, BERTEMUAN)}
    sebut = "potret Finalisasi, batas 31 Oktober 2022 pukul 17.00 WIB (sidik {}…)"
    assert json.loads(ya) == {
        "diterima": True,
        "tahap": "finalisasi",
        "sidik": sidik[BERSIH],
        "keterangan": f"SPTJM instansi diterima untuk {sebut.format(sidik[BERSIH][:16])}.",
    }
    isi = json.loads(belum)
    assert (isi["diterima"], isi["sidik"]) == (False, sidik[BERTEMUAN])
    assert isi["keterangan"].startswith(
        f"Belum ada SPTJM yang diterima untuk {sebut.format(sidik[BERTEMUAN][:16])}. "
    )
    assert "B/1917" in isi["keterangan"]


def test_the_proof_in_every_card_is_the_one_that_is_made_alone(kartu: dict) -> None:
    simpanan = open_simpanan(read_pengaturan())
    for kode, isi in kartu.items():
        sendiri = make_bukti(simpanan, "pengumuman_akhir", kode, list(isi))
        assert {dict(check_bukti(json.dumps(b).encode(), PERCAYA).isi)["nik"]: b for b in sendiri} == {
            nik: satu["bukti"] for nik, satu in isi.items()
        }  # fmt: skip


def test_the_proof_of_a_card_holds_until_a_character_is_changed(kartu: dict, tmp_path: Path) -> None:  # fmt: skip
    bukti, jalur = kartu[BERSIH][ANEH["nik"]]["bukti"], tmp_path / "bukti.json"
    jalur.write_text(json.dumps(bukti))
    assert check_bukti(jalur.read_bytes(), PERCAYA).isi["nama"] == ANEH["nama"].replace("\\", "\\\\")  # fmt: skip
    hasil = CliRunner().invoke(app, ["verify", str(jalur)])
    assert (hasil.exit_code, hasil.output[:5]) == (0, "Sah: ")
    jalur.write_text(json.dumps(bukti | {"baris": bukti["baris"].replace("SITI", "SITA")}))
    with pytest.raises(BuktiSalahError, match="tidak sampai ke akar"):
        check_bukti(jalur.read_bytes(), PERCAYA)
    sidik = bukti["jalur"][0]["sidik"]
    lain = sidik.replace(sidik[0], "0" if sidik[0] != "0" else "1", 1)
    jalur.write_text(json.dumps(bukti).replace(sidik, lain))
    with pytest.raises(BuktiSalahError, match="tidak sampai ke akar"):
        check_bukti(jalur.read_bytes(), PERCAYA)


def test_the_command_writes_the_card_of_the_file(kartu: dict, tmp_path: Path) -> None:
    ke = tmp_path / "kartu.json"
    hasil = CliRunner().invoke(app, ["kartu", ANEH["nik"], "--ke", str(ke)])
    assert hasil.exit_code == 0, hasil.output
    assert json.loads(ke.read_text()) == kartu[BERSIH][ANEH["nik"]]
    assert ke.stat().st_mode & 0o777 == 0o600
    assert ANEH["nik"] not in hasil.output
    bersama = ["kartu", orang(3)["nik"], "--ke", str(ke)]
    assert "pilih dengan --instansi" in " ".join(CliRunner().invoke(app, bersama).output.split())
    assert CliRunner().invoke(app, [*bersama, "--instansi", BERTEMUAN]).exit_code == 0
    assert json.loads(ke.read_text()) == kartu[BERTEMUAN][orang(3)["nik"]]


def test_an_earlier_potret_gives_a_card_too(tutup: Tempat, tmp_path: Path) -> None:
    ke, argumen = tmp_path / "kartu.json", ["kartu", ANEH["nik"], "--ke"]
    for tahap, final in (("finalisasi", "finalisasi"), ("prafinalisasi", None)):
        hasil = CliRunner().invoke(app, [*argumen, str(ke), "--tahap", tahap])
        assert hasil.exit_code == 0, hasil.output
        isi = json.loads(ke.read_text())
        assert isi["potret"]["tahap"] == tahap
        assert (isi["sptjm"]["diterima"], isi["sptjm"]["tahap"]) == (False, final)
        assert check_bukti(json.dumps(isi["bukti"]).encode(), PERCAYA).tahap == tahap


@pytest.mark.parametrize(
    ("argumen", "kode", "kalimat"),
    [
        ([orang(8)["nik"]], 1, "tidak ada dalam potret pengumuman_akhir"),
        ([orang(8)["nik"], "--instansi", BERSIH], 1, "tidak ada dalam potret pengumuman_akhir"),
        ([orang(2)["nik"], "--instansi", DIAM], 1, "tidak ada dalam potret pengumuman_akhir"),
        ([orang(2)["nik"], "--instansi", "9999"], 1, "tidak ada dalam potret pengumuman_akhir"),
        ([orang(2)["nik"], "--tahap", "tiada"], 2, "potret tiada belum ada"),
    ],
)
def test_who_is_not_in_it_has_no_card(tutup: Tempat, tmp_path: Path, argumen: list[str], kode: int, kalimat: str) -> None:  # fmt: skip
    ke = tmp_path / "kartu.json"
    hasil = CliRunner().invoke(app, ["kartu", *argumen, "--ke", str(ke)])
    assert hasil.exit_code == kode
    assert kalimat in " ".join(hasil.output.split())
    assert not ke.exists()


def test_a_machine_without_the_closing_says_how_to_build_it(tutup: Tempat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setenv("PENDATAAN_RUANG_KERJA", str(tmp_path / "kosong"))
    hasil = CliRunner().invoke(app, ["kartu", ANEH["nik"], "--ke", str(tmp_path / "kartu.json")])
    assert "bangun-ulang --tahap pengumuman_akhir --ke ulang" in str(hasil.exception)
    assert not (tmp_path / "kartu.json").exists()


def test_a_second_closing_changes_no_byte(tutup: Tempat, monkeypatch: pytest.MonkeyPatch) -> None:
    sebelum = {j: (j.stat().st_mtime_ns, j.read_bytes()) for j in _files(tutup)}
    assert close_tahap(AKHIR + timedelta(hours=1)) == []
    # One that was cut short writes them again, whatever stretches it takes.
    monkeypatch.setattr(tasks.gateways.kartu, "_SEKALI", 2)
    tahap = frozen_tahap(open_simpanan(read_pengaturan()))["pengumuman_akhir"]
    assert write_kartu(read_pengaturan(), tahap) == 2
    assert {j: (j.stat().st_mtime_ns, j.read_bytes()) for j in _files(tutup)} == sebelum
    assert list(tutup.kerja.glob("kartu-*")) == []


def test_the_register_has_them_for_their_instansi_alone(tutup: Tempat) -> None:
    simpanan = open_simpanan(read_pengaturan())
    check_terbit(simpanan)
    buku = read_buku_terbit(simpanan).terakhir
    penerima = {k: v["penerima"] for k, v in buku.items() if "kartu-" in k}
    assert penerima == {
        f"kotak-keluar/{kode}/kartu-pengumuman_akhir.jsonl.gz": kode for kode in (BERSIH, BERTEMUAN)
    }
    for jalur in (tutup.simpanan / "publik").rglob("*.*"):
        assert ANEH["nik"].encode() not in jalur.read_bytes(), jalur


def _files(tempat: Tempat) -> list[Path]:
    return sorted((tempat.simpanan / "kotak-keluar").glob("*/kartu-*.jsonl.gz"))


def _lines(jalur: Path) -> list[str]:
    teks = gzip.decompress(jalur.read_bytes()).decode()
    assert teks.endswith("}\n")
    return teks.splitlines()


def _digest(tempat: Tempat, tahap: str, kode: str) -> str:
    manifes = json.loads((tempat.simpanan / f"potret/{tahap}/{kode}/manifest.json").read_bytes())
    return manifes["tabel"]["daftar"]["sidik"]
