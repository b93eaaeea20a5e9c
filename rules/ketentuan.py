"""The law in force on a date: every number, date and list of the regulations, each with its clause."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal, Self, get_origin

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from rules.instrumen import Instrumen, load_instrumen, nilai_butir, sidik_regulasi
from rules.ketentuan_kewajaran import KetentuanKewajaran
from rules.ketentuan_perpanjangan import KetentuanPerpanjangan
from rules.rujukan import AKAR
from rules.rule import KRITERIA

__all__ = ["Ketentuan", "Sumber", "is_tetap", "ketentuan_on", "sidik_regulasi"]

# A reading that the rules know only one way: a TOML that sets it otherwise is refused at load,
# where a plain bool would be ignored in silence.
Ya = Literal[True]
Tidak = Literal[False]


class Sumber(BaseModel):
    """Where one value of the law stands; `asumsi` marks our reading, `alasan` gives its ground, and
    `tanggal_asumsi` an instrument whose own date is not known."""

    model_config = ConfigDict(frozen=True)

    instrumen: str
    butir: str
    berlaku: date
    asumsi: bool
    alasan: str | None = None
    tanggal_asumsi: bool = False

    @property
    def kutipan(self) -> str:
        """The citation as it is printed, for instance "B/1511/M.SM.01.00/2022 huruf d"; one that is
        our reading says so."""
        return f"{self.instrumen} {self.butir}" + (" (asumsi)" if self.asumsi else "")


class PersetujuanAturan(BaseModel):
    """Somebody's leave that a rule may newly reject up to `orang` people of the potret of a tahap."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    aturan: str
    tahap: str
    orang: int
    oleh: str
    tanggal: date
    alasan: str


class Ketentuan(KetentuanKewajaran, KetentuanPerpanjangan):
    """The regulations folded to one date. Strict and closed: a slip in a TOML fails at load."""

    tanggal: date = Field(description="Tanggal hukum")
    sumber: Mapping[str, Sumber] = Field(description="Sumber tiap ketentuan", repr=False)

    # status dan keaktifan
    tanggal_acuan: date = Field(description="Tanggal acuan usia dan masa kerja")
    status_pendataan: tuple[str, ...] = Field(description="Status yang didata")
    jenis_kepegawaian: tuple[str, ...] = Field(
        description="Jenis kepegawaian di instansi pemerintah"
    )
    status_asn_tertutup: tuple[str, ...] = Field(
        description="Status di register ASN yang menutup pendataan"
    )
    status_meninggal: str = Field(description="Status Dukcapil yang menutup pendataan")
    masih_aktif: Ya = Field(description="Wajib masih aktif bekerja di instansi pendaftar")
    terdaftar_dianggap_aktif: bool = Field(
        description="Yang didaftarkan dianggap aktif sampai ada keterangan lain"
    )
    pengangkatan_dilarang: bool = Field(
        description="PPK dilarang mengangkat non-ASN mengisi jabatan ASN"
    )
    masa_transisi_tahun: int = Field(description="Lama masa transisi (tahun)")
    batas_masa_transisi: date = Field(description="Akhir masa transisi")

    # usia
    usia_minimum: int = Field(description="Usia paling rendah (tahun)")
    usia_maksimum: int = Field(description="Usia paling tinggi (tahun)")
    usia_tahun_genap: bool = Field(description="Usia dihitung dalam tahun genap")
    usia_thk2_dikecualikan: bool = Field(description="THK-II dikecualikan dari batas usia")
    tanggal_lahir_menurut: Literal["DUKCAPIL"] = Field(
        description="Sumber tanggal lahir yang menentukan usia"
    )
    nik_panjang: int = Field(description="Banyaknya angka NIK")
    nik_mustahil_menolak: Tidak = Field(description="NIK yang bentuknya mustahil menolak")

    # honorarium
    pembayaran_langsung: tuple[str, ...] = Field(description="Pembayaran langsung yang memenuhi")
    pembayaran_pusat: str = Field(description="Anggaran pembayar di instansi pusat")
    pembayaran_daerah: str = Field(description="Anggaran pembayar di instansi daerah")
    silang_anggaran_dihitung: bool = Field(
        description="APBD di pusat atau APBN di daerah tetap dihitung"
    )
    mata_anggaran: str = Field(description="Mata anggaran belanja pegawai (MAK)")
    pembayaran_jabatan_asn: tuple[str, ...] = Field(
        description="Pembayaran untuk jabatan ASN, diterima dengan tanda"
    )
    bos_dihitung: bool = Field(
        description="Pembayaran untuk jabatan ASN (BOS) dihitung sebagai pembayaran langsung"
    )
    bos_dihitung_bagi: tuple[str, ...] = Field(
        description="Kategori yang pembayaran untuk jabatan ASN-nya dihitung"
    )
    pembayaran_pengadaan: tuple[str, ...] = Field(
        description="Pembayaran lewat pengadaan, tidak memenuhi"
    )
    pembayaran_blu: tuple[str, ...] = Field(description="Pembayaran BLU/BLUD, dikecualikan")
    blu_dari_sk_utama: Ya = Field(description="BLU/BLUD dinilai dari pembayaran SK Data Utama")
    honorarium_minimum_periode: Literal[1] = Field(
        description="Jumlah paling sedikit periode dibayar langsung"
    )
    data_utama_dianggap_langsung: bool = Field(
        description="Periode Data Utama dianggap dibayar langsung"
    )

    # masa kerja
    masa_kerja_minimum_bulan: int = Field(description="Masa kerja paling singkat (bulan)")
    masa_kerja_akumulatif: Ya = Field(description="Masa kerja terputus dijumlahkan")
    bulan_sebagian_dihitung: Ya = Field(description="Bulan yang dibayar sebagian hari dihitung")
    bulan_campuran_dihitung: Ya = Field(
        description="Bulan yang dibayar langsung dan lewat pengadaan dihitung"
    )
    tumpang_tindih_sekali: Ya = Field(description="Periode bertumpang tindih dihitung sekali")
    akhir_kosong_berjalan: bool = Field(description="Tanggal Akhir kosong berarti masih berjalan")
    bulan_sk_terlambat_dihitung: Ya = Field(
        description="Bulan sebelum SK yang terlambat tetap dihitung"
    )

    # SK dan pengangkatan
    sk_maksimum_tanggal: date = Field(description="Tanggal SK paling akhir")
    sk_riwayat_dibatasi: Tidak = Field(description="SK riwayat juga dibatasi tanggal itu")
    sk_berlaku_pada: date = Field(description="Tanggal SK atau riwayat seharusnya masih berlaku")
    sk_lewat_menolak: Tidak = Field(description="SK yang masa berlakunya lewat menolak")
    penandatangan_sah: tuple[str, ...] = Field(
        description="Jenis jabatan penandatangan yang memenuhi, dari yang tertinggi"
    )
    penandatangan_bertanda: tuple[str, ...] = Field(
        description="Jenis jabatan penandatangan yang diterima dengan tanda"
    )
    penandatangan_bertanda_diterima: bool = Field(
        description="Penandatangan bertanda diterima; bila tidak, tidak memenuhi"
    )

    # jabatan
    kelas_alih_daya: tuple[str, ...] = Field(
        description="Kelompok jabatan yang hanya lewat alih daya"
    )
    kelompok_tidak_termasuk: tuple[str, ...] = Field(
        (), description="Kelompok yang tidak termasuk pendataan"
    )
    jabatan_dikecualikan: dict[str, str] = Field(
        description="Sebutan jabatan yang dikecualikan dan kelasnya"
    )
    jabatan_dikecualikan_kata: dict[str, str] = Field(
        description="Kata yang menandai jabatan mirip dan kelasnya"
    )
    jabatan_mirip_menolak: Tidak = Field(
        description="Jabatan mirip, konversi dan riwayat lama ikut menolak"
    )
    jumlah_nomenklatur: int | None = Field(
        None, description="Banyaknya nomenklatur dalam daftar resmi"
    )
    kelas_anomali: dict[str, str] = Field(description="Tujuh kelas anomali dan namanya")
    kelompok_menurut_jabatan: dict[str, str] = Field(description="Jabatan dan kelompoknya")
    kelompok_menurut_kata: dict[str, str] = Field(
        description="Kata penentu kelompok, menurut urutan"
    )
    kelompok_bawaan: str = Field(description="Kelompok bagi jabatan lain")
    kelompok_urutan: tuple[str, ...] = Field(description="Lima kelompok jabatan")

    # THK-II
    thk2_bukti: tuple[str, ...] = Field(
        description="Keterangan yang sedikitnya satu harus sama dengan daftar induk"
    )
    kriteria_berlaku_bagi: dict[str, tuple[str, ...]] = Field(
        description="Kriteria yang mengikat tiap kategori"
    )
    bukti_bayar_wajib_bagi: tuple[str, ...] = Field(
        description="Kategori yang wajib melampirkan bukti pembayaran"
    )
    thk2_pindah_dilepas_dulu: bool = Field(
        description="THK-II yang pindah dilepas instansi lama dahulu"
    )
    alasan_lapor_thk2: tuple[str, ...] = Field(description="Alasan LAPOR THK-II")

    # bentuk dan kelengkapan
    kolom_wajib: tuple[str, ...] = Field(description="Kolom Data Utama yang wajib diisi")
    kolom_riwayat_wajib: tuple[str, ...] = Field(description="Kolom Data Riwayat yang wajib diisi")
    bentuk_tanggal: str = Field(description="Bentuk penulisan tanggal")
    nama_tanpa_gelar: bool = Field(description="Nama ditulis tanpa gelar")
    nama_terpotong: int = Field(description="Panjang nama yang dipotong daftar lain (huruf)")

    kolom_kode_referensi: tuple[str, ...] = Field(
        description="Kolom yang diisi menurut Kode Referensi BKN"
    )
    nama_huruf_minimum: int = Field(description="Banyaknya huruf nama paling sedikit")
    nama_tanda: str = Field(description="Tanda selain huruf yang wajar dalam nama")
    nik_angka_berbeda_minimum: int = Field(
        description="Banyaknya angka berbeda dalam satu NIK paling sedikit"
    )
    usia_lulus_minimum: int = Field(description="Usia paling muda saat lulus (tahun)")
    usia_kerja_minimum: int = Field(description="Usia paling muda saat mulai bekerja (tahun)")
    sk_mulai_jarak_maksimum: int = Field(
        description="SK terbit paling lama sesudah Tanggal Mulai Kerja (hari)"
    )

    # riwayat
    riwayat_maksimum: int = Field(description="Banyaknya riwayat paling banyak")
    hanya_instansi_sendiri: Ya = Field(description="Riwayat hanya dari instansi sekarang")
    riwayat_asing_dihitung: bool = Field(description="Bulan riwayat unit instansi lain dihitung")
    riwayat_kembar_sekali: bool = Field(
        description="Baris riwayat yang sama persis dihitung sekali"
    )
    riwayat_lebih_dihitung: Ya = Field(
        description="Bulan riwayat yang melebihi jumlah terbanyak dihitung"
    )

    # pendidikan dan dokumen
    ijazah_wajib: Ya = Field(description="Ijazah atau bukti lulus wajib ada")
    ijazah_tanpa_keterangan_menolak: bool = Field(
        description="Ijazah tanpa nomor dan tanpa berkas menolak"
    )
    ijazah_ukuran_minimum: int = Field(description="Ukuran berkas ijazah paling kecil (byte)")
    ijazah_ukuran_maksimum: int = Field(description="Ukuran berkas ijazah paling besar (byte)")
    dokumen_ukuran_maksimum: int = Field(
        description="Ukuran berkas SK dan bukti pembayaran paling besar (byte)"
    )
    dokumen_tipe: tuple[str, ...] = Field(description="Jenis berkas dokumen yang diterima")

    # jawaban atas temuan
    konfirmasi_maksimum: float = Field(
        description="Bagian orang dalam daftar yang satu jenis temuannya wajar dinyatakan benar"
    )
    konfirmasi_maksimum_aturan: dict[str, float] = Field(
        description="Bagian itu bagi aturan tertentu"
    )
    konfirmasi_dinilai_sejak: int = Field(
        description="Banyaknya pernyataan benar sejak bagian itu dinilai"
    )

    ktp_foto_ukuran_maksimum: int = Field(
        description="Ukuran berkas KTP dan pas foto paling besar (byte)"
    )
    ktp_foto_tipe: tuple[str, ...] = Field(
        description="Jenis berkas KTP dan pas foto yang diterima"
    )
    dokumen_pribadi: tuple[str, ...] = Field(description="Dokumen yang hanya milik satu orang")
    dokumen_menurut_nama: dict[str, str] = Field(
        description="Jenis dokumen menurut kata pertama nama berkas"
    )

    # pengawasan
    pemeriksaan_sesuai: str = Field(
        description="Hasil pemeriksaan checker yang tidak menjadi temuan"
    )
    keputusan_aduan_kata: tuple[str, ...] = Field(description="Keputusan instansi atas aduan")

    # isian orangnya sendiri
    isian_portal_dibandingkan: bool = Field(
        description="Isian orang di portal dibandingkan dengan isian instansi"
    )

    # terdaftar lebih dari sekali
    ganda_bawaan: dict[str, Literal["SEMUA", "INDUK", "AKTIF_TERAKHIR"]] = Field(
        description="Di mana orang dihitung bila kasus gandanya tidak diputuskan, menurut sebabnya"
    )

    # hak aturan untuk menolak
    bayangan_maksimum: float = Field(
        description="Bagian orang sebuah potret yang boleh ditolak aturan baru tanpa persetujuan"
    )
    aturan_disetujui: tuple[PersetujuanAturan, ...] = Field(
        (), description="Aturan yang disetujui menolak lebih banyak"
    )

    # pemakaian sesudah pendataan
    kriteria_lanjutan: dict[str, tuple[str, ...]] = Field(
        description="Kriteria verifikasi lanjutan dan kriteria pendataan yang dipakainya"
    )
    pasal_99_menurut_kelompok: dict[str, str] = Field(
        description="Kelompok instansi dan badan Pasal 99 ayat (1)"
    )
    pasal_99_menurut_kata: dict[str, str] = Field(
        description="Kata dalam nama unit kerja dan badan Pasal 99 ayat (1)"
    )
    pendidikan_minimum_kelompok: dict[str, str] = Field(
        description="Tingkat pendidikan paling rendah tiap kelompok jabatan (kode BKN)"
    )
    sertifikat_kelompok: dict[str, str] = Field(
        description="Sertifikat kompetensi tiap kelompok jabatan"
    )
    tingkat_menurut_pola: dict[str, str] = Field(
        description="Awal tulisan pendidikan dan tingkatnya (kode BKN)"
    )

    # penyampaian
    sptjm_wajib: bool = Field(description="Data wajib disertai SPTJM yang ditandatangani PPK")
    akibat_tanpa_sptjm: str | None = Field(None, description="Akibat data tanpa SPTJM")
    penanggung_jawab: tuple[str, ...] = Field(
        (), description="Yang bertanggung jawab bila data tidak benar"
    )
    wajib_dianggap_tidak_memiliki: bool = Field(
        description="Yang tidak menyampaikan dianggap tidak memiliki"
    )
    pernyataan_belum_didaftarkan: str = Field(
        description="Jawaban portal kepada yang belum didaftarkan"
    )
    pernyataan_tidak_menyampaikan: str = Field(
        description="Pernyataan bagi yang tidak menyampaikan"
    )
    pengumuman_hari: int | None = Field(None, description="Lama pengumuman (hari kalender)")
    pengumuman_sarana: str = Field(description="Sarana pengumuman")
    perbaikan_hari: int | None = Field(
        None, description="Lama perbaikan atas masukan (hari kalender)"
    )

    @property
    def penandatangan_diterima(self) -> tuple[str, ...]:
        """Every signer that meets the law, with or without a flag."""
        bertanda = self.penandatangan_bertanda if self.penandatangan_bertanda_diterima else ()
        return self.penandatangan_sah + bertanda

    def kategori_bebas(self, kriteria: str | None) -> tuple[str, ...]:
        """Categories of people whom this criterion does not bind; none for a rule without one."""
        if kriteria is None:
            return ()
        return tuple(
            kategori
            for kategori, mengikat in self.kriteria_berlaku_bagi.items()
            if kriteria not in mengikat
        )

    @model_validator(mode="after")
    def _categories_are_complete(self) -> Self:
        """A switch per category names every category and known criteria, or a slip would free people."""
        if set(self.kriteria_berlaku_bagi) != set(self.status_pendataan):
            raise ValueError("kriteria_berlaku_bagi names other categories than status_pendataan")
        dikenal = {satu for isi in self.kriteria_berlaku_bagi.values() for satu in isi}
        lanjutan = {satu for isi in self.kriteria_lanjutan.values() for satu in isi}
        if asing := (dikenal | lanjutan) - set(KRITERIA):
            raise ValueError(f"not a criterion: {', '.join(sorted(asing))}")
        return self


def is_tetap(nama: str) -> bool:
    """Whether the rules know only the present value of this ketentuan, so that a TOML cannot change it."""
    return get_origin(Ketentuan.model_fields[nama].annotation) is Literal


def ketentuan_on(tanggal: date, akar: Path = AKAR) -> Ketentuan:
    """The law in force on `tanggal` (WIB). Raises ValueError where it was not complete yet, or
    where an assumption would change what an official instrument says."""
    nilai: dict[str, Any] = {}
    sumber: dict[str, Sumber] = {}
    for instrumen in load_instrumen(akar):
        if instrumen.berlaku <= tanggal:
            _fold(instrumen, nilai, sumber, akar)
    try:
        return Ketentuan(tanggal=tanggal, sumber=sumber, **nilai)
    except ValidationError as salah:
        cacat = [
            f"{satu['loc'][0]} ({satu['type']})" if satu["loc"] else satu["msg"]
            for satu in salah.errors()
        ]
        raise ValueError(
            f"the law on {tanggal:%d-%m-%Y} cannot be read, {len(cacat)} ketentuan at fault: "
            + ", ".join(cacat[:5])
        ) from None


def _fold(
    instrumen: Instrumen, nilai: dict[str, Any], sumber: dict[str, Sumber], akar: Path
) -> None:
    for nama, butir in instrumen.ketentuan.items():
        asumsi = instrumen.is_asumsi(butir)
        if asumsi and nama in sumber and not sumber[nama].asumsi:
            raise ValueError(f"assumption {nama} would change {sumber[nama].kutipan}")
        nilai[nama] = nilai_butir(butir, akar)
        sumber[nama] = Sumber(
            instrumen=instrumen.nomor,
            butir=butir.butir,
            berlaku=instrumen.berlaku,
            asumsi=asumsi,
            alasan=butir.alasan,
            tanggal_asumsi=instrumen.tanggal_asumsi,
        )
