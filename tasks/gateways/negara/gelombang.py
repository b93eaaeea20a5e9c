"""What instansi deliver in each wave. One object works on a stretch of instansi and parts."""

from collections.abc import Iterable
from pathlib import Path

import polars as pl

from tasks.gateways.negara.bagian import (
    Bagian,
    Kelompok,
    kenali,
    kenali_nasib,
    kenali_semua,
    susun_bagian,
)
from tasks.gateways.negara.buku_kerja import Lembar, susun_buku
from tasks.gateways.negara.dokumen import kirim_dokumen, umpan_dokumen
from tasks.gateways.negara.kiriman import Hasil
from tasks.gateways.negara.kunci_jawaban import kunci_berkas, kunci_hilang
from tasks.gateways.negara.lapor import susun_lapor
from tasks.gateways.negara.pdf import susun_pdf
from tasks.gateways.negara.pengaturan import pengaturan
from tasks.gateways.negara.pola import BERUBAH, tanpa_alasan
from tasks.gateways.negara.surat_sptjm import susun_surat
from tasks.gateways.negara.susunan import Susunan
from tasks.gateways.negara.tulis import Meja
from tasks.gateways.negara.umpan import (
    umpan_aduan,
    umpan_dukcapil,
    umpan_induk,
    umpan_portal,
    umpan_register,
    umpan_thk2,
)

Potongan = tuple[int, int]
# The tahap whose potret is signed for.
FINAL = "finalisasi"
HAPUS_B, HAPUS_D = "Jabatan dikecualikan", "Tidak memenuhi ketentuan"


class Gelombang:
    """Deliveries of these parts (instansi, part number); at most one part of each instansi."""

    def __init__(self, s: Susunan, ke: Path, potongan: Iterable[Potongan]) -> None:
        self.s = s
        self.meja = Meja(s, ke)
        self.bagian = dict(potongan)
        self.pertama = [i for i, n in self.bagian.items() if n == 0 and not s.kolom["diam"][i]]

    def awal(self) -> Hasil:
        """Until 19-09: the admin's SK, the first workbooks, everything the national feeds know."""
        for i in self.pertama:
            surat = susun_pdf(["SK PENUNJUKAN ADMIN INSTANSI", self.s.kolom["nama"][i]])
            self.meja.kirim(i, "admin", "sk-penunjukan.pdf", surat, "admin")
        semua = self._kenali(self.bagian)
        self._umpan_bangsa(semua)
        self._umpan_bangsa(kenali_semua(self.s, "susulan", self.pertama))
        induk = kenali_semua(self.s, "induk", [i for i, n in self.bagian.items() if n == 0])
        self.meja.tambah("thk2", umpan_induk(self.s, induk.orang, induk.ident))
        tulis = self._bertanda("awal") | self._bertanda("rusak")
        bagian = susun_bagian(self.s, semua.saring(tulis))
        ulang, rusak = self._bertanda("ulang"), self._bertanda("rusak")
        penuh = _pilih(bagian, tulis - ulang - rusak)
        self._kirim_bagian(penuh, penuh.utama, "awal")
        separuh = _separuh(_pilih(bagian, ulang))
        self.meja.kirim_utama(separuh, self._nama_utama, lambda _: "awal")
        self._catat(separuh.utama, "awal")
        self._kirim_rusak(_pilih(bagian, rusak))
        return self.meja.hasil

    def prafinal(self) -> Hasil:
        """Until the evening of 30-09: the remaining workbooks, LAPOR THK-II, the documents."""
        pelapor = [i for i in self.pertama if self.s.banyak(i, "pra")]
        lapor = susun_lapor(self.s, pelapor)
        for i, lembar in self.meja.lembar_lapor(lapor).items() if lapor.height else ():
            self.meja.kirim(
                i, "lapor-thk2", "lapor-thk2.xlsx", susun_buku([lembar]), "prafinal", 30
            )
        ulang, indeks = self._bertanda("ulang"), self._bertanda("indeks", semua=True)
        kirim = (set(self.bagian) - self._bertanda("awal", semua=True)) | ulang
        bagian = susun_bagian(self.s, self._kenali(kirim | indeks))
        penuh = _pilih(bagian, kirim)
        lama = _separuh(_pilih(bagian, ulang)).utama.select("i", "letak")
        baru = penuh.utama.join(lama, on=["i", "letak"], how="anti", maintain_order="left")
        self._kirim_bagian(penuh, baru, "prafinal")
        self._indeks(_pilih(bagian, indeks), "prafinal")
        return self.meja.hasil

    def perbaikan(self) -> Hasil:
        """October: who was forgotten, who is taken out, corrections, letters, and what comes too late."""
        self._kirim_susulan()
        self._kirim_terlambat()
        self._aduan()
        indeks = self._bertanda("indeks", semua=True)
        self._indeks(susun_bagian(self.s, self._kenali(indeks)), "perbaikan")
        ubahan = self._ubahan()
        if ubahan:
            # Sent before the sheet Penghapusan, or those taken out would be listed again.
            benar = susun_bagian(self.s, self._kenali(ubahan), ("TANPA-", BERUBAH))
            self.meja.kirim_utama(benar, self._nama_utama, self._jendela, -60)
            berubah = benar.utama.filter(pl.col("jenis") == BERUBAH)
            self.meja.catat_utama(berubah, self._nama_utama, "perbaikan", set())
        return self.meja.hasil

    def akhir(self) -> Hasil:
        """November: who is still taken out, and the signed SPTJM of those whose potret stands in the store."""
        hapus = kenali_nasib(self.s, self.pertama, "d").with_columns(alasan=pl.lit(HAPUS_D))
        for i, lembar in self.meja.lembar_hapus(hapus).items():
            self.meja.kirim(
                i, "data-utama", "penghapusan-akhir.xlsx", susun_buku([lembar]), "akhir"
            )
        for i in self.pertama:
            kode, nama = (self.s.kolom[satu][i] for satu in ("kode", "nama"))
            if self.s.kolom["sptjm"][i] and (
                surat := susun_surat(self.meja.ke, kode, nama, FINAL, i)
            ):
                self.meja.kirim(i, "sptjm", "sptjm.pdf", surat, "akhir", 60)
        return self.meja.hasil

    def _kenali(self, instansi: Iterable[int]) -> Kelompok:
        besar = pengaturan()["bentuk"]["bagian"]
        ruas = [(i, self.bagian[i] * besar, (self.bagian[i] + 1) * besar) for i in sorted(instansi)]
        return kenali(self.s, "pra", ruas)

    def _bertanda(self, tanda: str, semua: bool = False) -> set[int]:
        """Instansi with this mark; for what concerns only a first part, of those whose first this is."""
        pertama_saja = tanda in ("ulang", "rusak") and not semua
        return {
            i for i, n in self.bagian.items() if self.s.kolom[tanda][i] and not (pertama_saja and n)
        }

    def _ubahan(self) -> set[int]:
        return {i for i, n in self.bagian.items() if (i, n) in self.s.ubahan}

    def _nama_utama(self, i: int) -> str:
        return f"data-utama-{self.bagian[i] + 1:02}.xlsx"

    def _nama_riwayat(self, i: int) -> str:
        return f"data-riwayat-{self.bagian[i] + 1:02}.xlsx"

    def _jendela(self, i: int) -> str:
        return "perpanjangan" if self.s.kolom["perpanjangan"][i] else "perbaikan"

    def _umpan_bangsa(self, k: Kelompok) -> None:
        self.meja.tambah("dukcapil", umpan_dukcapil(self.s, k.orang, k.ident))
        self.meja.tambah("thk2", umpan_thk2(self.s, k.orang, k.ident, k.pertama))
        self.meja.tambah("register-asn", umpan_register(self.s, k.orang, k.ident))

    def _umpan_portal(self, bagian: Bagian, gelombang: str) -> None:
        saat = pengaturan()["umpan"][gelombang].timestamp()
        utama = bagian.utama.filter(~pl.col("ulangan"))
        for nama, baris in umpan_portal(self.s, utama, saat).items():
            self.meja.tambah(nama, baris)

    def _catat(self, utama: pl.DataFrame, gelombang: str) -> None:
        self.meja.catat_utama(utama, self._nama_utama, gelombang, self._ubahan())

    def _kirim_bagian(self, bagian: Bagian, baru: pl.DataFrame, gelombang: str) -> None:
        """Both workbooks of each part; `baru` = rows of Data Utama not yet in the answer key."""
        self.meja.kirim_utama(bagian, self._nama_utama, lambda _: gelombang)
        self.meja.kirim_riwayat(bagian, self._nama_riwayat, lambda _: gelombang)
        self._catat(baru, gelombang)
        self.meja.catat_riwayat(bagian, self._nama_riwayat, gelombang)
        self._umpan_portal(bagian, gelombang)

    def _kirim_rusak(self, bagian: Bagian) -> None:
        """First deliveries that cannot be used; the proper ones follow under the same name."""
        p = pengaturan()
        for i, lembar in self.meja.lembar_utama(bagian).items():
            jenis = p["bentuk"]["rusak"][int(self.s.kolom["rusak"][:i].sum())]
            kunci = self.meja.kirim(
                i, "data-utama", self._nama_utama(i), _isi_rusak(jenis, lembar), "awal"
            )
            baris = kunci_berkas(
                "BERKAS-RUSAK", self.s.kolom["kode"][i], kunci, p["rusak"][jenis], "awal"
            )
            self.meja.tambah("kunci", baris)

    def _kirim_susulan(self) -> None:
        """Late growth with a sheet of those taken out; after 22-10 only with an approved letter."""
        for i in self.pertama:
            if self.s.kolom["perpanjangan"][i]:
                surat = susun_pdf(["PERMINTAAN PERPANJANGAN WAKTU", self.s.kolom["nama"][i]])
                self.meja.kirim(i, "perpanjangan", "surat-perpanjangan.pdf", surat, "surat")
        bagian = susun_bagian(self.s, kenali_semua(self.s, "susulan", self.pertama))
        hapus = kenali_nasib(self.s, self.pertama, "b")
        tanpa = tanpa_alasan(self.s, hapus)
        hapus = hapus.with_columns(alasan=pl.when(~tanpa).then(pl.lit(HAPUS_B)))
        kode = self.s.kolom["kode"]
        self.meja.tambah("kunci", kunci_hilang(kode, hapus.filter(tanpa), "perbaikan"))
        utama, ditarik = self.meja.lembar_utama(bagian), self.meja.lembar_hapus(hapus)
        for i in sorted(utama.keys() | ditarik.keys()):
            buku = susun_buku([x[i] for x in (utama, ditarik) if i in x])
            self.meja.kirim(i, "data-utama", _perbaikan_utama(i), buku, self._jendela(i))
        self.meja.hasil.baris += bagian.utama.height
        self.meja.kirim_riwayat(bagian, _perbaikan_riwayat, self._jendela)
        self.meja.catat_utama(bagian.utama, _perbaikan_utama, "perbaikan", set())
        self.meja.catat_riwayat(bagian, _perbaikan_riwayat, "perbaikan")
        self._umpan_portal(bagian, "perbaikan")
        berindeks = _pilih(bagian, {i for i in self.pertama if self.s.kolom["indeks"][i]})
        self.meja.tambah("dokumen-indeks", umpan_dokumen(self.s, berindeks))

    def _kirim_terlambat(self) -> None:
        telat = [i for i in self.pertama if self.s.banyak(i, "terlambat")]
        bagian = susun_bagian(self.s, kenali_semua(self.s, "terlambat", telat))
        for i, lembar in self.meja.lembar_utama(bagian).items():
            nama = "data-utama-terlambat.xlsx"
            kunci = self.meja.kirim(i, "data-utama", nama, susun_buku([lembar]), "terlambat")
            baris = kunci_berkas(
                "BERKAS-TERLAMBAT", self.s.kolom["kode"][i], kunci, "", "perbaikan"
            )
            self.meja.tambah("kunci", baris)
        self.meja.hasil.baris += bagian.utama.height

    def _aduan(self) -> None:
        bagi = {i: int(self.s.kolom["aduan"][i]) for i in self.pertama}
        # More time is for those who have proposals to work on: of the forgotten, where none stays outside.
        perlu = {i: int(self.s.kolom["perpanjangan"][i]) for i in self.pertama}
        usul = kenali(self.s, "induk", [(i, 0, max(n // 3, perlu[i])) for i, n in bagi.items()])
        tanpa = [i for i in self.pertama if perlu[i] and not self.s.banyak(i, "induk")]
        lupa = kenali(self.s, "susulan", [(i, 0, 1) for i in tanpa])
        sanggah = kenali(self.s, "pra", [(i, 0, n - n // 3) for i, n in bagi.items()])
        self.meja.tambah("aduan", umpan_aduan(self.s, (usul, lupa), sanggah))

    def _indeks(self, bagian: Bagian, gelombang: str) -> None:
        """Rows of the document index; of two instansi the first documents themselves."""
        isi = umpan_dokumen(self.s, bagian)
        for i in self._bertanda("dokumen") & set(self.pertama):
            utama = bagian.utama.filter(pl.col("i") == i)
            kirim = gelombang == "prafinal"
            isi = kirim_dokumen(self.meja.kantor(i), self.meja.hasil, utama, isi, kirim)
        self.meja.tambah("dokumen-indeks", isi)


def _perbaikan_utama(_: int) -> str:
    return "data-utama-perbaikan.xlsx"


def _perbaikan_riwayat(_: int) -> str:
    return "data-riwayat-perbaikan.xlsx"


def _pilih(bagian: Bagian, instansi: set[int]) -> Bagian:
    ini = pl.col("i").is_in(list(instansi))
    return Bagian(bagian.utama.filter(ini), bagian.riwayat.filter(ini))


def _separuh(bagian: Bagian) -> Bagian:
    """A first, incomplete delivery: the first half of the rows, at least one."""
    batas = pl.max_horizontal(pl.len().over("i") // 2, 1)
    return Bagian(bagian.utama.filter(pl.col("letak") < batas), bagian.riwayat.clear())


def _isi_rusak(jenis: str, lembar: Lembar) -> bytes:
    buku = susun_buku([lembar])
    if jenis == "kosong":
        return b""
    if jenis == "bukan-workbook":
        return b"Berkas ini bukan workbook.\n"
    if jenis == "terpotong":
        return buku[: len(buku) * 2 // 3]
    tanpa = ["Nomor Urut" if x.startswith(("NIK", "Nomor Induk")) else x for x in lembar.judul]
    return susun_buku([Lembar(lembar.nama, tanpa, lembar.baris, lembar.pembuka)])
