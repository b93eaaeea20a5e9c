"""Rows and rules in, findings out: one streaming pass for all verdicts, sentences only for violators."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, get_args

import polars as pl

from rules.kalimat import kalimat, kolom_baris, teks_kolom
from rules.pembacaan.edisi import edisi
from rules.pengecualian import KOLOM_PENGECUALIAN, dikecualikan
from rules.pengubah import Dipakai, dipakai_menilai, kolom_pengubah, tambah_pengubah
from rules.rule import Aturan, Lingkup, Sasaran

if TYPE_CHECKING:
    from rules.ketentuan import Ketentuan

Galat = tuple[str, str]
Topeng = dict[Aturan, pl.Expr]

# A Polars panic does not inherit from Exception, yet it is one rule's crash like any other.
KEGAGALAN = (Exception, pl.exceptions.PanicException)

# Findings stand in the order of these; nomor_baris tells rows apart that are about no tenaga.
KUNCI = ("id_tenaga", "id_riwayat", "nomor_baris")
# Where a finding stands that is about a delivery and not about a tenaga: the place of its own row.
# Named apart from the columns of tenaga and riwayat, which every reader of findings joins.
TEMPAT = {"tempat_berkas": "id_berkas", "tempat_lembar": "lembar", "tempat_baris": "baris"}
BERTEMPAT = ("pemeriksaan", "keputusan_aduan", "dokumen")

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
    "pengubah": pl.String(),
    "isian": pl.String(),
    "tempat_berkas": pl.Int32(),
    "tempat_lembar": pl.String(),
    "tempat_baris": pl.Int32(),
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
    id_riwayat, rows of deliveries nomor_baris); findings by code, then in the order of the keys.

    A rule that crashes is one galat; the findings of the others are complete. The frame is read
    once per scope, so hand a scan or a frame in memory, not a long plan.
    """
    skema = dict(frame.collect_schema())
    topeng, galat = prepare(skema, k, tuple(satu for satu in aturan if satu.sasaran == sasaran))
    temuan: dict[str, pl.DataFrame] = {}
    dipakai = dipakai_menilai(aturan)
    # Windows over the nation hold every row that passes by; apart from them the rest streams.
    for lingkup in get_args(Lingkup):
        bagian = {satu: ini for satu, ini in topeng.items() if satu.lingkup == lingkup}
        pelanggar, hidup, gagal = _violators(frame, bagian, k, dipakai)
        galat += gagal
        for satu in hidup:
            try:
                temuan[satu.kode] = _findings(pelanggar, satu, k, skema, dipakai)
            except KEGAGALAN as sebab:
                galat.append((satu.kode, reason(sebab)))
    urut = [temuan[kode] for kode in sorted(temuan)]
    return Hasil(pl.concat([pl.DataFrame(schema=SKEMA_TEMUAN), *urut]), sorted(galat))


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


def _violators(
    frame: pl.LazyFrame, topeng: Topeng, k: "Ketentuan", dipakai: Dipakai
) -> tuple[pl.DataFrame, Topeng, list[Galat]]:
    """Rows that break at least one rule, with the columns their sentences need and each verdict."""
    if not topeng:
        return pl.DataFrame(), {}, []
    nama_kolom = frame.collect_schema().names()
    kunci = [nama for nama in KUNCI if nama in nama_kolom]
    tempat = [nama for nama in _place(next(iter(topeng)).sasaran) if nama in nama_kolom]

    def langgar(hidup: Topeng) -> pl.LazyFrame:
        perlu = [
            *kunci,
            *tempat,
            "kode_instansi",
            *(nama for satu in hidup for nama in _columns_of(satu, k, dipakai)),
            *(nama for nama in KOLOM_PENGECUALIAN if nama in nama_kolom),
        ]
        putusan = [ini.alias(satu.kode) for satu, ini in hidup.items()]
        taat = pl.all_horizontal(pl.lit(True), *(satu.kode for satu in hidup))
        return frame.select(*dict.fromkeys(perlu), *putusan).filter(~taat).sort(kunci)

    return collect_surviving(frame, topeng, langgar)


def _boolean(satu: Aturan, k: "Ketentuan", kosong: pl.LazyFrame) -> pl.Expr:
    satu.kutipan(k)
    ungkapan = satu(k)
    (tipe,) = kosong.select(ungkapan).collect_schema().dtypes()
    if tipe != pl.Boolean:
        raise TypeError(f"expression gives {tipe}, not Boolean")
    kosong.select(_columns_of(satu, k, {})).collect_schema()
    return ungkapan


def _columns_of(satu: Aturan, k: "Ketentuan", dipakai: Dipakai) -> list[str]:
    """Row columns that a finding of this rule shows, or asks about."""
    pola = [satu.pesan, satu.harapan or "", _pola_nilai(satu)]
    tampil = [nama for isi in pola for nama in kolom_baris(isi, k)]
    return list(dict.fromkeys([*tampil, *kolom_pengubah(satu, k, dipakai), *_asked(satu, k)]))


def _asked(satu: Aturan, k: "Ketentuan") -> list[str]:
    """What a warning rests on: the instansi's own cells, and what it is told beside them. While none of
    these changes, an answer to it holds. Empty for a rule that asks nothing."""
    if not satu.bertanya:
        return []
    sel = _cells(satu.sasaran)
    akar = [nama for nama in [satu.kolom or "", *satu(k).meta.root_names()] if nama in sel]
    dikatakan = [*kolom_baris(_pola_nilai(satu), k), *kolom_baris(satu.harapan or "", k)]
    return list(dict.fromkeys([*akar, *dikatakan]))


@cache
def _cells(sasaran: Sasaran) -> frozenset[str]:
    bentuk = "data_riwayat" if sasaran == "riwayat" else "data_utama"
    return frozenset(kolom.kolom for kolom in edisi()[bentuk])


def _place(sasaran: Sasaran) -> tuple[str, ...]:
    return tuple(TEMPAT.values()) if sasaran in BERTEMPAT else ()


def _place_of(nama: str, satu: Aturan, pelanggar: pl.DataFrame) -> pl.Expr:
    """What is asked about a person stands where the instansi listed that person; a slip in a delivery
    where it was made."""
    ada = nama in _place(satu.sasaran) and nama in pelanggar.columns and not satu.bertanya
    return pl.col(nama) if ada else pl.lit(None)


def _isian(sel: list[str], skema: Mapping[str, pl.DataType]) -> pl.Expr:
    """The cells asked about as one text; unreadable and empty ones are empty."""
    teks = [teks_kolom(nama, skema[nama]).fill_null("") for nama in sel]
    return pl.concat_str(teks, separator=" | ") if teks else pl.lit(None)


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
    pelanggar: pl.DataFrame,
    satu: Aturan,
    k: "Ketentuan",
    skema: Mapping[str, pl.DataType],
    dipakai: Dipakai,
) -> pl.DataFrame:
    nilai = satu.nilai or ""
    if nilai and "{" not in nilai:
        tampil = teks_kolom(nilai, skema[nilai])
    else:
        tampil = kalimat(nilai, k, skema) if nilai else pl.lit(None)
    pesan = kalimat(satu.pesan, k, skema)
    isi = {
        "kode_aturan": pl.lit(satu.kode),
        "id_tenaga": pl.col("id_tenaga"),
        "id_riwayat": pl.col("id_riwayat") if satu.sasaran == "riwayat" else pl.lit(None),
        "kode_instansi": pl.col("kode_instansi"),
        "berat": _waived(satu, pelanggar, pl.lit("info"), pl.lit(satu.berat)),
        "kolom": pl.lit(satu.kolom),
        "nilai": tampil,
        "harapan": kalimat(satu.harapan, k, skema) if satu.harapan else pl.lit(None),
        "pesan": _waived(satu, pelanggar, _told(satu.kode, pesan), pesan),
        "pengubah": _waived(satu, pelanggar, pl.lit(None, pl.String), pl.col("pengubah")),
        "isian": _isian(_asked(satu, k), skema),
        **{nama: _place_of(asal, satu, pelanggar) for nama, asal in TEMPAT.items()},
    }
    milik = tambah_pengubah(pelanggar.filter(~pl.col(satu.kode)), satu, k, skema, dipakai)
    return milik.select(
        ungkapan.cast(SKEMA_TEMUAN[nama]).alias(nama) for nama, ungkapan in isi.items()
    )


def _waived(satu: Aturan, pelanggar: pl.DataFrame, ya: pl.Expr, tidak: pl.Expr) -> pl.Expr:
    """`ya` where a waiver in force takes the rule's weight from the row."""
    if not satu.memutus or "pengecualian" not in pelanggar.columns:
        return tidak
    return pl.when(dikecualikan(satu.kode)).then(ya).otherwise(tidak)


def _told(kode: str, pesan: pl.Expr) -> pl.Expr:
    """The sentence, with the approvals that are about this rule."""
    milik = pl.element().str.starts_with(f"{kode} menurut ")
    menurut = pl.col("pengecualian_menurut").str.split("; ").list.eval(pl.element().filter(milik))
    return pl.concat_str(
        pesan,
        pl.lit(" Dikecualikan dengan persetujuan BKN: "),
        menurut.list.join("; "),
        pl.lit("."),
    )
