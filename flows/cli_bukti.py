"""The commands about the evidence: receipts, archive, and who may reach them."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from flows.layar import Tanggal, check_new, known_instansi, layar, moment, ready
from reports.tulisan import angka
from rules.kalender import WIB
from tasks.gateways.pengaturan import GalatPengaturan, read_pengaturan


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

    Dengan --periksa: ikuti rantai tanda terima, cocokkan dengan kepala yang dicatat gudang dan potret,
    baca ulang setiap arsip, sebut putusnya yang pertama.

    Contoh: pendataan terima --instansi 5105 --tanggal 2022-09-30T20:00

    Contoh: pendataan terima --periksa
    """
    from tasks.gateways.simpanan import open_simpanan

    if periksa and (instansi or tanggal):
        raise typer.BadParameter("--periksa memeriksa seluruh buku, tanpa --instansi dan --tanggal")
    if kepala is not None and not periksa:
        raise typer.BadParameter("--kepala dipakai bersama --periksa")
    saat = moment(tanggal) or datetime.now(WIB)
    pengaturan = read_pengaturan()
    simpanan = open_simpanan(pengaturan)
    if periksa:
        from tasks.gateways.kepala_terima import noted_kepala
        from tasks.gateways.periksa_terima import check_buku

        dicatat = noted_kepala(simpanan, pengaturan)
        buku = check_buku(simpanan, kepala, dicatat)
        teks = f"{angka(buku.jumlah)} tanda terima utuh, kepala {buku.kepala}."
        teks += f" Memuat kepala yang dicatat {', '.join(dicatat)}." if dicatat else ""
    else:
        from reports.daftar_terima import render_daftar_terima
        from tasks.gateways.daftar_terima import read_daftar_terima

        teks = render_daftar_terima(read_daftar_terima(simpanan, saat, _sender(instansi)), saat)
    layar.print(teks, markup=False, soft_wrap=True)


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
    tahap: Annotated[
        str | None,
        typer.Option(metavar="KODE", help="Bekukan ulang semua potret sampai tahap ini."),
    ] = None,
) -> None:
    """Bangun gudang suatu saat, atau potret sebuah tahap, dari arsip dan buku terima saja.

    Rantai dan arsip diperiksa dahulu; semua kiriman dibaca ulang; yang dipakai tidak disentuh. Dengan
    --tahap disebut apakah potretnya sama dengan yang berdiri, dan bila tidak, sebabnya (kode keluar 1).

    Contoh: pendataan bangun-ulang --tanggal 2022-09-30T20:00 --ke ulang

    Contoh: pendataan bangun-ulang --tahap finalisasi --ke ulang
    """
    if tahap:
        _rebuild_potret(tahap, ke, tanggal, dicatat)
        return
    saat = moment(tanggal) or datetime.now(WIB)
    sampai = moment(dicatat) or saat
    check_new(ke)
    ready()
    from flows.rebuild import rebuild as flow

    hasil = flow(saat, ke, sampai)
    layar.print(
        f"{angka(hasil.terima)} tanda terima, {angka(hasil.orang)} orang dalam daftar. "
        f"Gudang {hasil.gudang}, sidik isi {hasil.sidik}. {_compared(hasil.berbeda)}",
        markup=False,
        soft_wrap=True,
    )


def _rebuild_potret(tahap: str, ke: Path, tanggal: str | None, dicatat: str | None) -> None:
    if tanggal:
        raise typer.BadParameter("--tahap mempunyai batasnya sendiri, tanpa --tanggal")
    sampai = moment(dicatat)
    check_new(ke)
    ready()
    from flows.replay import replay

    hasil = replay(tahap, ke, sampai)
    for satu in hasil:
        keadaan = "sama dengan yang berdiri" if satu.sama else "BERBEDA dari yang berdiri"
        layar.print(
            f"Potret {satu.tahap}: {angka(satu.orang)} orang, akar {satu.akar}; {keadaan}.",
            *(f"  {kalimat}" for kalimat in satu.sebab),
            sep="\n",
            markup=False,
            soft_wrap=True,
        )
    if not all(satu.sama for satu in hasil):
        raise typer.Exit(1)


def kebijakan_s3(
    instansi: Annotated[
        list[str] | None,
        typer.Option(metavar="KODE", help="Boleh berulang; bawaan: semua instansi."),
    ] = None,
    pemilik: Annotated[
        str, typer.Option(metavar="NAMA", help="Pengguna S3 pemilik bucket.")
    ] = "pendataan",
    ke: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Folder baru: satu berkas bucket, satu per pengguna."),
    ] = None,
) -> None:
    """Tulis kebijakan bucket S3 sebagai JSON.

    Pengguna instansi-KODE hanya dapat mengirim ke kotak-masuk/KODE/ dan membaca kotak-keluar/KODE/.
    Satu bucket memegang satu kebijakan: yang tidak disebut tidak dapat apa-apa. Untuk banyak instansi
    pakai --ke: kebijakan bucket yang kecil, dan satu kebijakan untuk setiap pengguna.

    Contoh: pendataan kebijakan-s3 --instansi 5105

    Contoh: pendataan kebijakan-s3 --ke kebijakan
    """
    from tasks.gateways.instansi import read_instansi
    from tasks.gateways.kebijakan_s3 import BUCKET, render_kebijakan, render_per_pengguna

    dipilih = [known_instansi(kode) for kode in instansi or ()]
    pengaturan = read_pengaturan()
    if not pengaturan.bucket:
        raise GalatPengaturan("Simpanan bukan s3://bucket; sebut bucketnya di PENDATAAN_SIMPANAN")
    siapa = dipilih or read_instansi()["kode_instansi"].to_list()
    if ke is None:
        _print_kebijakan(render_kebijakan(pengaturan.bucket, pemilik, siapa))
        return
    check_new(ke)
    ke.mkdir(parents=True, exist_ok=True)
    for nama, isi in render_per_pengguna(pengaturan.bucket, pemilik, siapa).items():
        (ke / nama).write_text(f"{isi}\n", encoding="utf-8")
    layar.print(
        f"{ke}: {BUCKET} untuk bucket, {angka(len(siapa))} kebijakan pengguna.", soft_wrap=True
    )


def _print_kebijakan(isi: str) -> None:
    from tasks.gateways.kebijakan_s3 import BUCKET_TERBESAR

    print(isi)
    if (ukuran := len(isi.encode())) > BUCKET_TERBESAR:
        print(
            f"Kebijakan ini {angka(ukuran)} byte; AWS dan MinIO menerima paling besar "
            f"{angka(BUCKET_TERBESAR)}. Pakai --ke FOLDER.",
            file=sys.stderr,
        )


def _sender(kode: str | None) -> str | None:
    """The code itself when somebody may deliver under it."""
    return kode if kode in (None, "bkn") else known_instansi(kode)


def _compared(berbeda: list[str] | None) -> str:
    if berbeda is None:
        return "Gudang yang dipakai bukan keadaan saat itu."
    if berbeda:
        return f"Berbeda dari gudang yang dipakai pada tabel {', '.join(berbeda)}."
    return "Sama dengan gudang yang dipakai."
