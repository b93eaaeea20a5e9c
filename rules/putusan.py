"""Rows and rules in, verdicts out, per tenaga and criterion.

M = memenuhi, T = tidak memenuhi, B = belum dapat dinilai.
"""

from typing import TYPE_CHECKING

import polars as pl

from rules.pengecualian import excuse
from rules.periksa import Topeng, collect_surviving, prepare
from rules.rule import KRITERIA, Aturan

if TYPE_CHECKING:
    from rules.ketentuan import Ketentuan

MEMENUHI, TIDAK_MEMENUHI, BELUM = "M", "T", "B"


def judge(frame: pl.LazyFrame, k: "Ketentuan", aturan: tuple[Aturan, ...]) -> pl.DataFrame:
    """Table putusan, one row per tenaga of `frame` (id_tenaga), in its order.

    Kleene: one unmet rule of a criterion makes it T, else one that cannot be judged makes it B.
    A rule that is waived for somebody counts as met. A crashed rule is unknown for everybody, and a
    criterion no rule serves cannot be judged either.
    """
    memutus = tuple(satu for satu in aturan if satu.memutus)
    skema = frame.collect_schema()
    utuh, _ = prepare(skema, k, memutus)
    topeng = {satu: excuse(satu.kode, ini, skema) for satu, ini in utuh.items()}

    def putus(hidup: Topeng) -> pl.LazyFrame:
        kriteria = {nama: _kriteria(nama, memutus, hidup) for nama in KRITERIA}
        return frame.select(pl.col("id_tenaga").cast(pl.Int32), **kriteria).select(
            "id_tenaga",
            *(_huruf(pl.col(nama)).alias(nama) for nama in KRITERIA),
            keseluruhan=_huruf(pl.all_horizontal(KRITERIA)),
        )

    return collect_surviving(frame, topeng, putus)[0]


def _kriteria(nama: str, memutus: tuple[Aturan, ...], hidup: Topeng) -> pl.Expr:
    melayani = [satu for satu in memutus if satu.kriteria == nama]
    tak_diketahui = pl.lit(None, dtype=pl.Boolean)
    return pl.all_horizontal(
        [hidup.get(satu, tak_diketahui) for satu in melayani] or [tak_diketahui]
    )


def _huruf(benar: pl.Expr) -> pl.Expr:
    return (
        pl.when(benar)
        .then(pl.lit(MEMENUHI))
        .when(~benar)
        .then(pl.lit(TIDAK_MEMENUHI))
        .otherwise(pl.lit(BELUM))
    )
