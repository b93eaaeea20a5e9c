"""What would change a verdict: one sentence per finding, from the rule that judges and from nothing else."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import polars as pl

from rules.kalimat import kalimat, kolom_baris
from rules.rule import Aturan

if TYPE_CHECKING:
    from rules.ketentuan import Ketentuan

# (sasaran, column) → the sentence that names the criteria which cannot be judged without it.
Dipakai = Mapping[tuple[str, str], str]
SEBUTAN = {"sk_tanggal": "tanggal SK", "blu": "BLU/BLUD", "masa_kerja": "masa kerja"}


def dipakai_menilai(aturan: Iterable[Aturan]) -> Dipakai:
    """Of every column that a deciding rule needs, what its gap keeps from being judged."""
    kriteria: dict[tuple[str, str], dict[str, None]] = {}
    for satu in aturan:
        if satu.memutus and satu.kriteria:
            sebutan = SEBUTAN.get(satu.kriteria, satu.kriteria)
            for sasaran, butuh in (("tenaga", satu.butuh), ("riwayat", satu.butuh_riwayat)):
                for kolom in butuh:
                    kriteria.setdefault((sasaran, kolom), {})[sebutan] = None
    return {
        kunci: f"Dipakai untuk menilai kriteria {', '.join(isi)}."
        for kunci, isi in kriteria.items()
    }


def kolom_pengubah(satu: Aturan, k: "Ketentuan", dipakai: Dipakai) -> list[str]:
    """Row columns that the sentence of this rule needs."""
    if satu.pengubah is None:
        return [kolom for kolom in [satu.kolom] if kolom and (satu.sasaran, kolom) in dipakai]
    tampil = [nama for nama in kolom_baris(satu.pengubah, k) if nama not in satu.turunan]
    return [*tampil, *(nama for h in satu.turunan.values() for nama in h(k).meta.root_names())]


def tambah_pengubah(
    temuan: pl.DataFrame,
    satu: Aturan,
    k: "Ketentuan",
    skema: Mapping[str, pl.DataType],
    dipakai: Dipakai,
) -> pl.DataFrame:
    """Rows that break the rule with the column `pengubah`: what the law asks of them, or, where the cell is
    empty or unreadable, what it is needed for; null where a finding changes no verdict."""
    if satu.pengubah is None:
        return temuan.with_columns(_gap(satu, dipakai).alias("pengubah"))
    lengkap = temuan.with_columns(hitung(k).alias(nama) for nama, hitung in satu.turunan.items())
    tipe = {**skema, **{nama: lengkap.schema[nama] for nama in satu.turunan}}
    return lengkap.with_columns(kalimat(satu.pengubah, k, tipe).alias("pengubah"))


def _gap(satu: Aturan, dipakai: Dipakai) -> pl.Expr:
    teks = dipakai.get((satu.sasaran, satu.kolom or ""))
    if satu.kolom is None or teks is None:
        return pl.lit(None, pl.String)
    return pl.when(pl.col(satu.kolom).is_null()).then(pl.lit(teks))
