"""The comparison workbook of each instansi that was compared."""

from collections.abc import Iterator

from reports.perbandingan import Pasangan, Perbandingan, render_perbandingan
from reports.unsur import Instansi
from tasks.gateways.instansi import read_instansi
from tasks.gateways.perbandingan import Potongan


def books(potong: Potongan, pasangan: Pasangan) -> Iterator[tuple[str, bytes]]:
    """(kode_instansi, workbook) of every instansi in `potong`."""
    instansi = {kode: (nama, jenis) for kode, nama, jenis, *_ in read_instansi().iter_rows()}
    for kode in potong.kode:
        nama, jenis = instansi[kode]
        siapa = Instansi(kode=kode, nama=nama, jenis=jenis)
        isi = Perbandingan(instansi=siapa, **dict(pasangan))
        milik = (
            satu.filter(kode_instansi=kode) for satu in (potong.orang, potong.sel, potong.ringkas)
        )
        yield kode, render_perbandingan(isi, *milik)
