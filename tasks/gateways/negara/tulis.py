"""What an instansi delivers in each wave, written into its inbox folders with the time of delivery."""

from pathlib import Path

import polars as pl

from tasks.gateways.negara.bagian import Bagian, Kelompok, kenali, kenali_nasib, susun_bagian
from tasks.gateways.negara.buku_kerja import Lembar, susun_buku
from tasks.gateways.negara.dokumen import kirim_dokumen, umpan_dokumen
from tasks.gateways.negara.gaya import (
    JUDUL_HAPUS,
    JUDUL_LAPOR,
    JUDUL_RIWAYAT,
    JUDUL_UTAMA,
    susun_lembar,
)
from tasks.gateways.negara.kiriman import Hasil, Kantor
from tasks.gateways.negara.kunci_jawaban import kunci_berkas, kunci_riwayat, kunci_utama
from tasks.gateways.negara.lapor import susun_lapor
from tasks.gateways.negara.pdf import susun_pdf
from tasks.gateways.negara.pengaturan import pengaturan
from tasks.gateways.negara.susunan import Susunan
from tasks.gateways.negara.umpan import (
    umpan_aduan,
    umpan_dukcapil,
    umpan_induk,
    umpan_portal,
    umpan_register,
    umpan_thk2,
)

UTAMA, RIWAYAT, HAPUS, LAPOR = "Data Utama", "Data Riwayat", "Penghapusan", "Lapor THK-II"


class Penulis:
    """The deliveries of one instansi `i` in one wave, part by part."""

    def __init__(self, s: Susunan, ke: Path, i: int) -> None:
        self.s, self.i = s, i
        self.baris = s.rencana.instansi.row(i, named=True)
        self.kantor = Kantor(ke, self.baris["kode"], s.rencana.benih)
        self.hasil = Hasil()

    def awal(self, n: int) -> Hasil:
        """Until 19-09: the admin's SK, the first workbooks, everything the national feeds know."""
        if n == 0 and not self.baris["diam"]:
            surat = susun_pdf(["SK PENUNJUKAN ADMIN INSTANSI", self.baris["nama"]])
            self._kirim("admin", "sk-penunjukan.pdf", surat, "admin")
            if self.s.banyak(self.i, "susulan"):
                self._umpan_bangsa(self._kenali("susulan"))
        if n == 0 and self.s.banyak(self.i, "induk"):
            k = self._kenali("induk")
            self._tambah("thk2", umpan_induk(self.s, k.orang, k.ident))
        dari, sampai = self._rentang(n)
        if dari >= self.s.banyak(self.i, "pra"):
            return self.hasil
        k = kenali(self.s, self.i, "pra", dari, sampai)
        self._umpan_bangsa(k)
        if self.baris["awal"]:
            bagian = susun_bagian(self.s, k)
            if self.baris["ulang"] and n == 0:
                self._kirim_utama(self._separuh(bagian), n, "awal")
            else:
                self._kirim_bagian(bagian, n, "awal")
        elif self.baris["rusak"] and n == 0:
            self._kirim_rusak(susun_bagian(self.s, k))
        return self.hasil

    def prafinal(self, n: int) -> Hasil:
        """Until the evening of 30-09: the remaining workbooks, LAPOR THK-II, the documents."""
        if n == 0:
            self._kirim_lapor()
        dari, sampai = self._rentang(n)
        if dari >= self.s.banyak(self.i, "pra"):
            return self.hasil
        ulang = self.baris["ulang"] and n == 0
        if self.baris["awal"] and not ulang and not self.baris["indeks"]:
            return self.hasil
        bagian = susun_bagian(self.s, kenali(self.s, self.i, "pra", dari, sampai))
        if ulang:
            lama = self._separuh(bagian).utama.height
            self._kirim_bagian(bagian, n, "prafinal", sejak=lama)
        elif not self.baris["awal"]:
            self._kirim_bagian(bagian, n, "prafinal")
        if self.baris["indeks"]:
            self._indeks(bagian, "prafinal", n)
        return self.hasil

    def perbaikan(self, n: int) -> Hasil:
        """October: who was forgotten, who is taken out, corrections, letters, and what comes too late."""
        if n == 0 and not self.baris["diam"]:
            self._kirim_susulan()
            self._kirim_terlambat()
            if self.s.banyak(self.i, "pra"):
                self._tambah("aduan", umpan_aduan(self.s, self.i))
        dari, sampai = self._rentang(n)
        ubah = (self.i, n) in self.s.ubahan
        if dari < self.s.banyak(self.i, "pra") and (ubah or self.baris["indeks"]):
            k = kenali(self.s, self.i, "pra", dari, sampai)
            if self.baris["indeks"]:
                self._indeks(susun_bagian(self.s, k), "perbaikan", n)
            if ubah:
                # Sent before the sheet Penghapusan, or those taken out would be listed again.
                self._kirim_utama(
                    susun_bagian(self.s, k, "TANPA-"), n, "perbaikan", catat=False, menit=-60
                )
        return self.hasil

    def akhir(self, n: int) -> Hasil:
        """November: the signed SPTJM, and who is still taken out."""
        if n or self.baris["diam"]:
            return self.hasil
        if self.baris["d"]:
            isi = kenali_nasib(self.s, self.i, "d").with_columns(
                alasan=pl.lit("Tidak memenuhi ketentuan")
            )
            buku = susun_buku([susun_lembar(HAPUS, JUDUL_HAPUS, isi, "baku")])
            self._kirim("data-utama", "penghapusan-akhir.xlsx", buku, "akhir")
        if self.baris["sptjm"]:
            isi_pdf = [
                "SURAT PERNYATAAN TANGGUNG JAWAB MUTLAK",
                self.baris["nama"],
                "(dokumen sintetis)",
            ]
            self._kirim("sptjm", "sptjm.pdf", susun_pdf(isi_pdf), "akhir", menit=60)
        return self.hasil

    def _rentang(self, n: int) -> tuple[int, int]:
        besar = pengaturan()["bentuk"]["bagian"]
        return n * besar, (n + 1) * besar

    def _kenali(self, fase: str) -> Kelompok:
        return kenali(self.s, self.i, fase, 0, self.s.banyak(self.i, fase))

    def _kirim(self, jenis: str, nama: str, isi: bytes, jendela: str, menit: int = 0) -> str:
        return self.kantor.kirim(self.hasil, jenis, nama, isi, self.kantor.waktu(jendela, menit))

    def _tambah(self, umpan: str, baris: pl.DataFrame) -> None:
        if baris.height:
            ada = self.hasil.umpan.get(umpan)
            self.hasil.umpan[umpan] = baris if ada is None else pl.concat([ada, baris])

    def _umpan_bangsa(self, k: Kelompok) -> None:
        self._tambah("dukcapil", umpan_dukcapil(self.s, k.orang, k.ident))
        self._tambah("thk2", umpan_thk2(self.s, k.orang, k.ident, k.pertama))
        self._tambah("register-asn", umpan_register(self.s, k.orang, k.ident))

    def _umpan_portal(self, bagian: Bagian, jendela: str) -> None:
        utama = bagian.utama.filter(~pl.col("ulangan"))
        saat = pengaturan()["umpan"][jendela].timestamp()
        for nama, baris in umpan_portal(self.s, utama, self.baris["kode"], saat).items():
            self._tambah(nama, baris)

    def _lembar_utama(self, bagian: Bagian) -> Lembar:
        return susun_lembar(UTAMA, JUDUL_UTAMA, bagian.utama, self.baris["gaya"])

    def _kirim_bagian(self, bagian: Bagian, n: int, jendela: str, sejak: int = 0) -> None:
        """Both workbooks of a part, and what the portal learns of its people."""
        self._kirim_utama(bagian, n, jendela, sejak=sejak)
        self._kirim_riwayat(bagian, f"data-riwayat-{n + 1:02}.xlsx", jendela)
        self._umpan_portal(bagian, jendela)

    def _kirim_utama(
        self,
        bagian: Bagian,
        n: int,
        jendela: str,
        sejak: int = 0,
        catat: bool = True,
        menit: int = 0,
    ) -> None:
        """Data Utama of part `n`; records before `sejak` are already in the answer key."""
        lembar = self._lembar_utama(bagian)
        kunci = self._kirim(
            "data-utama", f"data-utama-{n + 1:02}.xlsx", susun_buku([lembar]), jendela, menit
        )
        self.hasil.baris += bagian.utama.height
        if catat:
            isi = kunci_utama(bagian.utama, kunci, UTAMA, lembar.baris_pertama, jendela)
            isi = isi.filter(pl.col("baris") >= lembar.baris_pertama + sejak)
            if (self.i, n) in self.s.ubahan:
                ubah = pl.col("jenis").str.starts_with("TANPA-")
                isi = isi.with_columns(diperbaiki=pl.when(ubah).then(pl.lit("perbaikan")))
            self._tambah("kunci", isi)

    def _kirim_riwayat(self, bagian: Bagian, nama: str, jendela: str, gelombang: str = "") -> None:
        lembar = susun_lembar(RIWAYAT, JUDUL_RIWAYAT, bagian.riwayat, self.baris["gaya"])
        kunci = self._kirim("data-riwayat", nama, susun_buku([lembar]), jendela, 15)
        self.hasil.riwayat += bagian.riwayat.height
        isi = kunci_riwayat(
            bagian.riwayat, bagian.utama, kunci, RIWAYAT, lembar.baris_pertama, gelombang or jendela
        )
        self._tambah("kunci", isi)

    def _separuh(self, bagian: Bagian) -> Bagian:
        """A first, incomplete delivery: the first half of the rows."""
        return Bagian(bagian.utama.head(max(1, bagian.utama.height // 2)), bagian.riwayat)

    def _kirim_rusak(self, bagian: Bagian) -> None:
        """A first delivery that cannot be used; the proper one follows under the same name."""
        p = pengaturan()
        flag = self.s.rencana.instansi["rusak"].to_list()
        jenis = p["bentuk"]["rusak"][sum(flag[: self.i])]
        utuh = self._lembar_utama(bagian)
        buku = susun_buku([utuh])
        isi = {
            "kosong": b"",
            "bukan-workbook": b"NIK;Nama\nBerkas ini bukan workbook.\n",
            "terpotong": buku[: len(buku) * 2 // 3],
            "tanpa-nik": susun_buku([Lembar(UTAMA, utuh.isi.drop("nik"), [x for x, k in zip(utuh.judul, utuh.isi.columns, strict=True) if k != "nik"])]),
        }[jenis]  # fmt: skip
        kunci = self._kirim("data-utama", "data-utama-01.xlsx", isi, "awal")
        self._tambah(
            "kunci",
            kunci_berkas("BERKAS-RUSAK", self.baris["kode"], kunci, p["rusak"][jenis], "awal"),
        )

    def _kirim_susulan(self) -> None:
        """Late growth with a sheet of those taken out; after 22-10 only with an approved letter."""
        jendela = "perpanjangan" if self.baris["perpanjangan"] else "perbaikan"
        if self.baris["perpanjangan"]:
            surat = susun_pdf(["PERMINTAAN PERPANJANGAN WAKTU", self.baris["nama"]])
            self._kirim("perpanjangan", "surat-perpanjangan.pdf", surat, "surat")
        lembar: list[Lembar] = []
        bagian = None
        if self.s.banyak(self.i, "susulan"):
            bagian = susun_bagian(self.s, self._kenali("susulan"))
            lembar.append(self._lembar_utama(bagian))
        if self.baris["b"]:
            hapus = kenali_nasib(self.s, self.i, "b").with_columns(
                alasan=pl.lit("Jabatan dikecualikan")
            )
            lembar.append(susun_lembar(HAPUS, JUDUL_HAPUS, hapus, "baku"))
        if not lembar:
            return
        kunci = self._kirim("data-utama", "data-utama-perbaikan.xlsx", susun_buku(lembar), jendela)
        if bagian is not None:
            self.hasil.baris += bagian.utama.height
            isi = kunci_utama(bagian.utama, kunci, UTAMA, lembar[0].baris_pertama, "perbaikan")
            self._tambah("kunci", isi)
            self._kirim_riwayat(bagian, "data-riwayat-perbaikan.xlsx", jendela, "perbaikan")
            self._umpan_portal(bagian, "perbaikan")
            if self.baris["indeks"]:
                self._tambah("dokumen-indeks", umpan_dokumen(self.s, self.baris["kode"], bagian))

    def _kirim_terlambat(self) -> None:
        if not self.baris["terlambat"]:
            return
        bagian = susun_bagian(self.s, self._kenali("terlambat"))
        lembar = self._lembar_utama(bagian)
        kunci = self._kirim(
            "data-utama", "data-utama-terlambat.xlsx", susun_buku([lembar]), "terlambat"
        )
        self.hasil.baris += bagian.utama.height
        self._tambah(
            "kunci", kunci_berkas("BERKAS-TERLAMBAT", self.baris["kode"], kunci, "", "perbaikan")
        )

    def _kirim_lapor(self) -> None:
        if self.baris["diam"] or not self.s.banyak(self.i, "pra"):
            return
        isi = susun_lapor(self.s, self.i)
        if isi.height:
            buku = susun_buku([susun_lembar(LAPOR, JUDUL_LAPOR, isi, "baku")])
            self._kirim("lapor-thk2", "lapor-thk2.xlsx", buku, "prafinal", 30)

    def _indeks(self, bagian: Bagian, jendela: str, n: int) -> None:
        """Rows of the document index; of two instansi the first documents themselves."""
        isi = umpan_dokumen(self.s, self.baris["kode"], bagian)
        if self.baris["dokumen"] and n == 0:
            isi = kirim_dokumen(self.kantor, self.hasil, bagian, isi, kirim=jendela == "prafinal")
        self._tambah("dokumen-indeks", isi)
