"""A rule in the shadow: whom today's rules judge otherwise than a frozen potret, and what that allows.

A rule must earn the right to reject: where it would turn away more people of a potret than the law
files allow, it only warns until somebody named there has approved it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import polars as pl

from rules.bandingan import KESELURUHAN
from rules.pengecualian import excuse
from rules.periksa import prepare
from rules.rule import Aturan

if TYPE_CHECKING:
    from rules.ketentuan import Ketentuan

MENOLAK, MELEPAS, LAIN = "MENOLAK", "MELEPAS", "LAIN"
# Whom no single rule explains: an input that can or cannot be read any more.
TANPA_ATURAN = "-"


@dataclass(frozen=True)
class Timbangan:
    """One rule over one potret: how many of its `jumlah` people it would newly reject, how many the law
    files allow, and who approved more, if anybody."""

    tahap: str
    kode: str
    orang: int
    jumlah: int
    boleh: int
    oleh: str | None

    @property
    def hanya_memperingatkan(self) -> bool:
        """Whether it may not reject yet."""
        return self.orang > self.boleh and self.oleh is None


def violations(frame: pl.LazyFrame, k: "Ketentuan", aturan: Iterable[Aturan]) -> pl.LazyFrame:
    """id_tenaga and kode_aturan wherever a rejecting rule is not met under `k` (missing input is met, a waiver too).

    A rule that cannot be built raises: a shadow run must not be silent about what it left out.
    """
    memutus = tuple(satu for satu in aturan if satu.memutus)
    skema = frame.collect_schema()
    topeng, galat = prepare(skema, k, memutus)
    if galat:
        raise ValueError(f"rule {galat[0][0]} cannot be run: {galat[0][1]}")
    if not topeng:
        return frame.select("id_tenaga", kode_aturan=pl.lit(None, pl.String)).clear()
    langgar = [
        pl.when(~excuse(satu.kode, ungkapan, skema)).then(pl.lit(satu.kode))
        for satu, ungkapan in topeng.items()
    ]
    return (
        frame.select("id_tenaga", kode_aturan=pl.concat_list(langgar).list.drop_nulls())
        .filter(pl.col("kode_aturan").list.len() > 0)
        .explode("kode_aturan")
    )


def match_bayangan(beku: pl.LazyFrame, kini: pl.LazyFrame, berubah: pl.LazyFrame) -> pl.LazyFrame:
    """Whose overall verdict changes, and by which rule.

    `beku`, `kini`: id_tenaga, kode_aturan of the rules not met then and now; `berubah`: match_putusan.
    Result: id_tenaga, kode_aturan, arah, perubahan; somebody stands there once per rule. MENOLAK: not
    met now and the verdict becomes T; MELEPAS: not met then and it was T; LAIN: neither explains it.
    """
    orang = berubah.filter(pl.col(KESELURUHAN).is_not_null()).select(
        "id_tenaga", perubahan=KESELURUHAN
    )
    pasangan = ["id_tenaga", "kode_aturan"]
    ditolak = orang.filter(pl.col("perubahan").str.ends_with("T")).join(
        kini.join(beku, on=pasangan, how="anti"), on="id_tenaga"
    )
    dilepas = orang.filter(pl.col("perubahan").str.starts_with("T")).join(
        beku.join(kini, on=pasangan, how="anti"), on="id_tenaga"
    )
    dikenal = pl.concat([ditolak.select("id_tenaga"), dilepas.select("id_tenaga")])
    lain = orang.join(dikenal, on="id_tenaga", how="anti")
    kolom = ("id_tenaga", "kode_aturan", "arah", "perubahan")
    return pl.concat(
        [
            ditolak.with_columns(arah=pl.lit(MENOLAK)).select(kolom),
            dilepas.with_columns(arah=pl.lit(MELEPAS)).select(kolom),
            lain.with_columns(arah=pl.lit(LAIN), kode_aturan=pl.lit(TANPA_ATURAN)).select(kolom),
        ]
    )


def weigh(
    tahap: str, menolak: Mapping[str, int], jumlah: int, k: "Ketentuan"
) -> tuple[Timbangan, ...]:
    """Each rule that would newly reject somebody of a potret of `jumlah` people, against the share the
    law files allow (bayangan_maksimum) and the approvals that stand there (aturan_disetujui)."""
    boleh = int(jumlah * k.bayangan_maksimum)
    return tuple(
        Timbangan(tahap, kode, orang, jumlah, boleh, _approved(tahap, kode, orang, k))
        for kode, orang in sorted(menolak.items())
    )


def soften(aturan: tuple[Aturan, ...], kode: Iterable[str]) -> tuple[Aturan, ...]:
    """The rules, with those of `kode` that reject asking instead."""
    lunak = set(kode)
    return tuple(
        replace(satu, berat="periksa") if satu.kode in lunak and satu.memutus else satu
        for satu in aturan
    )


def _approved(tahap: str, kode: str, orang: int, k: "Ketentuan") -> str | None:
    for satu in k.aturan_disetujui:
        if (satu.aturan, satu.tahap) == (kode, tahap) and orang <= satu.orang:
            return f"{satu.oleh}, {satu.tanggal:%d-%m-%Y}"
    return None
