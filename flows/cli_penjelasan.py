"""`pendataan explain`: one person, as text for the screen, JSON for programs, a page for the file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.layar import layar
from tasks.gateways.pengaturan import Pengaturan, read_pengaturan

if TYPE_CHECKING:
    from reports.penjelasan import Penjelasan

_PANJANG_NIK = 16


def explain(
    nik: Annotated[str | None, typer.Argument(metavar="NIK", help="NIK 16 angka.")] = None,
    sel: Annotated[
        str | None,
        typer.Option(
            metavar="KUNCI:LEMBAR:BARIS",
            help="Baris di satu berkas, untuk baris yang NIK-nya tidak terbaca.",
        ),
    ] = None,
    tahap: Annotated[
        str | None,
        typer.Option(
            metavar="KODE",
            help="Menurut penutupan tahap ini, misalnya prafinalisasi. Bawaan: malam terakhir.",
        ),
    ] = None,
    sebagai_json: Annotated[
        bool, typer.Option("--json", help="Tulis JSON (bentuk tetap, berversi) ke layar.")
    ] = False,
    html: Annotated[
        Path | None,
        typer.Option(metavar="BERKAS", help="Tulis satu halaman HTML untuk berkas perkara."),
    ] = None,
) -> None:
    """Jelaskan putusan atas seseorang.

    Menyebut setiap kriteria, aturan, dasar, nilai yang dipakai dan selnya, bulan kerja satu demi satu,
    dan yang mengubah putusan. NIK selalu disamarkan.

    Contoh: pendataan explain 3201010101900001

    Contoh: pendataan explain 3201010101900001 --tahap prafinalisasi --html penjelasan.html

    Contoh: pendataan explain --sel "5105/data-utama/data.xlsx:Data Utama:17" --json
    """
    from reports.penjelasan import render_halaman, render_penjelasan

    isi = _asked(read_pengaturan(), nik, sel, tahap)
    if html is not None:
        html.write_bytes(render_halaman(isi))
        html.chmod(0o600)
    if sebagai_json:
        layar.print(isi.model_dump_json(indent=1), markup=False, emoji=False, soft_wrap=True)
    elif html is not None:
        layar.print(f"Ditulis: {html}", markup=False, emoji=False, soft_wrap=True)
    else:
        layar.print(render_penjelasan(isi), markup=False, emoji=False, soft_wrap=True)


def _asked(
    pengaturan: Pengaturan, nik: str | None, sel: str | None, tahap: str | None
) -> "Penjelasan":
    from tasks.gateways.penjelasan import explain_nik, explain_sel

    if (nik is None) == (sel is None):
        raise typer.BadParameter("sebut satu NIK, atau satu baris dengan --sel")
    if sel is not None:
        return explain_sel(pengaturan, *_row_of(sel), tahap)
    if nik is None or not (nik.isascii() and nik.isdigit() and len(nik) == _PANJANG_NIK):
        raise typer.BadParameter(f"NIK terdiri dari {_PANJANG_NIK} angka")
    return explain_nik(pengaturan, nik, tahap)


def _row_of(sel: str) -> tuple[str, str, int]:
    """Key, sheet and row; a sheet's name never holds a colon, a file's may."""
    kunci, lembar, baris = ["", "", *sel.rsplit(":", 2)][-3:]
    if not (kunci and lembar and baris.isascii() and baris.isdigit()):
        raise typer.BadParameter("tulis --sel seperti 5105/data-utama/data.xlsx:Data Utama:17")
    return kunci, lembar, int(baris)
