"""How many of the seeded frauds each plausibility rule finds, and how many clean people it points at.

`python -m benchmarks.kewajaran --skala 0.05` makes the nation of the finalisasi in memory, without workbooks.
Exit code 1 when a rule points at more clean people than BATAS.
"""

import argparse
import resource
import sys
import time
from dataclasses import dataclass
from datetime import date

import polars as pl

from rules.fakta import Masukan, derive_fakta
from rules.ketentuan import Ketentuan, ketentuan_on
from rules.kewajaran_fakta import derive_kewajaran
from rules.kewajaran_potret import find_hilang
from rules.periksa import check
from rules.peringkat import HILANG, timbangan
from rules.rule import load_rules
from tasks.gateways.gudang import empty_table
from tasks.gateways.negara.bagian import Bagian, Kelompok, kenali_semua, susun_bagian
from tasks.gateways.negara.kunci_jawaban import kode_temuan
from tasks.gateways.negara.kuota import BERSIH, NASIB
from tasks.gateways.negara.pola import BERUBAH, WAJAR, tanpa_alasan
from tasks.gateways.negara.rencana import susun_rencana
from tasks.gateways.negara.susunan import Susunan, susun
from tasks.gateways.negara.umpan import umpan_portal, umpan_thk2

# Clean people per 100,000 that one rule may point at; what the table of the README promises.
BATAS = 50.0
HARI = date(2022, 10, 31)


@dataclass(frozen=True)
class Ukur:
    """One rule: seeds, found of them; clean people, pointed at of them."""

    kode: str
    benih: int
    ditemukan: int
    bersih: int
    keliru: int

    @property
    def per_seratus_ribu(self) -> float:
        """False alarms per 100,000 clean people."""
        return 100_000 * self.keliru / self.bersih if self.bersih else 0.0


@dataclass(frozen=True)
class Bangsa:
    """The rows of a nation at finalisasi: what facts come from, and the seed (`jenis`) of each id_tenaga."""

    masukan: Masukan
    jenis: pl.DataFrame
    hilang: pl.DataFrame


def build_bangsa(skala: float, benih: int) -> Bangsa:
    """The nation at finalisasi with the people of pra-finalisasi as its earlier potret."""
    s = susun(susun_rencana(skala, benih))
    semua = [i for i in range(s.rencana.instansi.height) if not s.kolom["diam"][i]]
    pra, susulan = (kenali_semua(s, fase, semua) for fase in ("pra", "susulan"))
    dulu = susun_bagian(s, pra)
    kini = [susun_bagian(s, pra, (BERUBAH,)), susun_bagian(s, susulan)]
    utama = pl.concat(bagian.utama for bagian in kini)
    ditarik = utama.filter(pl.col("nasib") == NASIB.index("b")).select(
        "i", "nik", kode_instansi="kode"
    )
    daftar = utama.filter(pl.col("nasib") != NASIB.index("b"), ~pl.col("ulangan")).with_row_index("id_tenaga", 1)  # fmt: skip
    tanpa = tanpa_alasan(s, ditarik)
    alasan = pl.when(~tanpa).then(pl.lit("Jabatan dikecualikan"))
    portal = {
        nama: pl.concat([umpan_portal(s, satu.utama.filter(~pl.col("ulangan")), 0)[nama] for satu in kini]).lazy()
        for nama in ("portal-akun", "portal-konfirmasi")
    }  # fmt: skip
    masukan = Masukan(
        tenaga=_shaped(daftar, "tenaga"),
        riwayat=_shaped(_history(kini, daftar), "riwayat"),
        instansi=s.rencana.instansi.select("nama", "jenis", kode_instansi="kode").lazy(),
        thk2=pl.concat([_master(s, satu) for satu in (pra, susulan)]).lazy(),
        akun_portal=portal["portal-akun"],
        portal_konfirmasi=portal["portal-konfirmasi"],
        penghapusan=ditarik.with_columns(alasan=alasan).lazy(),
        potret_lalu=_potret(dulu.utama),
    )
    jenis = daftar.select(pl.col("id_tenaga").cast(pl.Int32), "jenis")
    return Bangsa(masukan, jenis, ditarik.filter(tanpa).select("kode_instansi", "nik"))


def measure(bangsa: Bangsa, k: Ketentuan) -> list[Ukur]:
    """Every rule, and HILANG. Clean is who carries no seed of any kind, in whatever rule; those who only look
    like one (WAJAR) are clean too."""
    fakta = derive_fakta(bangsa.masukan, k).collect(engine="streaming").lazy()
    baris = derive_kewajaran(bangsa.masukan, fakta, k).collect(engine="streaming").lazy()
    hasil = check(baris, k, load_rules(), "kewajaran")
    if hasil.galat:
        raise RuntimeError(str(hasil.galat))
    bersih = bangsa.jenis.filter(
        (pl.col("jenis") == BERSIH) | pl.col("jenis").str.starts_with(WAJAR)
    )
    kode = sorted(set(timbangan().bobot) - {HILANG})
    return [
        *(_one(satu, hasil.temuan.filter(kode_aturan=satu), bangsa.jenis, bersih) for satu in kode),
        _vanished(bangsa, find_hilang(bangsa.masukan, k).collect(), bersih.height),
    ]


def _one(kode: str, temuan: pl.DataFrame, jenis: pl.DataFrame, bersih: pl.DataFrame) -> Ukur:
    tanam = [nama for nama, isi in kode_temuan().items() if kode in isi or nama == kode]
    benih = jenis.filter(pl.col("jenis").is_in(tanam))
    kena = temuan.select("id_tenaga")
    return Ukur(
        kode,
        benih.height,
        benih.join(kena, on="id_tenaga", how="semi").height,
        bersih.height,
        bersih.join(kena, on="id_tenaga", how="semi").height,
    )


def _vanished(bangsa: Bangsa, hilang: pl.DataFrame, bersih: int) -> Ukur:
    tepat = hilang.join(bangsa.hilang, on=["kode_instansi", "nik"], how="semi").height
    return Ukur(HILANG, bangsa.hilang.height, tepat, bersih, hilang.height - tepat)


def _shaped(isi: pl.DataFrame, tabel: str) -> pl.LazyFrame:
    """The columns of the table, those that no sheet has as nulls."""
    skema = empty_table(tabel).schema
    isi = isi.with_columns(
        kode_instansi="kode",
        status_baris=pl.lit("DAFTAR"),
        tak_terbaca=pl.lit([], dtype=pl.List(pl.String)),
    )
    kosong = [pl.lit(None, dtype=tipe).alias(nama) for nama, tipe in skema.items() if nama not in isi.columns]  # fmt: skip
    return isi.with_columns(kosong).select(skema.names()).cast(dict(skema)).lazy()


def _history(bagian: list[Bagian], daftar: pl.DataFrame) -> pl.DataFrame:
    orang = daftar.select("i", "pid", "id_tenaga", "kode")
    semua = pl.concat(satu.riwayat for satu in bagian)
    return semua.join(orang, on=["i", "pid"], maintain_order="left").with_row_index("id_riwayat", 1)


def _master(s: Susunan, k: Kelompok) -> pl.DataFrame:
    return umpan_thk2(s, k.orang, k.ident, k.pertama)


def _potret(utama: pl.DataFrame) -> pl.LazyFrame:
    return (
        utama.filter(~pl.col("ulangan"))
        .select(
            "nik",
            "nomor_peserta_thk2",
            "nama",
            "tanggal_lahir",
            "jabatan",
            tahap=pl.lit("prafinalisasi"),
            urut=pl.lit(0, pl.Int32),
            kode_instansi="kode",
            putusan_keseluruhan=pl.lit("M"),
        )
        .lazy()
    )


def tabel(hasil: list[Ukur]) -> str:
    """The measurements as a Markdown table."""
    judul = "| Aturan | Benih | Ditemukan | Recall | Keliru | Keliru per 100.000 bersih |"
    baris = [
        f"| `{u.kode}` | {u.benih} | {u.ditemukan} | "
        + (f"{u.ditemukan / u.benih:.3f}" if u.benih else "-")
        + f" | {u.keliru} | {u.per_seratus_ribu:.1f} |"
        for u in hasil
    ]
    return "\n".join([judul, "|---|--:|--:|--:|--:|--:|", *baris])


def main() -> int:
    """Makes the nation, measures, prints the table."""
    pilihan = argparse.ArgumentParser()
    pilihan.add_argument("--skala", type=float, default=0.05)
    pilihan.add_argument("--benih", type=int, default=2022)
    isi = pilihan.parse_args()
    bangsa = build_bangsa(isi.skala, isi.benih)
    mulai = time.perf_counter()
    hasil = measure(bangsa, ketentuan_on(HARI))
    lama, puncak = time.perf_counter() - mulai, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{hasil[0].bersih} orang bersih, {lama:.1f} detik, puncak {puncak // 1024} MiB\n")
    print(tabel(hasil))
    return int(any(satu.per_seratus_ribu > BATAS for satu in hasil))


if __name__ == "__main__":
    sys.exit(main())
