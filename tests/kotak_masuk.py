"""An inbox as three instansi and BKN would have filled it: one clean, one with findings, one unreadable."""

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from rules.kalender import WIB
from tests.workbooks import Baris, Lembar, workbook

BERSIH, BERTEMUAN, RUSAK = "5105", "5108", "5104"
KIRIM = datetime(2022, 9, 20, 10, tzinfo=WIB)
DUKCAPIL = "nik,nama,tanggal_lahir,jenis_kelamin,status\n"


def orang(nomor: int, **beda: str) -> Baris:
    """One person with a NIK of their own (a woman born 1 July 1990); `beda` overrides cells."""
    return {
        "nik": f"320101410790{nomor:04d}",
        "nama": f"SITI CONTOH {chr(64 + nomor)}",
        "nomor_sk": f"800/{nomor}/2020",
        "file_ijazah": f"ijazah-{nomor}.pdf",
        "pendidikan_sk": "S-1 Pendidikan Guru Sekolah Dasar",
    } | beda


class KotakMasuk:
    """Writes deliveries into the folder store `simpanan`, each with its time of delivery."""

    def __init__(self, simpanan: Path) -> None:
        self.simpanan = simpanan

    def put(self, kunci: str, isi: bytes | str, waktu: datetime = KIRIM) -> Path:
        """Any bytes under a key below kotak-masuk/."""
        jalur = self._place(kunci)
        jalur.write_bytes(isi.encode() if isinstance(isi, str) else isi)
        return self._stamp(jalur, waktu)

    def data_utama(
        self, kode: str, rows: Sequence[Baris], nama: str = "data.xlsx", waktu: datetime = KIRIM,
        riwayat: Sequence[Baris] = (), hapus: Sequence[Baris] = (),
    ) -> Path:  # fmt: skip
        """A workbook of people, with their history and withdrawals when given."""
        lembar = [Lembar("data_utama", rows)]
        lembar += [Lembar("data_riwayat", riwayat)] if riwayat else []
        lembar += [Lembar("penghapusan", hapus)] if hapus else []
        return self.workbook(f"{kode}/data-utama/{nama}", *lembar, waktu=waktu)

    def workbook(self, kunci: str, *lembar: Lembar, waktu: datetime = KIRIM) -> Path:
        """Sheets of any kind as one workbook."""
        return self._stamp(workbook(self._place(kunci), *lembar), waktu)

    def admin(self, *kode: str, waktu: datetime = KIRIM) -> Path:
        """BKN's approval of these instansi's admins."""
        baris = "".join(
            f"{satu},198001012005011001,ADMIN CONTOH,2022-09-01T00:00:00+07:00,\n" for satu in kode
        )
        return self.put(
            "bkn/admin-disetujui/admin.csv", "kode_instansi,nip,nama,sejak,sampai\n" + baris, waktu
        )

    def dukcapil(self, *rows: Baris, waktu: datetime = KIRIM) -> Path:
        """Dukcapil agrees with every row, except for what `lahir`, `status_dukcapil` override."""
        baris = "".join(
            f"{r['nik']},{r['nama']},{r.get('lahir', '1990-07-01')},P,{r.get('status_dukcapil', 'HIDUP')}\n"
            for r in rows
        )
        return self.put("bkn/dukcapil/dukcapil.csv", DUKCAPIL + baris, waktu)

    def _place(self, kunci: str) -> Path:
        jalur = self.simpanan / "kotak-masuk" / kunci
        jalur.parent.mkdir(parents=True, exist_ok=True)
        return jalur

    def _stamp(self, jalur: Path, waktu: datetime) -> Path:
        os.utime(jalur, (waktu.timestamp(), waktu.timestamp()))
        return jalur


def tiga_instansi(simpanan: Path) -> KotakMasuk:
    """Two instansi share one NIK; the second also has somebody too young; the third sent no workbook."""
    kotak = KotakMasuk(simpanan)
    bersama = orang(3)
    muda = orang(5, nik="3201014107040005", tanggal_lahir="01-07-2004", lahir="2004-07-01")
    kotak.admin(BERSIH, BERTEMUAN, RUSAK)
    kotak.data_utama(BERSIH, [orang(1), orang(2), bersama])
    kotak.data_utama(
        BERTEMUAN, [bersama, orang(4), {k: v for k, v in muda.items() if k != "lahir"}]
    )
    kotak.put(f"{RUSAK}/data-utama/data.xlsx", "bukan workbook")
    kotak.dukcapil(orang(1), orang(2), bersama, orang(4), muda)
    return kotak
