"""The national feeds, row by row of the people they are about."""

from collections.abc import Sequence

import numpy as np
import polars as pl

from tasks.gateways.negara.acak import acak, bilangan, pecahan
from tasks.gateways.negara.bagian import Kelompok
from tasks.gateways.negara.cacat import NIK_CONTOH
from tasks.gateways.negara.identitas import Identitas
from tasks.gateways.negara.kosakata import kolam_nama, pekerjaan
from tasks.gateways.negara.pengaturan import pengaturan
from tasks.gateways.negara.serupa import jenis_salah
from tasks.gateways.negara.susunan import Orang, Susunan

UKURAN_DASAR, UKURAN_RUANG = 102_400, 900_000


def umpan_dukcapil(s: Susunan, o: Orang, ident: Identitas) -> pl.DataFrame:
    """Dukcapil holds everyone under their true NIK, except those seeded as not found."""
    jenis = _jenis(s, o)
    lahir, nik, kelamin = pl.col("tanggal_lahir"), pl.col("nik"), pl.col("jenis_kelamin")
    kecamatan = pl.concat_str(nik.str.slice(0, 4), pl.lit("99"), nik.str.slice(6))
    return (
        ident.tabel.select(
            # An old kecamatan code is real: Dukcapil knows it, our list does not.
            nik=pl.when(jenis == "NIK-KECAMATAN")
            .then(kecamatan)
            .when(jenis == "NIK-CONTOH")
            .then(pl.lit(NIK_CONTOH))
            .otherwise(nik),
            nama=pl.when(jenis == "DUKCAPIL-NAMA")
            .then(_nama_lain(o))
            .when(jenis == "NAMA-PENDEK")
            .then(pl.lit(pengaturan()["cacat"]["NAMA-PENDEK"]["isi"]["nama"]))
            .otherwise("nama"),
            tanggal_lahir=pl.when(jenis == "DUKCAPIL-LAHIR")
            .then(lahir.dt.offset_by("-40d"))
            .when(jenis == "NIK-LAHIR")
            .then(lahir.dt.offset_by("-5d"))
            .otherwise(lahir),
            jenis_kelamin=pl.when(jenis == "DUKCAPIL-KELAMIN")
            .then(kelamin.replace({"L": "P", "P": "L"}))
            .when(jenis != "NIK-KELAMIN")
            .then(kelamin),
            status=pl.when(jenis == "MENINGGAL")
            .then(pl.lit("MENINGGAL"))
            .otherwise(pl.lit("HIDUP")),
        )
        # A second registration is the same resident: Dukcapil has them once.
        .filter(~jenis.is_in(["DUKCAPIL-TIADA", "NIK_LINTAS_INSTANSI", *jenis_salah()]))
    )


def umpan_thk2(s: Susunan, o: Orang, ident: Identitas, kedua: dict[int, int]) -> pl.DataFrame:
    """Master list rows of those registered: THK-II, and the number used by someone it does not fit."""
    jenis = _jenis(s, o)
    asing = s.kolom["kode"].gather(s.tetangga[o.instansi])
    cocok = jenis == "THK2-COCOK"
    tabel = umpan_induk(s, o, ident).with_columns(
        nama=pl.when(cocok).then(_nama_lain(o)).otherwise("nama"),
        tanggal_lahir=pl.when(cocok)
        .then(pl.col("tanggal_lahir").dt.offset_by("-400d"))
        .otherwise("tanggal_lahir"),
        # Who leaves the number empty is known to the list by the NIK.
        nik=pl.when(jenis == "THK2-NOMOR").then(ident.tabel["nik"]).when(~cocok).then("nik"),
        kode_instansi=pl.when(jenis.is_in(["THK2-PINDAH", "THK2-LEPAS"]))
        .then(asing)
        .otherwise("kode_instansi"),
    )
    # The second of a pair has no number of its own.
    punya = (pl.Series(o.thk) | cocok) & ~pl.Series(np.isin(o.pid, list(kedua)))
    return tabel.filter(punya)


def umpan_register(s: Susunan, o: Orang, ident: Identitas) -> pl.DataFrame:
    """ASN register: the few who already are."""
    status = pl.Series(["CPNS", "PNS", "PPPK"]).gather(o.pid % 3)
    kode = s.kolom["kode"].gather(o.instansi)
    return ident.tabel.select(
        "nik", status=status, kode_instansi=kode, tmt=pl.lit(pengaturan()["umpan"]["asn_tmt"])
    ).filter(_jenis(s, o) == "ASN")


def umpan_portal(s: Susunan, utama: pl.DataFrame, waktu: float) -> dict[str, pl.DataFrame]:
    """Accounts people made and what they say of their work; `utama` has kode, pid, nik, jenis."""
    b = pengaturan()["bentuk"]
    benih, pid = s.rencana.benih, utama["pid"].to_numpy()
    keluar = pl.Series(utama["jenis"] == "TIDAK-AKTIF")
    u = pl.Series(pecahan(benih, "akun", pid))
    # Whoever has a NIK that is nobody's cannot log in.
    bisa = (utama["nik"].str.len_chars() == 16).fill_null(False)
    bisa &= ~utama["jenis"].is_in(
        ["NIK-WILAYAH", "NIK-TANGGAL", "NIK-SERI", "MENINGGAL", "W-TANPA-JEJAK", *jenis_salah()]
    )
    saat = pl.Series(waktu - bilangan(benih, "saat", pid, 86400)).cast(pl.Int64) * 1_000_000
    cap = pl.lit(saat).cast(pl.Datetime("us", "UTC")).dt.convert_time_zone("Asia/Jakarta")
    dasar = utama.select("nik", kode_instansi="kode", waktu=cap)
    akun = dasar.filter(((u < b["akun"]) & bisa) | keluar)
    aktif = pl.when(keluar).then(pl.lit("TIDAK")).otherwise(pl.lit("YA"))
    konfirmasi = dasar.with_columns(aktif=aktif).filter(((u < b["konfirmasi"]) & bisa) | keluar)
    return {
        "portal-akun": akun.rename({"waktu": "dibuat"}),
        "portal-konfirmasi": konfirmasi.select("nik", "kode_instansi", "aktif", "waktu"),
    }


def umpan_indeks(s: Susunan, berkas: pl.DataFrame) -> pl.DataFrame:
    """Index rows for documents (kode, berkas): allowed type and size, made-up digests."""
    berkas = berkas.drop_nulls().unique(maintain_order=True)
    nomor = berkas.hash_rows(seed=1).to_numpy().astype(np.int64) & (2**62 - 1)
    ukuran = UKURAN_DASAR + bilangan(s.rencana.benih, "ukuran-dokumen", nomor, UKURAN_RUANG)
    kata = np.stack([acak(s.rencana.benih, f"sidik/{x}", nomor) for x in range(4)], axis=1)
    heksa = pl.Series(np.frombuffer(kata.tobytes().hex().encode(), dtype="S64").astype("U64"))
    return berkas.select(
        kode_instansi="kode",
        kunci=pl.format("kotak-masuk/{}/dokumen/{}", "kode", "berkas"),
        ukuran=pl.Series(ukuran),
        tipe=pl.lit("pdf"),
        sha256=heksa,
    )


def umpan_induk(s: Susunan, o: Orang, ident: Identitas) -> pl.DataFrame:
    """Master list rows as if everybody were on it; all of them for the THK-II whom nobody registers."""
    kode = s.kolom["kode"].gather(o.instansi)
    ber_nik = pl.Series(
        pecahan(s.rencana.benih, "nik-induk", o.pid) < pengaturan()["bentuk"]["nik_induk"]
    )
    kerja = pekerjaan().tabel[ident.jabatan.tolist()]
    return ident.tabel.select(
        pl.format("5{}{}", kode, pl.col("pid").cast(pl.String).str.zfill(7)).alias("nomor_peserta"),
        "nama",
        "tanggal_lahir",
        "tempat_lahir",
        "jenis_kelamin",
        kode_instansi=kode,
        nik=pl.when(ber_nik).then("nik"),
        jabatan=kerja["nama"],
        pendidikan=kerja["tingkat"],
    )


def _nama_lain(o: Orang) -> pl.Expr:
    """A name nobody in the nation bears."""
    tunggal = kolam_nama().tunggal.isi
    return pl.format("{} Sastrawidjaja", tunggal.gather(o.pid % len(tunggal)))


def _jenis(s: Susunan, o: Orang) -> pl.Series:
    return pl.Series(s.jenis).gather(o.jenis)


def umpan_aduan(s: Susunan, usul: Sequence[Kelompok], sanggah: Kelompok) -> pl.DataFrame:
    """Proposals of the unregistered (`usul`) and objections against the registered."""
    orang = Orang.gabung([*(satu.orang for satu in usul), sanggah.orang])
    keluhan = (
        pl.when(pl.col("pid") % 3 == 0).then(pl.lit("PENGADUAN")).otherwise(pl.lit("SANGGAHAN"))
    )
    semua = pl.concat(
        [
            *(satu.ident.tabel.with_columns(jenis=pl.lit("USULAN")) for satu in usul),
            sanggah.ident.tabel.with_columns(jenis=keluhan),
        ]
    )
    detik = bilangan(s.rencana.benih, "aduan", orang.pid, 12 * 86400)
    saat = pl.Series(pengaturan()["umpan"]["aduan"].timestamp() - detik).cast(pl.Int64) * 1_000_000
    return semua.select(
        id=pl.format("A{}", pl.Series(orang.pid).cast(pl.String).str.zfill(8)),
        waktu=pl.lit(saat).cast(pl.Datetime("us", "UTC")).dt.convert_time_zone("Asia/Jakarta"),
        jenis="jenis",
        kode_instansi=s.kolom["kode"].gather(orang.instansi),
        nama="nama",
        nik="nik",
        uraian=pl.col("jenis").replace_strict(pengaturan()["aduan_uraian"], return_dtype=pl.String),
    )
