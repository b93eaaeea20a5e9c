"""The commands about the law as it might be: what another value, letter or rule would change."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from flows.layar import check_new, layar
from tasks.gateways.pengaturan import read_pengaturan


def simulate(
    ubah: Annotated[
        list[str] | None,
        typer.Option(metavar="NAMA=NILAI", help="Ketentuan yang diandaikan lain; boleh berulang."),
    ] = None,
    hukum: Annotated[
        str | None,
        typer.Option(
            metavar="TANGGAL|BERKAS",
            help="Hukum hari lain (2022-10-08), atau berkas TOML berbentuk regulasi.",
        ),
    ] = None,
    potret: Annotated[
        str | None,
        typer.Option(
            "--potret", metavar="TAHAP", help="Potret tahap ini; bawaan: gudang terakhir."
        ),
    ] = None,
    ke: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Folder baru untuk tabel CSV.")
    ] = None,
) -> None:
    """Andaikan hukumnya lain: siapa yang putusannya berubah.

    Menilai gudang terakhir atau sebuah potret dua kali dan menghitung bedanya menurut kriteria,
    instansi, kelompok jabatan dan provinsi. Gudang dan potret tidak diubah.

    Contoh: pendataan simulate --ubah usia_maksimum=58 --ubah masa_kerja_minimum_bulan=24

    Contoh: pendataan simulate --potret prafinalisasi --hukum 2022-10-08 --ke simulasi
    """
    from flows.simulate import ORANG, Andaian
    from flows.simulate import simulate as jalankan
    from reports.simulasi import render_simulasi
    from rules.ubahan import UbahanTidakSah, read_ubahan

    if not (ubah or hukum):
        raise typer.BadParameter("sebut yang diandaikan: --ubah NAMA=NILAI atau --hukum")
    check_new(ke)
    try:
        andaian = Andaian(*_law(hukum), nilai=read_ubahan(ubah or ()))
        isi = jalankan(read_pengaturan(), potret, andaian, ke)
    except UbahanTidakSah as salah:
        raise typer.BadParameter(str(salah)) from None
    layar.print(render_simulasi(isi), markup=False, soft_wrap=True)
    if ke:
        layar.print(
            f"\nTabel lengkap di {ke}; {ORANG} menyebut setiap orang dengan tempatnya "
            "(NIK disamarkan), untuk pendataan explain --sel.",
            soft_wrap=True,
        )


def bayangan(
    aturan: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER", help="Aturan tambahan (FOLDER/kelompok/*.py) yang belum dipasang."
        ),
    ] = None,
    potret: Annotated[
        str | None,
        typer.Option("--potret", metavar="TAHAP", help="Hanya potret ini; bawaan: semuanya."),
    ] = None,
    ke: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Folder baru untuk daftar CSV.")
    ] = None,
) -> None:
    """Jalankan aturan yang sekarang atas setiap potret, dalam bayangan.

    Menyebut siapa yang akan dinilai lain dari yang dibekukan, menurut aturan dan instansi. Potret tidak
    diubah. Aturan yang menolak terlalu banyak hanya memperingatkan sampai disetujui.

    Contoh: pendataan bayangan --ke bayangan

    Contoh: pendataan bayangan --aturan usulan/ --potret finalisasi
    """
    from flows.shadow import ORANG, run_shadow
    from reports.bayangan import render_bayangan

    check_new(ke)
    hasil = run_shadow(read_pengaturan(), potret, aturan, ke)
    layar.print(render_bayangan(hasil), markup=False, soft_wrap=True)
    if ke and hasil:
        layar.print(f"\nDaftar lengkap: {ke / ORANG} (NIK disamarkan).", soft_wrap=True)


def _law(hukum: str | None) -> tuple[date | None, Path | None]:
    if hukum is None:
        return None, None
    try:
        return date.fromisoformat(hukum), None
    except ValueError:
        pass
    if not Path(hukum).is_file():
        raise typer.BadParameter(f"{hukum} bukan tanggal (2022-10-08) dan bukan berkas yang ada")
    return None, Path(hukum)
