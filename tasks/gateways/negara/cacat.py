"""The seeded defects: what each one changes in the rows. One person carries at most one."""

from collections.abc import Callable

import numpy as np
import polars as pl

from tasks.gateways.negara.acak import bilangan
from tasks.gateways.negara.pengaturan import SERUPA, pengaturan
from tasks.gateways.negara.serupa import salah_nik, salah_tulis
from tasks.gateways.negara.susunan import Susunan
from tasks.gateways.negara.unit import unit_khas

Ubahan = dict[str, pl.Expr]
WAKTU_POLA = (
    "W-MULAI-LIBUR", "W-SK-SUSULAN", "W-MULAI-TUMPUK", "W-SK-TUMPUK", "W-SK-MASSAL",
    "WAJAR-SK-KOLEKTIF", "WAJAR-AWAL-BULAN",
)  # fmt: skip
DUA_BARIS = ("SK-TERLAMBAT", "BLU", "W-THK2-TIDUR")
SATU_BARIS = ("MASA_KERJA", "HONORARIUM", "POLA-LIBUR", "SK-BERAKHIR", *WAKTU_POLA)
TAHUN_ACUAN: int = pengaturan()["bentuk"]["tahun_acuan"]
# The placeholder that passes for a NIK: its kecamatan and its date exist.
NIK_CONTOH = "1" * 16
TANPA_BARIS = (
    "NIK-PANJANG", "TANPA-NIK", "SERUPA-NIK-KURANG", "SERUPA-NIK-LEBIH", "SERUPA-NIK-AKHIR",
)  # fmt: skip


def rusakkan_waktu(utama: pl.DataFrame) -> pl.DataFrame:
    """Set tahun and banyak (year of the SK, number of riwayat rows) as the defect needs them."""
    jenis = pl.col("jenis")
    riwayat = jenis.str.starts_with("RIWAYAT-")
    tetap = riwayat | jenis.is_in(["MASA_KERJA", "BLU", "POLA-LIBUR", "W-THK2-TIDUR", *WAKTU_POLA])
    return utama.with_columns(
        tahun=pl.when(jenis == "SK-TERLAMBAT")
        .then(TAHUN_ACUAN + 1)
        .when(tetap)
        .then(TAHUN_ACUAN)
        .when(jenis == "SK-BERAKHIR")
        .then(TAHUN_ACUAN - 1)
        .otherwise("tahun"),
        banyak=pl.when(jenis == "RIWAYAT-LEBIH")
        .then(6)
        .when(jenis.is_in(SATU_BARIS))
        .then(1)
        .when(riwayat | jenis.is_in(DUA_BARIS))
        .then(2)
        .when(jenis.is_in(TANPA_BARIS))
        .then(0)
        .otherwise("banyak"),
    )


def rusakkan_bersama(s: Susunan, utama: pl.DataFrame) -> pl.DataFrame:
    """Defects that Data Utama and Data Riwayat show alike; adds the pay of both."""
    daerah = s.kolom["jenis"].gather(utama["i"]) == "D"
    langsung = pl.when(daerah).then(pl.lit("APBD")).otherwise(pl.lit("APBN"))
    utama = utama.with_columns(pembayaran=langsung, pembayaran_dulu=langsung)
    ada = set(utama["jenis"].unique())
    for nama in sorted(ada & set(_BERSAMA)):
        utama = _ganti(utama, nama, _BERSAMA[nama](nama))
    for nama, nik in salah_nik().items():
        utama = _ganti(utama, f"{SERUPA}{nama}", {"nik": nik})
    if "BLU" in ada:
        utama = _ganti(
            utama,
            "BLU",
            {"pembayaran": pl.when(daerah).then(pl.lit("BLUD")).otherwise(pl.lit("BLU"))},
        )
    if "MASA_KERJA" in ada:
        utama = _ganti(utama, "MASA_KERJA", _masa_kerja(s, utama))
    nomor = pl.format("5{}{}", "kode", pl.col("pid").cast(pl.String).str.zfill(7))
    for nama in sorted(ada & {"THK2-INDUK", "THK2-COCOK"}):
        utama = _ganti(utama, nama, {"nomor_peserta_thk2": nomor})
    return utama


def rusakkan_utama(utama: pl.DataFrame, kecuali: tuple[str, ...] = ()) -> pl.DataFrame:
    """Defects of cells of Data Utama only; kinds whose name starts with one of `kecuali` stay whole."""
    for nama in sorted(set(utama["jenis"].unique()) & (set(pengaturan()["cacat"]) | set(_UTAMA))):
        cacat = pengaturan()["cacat"].get(nama, {})
        if kecuali and nama.startswith(kecuali):
            continue
        baru: Ubahan = {x: pl.lit(None) for x in cacat.get("kosong", [])}
        baru |= {k: pl.lit(v) for k, v in cacat.get("isi", {}).items()}
        if nama in _UTAMA:
            baru |= _UTAMA[nama]
        if baru:
            utama = _ganti(utama, nama, baru)
    return utama


def rusakkan_riwayat(s: Susunan, riwayat: pl.DataFrame) -> pl.DataFrame:
    """Defects of the second riwayat row: a unit of another instansi, an excluded title, an empty cell."""
    ada = {x for x in riwayat["jenis"].unique() if x.startswith("RIWAYAT-") or x == "W-THK2-TIDUR"}
    kedua = riwayat["urut"] == 1
    for nama in sorted(ada):
        cacat = pengaturan()["cacat"][nama]
        baru: Ubahan = {k: pl.lit(v) for k, v in cacat.get("riwayat", {}).items()}
        if kolom := cacat.get("riwayat_kosong"):
            baru[kolom] = pl.lit(None)
        if nama == "RIWAYAT-TERBALIK":
            baru["tanggal_akhir"] = pl.col("tanggal_awal").dt.offset_by("-30d")
        if nama == "W-THK2-TIDUR":
            mundur = f"-{pengaturan()['pola_isi']['tidur_tahun']}y"
            tanggal = ("tanggal_sk", "tanggal_awal", "tanggal_akhir")
            baru |= {kolom: pl.col(kolom).dt.offset_by(mundur) for kolom in tanggal}
        if nama == "RIWAYAT-ASING":
            baru["unit_kerja"] = pl.lit(_unit_asing(s, riwayat))
        riwayat = _ganti(riwayat, nama, baru, kedua)
    return riwayat


def rusakkan_teks(teks: pl.DataFrame, asli: pl.DataFrame) -> pl.DataFrame:
    """Cells that cannot be read: dates no calendar has. `asli` has jenis and the true dates."""
    kunci = "riwayat_mustahil" if "urut" in asli.columns else "mustahil"
    kena = (
        asli["urut"] == 1
        if "urut" in asli.columns
        else pl.Series([True]).new_from_index(0, asli.height)
    )
    for nama in sorted(set(asli["jenis"].unique()) & set(pengaturan()["cacat"])):
        kolom = pengaturan()["cacat"][nama].get(kunci)
        if kolom:
            mustahil = pl.format("31-02-{}", asli[kolom].dt.year())
            ini = (asli["jenis"] == nama) & kena
            teks = teks.with_columns(pl.when(ini).then(mustahil).otherwise(kolom).alias(kolom))
    return teks


def _unit_asing(s: Susunan, riwayat: pl.DataFrame) -> pl.Series:
    """For each row a unit that only some other instansi has."""
    khas, n = unit_khas(), unit_khas().height
    satu = (riwayat["pid"] % n).to_numpy()
    milik = khas["instansi"].gather(satu) == s.kolom["nama"].gather(riwayat["i"])
    # The list is in order of instansi: half of it further stands another one.
    return khas["opd"].gather(np.where(milik.to_numpy(), (satu + n // 2) % n, satu))


def _ganti(
    tabel: pl.DataFrame, nama: str, baru: Ubahan, juga: pl.Series | None = None
) -> pl.DataFrame:
    ini = tabel["jenis"] == nama
    if juga is not None:
        ini &= juga
    return tabel.with_columns(**{k: pl.when(ini).then(v).otherwise(k) for k, v in baru.items()})


def _jabatan_dikecualikan(nama: str) -> Ubahan:
    sebutan = pl.Series(pengaturan()["anomali_jabatan"][nama])
    return {
        "jabatan": pl.lit(sebutan).gather((pl.col("pid") * 7 // 3) % len(sebutan)),
        "konversi_jabatan": pl.lit(pengaturan()["anomali_konversi"][nama]),
    }


def _nik(*bagian: pl.Expr) -> Callable[[str], Ubahan]:
    return lambda _: {"nik": pl.concat_str(*bagian)}


def _masa_kerja(s: Susunan, utama: pl.DataFrame) -> Ubahan:
    """An SK that began in February of the reference year or later: eleven months at most."""
    bulan = bilangan(s.rencana.benih, "masa-kerja", utama["pid"].to_numpy(), 11) + 1
    awal = np.datetime64(f"{TAHUN_ACUAN}-01", "M") + bulan
    hari = pl.Series(np.busday_offset(awal.astype("datetime64[D]") + 4, 0, roll="forward")).cast(
        pl.Date
    )
    return {"tanggal_sk": pl.lit(hari), "tanggal_mulai": pl.lit(hari)}


def _ganjil(ya: str, tidak: str) -> pl.Expr:
    return pl.when(pl.col("pid") % 2 == 0).then(pl.lit(ya)).otherwise(pl.lit(tidak))


_NIK = pl.col("nik")
_BULAN_MUSTAHIL = (_NIK.str.slice(8, 2).cast(pl.Int64) + 12).cast(pl.String)
_BERSAMA: dict[str, Callable[[str], Ubahan]] = {
    "SATPAM": _jabatan_dikecualikan,
    "KEBERSIHAN": _jabatan_dikecualikan,
    "PENGEMUDI": _jabatan_dikecualikan,
    "NIK-WILAYAH": _nik(pl.lit("99"), _NIK.str.slice(2)),
    "NIK-KECAMATAN": _nik(_NIK.str.slice(0, 4), pl.lit("99"), _NIK.str.slice(6)),
    "NIK-TANGGAL": _nik(_NIK.str.slice(0, 8), _BULAN_MUSTAHIL, _NIK.str.slice(10)),
    "NIK-SERI": _nik(_NIK.str.slice(0, 12), pl.lit("0000")),
    "NIK-CONTOH": _nik(pl.lit(NIK_CONTOH)),
    "NIK-PANJANG": _nik(_NIK.str.slice(0, 15)),
    "SK-BERAKHIR": lambda _: {"tanggal_akhir": pl.date(TAHUN_ACUAN, 9, 30)},
    "HONORARIUM": lambda _: {"pembayaran": _ganjil("PENGADAAN BARANG/JASA", "PIHAK KETIGA")},
    "BOS": lambda _: {"pembayaran": pl.lit("BOS")},
    "POLA-LIBUR": lambda _: {"tanggal_sk": pl.date(TAHUN_ACUAN, 1, 1)},
    "W-MULAI-LIBUR": lambda _: {"tanggal_mulai": pl.date(TAHUN_ACUAN, 1, 3)},
    "W-SK-SUSULAN": lambda _: {"tanggal_sk": pl.date(TAHUN_ACUAN, 10, 15)},
}
_SAMAR = pl.Series(pengaturan()["pola_isi"]["jabatan_samar"])
_UTAMA: dict[str, Ubahan] = {
    "W-JABATAN-SAMAR": {
        "jabatan": pl.lit(_SAMAR).gather((pl.col("pid") * 7 // 3) % len(_SAMAR)),
        "konversi_jabatan": pl.lit("Pengelola Umum Operasional"),
    },
    "W-JABATAN-BERUBAH": {"jabatan": pl.lit(pengaturan()["pola_isi"]["jabatan_dulu"])},
    **{f"{SERUPA}{nama}": baru for nama, baru in salah_tulis().items()},
    "IJAZAH": {"nomor_ijazah": pl.lit(None), "file_ijazah": pl.lit(None)},
    "NIK-LAHIR": {"tanggal_lahir": pl.col("tanggal_lahir").dt.offset_by("-5d")},
    "NAMA-GELAR": {"nama": pl.format("{}, S.Pd", pl.col("nama"))},
    "NAMA-TANDA": {"nama": pl.format("{}1", pl.col("nama"))},
    "NIK-KELAMIN": {"jenis_kelamin": pl.col("jenis_kelamin").replace({"L": "P", "P": "L"})},
    "LULUS-USIA": {"tanggal_lulus": pl.col("tanggal_lahir").dt.offset_by("9y")},
    "MULAI-USIA": {"tanggal_mulai": pl.col("tanggal_lahir").dt.offset_by("12y")},
    "SK-USIA": {"tanggal_sk": pl.col("tanggal_lahir").dt.offset_by("12y")},
    "SK-MULAI": {"tanggal_mulai": pl.col("tanggal_sk").dt.offset_by("-2y")},
    "SK-LULUS": {"tanggal_lulus": pl.col("tanggal_sk").dt.offset_by("60d")},
    "SK-TERBALIK": {"tanggal_akhir": pl.col("tanggal_mulai").dt.offset_by("-30d")},
    "PENANDATANGAN": {
        "jabatan_penandatangan": _ganjil("Pejabat Pembuat Komitmen", "Ketua Panitia"),
        "jenis_penandatangan": _ganjil("PEJABAT PEMBUAT KOMITMEN", "LAINNYA"),
    },
}
