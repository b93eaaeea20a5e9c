"""The command that takes a re-opened finalisasi back."""

from datetime import datetime
from typing import Annotated

import typer

from flows.layar import known_instansi, layar
from reports.tulisan import saat as tulis_saat
from rules.kalender import WIB
from tasks.gateways.pengaturan import read_pengaturan


def kembali(
    instansi: Annotated[str, typer.Argument(metavar="KODE", help="Kode instansi.")],
    oleh: Annotated[str, typer.Option(metavar="NAMA", help="Siapa yang memutuskan.")],
    alasan: Annotated[str, typer.Option(metavar="TEKS", help="Mengapa.")],
) -> None:
    """Kembalikan satu instansi ke keadaan terakhir yang diterima.

    Membatalkan pembukaan kembali finalisasinya: kiriman selama pembukaan itu tidak dihitung lagi, potret
    ulangnya tetap tersimpan tetapi tidak berlaku, dan yang berlaku potret yang dinyatakan SPTJM terakhir.
    Yang SPTJM barunya sudah diterima tidak dapat dibatalkan.

    Contoh: pendataan kembali 5105 --oleh "Direktur Data" --alasan "Surat dicabut"
    """
    from tasks.gateways.pembatalan import read_terbuka, withdraw
    from tasks.gateways.simpanan import open_simpanan

    pengaturan = read_pengaturan()
    known_instansi(instansi)
    terbuka = read_terbuka(pengaturan, instansi)
    if not terbuka.surat:
        layar.print(
            f"Tidak ada yang dibatalkan: instansi {instansi} tidak sedang dibuka kembali, atau SPTJM barunya "
            "sudah diterima.",
            soft_wrap=True,
        )
        raise typer.Exit(1)
    kunci = withdraw(
        open_simpanan(pengaturan), instansi, terbuka.surat, oleh, alasan, datetime.now(WIB)
    )
    berlaku = "potret finalnya yang semula; SPTJM untuknya belum ada yang diterima"
    if terbuka.dinyatakan:
        tahap, sidik, waktu = terbuka.dinyatakan
        berlaku = (
            f"potret {tahap} (sidik {sidik[:12]}…), dengan SPTJM yang diterima {tulis_saat(waktu)}"
        )
    layar.print(
        f"Pembukaan kembali instansi {instansi} (surat {', '.join(terbuka.surat)}) dibatalkan; tercatat di "
        f"{kunci}. Sejak malam berikut yang berlaku {berlaku}.",
        markup=False,
        soft_wrap=True,
    )
