"""Deliveries that hold what another one of the same instansi and jenis already brought."""

from dataclasses import dataclass, field

import polars as pl

SKEMA = {"id_berkas": pl.Int32(), "id_lama": pl.Int32(), "bagian_sama": pl.Boolean()}


@dataclass
class _Berlaku:
    """The parts in force of one instansi and jenis at one moment: part → (delivery, rows)."""

    bagian: dict[str, tuple[int, str | None]] = field(default_factory=dict)

    def find(self, bagian: str, isi: str | None) -> tuple[int, bool] | None:
        """The delivery whose rows these are, and whether it is the same part; that one comes first."""
        if isi is None:
            return None
        lama = self.bagian.get(bagian)
        if lama is not None and lama[1] == isi:
            return lama[0], True
        return next(((satu, False) for satu, i in self.bagian.values() if i == isi), None)


def find_ulang(kiriman: pl.DataFrame) -> pl.DataFrame:
    """id_berkas, id_lama, bagian_sama of every delivery whose rows were in force when it came.

    `kiriman` has id_berkas, kode_instansi, jenis, bagian, waktu, isi (digest of its rows, null when
    there is nothing to repeat), usable deliveries only. Followed in order of time, so what one was told
    stands whatever comes later: one that repeats another part is refused and replaces nothing; the same
    rows under their own name replace themselves.
    """
    keadaan: dict[tuple[str, str], _Berlaku] = {}
    hasil: list[tuple[int, int, bool]] = []
    kolom = ("id_berkas", "kode_instansi", "jenis", "bagian", "isi")
    for nomor, kode, jenis, bagian, isi in (
        kiriman.sort("waktu", "id_berkas").select(kolom).iter_rows()
    ):
        berlaku = keadaan.setdefault((kode, jenis), _Berlaku())
        lama = berlaku.find(bagian, isi)
        if lama is not None:
            hasil.append((nomor, *lama))
        if lama is None or lama[1]:
            berlaku.bagian[bagian] = nomor, isi
    return pl.DataFrame(hasil, schema=SKEMA, orient="row")
