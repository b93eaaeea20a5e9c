"""What a template holds besides the columns of its edition."""

from datetime import date

from reports.unsur import Dokumen, Instansi, Isi


class Daftar(Isi):
    """One reference sheet. The column `pilihan` (0-based) feeds the drop-downs that bear its name,
    None when nothing is chosen from it; `tumbuh` lets the instansi add rows of its own."""

    nama: str
    judul: tuple[str, ...]
    lebar: tuple[int, ...]
    isi: tuple[tuple[str, ...], ...]
    asal: str
    pilihan: int | None = 0
    tumbuh: bool = False
    asumsi: bool = True


class Templat(Dokumen):
    """Whose template, of which edition, on which law (`berlaku`, also its creation date), and what
    the law obliges to fill in, per bentuk."""

    instansi: Instansi
    edisi: str
    berlaku: date
    wajib: dict[str, tuple[str, ...]]
    daftar: tuple[Daftar, ...]
