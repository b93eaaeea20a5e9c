"""The cycle of 2022 with its real dates, as four instansi went through it: a story in the order of its days.

BERSIH asks for more time, gets it until 28 October and signs at once. RUSAK gets it until the end, signs
first for the superseded potret and then for the right one. BERTEMUAN gets none and signs late. DIAM never
sends anything.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from flows.cli import app
from flows.close_tahap import close_tahap
from rules.kalender import WIB, kalender_on
from rules.sptjm import Sebutan
from tasks.gateways.pengaturan import read_pengaturan
from tasks.gateways.potret import read_manifest
from tasks.gateways.simpanan import open_simpanan
from tests.flows.empat_instansi import DIAM, JAGA, only_four
from tests.flows.tempat import Tempat
from tests.kotak_masuk import BERSIH, BERTEMUAN, RUSAK, KotakMasuk, orang, tiga_instansi
from tests.surat_sptjm import scanned, signed, typed

# Who came when: the file is named after the day.
KIRIMAN = (
    # instansi, sent,          person, counts
    (BERTEMUAN, "29-09 10:00", 11, True),
    (BERTEMUAN, "30-09 23:59", 12, True),
    (BERTEMUAN, "01-10 00:00", 13, True),
    (BERTEMUAN, "22-10 16:59", 14, True),
    (BERTEMUAN, "22-10 17:01", 15, False),
    (BERSIH, "28-10 16:59", 16, True),
    (BERSIH, "28-10 17:01", 17, False),
    (RUSAK, "25-09 09:00", 18, True),
    (RUSAK, "31-10 16:59", 19, True),
    (RUSAK, "31-10 17:01", 20, False),
)
FASE = (
    # night         BERSIH             BERTEMUAN         RUSAK             DIAM
    ("29-09 12:00", "PENDATAAN", "PENDATAAN", "PENDATAAN", "PENDATAAN"),
    ("30-09 23:00", "PENDATAAN", "PENDATAAN", "PENDATAAN", "PENDATAAN"),
    ("01-10 12:00", "UJI_PUBLIK", "UJI_PUBLIK", "UJI_PUBLIK", "UJI_PUBLIK"),
    ("07-10 12:00", "UJI_PUBLIK", "UJI_PUBLIK", "UJI_PUBLIK", "UJI_PUBLIK"),
    ("08-10 12:00", "UJI_PUBLIK", "UJI_PUBLIK", "UJI_PUBLIK", "UJI_PUBLIK"),
    ("22-10 16:59", "PERBAIKAN", "PERBAIKAN", "PERBAIKAN", "PERBAIKAN"),
    ("22-10 17:01", "PERPANJANGAN", "MENUNGGU_FINAL", "PERPANJANGAN", "MENUNGGU_FINAL"),
    ("28-10 17:01", "MENUNGGU_FINAL", "MENUNGGU_FINAL", "PERPANJANGAN", "MENUNGGU_FINAL"),
    ("31-10 17:01", "FINAL", "FINAL", "FINAL", "NIHIL"),
    ("04-11 12:00", "BER_SPTJM", "FINAL", "FINAL", "NIHIL"),
    ("22-11 12:00", "DIUMUMKAN", "DIUMUMKAN", "DIUMUMKAN", "NIHIL"),
    ("25-11 12:00", "DIUMUMKAN", "BER_SPTJM", "DIUMUMKAN", "NIHIL"),
)
# After which of these nights which tahap is closed.
TUTUP = {"30-09 23:00": "01-10 00:30", "31-10 17:01": "31-10 17:02", "04-11 12:00": "22-11 00:30"}


@dataclass
class Siklus:
    """What was seen on the way: by night the phases, who was listed, who was rejected for the job; by
    closing the tahap."""

    tempat: Tempat
    fase: dict[str, dict[str, str]] = field(default_factory=dict)
    terdaftar: dict[str, set[str]] = field(default_factory=dict)
    jabatan: dict[str, set[str]] = field(default_factory=dict)
    tutup: dict[str, list[str]] = field(default_factory=dict)

    def look(self, pada: str) -> None:
        """One night, and what it shows."""
        self.tempat.answer(saat(pada))
        pilih = self.tempat.select
        self.fase[pada] = dict(pilih("SELECT kode_instansi, fase FROM fase_sekarang"))
        self.terdaftar[pada] = {
            nik for (nik,) in pilih("SELECT nik FROM tenaga WHERE status_baris = 'DAFTAR'")
        }
        self.jabatan[pada] = {nik for _, nik, kode in self.tempat.findings() if kode == "K-JABATAN"}

    def outbox(self, kode: str, nama: str) -> str:
        """What an instansi reads."""
        return Path(self.tempat.simpanan, "kotak-keluar", kode, nama).read_text("utf-8")

    def frozen(self, tahap: str, kode: str) -> set[str]:
        """Who stands in a potret."""
        jalur = self.tempat.simpanan / "potret" / tahap / kode / "daftar.parquet"
        return set(pl.read_parquet(jalur)["nik"])


def saat(teks: str) -> datetime:
    return datetime.strptime(f"2022-{teks}", "%Y-%d-%m %H:%M").replace(tzinfo=WIB)


def nik(nomor: int) -> str:
    return orang(nomor)["nik"]


@pytest.fixture(scope="module")
def siklus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Siklus]:
    with only_four(), pytest.MonkeyPatch.context() as ubah:
        siklus = Siklus(Tempat(tmp_path_factory.mktemp("siklus")).settle(ubah))
        kotak = tiga_instansi(siklus.tempat.simpanan)
        _deliver(kotak)
        for pada, *_ in FASE:
            siklus.look(pada)
            if penutupan := TUTUP.get(pada):
                siklus.tutup[penutupan] = close_tahap(saat(penutupan))
            if pada == "31-10 17:01":
                _sign(kotak, tmp_path_factory.mktemp("kunci"))
        siklus.tempat.night(saat("26-11 01:00"))
        yield siklus


def _deliver(kotak: KotakMasuk) -> None:
    for kode, waktu, nomor, _ in KIRIMAN:
        kotak.data_utama(kode, [orang(nomor)], f"{waktu[:5]}-{nomor}.xlsx", saat(waktu))
    kotak.data_utama(BERSIH, [JAGA], "jaga.xlsx")
    usulan = "".join(
        f"A{kode},2022-10-10T09:00:00+07:00,USULAN,{kode},SITI,,Belum terdaftar\n"
        for kode in (BERSIH, RUSAK)
    )
    kotak.put(
        "bkn/aduan/aduan.csv",
        f"id,waktu,jenis,kode_instansi,nama,nik,uraian\n{usulan}",
        saat("11-10 09:00"),
    )
    kotak.put(
        "bkn/perpanjangan-disetujui/izin.csv",
        "kode_instansi,nomor_surat,tanggal_surat,sampai\n"
        f"{BERSIH},B/77,2022-10-21,2022-10-28T17:00:00+07:00\n"
        f"{RUSAK},B/78,2022-10-21,2022-11-30T17:00:00+07:00\n",
        saat("21-10 12:00"),
    )


def _sign(kotak: KotakMasuk, folder: Path) -> None:
    """What PPK send once finalisasi stands."""
    sebut = {
        (tahap, kode): Sebutan(tahap, kode, _digest(tahap, kode)).teks
        for tahap in ("prafinalisasi", "finalisasi")
        for kode in (BERSIH, BERTEMUAN, RUSAK)
    }
    elektronik = signed(typed(sebut["finalisasi", BERSIH]), "Bupati Contoh", folder)
    kotak.put(f"{BERSIH}/sptjm/sptjm.pdf", elektronik, saat("03-11 10:00"))
    kotak.put(f"{RUSAK}/sptjm/lama.pdf", scanned(sebut["prafinalisasi", RUSAK]), saat("03-11 11:00"))  # fmt: skip
    kotak.put(f"{RUSAK}/sptjm/benar.pdf", scanned(sebut["finalisasi", RUSAK]), saat("10-11 11:00"))
    kotak.put(f"{BERTEMUAN}/sptjm/sptjm.pdf", scanned(sebut["finalisasi", BERTEMUAN]), saat("25-11 09:00"))  # fmt: skip


def _digest(tahap: str, kode: str) -> str:
    manifes = read_manifest(open_simpanan(read_pengaturan()), tahap, kode)
    return manifes["tabel"]["daftar"]["sidik"]


@pytest.mark.parametrize("baris", FASE, ids=[baris[0] for baris in FASE])
def test_where_everybody_stands(siklus: Siklus, baris: tuple[str, ...]) -> None:
    pada, *fase = baris
    assert siklus.fase[pada] == dict(zip((BERSIH, BERTEMUAN, RUSAK, DIAM), fase, strict=True))


def test_each_tahap_closes_once_at_its_deadline(siklus: Siklus) -> None:
    assert list(siklus.tutup.values()) == [["prafinalisasi"], ["finalisasi"], ["pengumuman_akhir"]]


@pytest.mark.parametrize(("kode", "waktu", "nomor", "dihitung"), KIRIMAN, ids=[f"{k[1]} {k[0]}" for k in KIRIMAN])  # fmt: skip
def test_what_came_in_time_is_frozen_and_nothing_else(
    siklus: Siklus, kode: str, waktu: str, nomor: int, dihitung: bool
) -> None:
    assert (nik(nomor) in siklus.frozen("finalisasi", kode)) == dihitung
    pra = dihitung and saat(waktu) <= saat("30-09 23:59")
    assert (nik(nomor) in siklus.frozen("prafinalisasi", kode)) == pra


def test_what_came_late_is_kept_and_answered(siklus: Siklus) -> None:
    assert nik(14) in siklus.terdaftar["22-10 16:59"]
    assert nik(15) not in siklus.terdaftar["22-10 17:01"]
    pesan = dict(siklus.tempat.select("SELECT nama_berkas, keterangan FROM kiriman_terlambat"))
    batas = {
        "22-10-15.xlsx": (BERTEMUAN, "22-10-2022 pukul 17.00 WIB (B/1917/M.SM.01.00/2022 butir 4)"),
        "28-10-17.xlsx": (BERSIH, "28-10-2022 pukul 17.00 WIB (surat persetujuan BKN B/77)"),
        "31-10-20.xlsx": (RUSAK, "31-10-2022 pukul 17.00 WIB (surat persetujuan BKN B/78)"),
    }
    assert pesan.keys() == batas.keys()
    for nama, (kode, kata) in batas.items():
        assert f"sesudah batas {kata}; tersimpan" in pesan[nama]
        assert pesan[nama] in siklus.outbox(kode, "keadaan.html")
        assert pesan[nama] in siklus.outbox(kode, "kiriman-belum-dipakai.html")


def test_the_law_of_the_day_decides(siklus: Siklus) -> None:
    """B/1971 of 7 October adds jobs to those that are excluded; the frozen verdict is not changed by it."""
    assert JAGA["nik"] not in siklus.jabatan["01-10 12:00"]
    assert JAGA["nik"] in siklus.jabatan["07-10 12:00"]
    verdict = {}
    for tahap in ("prafinalisasi", "finalisasi"):
        jalur = siklus.tempat.simpanan / "potret" / tahap / BERSIH / "daftar.parquet"
        (verdict[tahap],) = pl.read_parquet(jalur).filter(nik=JAGA["nik"])["putusan_keseluruhan"]
    assert verdict["prafinalisasi"] != "T"
    assert verdict["finalisasi"] == "T"


def test_the_letter_of_30_september_moves_the_gates() -> None:
    """B/1917 sets the days of the announcement and ends finalisasi at 17.00; B/1971 leaves both alone."""
    awal, b_1917, b_1971 = (
        {tahap.kode: tahap.batas for tahap in kalender_on(date(2022, *hari))}
        for hari in ((9, 29), (10, 1), (10, 8))
    )
    assert "pengumuman_prafinal" not in awal
    assert f"{b_1917['pengumuman_prafinal']:%d-%m %H:%M}" == "08-10 23:59"
    assert f"{awal['finalisasi']:%d-%m %H:%M}" == "31-10 23:59"
    assert f"{b_1917['finalisasi']:%d-%m %H:%M}" == "31-10 17:00"
    assert b_1971 == b_1917


def test_the_announcement_names_days_and_letter(siklus: Siklus) -> None:
    """B/1917 of 30 September orders five days of announcement, and corrections until the 22nd."""
    halaman = siklus.tempat.simpanan / "publik/pengumuman/prafinalisasi"
    teks = (halaman / f"{BERTEMUAN}.html").read_text("utf-8")
    assert "B/1917/M.SM.01.00/2022" in teks
    assert "selama 5 hari kalender, mulai 1 Oktober 2022" in teks
    assert "22 Oktober 2022 pukul 17.00 WIB" in teks


def test_the_letter_for_a_superseded_potret_is_refused_with_both_names(siklus: Siklus) -> None:
    ((pesan, kode),) = siklus.tempat.select(
        "SELECT p.pesan, p.kode_instansi FROM penolakan AS p WHERE p.kode = 'F-SPTJM-LAMA'"
    )
    assert kode == RUSAK
    assert "SPTJM ini untuk potret Pra-finalisasi" in pesan
    assert "yang berlaku potret Finalisasi" in pesan
    assert pesan in siklus.outbox(RUSAK, "sptjm-jawaban.html")


def test_only_what_is_signed_for_is_in_the_data_dasar(siklus: Siklus) -> None:
    dasar = siklus.tempat.select("SELECT kode_instansi, nik, tahap FROM data_dasar")
    assert {tahap for *_, tahap in dasar} == {"finalisasi"}
    for kode in (BERSIH, BERTEMUAN, RUSAK, DIAM):
        milik = {satu for instansi, satu, _ in dasar if instansi == kode}
        assert milik == siklus.frozen("finalisasi", kode)
    assert not siklus.frozen("finalisasi", DIAM)


def test_who_never_sent_is_declared_to_have_nobody(siklus: Siklus) -> None:
    assert "Dinyatakan tidak memiliki tenaga non-ASN" in siklus.outbox(DIAM, "keadaan.html")
    keluar = siklus.tempat.simpanan / "kotak-keluar" / DIAM
    assert not list(keluar.glob("sptjm-*"))
    halaman = siklus.tempat.simpanan / f"publik/pengumuman/pengumuman_akhir/{DIAM}.html"
    assert "tidak memiliki tenaga non-ASN" in halaman.read_text("utf-8")


def test_at_the_end_everything_verifies(siklus: Siklus) -> None:
    hasil = CliRunner().invoke(app, ["verify"])
    assert hasil.exit_code == 0, hasil.output
    assert " ".join(hasil.output.split()).count(": utuh. 4 instansi") == 3
