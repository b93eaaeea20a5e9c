"""The list of deliveries as plain text for a terminal of a hundred columns."""

from datetime import datetime
from textwrap import wrap

import polars as pl

from reports import tulisan
from reports.istilah import STATUS_KIRIMAN

LEBAR = 100
_TEPI = " " * 4
_KOLOM = {"Waktu (WIB)": 16, "Instansi": 8, "Jenis": 22, "Keadaan": 9, "Berkas": 37}


def render_daftar_terima(kiriman: pl.DataFrame, keadaan: datetime) -> str:
    """One line per delivery, below it why it does not count, at last the sum; no final line feed.

    Needs waktu, kode_instansi, jenis, status, nama_berkas, sebab, all of them fit to be shown."""
    jumlah = kiriman.group_by("status", maintain_order=True).len().rows()
    rinci = ", ".join(f"{tulisan.angka(n)} {STATUS_KIRIMAN[satu]}" for satu, n in jumlah)
    akhir = f"{tulisan.angka(kiriman.height)} kiriman sampai {tulisan.saat(keadaan)}"
    if kiriman.is_empty():
        return f"{akhir}."
    kepala = "  ".join(nama.ljust(lebar) for nama, lebar in _KOLOM.items())
    isi = kiriman.select(_baris().alias("baris"), "sebab").rows()
    teks = [kepala, *(satu for baris, sebab in isi for satu in (baris, *_sebab(sebab)))]
    return "\n".join([*(satu.rstrip() for satu in teks), *wrap(f"{akhir}: {rinci}.", LEBAR)])


def _baris() -> pl.Expr:
    waktu = pl.col("waktu").dt.convert_time_zone("Asia/Jakarta").dt.strftime("%d-%m-%Y %H.%M")
    sel = [waktu, *(pl.col(nama) for nama in ("kode_instansi", "jenis", "status"))]
    lebar = [satu.str.head(n).str.pad_end(n) for satu, n in zip(sel, _KOLOM.values(), strict=False)]
    return pl.concat_str(*lebar, _potong(pl.col("nama_berkas"), _KOLOM["Berkas"]), separator="  ")


def _potong(teks: pl.Expr, lebar: int) -> pl.Expr:
    """Both ends of a text that is too long: the end of a file name says what it is."""
    awal, akhir = lebar - 13, 12
    pendek = pl.concat_str(teks.str.head(awal), pl.lit("…"), teks.str.tail(akhir))
    return pl.when(teks.str.len_chars() > lebar).then(pendek).otherwise(teks)


def _sebab(teks: str | None) -> list[str]:
    return wrap(teks or "", LEBAR, initial_indent=_TEPI, subsequent_indent=_TEPI)
