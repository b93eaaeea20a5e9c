"""The command line: `pendataan`. Exit 0 done, 1 failed, 2 wrong use."""

import errno
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from flows.cli_andai import bayangan, simulate
from flows.cli_bukti import bangun_ulang, kebijakan_s3, terima
from flows.cli_pembukaan import kembali
from flows.cli_penjelasan import explain
from flows.cli_potret import bukti, kartu, kunci, verify
from flows.layar import Tanggal, known_instansi, layar, moment, ready
from reports.tulisan import angka
from rules.kalender import WIB, kalender_on
from tasks.gateways.pengaturan import GalatPengaturan, read_pengaturan

app = typer.Typer(
    help="Pendataan tenaga non-ASN: dari kotak masuk instansi sampai pengumuman, potret dan statistik.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
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
def template(
    instansi: Annotated[str, typer.Option(metavar="KODE", help="Kode instansi, misalnya 5105.")],
    ke: Annotated[Path, typer.Option(metavar="BERKAS", help="Berkas .xlsx baru yang ditulis.")],
) -> None:
    """Tulis templat impor sebuah instansi.

    Berisi petunjuk, lembar yang diisi, dan daftar pilihan. Berkas yang sudah ada tidak ditimpa.

    Contoh: pendataan template --instansi 5105 --ke templat-5105.xlsx
    """
    from tasks.gateways.templat import write_templat

    if ke.suffix.lower() != ".xlsx":
        raise typer.BadParameter(f"{ke} harus berakhiran .xlsx")
    try:
        templat = write_templat(instansi, ke, read_pengaturan().tanda)
    except FileExistsError:
        raise ValueError(f"{ke} sudah ada dan tidak ditimpa; pilih nama lain") from None
    layar.print(f"Templat {templat.instansi.nama} (edisi {templat.edisi}): {ke}", soft_wrap=True)


@app.command()
def nightly(tanggal: Tanggal = None) -> None:
    """Satu malam: baca, bangun gudang, periksa, jawab.

    Membaca kiriman baru, membangun gudang, menerapkan aturan, dan menjawab setiap instansi.

    Contoh: pendataan nightly --tanggal 2022-09-30T20:00
    """
    saat = moment(tanggal)
    ready()
    from flows.nightly import nightly as flow

    malam = flow(saat)
    layar.print(
        f"{angka(malam.diterima)} kiriman diterima, {angka(malam.dibaca)} berkas dibaca, "
        f"{angka(malam.ditolak)} ditolak, {angka(malam.orang)} orang dalam daftar, "
        f"{angka(malam.kasus_ganda)} kasus ganda, {angka(malam.jawaban)} jawaban diperbarui.",
        soft_wrap=True,
    )


@app.command("close-tahap")
def close_tahap(tanggal: Tanggal = None) -> None:
    """Tutup setiap tahap yang batasnya sudah lewat.

    Yang sudah terbit tidak diulang. Hasilnya potret, pengumuman, konsep SPTJM dan statistik.

    Contoh: pendataan close-tahap --tanggal 2022-10-31T18:00
    """
    saat = moment(tanggal) or datetime.now(WIB)
    ready()
    from flows.close_tahap import close_tahap as flow

    nama = {satu.kode: satu.nama for satu in kalender_on(saat.astimezone(WIB).date())}
    ditutup = [nama[kode] for kode in flow(saat)]
    layar.print(
        f"Ditutup: {', '.join(ditutup)}." if ditutup else "Tidak ada tahap yang harus ditutup.",
        soft_wrap=True,
    )


@app.command()
def check(
    berkas: Annotated[Path, typer.Argument(metavar="BERKAS", help="Workbook yang akan dikirim.")],
    instansi: Annotated[str, typer.Option(metavar="KODE", help="Kode instansi pengirim.")],
    jenis: Annotated[
        str,
        typer.Option(
            metavar="JENIS",
            help="data-utama, data-riwayat, lapor-thk2, pemeriksaan atau keputusan-aduan.",
        ),
    ] = "data-utama",
    ke: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Folder jawaban. Bawaan: di sebelah BERKAS."),
    ] = None,
    tanggal: Tanggal = None,
) -> None:
    """Periksa sebuah workbook sebelum dikirim.

    Jawabannya sama dengan jawaban malam, tanpa jaringan dan tanpa data instansi lain.

    Contoh: pendataan check data-utama.xlsx --instansi 5105
    """
    saat = moment(tanggal) or datetime.now(WIB)
    from flows.check import check_berkas, sentences
    from tasks.gateways.penyusun.kiriman import WORKBOOK

    if not berkas.is_file():
        raise typer.BadParameter(f"{berkas} tidak ada")
    if jenis not in WORKBOOK:
        raise typer.BadParameter(f"jenis {jenis!r} tidak ada; pilih dari {', '.join(WORKBOOK)}")
    hasil = check_berkas(berkas, known_instansi(instansi), jenis, ke or berkas.parent, saat)
    layar.print(
        *sentences(hasil), f"Jawaban: {hasil.jawaban}", sep="\n", markup=False, soft_wrap=True
    )
    if hasil.penolakan or hasil.galat:
        raise typer.Exit(1)


app.command()(explain)
app.command()(simulate)
app.command()(bayangan)
app.command()(terima)
app.command("bangun-ulang")(bangun_ulang)
app.command()(kembali)
app.command()(verify)
app.command()(bukti)
app.command()(kartu)
app.command()(kunci)
app.command("kebijakan-s3")(kebijakan_s3)


@app.command()
def serve() -> None:
    """Jalankan nightly dan close-tahap menurut jadwal.

    Mendaftarkan keduanya ke Prefect, lalu menunggu sampai dihentikan.

    Contoh: pendataan serve
    """
    ready()
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


def _line(galat: Any) -> str:
    """One line; what the operating system refuses is said in Indonesian, with the path."""
    if isinstance(galat, OSError) and galat.errno in _SEBAB and galat.filename:
        return f"{galat.filename}: {_SEBAB[galat.errno]}"
    return " ".join(str(galat).split()) or type(galat).__name__
