"""Rows and rules in, findings out: one streaming pass for all verdicts, sentences only for violators."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from rules.kalimat import kalimat, kolom_baris, teks_kolom
from rules.rule import Aturan, Sasaran

if TYPE_CHECKING:
    from rules.ketentuan import Ketentuan

Galat = tuple[str, str]
Topeng = dict[Aturan, pl.Expr]

# A Polars panic does not inherit from Exception, yet it is one rule's crash like any other.
KEGAGALAN = (Exception, pl.exceptions.PanicException)

SKEMA_TEMUAN: dict[str, pl.DataType] = {
    "kode_aturan": pl.String(),
    "id_tenaga": pl.Int32(),
    "id_riwayat": pl.Int32(),
    "kode_instansi": pl.String(),
    "berat": pl.String(),
    "kolom": pl.String(),
    "nilai": pl.String(),
    "harapan": pl.String(),
    "pesan": pl.String(),
}


@dataclass(frozen=True)
class Hasil:
    """Findings with the columns of table temuan, and (code, reason) of every rule that crashed."""

    temuan: pl.DataFrame
    galat: list[Galat]


def check(
    frame: pl.LazyFrame,
    k: "Ketentuan",
    aturan: tuple[Aturan, ...],
    sasaran: Sasaran = "tenaga",
) -> Hasil:
    """Run the rules about `sasaran` over its frame (keys id_tenaga, kode_instansi; riwayat also
    id_riwayat). A rule that crashes is one galat; the findings of the others are complete."""
    terpilih = tuple(satu for satu in aturan if satu.sasaran == sasaran)
    skema = dict(frame.collect_schema())
    topeng, galat = prepare(skema, k, terpilih)
    kunci = [nama for nama in ("id_tenaga", "id_riwayat", "kode_instansi") if nama in skema]

    def langgar(hidup: Topeng) -> pl.LazyFrame:
        perlu = dict.fromkeys(kunci + [nama for satu in hidup for nama in _columns_of(satu, k)])
        masuk = frame.select(*perlu, *(topeng.alias(satu.kode) for satu, topeng in hidup.items()))
        taat = pl.all_horizontal(pl.lit(True), *(satu.kode for satu in hidup))
        return masuk.filter(~taat).sort(kunci[:-1])

    pelanggar, hidup, gagal = collect_surviving(frame, topeng, langgar)
    bagian: list[pl.DataFrame] = [pl.DataFrame(schema=SKEMA_TEMUAN)]
    for satu in hidup:
        try:
            bagian.append(_findings(pelanggar, satu, k, skema))
        except KEGAGALAN as sebab:
            gagal.append((satu.kode, reason(sebab)))
    return Hasil(pl.concat(bagian), sorted(galat + gagal))


def prepare(
    skema: Mapping[str, pl.DataType], k: "Ketentuan", aturan: tuple[Aturan, ...]
) -> tuple[Topeng, list[Galat]]:
    """Each rule's expression, proven Boolean on this schema; the rules that cannot be built as galat."""
    topeng: Topeng = {}
    galat: list[Galat] = []
    kosong = pl.LazyFrame(schema=dict(skema))
    for satu in aturan:
        try:
            topeng[satu] = _boolean(satu, k, kosong)
        except KEGAGALAN as sebab:
            galat.append((satu.kode, reason(sebab)))
    return topeng, galat


def collect_surviving(
    frame: pl.LazyFrame, topeng: Topeng, susun: Callable[[Topeng], pl.LazyFrame]
) -> tuple[pl.DataFrame, Topeng, list[Galat]]:
    """Collect `susun(topeng)` in one streaming pass; if that crashes, find the guilty rules one by
    one, leave them out and collect again. Raises when no single rule is to blame."""
    try:
        return susun(topeng).collect(engine="streaming"), topeng, []
    except KEGAGALAN:
        galat = [
            (satu.kode, sebab) for satu, ini in topeng.items() if (sebab := _crash(frame, ini))
        ]
        if not galat:
            raise
    rusak = {kode for kode, _ in galat}
    hidup = {satu: ini for satu, ini in topeng.items() if satu.kode not in rusak}
    return susun(hidup).collect(engine="streaming"), hidup, galat


def reason(sebab: BaseException) -> str:
    """Why a rule crashed, in one line without the cells that Polars quotes: they are personal data."""
    baris = (str(sebab).strip().splitlines() or [""])[0]
    bersih = re.sub(r"[0-9]{6,}", "…", re.sub(r"\[.*", "[…]", baris))
    return f"{type(sebab).__name__}: {bersih[:300]}"


def _boolean(satu: Aturan, k: "Ketentuan", kosong: pl.LazyFrame) -> pl.Expr:
    satu.kutipan(k)
    ungkapan = satu(k)
    (tipe,) = kosong.select(ungkapan).collect_schema().dtypes()
    if tipe != pl.Boolean:
        raise TypeError(f"expression gives {tipe}, not Boolean")
    kosong.select(_columns_of(satu, k)).collect_schema()
    return ungkapan


def _columns_of(satu: Aturan, k: "Ketentuan") -> list[str]:
    """Row columns shown in a finding of this rule."""
    pola = [satu.pesan, satu.harapan or "", _pola_nilai(satu)]
    return list(dict.fromkeys(nama for isi in pola for nama in kolom_baris(isi, k)))


def _pola_nilai(satu: Aturan) -> str:
    nilai = satu.nilai or ""
    return nilai if "{" in nilai or not nilai else "{" + nilai + "}"


def _crash(frame: pl.LazyFrame, ungkapan: pl.Expr) -> str | None:
    try:
        frame.select(ungkapan.alias("putusan").sum()).collect(engine="streaming")
    except KEGAGALAN as sebab:
        return reason(sebab)
    return None


def _findings(
    pelanggar: pl.DataFrame, satu: Aturan, k: "Ketentuan", skema: Mapping[str, pl.DataType]
) -> pl.DataFrame:
    nilai = satu.nilai or ""
    if nilai and "{" not in nilai:
        tampil = teks_kolom(nilai, skema[nilai])
    else:
        tampil = kalimat(nilai, k, skema) if nilai else pl.lit(None)
    isi = {
        "kode_aturan": pl.lit(satu.kode),
        "id_tenaga": pl.col("id_tenaga"),
        "id_riwayat": pl.col("id_riwayat") if satu.sasaran == "riwayat" else pl.lit(None),
        "kode_instansi": pl.col("kode_instansi"),
        "berat": pl.lit(satu.berat),
        "kolom": pl.lit(satu.kolom),
        "nilai": tampil,
        "harapan": kalimat(satu.harapan, k, skema) if satu.harapan else pl.lit(None),
        "pesan": kalimat(satu.pesan, k, skema),
    }
    return pelanggar.filter(~pl.col(satu.kode)).select(
        ungkapan.cast(SKEMA_TEMUAN[nama]).alias(nama) for nama, ungkapan in isi.items()
    )
