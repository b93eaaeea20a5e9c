"""The shadow run as plain text for a terminal of a hundred columns."""

from textwrap import wrap

import polars as pl

from reports.tulisan import angka, persen
from reports.unsur import Isi
from rules.bayangan import LAIN, MELEPAS, MENOLAK, TANPA_ATURAN, Timbangan

LEBAR = 100
CONTOH = 3
INSTANSI = 5
_ARAH = {
    MENOLAK: "akan ditolak",
    MELEPAS: "tidak lagi ditolak",
    LAIN: "berubah tanpa satu aturan sebagai sebabnya (isian yang kini terbaca atau tidak terbaca)",
}


class PotretDinilai(Isi):
    """One potret judged again: its people, whom the rules of today judge otherwise (rows of a shadow
    run), and each rule weighed that would newly reject somebody."""

    nama: str
    jumlah: int
    orang: pl.DataFrame
    timbangan: tuple[Timbangan, ...]
    nama_aturan: dict[str, str]


def render_bayangan(potret: tuple[PotretDinilai, ...]) -> str:
    """The text, without a final line feed: per potret and rule how many people, where, and examples."""
    if not potret:
        return "Belum ada potret yang dibekukan, jadi tidak ada yang dapat dinilai lagi."
    return "\n".join(baris for satu in potret for baris in _potret(satu)).rstrip()


def _potret(satu: PotretDinilai) -> list[str]:
    orang = satu.orang["nik"].len() and _people(satu.orang)
    kepala = (
        f"Potret {satu.nama}, {angka(satu.jumlah)} orang: aturan yang sekarang menilai "
        f"{angka(orang)} orang lain ({persen(orang, satu.jumlah, 2)})."
    )
    baris = [*wrap(kepala, LEBAR), ""]
    for (kode, arah), bagian in satu.orang.group_by("kode_aturan", "arah", maintain_order=True):
        baris += [*_rule(satu, str(kode), str(arah), bagian), ""]
    return baris


def _rule(satu: PotretDinilai, kode: str, arah: str, bagian: pl.DataFrame) -> list[str]:
    nama = satu.nama_aturan.get(kode, "aturan yang tidak ada lagi")
    kepala = f"{angka(_people(bagian))} orang {_ARAH[arah]}"
    baris = [kepala if kode == TANPA_ATURAN else f"{kode} {nama}: {kepala}"]
    baris += [f"    {_weighed(t)}" for t in satu.timbangan if t.kode == kode and arah == MENOLAK]
    return [*baris, *_where(bagian), *_examples(bagian)]


def _weighed(t: Timbangan) -> str:
    batas = f"batas tanpa persetujuan {angka(t.boleh)} orang"
    if t.hanya_memperingatkan:
        return f"{batas}, belum disetujui: HANYA MEMPERINGATKAN"
    return f"{batas}; disetujui {t.oleh}" if t.oleh else f"{batas}: menolak"


def _where(bagian: pl.DataFrame) -> list[str]:
    per = (
        bagian["instansi"]
        .value_counts(sort=True, name="orang")
        .sort("orang", "instansi", descending=[True, False])
    )
    sebut = "; ".join(f"{nama} {angka(n)}" for nama, n in per.head(INSTANSI).iter_rows())
    sisa = f"; dan {angka(per.height - INSTANSI)} lainnya" if per.height > INSTANSI else ""
    teks = f"{angka(per.height)} instansi: {sebut}{sisa}"
    return wrap(teks, LEBAR, initial_indent="    ", subsequent_indent="    ")


def _examples(bagian: pl.DataFrame) -> list[str]:
    kolom = ("perubahan", "nik", "kunci", "lembar", "baris")
    return [
        f"    contoh {perubahan}: NIK {nik or 'tidak terbaca'}, {kunci}, lembar {lembar} baris {baris}"
        for perubahan, nik, kunci, lembar, baris in bagian.select(kolom).head(CONTOH).iter_rows()
    ]


def _people(orang: pl.DataFrame) -> int:
    """People, however many rules name them."""
    return orang.select("kunci", "lembar", "baris").n_unique()
