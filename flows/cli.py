"""The command line: `pendataan`. Exit 0 done, 1 failed, 2 wrong use."""

import errno
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from flows.lingkungan import settle_prefect
from rules.kalender import WIB, kalender_on
from tasks.gateways.pengaturan import GalatPengaturan, Pengaturan, read_pengaturan

app = typer.Typer(
    help="Pendataan tenaga non-ASN: dari kotak masuk instansi sampai pengumuman, potret dan statistik.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
layar = Console(highlight=False)
_PANJANG_NIK = 16
_SEBAB = {
    errno.ENOENT: "tidak ada, atau tidak dapat dibuat di sana",
    errno.EACCES: "tidak boleh dibuka atau ditulis oleh pengguna ini",
    errno.EPERM: "tidak boleh dibuka atau ditulis oleh pengguna ini",
    errno.EROFS: "tidak dapat ditulis, penyimpanannya hanya-baca",
    errno.ENOSPC: "tidak dapat ditulis, ruang penyimpanan habis",
    errno.ENOTDIR: "bukan folder",
    errno.EEXIST: "sudah ada dan bukan folder",
}
# What --debug said, for main(): an error may leave the command before its context can be asked.
_jejak: list[bool] = []

Tanggal = Annotated[
    str | None,
    typer.Option(
        metavar="SAAT",
        help="Saat acuan (WIB bila tanpa zona), misalnya 2022-10-31T18:00. Bawaan: sekarang.",
    ),
]
Skala = Annotated[
    float, typer.Option(metavar="ANGKA", min=0.0005, max=1.0, help="Bagian dari 2,4 juta orang.")
]
Benih = Annotated[
    int, typer.Option(metavar="ANGKA", min=0, help="Benih acak; benih sama, isi sama.")
]


@app.callback()
def _umum(
    konteks: typer.Context,
    debug: Annotated[bool, typer.Option("--debug", help="Tampilkan jejak galat.")] = False,
) -> None:
    _jejak.append(debug)
    if not debug and konteks.invoked_subcommand != "serve":
        # Prefect tells every failure with its traceback; main() tells it in one line.
        os.environ.setdefault("PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL", "CRITICAL")


@app.command()
def demo(
    ke: Annotated[Path, typer.Option(metavar="FOLDER", help="Folder hasil demo.")] = Path("demo"),
    skala: Skala = 0.01,
    benih: Benih = 2022,
) -> None:
    """Jalankan seluruh daur 2022 dengan data sintetis.

    Contoh: pendataan demo --ke demo --skala 0.01
    """
    from flows.demo import run_demo

    run_demo(ke, skala, benih, layar)


@app.command()
def generate(
    ke: Annotated[
        Path,
        typer.Option(
            metavar="FOLDER", help="Folder simpanan yang diisi (kotak-masuk/ di dalamnya)."
        ),
    ],
    skala: Skala = 0.01,
    benih: Benih = 2022,
    gelombang: Annotated[
        list[str] | None,
        typer.Option(metavar="NAMA", help="awal, prafinal, perbaikan, akhir; bawaan: semua."),
    ] = None,
) -> None:
    """Tulis kiriman sintetis ke kotak masuk.

    Kunci jawabannya ditulis di sebelah folder itu.

    Contoh: pendataan generate --ke data/simpanan --skala 0.01 --benih 2022
    """
    from flows.demo import write_negara
    from tasks.gateways.negara import GELOMBANG

    if asing := set(gelombang or ()) - set(GELOMBANG):
        raise typer.BadParameter(
            f"gelombang {', '.join(sorted(asing))} tidak dikenal; yang ada {', '.join(GELOMBANG)}"
        )
    ringkas = write_negara(ke, skala, benih, gelombang)
    layar.print(f"{ringkas}. Kunci jawaban: {ke.with_name(ke.name + '-kunci.parquet')}")


@app.command()
def nightly(tanggal: Tanggal = None) -> None:
    """Satu malam: baca, bangun gudang, periksa, jawab.

    Membaca kiriman baru, membangun gudang, menerapkan aturan, dan menjawab setiap instansi.

    Contoh: pendataan nightly --tanggal 2022-09-30T20:00
    """
    saat = _moment(tanggal)
    _ready()
    from flows.nightly import nightly as flow

    malam = flow(saat)
    layar.print(
        f"{_angka(malam.diterima)} kiriman diterima, {_angka(malam.dibaca)} berkas dibaca, "
        f"{_angka(malam.ditolak)} ditolak, {_angka(malam.orang)} orang dalam daftar, "
        f"{_angka(malam.kasus_ganda)} kasus ganda, {_angka(malam.jawaban)} jawaban diperbarui.",
        soft_wrap=True,
    )


@app.command("close-tahap")
def close_tahap(tanggal: Tanggal = None) -> None:
    """Tutup setiap tahap yang batasnya sudah lewat.

    Yang sudah terbit tidak diulang. Hasilnya potret, pengumuman, konsep SPTJM dan statistik.

    Contoh: pendataan close-tahap --tanggal 2022-10-31T18:00
    """
    saat = _moment(tanggal) or datetime.now(WIB)
    _ready()
    from flows.close_tahap import close_tahap as flow

    nama = {satu.kode: satu.nama for satu in kalender_on(saat.astimezone(WIB).date())}
    ditutup = [nama[kode] for kode in flow(saat)]
    layar.print(
        f"Ditutup: {', '.join(ditutup)}." if ditutup else "Tidak ada tahap yang harus ditutup.",
        soft_wrap=True,
    )


@app.command()
def explain(
    nik: Annotated[str | None, typer.Argument(metavar="NIK", help="NIK 16 angka.")] = None,
    sel: Annotated[
        str | None,
        typer.Option(
            metavar="KUNCI:LEMBAR:BARIS",
            help="Baris di satu berkas, untuk baris yang NIK-nya tidak terbaca.",
        ),
    ] = None,
) -> None:
    """Jelaskan putusan atas seseorang.

    Menyebut aturan, dasar, nilai yang dipakai, dan sel asal setiap nilai.

    Contoh: pendataan explain 3201010101900001

    Contoh: pendataan explain --sel "5105/data-utama/data.xlsx:Data Utama:17"
    """
    from tasks.gateways.penjelasan import explain_nik, explain_sel

    if (nik is None) == (sel is None):
        raise typer.BadParameter("sebut satu NIK, atau satu baris dengan --sel")
    if sel is not None:
        teks = explain_sel(read_pengaturan(), *_row_of(sel))
    elif nik.isascii() and nik.isdigit() and len(nik) == _PANJANG_NIK:
        teks = explain_nik(read_pengaturan(), nik)
    else:
        raise typer.BadParameter(f"NIK terdiri dari {_PANJANG_NIK} angka")
    layar.print(teks, markup=False, soft_wrap=True)


@app.command()
def terima(
    instansi: Annotated[
        str | None, typer.Option(metavar="KODE", help="Satu pengirim; bkn untuk umpan nasional.")
    ] = None,
    tanggal: Tanggal = None,
    periksa: Annotated[
        bool, typer.Option("--periksa", help="Periksa rantai tanda terima dan isi arsip.")
    ] = False,
    kepala: Annotated[
        str | None,
        typer.Option(metavar="SIDIK", help="Kepala yang dicatat dahulu; harus masih ada."),
    ] = None,
) -> None:
    """Daftar kiriman yang diterima dan keadaannya.

    Dengan --periksa: ikuti rantai tanda terima, baca ulang setiap arsip, sebut putusnya yang pertama.

    Contoh: pendataan terima --instansi 5105 --tanggal 2022-09-30T20:00

    Contoh: pendataan terima --periksa
    """
    from tasks.gateways.simpanan import open_simpanan

    if periksa and (instansi or tanggal):
        raise typer.BadParameter("--periksa memeriksa seluruh buku, tanpa --instansi dan --tanggal")
    if kepala is not None and not periksa:
        raise typer.BadParameter("--kepala dipakai bersama --periksa")
    saat = _moment(tanggal) or datetime.now(WIB)
    simpanan = open_simpanan(read_pengaturan())
    if periksa:
        from tasks.gateways.periksa_terima import check_buku

        buku = check_buku(simpanan, kepala)
        teks = f"{_angka(buku.jumlah)} tanda terima utuh, kepala {buku.kepala}."
    else:
        from reports.daftar_terima import render_daftar_terima
        from tasks.gateways.daftar_terima import read_daftar_terima

        teks = render_daftar_terima(read_daftar_terima(simpanan, saat, _sender(instansi)), saat)
    layar.print(teks, markup=False, soft_wrap=True)


@app.command("bangun-ulang")
def bangun_ulang(
    ke: Annotated[
        Path, typer.Option(metavar="FOLDER", help="Folder baru untuk bukti dan gudangnya.")
    ],
    tanggal: Tanggal = None,
    dicatat: Annotated[
        str | None,
        typer.Option(
            metavar="SAAT",
            help="Pakai tanda terima yang ditulis sampai saat ini. Bawaan: sama dengan --tanggal.",
        ),
    ] = None,
) -> None:
    """Bangun gudang suatu saat dari arsip dan buku terima saja.

    Rantai dan arsip diperiksa dahulu; semua kiriman dibaca ulang; gudang yang dipakai tidak disentuh.

    Contoh: pendataan bangun-ulang --tanggal 2022-09-30T20:00 --ke ulang
    """
    saat = _moment(tanggal) or datetime.now(WIB)
    sampai = _moment(dicatat) or saat
    if ke.exists() and (not ke.is_dir() or any(ke.iterdir())):
        raise typer.BadParameter(f"{ke} sudah berisi; sebut folder baru")
    _ready()
    from flows.rebuild import rebuild as flow

    hasil = flow(saat, ke, sampai)
    layar.print(
        f"{_angka(hasil.terima)} tanda terima, {_angka(hasil.orang)} orang dalam daftar. "
        f"Gudang {hasil.gudang}, sidik isi {hasil.sidik}. {_compared(hasil.berbeda)}",
        markup=False,
        soft_wrap=True,
    )


@app.command("kebijakan-s3")
def kebijakan_s3(
    instansi: Annotated[
        list[str] | None,
        typer.Option(metavar="KODE", help="Boleh berulang; bawaan: semua instansi."),
    ] = None,
    pemilik: Annotated[
        str, typer.Option(metavar="NAMA", help="Pengguna S3 pemilik bucket.")
    ] = "pendataan",
) -> None:
    """Tulis kebijakan bucket S3 sebagai JSON.

    Pengguna instansi-KODE hanya dapat mengirim ke kotak-masuk/KODE/ dan membaca kotak-keluar/KODE/.
    Satu bucket memegang satu kebijakan: yang tidak disebut tidak dapat apa-apa.

    Contoh: pendataan kebijakan-s3 --instansi 5105
    """
    from tasks.gateways.instansi import read_instansi
    from tasks.gateways.kebijakan_s3 import render_kebijakan

    semua = read_instansi()["kode_instansi"].to_list()
    if asing := set(instansi or ()) - set(semua):
        raise typer.BadParameter(f"instansi {', '.join(sorted(asing))} tidak dikenal")
    pengaturan = read_pengaturan()
    if not pengaturan.bucket:
        raise GalatPengaturan("Simpanan bukan s3://bucket; sebut bucketnya di PENDATAAN_SIMPANAN")
    print(render_kebijakan(pengaturan.bucket, pemilik, instansi or semua))


@app.command()
def serve() -> None:
    """Jalankan nightly dan close-tahap menurut jadwal.

    Mendaftarkan keduanya ke Prefect, lalu menunggu sampai dihentikan.

    Contoh: pendataan serve
    """
    _ready()
    from flows.serve import supervise

    layar.print(
        "Jadwal: nightly pukul 01.00 WIB, close-tahap setiap jam lewat 10 menit. Ctrl-C menghentikan."
    )
    if kode := supervise():
        raise RuntimeError(f"Prefect berhenti sendiri (kode {kode}); lihat pesannya di atas")
    layar.print("Berhenti.")


def main() -> None:
    """Entry point: one clear line for an error, a traceback only with --debug."""
    try:
        app()
    except Exception as galat:
        if any(_jejak):
            raise
        print(f"Galat: {_line(galat)}", file=sys.stderr)
        sys.exit(2 if isinstance(galat, GalatPengaturan) else 1)


def _ready() -> Pengaturan:
    pengaturan = read_pengaturan()
    settle_prefect(pengaturan)
    return pengaturan


def _moment(teks: str | None) -> datetime | None:
    if teks is None:
        return None
    try:
        saat = datetime.fromisoformat(teks)
    except ValueError:
        raise typer.BadParameter(f"{teks!r} bukan saat; tulis seperti 2022-10-31T18:00") from None
    return saat if saat.tzinfo else saat.replace(tzinfo=WIB)


def _row_of(sel: str) -> tuple[str, str, int]:
    """Key, sheet and row; a sheet's name never holds a colon, a file's may."""
    kunci, lembar, baris = ["", "", *sel.rsplit(":", 2)][-3:]
    if not (kunci and lembar and baris.isascii() and baris.isdigit()):
        raise typer.BadParameter("tulis --sel seperti 5105/data-utama/data.xlsx:Data Utama:17")
    return kunci, lembar, int(baris)


def _sender(kode: str | None) -> str | None:
    """The code itself when somebody may deliver under it."""
    from tasks.gateways.instansi import read_instansi

    if kode is None or kode == "bkn" or kode in read_instansi()["kode_instansi"]:
        return kode
    raise typer.BadParameter(f"instansi {kode} tidak dikenal; tulis kodenya, misalnya 5105")


def _compared(berbeda: list[str] | None) -> str:
    if berbeda is None:
        return "Gudang yang dipakai bukan keadaan saat itu."
    if berbeda:
        return f"Berbeda dari gudang yang dipakai pada tabel {', '.join(berbeda)}."
    return "Sama dengan gudang yang dipakai."


def _angka(nilai: int) -> str:
    return f"{nilai:,}".replace(",", ".")


def _line(galat: Any) -> str:
    """One line; what the operating system refuses is said in Indonesian, with the path."""
    if isinstance(galat, OSError) and galat.errno in _SEBAB and galat.filename:
        return f"{galat.filename}: {_SEBAB[galat.errno]}"
    return " ".join(str(galat).split()) or type(galat).__name__
