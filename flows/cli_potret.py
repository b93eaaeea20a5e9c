"""The commands about what was frozen: verify it, prove that somebody is in it, mind the key."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.layar import layar
from reports.tulisan import angka
from tasks.gateways.pengaturan import read_pengaturan

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    from tasks.gateways.periksa_potret import Utuh
    from tasks.gateways.simpanan import Simpanan

_KUNCI = Annotated[
    list[Path] | None,
    typer.Option(
        "--kunci", metavar="PEM", help="Kunci umum yang dipercaya; bawaan: yang terdaftar di simpanan."
    ),
]  # fmt: skip


def verify(
    apa: Annotated[
        Path | None,
        typer.Argument(
            metavar="FOLDER|BUKTI",
            help="Folder potret (nasional atau satu instansi) atau bukti anggota (JSON). Bawaan: seluruh simpanan.",
        ),
    ] = None,
    kunci: _KUNCI = None,
) -> None:
    """Periksa potret, bukti anggota, atau seluruh simpanan.

    Segel dan tanda tangannya, lalu setiap sidik, jumlah, neraca dan akar dihitung lagi dari isinya.
    Tanpa FOLDER juga rantai tanda terima, isi arsip, dan setiap objek yang terbit. Yang salah disebut satu demi satu; kode keluar 1.

    Contoh: pendataan verify potret/finalisasi --kunci kunci-bkn.pem

    Contoh: pendataan verify bukti.json
    """
    from tasks.gateways.periksa_potret import PotretRusakError
    from tasks.gateways.periksa_simpanan import trusted_kunci
    from tasks.gateways.simpanan import open_simpanan

    if apa is not None and not apa.exists():
        raise typer.BadParameter(f"{apa} tidak ada")
    percaya = trusted_kunci(open_simpanan(read_pengaturan()), kunci or [])
    try:
        if apa is None:
            _verify_simpanan(percaya)
        elif apa.is_dir():
            _verify_folder(apa, percaya)
        else:
            _verify_bukti(apa, percaya)
    except PotretRusakError as galat:
        layar.print(*galat.cacat, sep="\n", markup=False, soft_wrap=True)
        raise typer.Exit(1) from None


def bukti(
    nik: Annotated[str, typer.Argument(metavar="NIK", help="NIK 16 angka.")],
    ke: Annotated[Path, typer.Option(metavar="BERKAS", help="Berkas JSON baru.")],
    tahap: Annotated[
        str, typer.Option(metavar="KODE", help="Potret tahap ini, misalnya finalisasi.")
    ] = "finalisasi",
    instansi: Annotated[
        str | None, typer.Option(metavar="KODE", help="Bila NIK itu ada di beberapa instansi.")
    ] = None,
) -> None:
    """Tulis bukti bahwa seseorang ada dalam sebuah potret.

    Bukti itu memuat baris orang itu sendiri dan jalan ke akar yang ditandatangani; tentang orang lain tidak
    ada yang dapat dibaca darinya.

    Contoh: pendataan bukti 3201010101900001 --tahap finalisasi --ke bukti.json
    """
    from tasks.gateways.bukti_anggota import make_bukti
    from tasks.gateways.simpanan import open_simpanan

    simpanan = open_simpanan(read_pengaturan())
    milik = _listing(simpanan, tahap, nik, instansi)
    isi = make_bukti(simpanan, tahap, milik, [nik]) if milik else []
    _keep(ke, isi[0] if isi else None, tahap)
    layar.print(f"{ke}: periksa dengan pendataan verify {ke}", markup=False, soft_wrap=True)


def kartu(
    nik: Annotated[str, typer.Argument(metavar="NIK", help="NIK 16 angka.")],
    ke: Annotated[Path, typer.Option(metavar="BERKAS", help="Berkas JSON baru.")],
    tahap: Annotated[
        str, typer.Option(metavar="KODE", help="Potret tahap ini; bawaan: hasil akhir.")
    ] = "pengumuman_akhir",
    instansi: Annotated[
        str | None, typer.Option(metavar="KODE", help="Bila NIK itu ada di beberapa instansi.")
    ] = None,
) -> None:
    """Tulis kartu pendataan seseorang.

    Memuat datanya sendiri dalam potret, riwayat, masa kerja, putusan setiap kriteria, keadaan SPTJM
    instansinya, dan bukti anggota. NIK ditulis utuh: serahkan kepada orangnya saja.

    Contoh: pendataan kartu 3201010101900001 --ke kartu.json
    """
    from tasks.gateways.kartu import read_kartu
    from tasks.gateways.potret import every_potret
    from tasks.gateways.simpanan import open_simpanan

    pengaturan = read_pengaturan()
    simpanan = open_simpanan(pengaturan)
    milik = _listing(simpanan, tahap, nik, instansi)
    beku = every_potret(simpanan)[tahap]
    _keep(ke, read_kartu(pengaturan, beku, milik, nik) if milik else None, tahap)
    layar.print(f"{ke}: serahkan kepada orangnya saja", markup=False, soft_wrap=True)


def _listing(simpanan: "Simpanan", tahap: str, nik: str, instansi: str | None) -> str | None:
    """The one instansi whose frozen list holds this NIK, `instansi` itself when named; None for nobody's."""
    from tasks.gateways.potret import is_frozen
    from tasks.gateways.potret_beku import listed_at

    if not is_frozen(simpanan, tahap):
        raise typer.BadParameter(f"potret {tahap} belum ada")
    milik = [instansi] if instansi else listed_at(simpanan, tahap, nik)
    if len(milik) > 1:
        raise typer.BadParameter(f"NIK itu ada di {', '.join(milik)}; pilih dengan --instansi")
    return milik[0] if milik else None


def _keep(ke: Path, isi: "Mapping[str, object] | None", tahap: str) -> None:
    """Writes what is about one person so that only its owner may read it."""
    if isi is None:
        layar.print(f"NIK itu tidak ada dalam potret {tahap}.")
        raise typer.Exit(1)
    ke.touch(mode=0o600)
    ke.chmod(0o600)
    ke.write_text(json.dumps(isi, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def kunci(
    baru: Annotated[
        bool, typer.Option("--baru", help="Buat kunci baru di berkas yang belum ada, lalu daftarkan.")
    ] = False,
    daftar: Annotated[
        bool, typer.Option("--daftar", help="Daftarkan kunci di berkas pengaturan sebagai pengganti.")
    ] = False,
) -> None:  # fmt: skip
    """Kunci yang menandatangani potret.

    Menyebut berkasnya dan sidik setiap kunci umum yang terdaftar. Kunci yang hilang tidak pernah diganti
    diam-diam: penggantinya dibuat dengan --baru.

    Contoh: pendataan kunci
    """
    from tasks.gateways.kunci_potret import (
        make_kunci,
        read_kunci,
        register_kunci,
        registered_kunci,
    )
    from tasks.gateways.simpanan import open_simpanan

    pengaturan = read_pengaturan()
    simpanan = open_simpanan(pengaturan)
    if baru:
        make_kunci(pengaturan, simpanan)
    elif daftar:
        register_kunci(simpanan, read_kunci(pengaturan))
    jalur = pengaturan.berkas_kunci_potret
    dipakai = read_kunci(pengaturan).sidik if jalur.exists() else None
    layar.print(f"Berkas kunci: {jalur}" + ("" if dipakai else " (belum ada)"), soft_wrap=True)
    for sidik in registered_kunci(simpanan):
        layar.print(f"{sidik}{' (dipakai)' if sidik == dipakai else ''}", soft_wrap=True)


def _verify_folder(folder: Path, percaya: "Mapping[str, Ed25519PublicKey]") -> None:
    from tasks.gateways.periksa_potret import check_potret

    _say(check_potret(folder, percaya))


def _verify_simpanan(percaya: "Mapping[str, Ed25519PublicKey]") -> None:
    from tasks.gateways.buku_terbit import check_terbit
    from tasks.gateways.kepala_terima import noted_kepala
    from tasks.gateways.periksa_simpanan import check_semua
    from tasks.gateways.periksa_terima import check_buku
    from tasks.gateways.simpanan import open_simpanan

    pengaturan = read_pengaturan()
    simpanan = open_simpanan(pengaturan)
    buku = check_buku(simpanan, dicatat=noted_kepala(simpanan, pengaturan))
    layar.print(f"{angka(buku.jumlah)} tanda terima dan arsipnya utuh.", soft_wrap=True)
    layar.print(f"{angka(check_terbit(simpanan))} objek terbit sama dengan buku terbit.", soft_wrap=True)  # fmt: skip
    for utuh in check_semua(pengaturan, simpanan, percaya):
        _say(utuh)


def _verify_bukti(jalur: Path, percaya: "Mapping[str, Ed25519PublicKey]") -> None:
    from rules.samaran import samarkan_teks
    from tasks.gateways.bukti_anggota import check_bukti

    anggota = check_bukti(jalur.read_bytes(), percaya)
    layar.print(
        f"Sah: {anggota.isi['nama']} (NIK {samarkan_teks(anggota.isi['nik'])}) ada dalam potret {anggota.tahap}, "
        f"batas {anggota.batas}, pada daftar instansi {anggota.kode_instansi}.",
        markup=False,
        soft_wrap=True,
    )


def _say(utuh: "Utuh") -> None:
    layar.print(
        f"Potret {utuh.tahap} (batas {utuh.batas}): utuh. {angka(utuh.instansi)} instansi, {angka(utuh.orang)} "
        f"orang, ditandatangani kunci {utuh.kunci[:16]}.",
        markup=False,
        soft_wrap=True,
    )
