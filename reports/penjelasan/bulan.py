"""Months of work in words and in rows of a year, shared by the text and the page."""

from collections.abc import Iterator
from itertools import groupby

from reports.penjelasan.isi import Bulan, MasaKerja
from reports.unsur import Isi
from rules.bulan_kerja import Keadaan, RincianBulan

PENDEK = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
KETERANGAN: dict[Keadaan | None, str] = {
    None: "dihitung",
    "DIHITUNG": "dihitung",
    "JEDA": "tidak ada periode yang dilaporkan",
    "SESUDAH_ACUAN": "sesudah tanggal acuan",
    "BELUM_TERBACA": "tanggalnya kosong, tidak terbaca, atau terbalik",
    "BAYAR_BELUM_DIKETAHUI": "pembayarannya kosong atau tidak terbaca",
    "INSTANSI_LAIN": "unit kerja instansi lain",
    "PENGADAAN": "dibayar lewat pengadaan, bukan pembayaran langsung",
    "BLU": "dibayar BLU/BLUD, bukan pembayaran langsung",
    "BUKAN_LANGSUNG": "pembayarannya bukan pembayaran langsung yang dihitung",
    "MENURUT_RIWAYAT": "pembayarannya ditentukan baris riwayat dengan Nomor SK yang sama",
}


class Tahun(Isi):
    """One calendar year: twelve places, None before the first month and after the last."""

    tahun: int
    bulan: tuple[Bulan | None, ...]

    @property
    def jumlah(self) -> int:
        """Months of it that count."""
        return sum(satu is not None and satu.keadaan == "DIHITUNG" for satu in self.bulan)


class Rentetan(Isi):
    """Neighbouring months that do not count, for one reason and by the same periods."""

    awal: Bulan
    akhir: Bulan
    banyak: int
    keadaan: Keadaan
    periode: tuple[int, ...]


def bulan_from(rincian: RincianBulan) -> tuple[Bulan, ...]:
    """The months with the numbers people know the periods by, from 1."""
    return tuple(
        Bulan(
            tahun=satu.tahun,
            bulan=satu.bulan,
            keadaan=satu.keadaan,
            periode=tuple(ke + 1 for ke in satu.oleh),
        )
        for satu in rincian.bulan
    )


def tahun_kerja(isi: MasaKerja) -> tuple[Tahun, ...]:
    """The years from the first month to the last."""
    tahun = []
    for nomor, milik in groupby(isi.bulan, key=lambda satu: satu.tahun):
        menurut = {satu.bulan: satu for satu in milik}
        tahun.append(Tahun(tahun=nomor, bulan=tuple(menurut.get(b) for b in range(1, 13))))
    return tuple(tahun)


def rentetan(isi: MasaKerja) -> Iterator[Rentetan]:
    """The months that do not count, run by run, in their order."""
    for (keadaan, periode), milik in groupby(isi.bulan, key=lambda s: (s.keadaan, s.periode)):
        deret = list(milik)
        if keadaan != "DIHITUNG":
            yield Rentetan(
                awal=deret[0],
                akhir=deret[-1],
                banyak=len(deret),
                keadaan=keadaan,
                periode=periode,
            )


def tulis_rentetan(satu: Rentetan) -> str:
    """For instance 'Apr 2020 – Agu 2020 (5 bulan): tidak ada periode yang dilaporkan'."""
    awal = f"{PENDEK[satu.awal.bulan - 1]} {satu.awal.tahun}"
    akhir = f"{PENDEK[satu.akhir.bulan - 1]} {satu.akhir.tahun}"
    rentang = awal if satu.banyak == 1 else f"{awal} – {akhir}"
    nomor = f" (periode {', '.join(map(str, satu.periode))})" if satu.periode else ""
    return f"{rentang} ({satu.banyak} bulan): {KETERANGAN[satu.keadaan]}{nomor}"


def tulis_tahun(satu: Tahun) -> str:
    """For instance 'Jan Feb Mar  .   . '; a dot is a month that does not count."""
    return " ".join(_month(nomor, b) for nomor, b in enumerate(satu.bulan)).rstrip()


def _month(nomor: int, bulan: Bulan | None) -> str:
    if bulan is None:
        return "   "
    return PENDEK[nomor] if bulan.keadaan == "DIHITUNG" else " . "
