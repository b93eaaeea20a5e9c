"""The explanation as plain text for a terminal."""

from reports import tulisan
from reports.istilah import KATEGORI, KRITERIA, STATUS_BARIS
from reports.penjelasan.isi import (
    HASIL,
    PUTUSAN,
    AturanDinilai,
    Pendaftaran,
    Penjelasan,
    TemuanLain,
)


def render_penjelasan(isi: Penjelasan) -> str:
    """The text, without a final line feed. A NIK that was asked for is shown masked: whoever asked knows it."""
    kepala = [
        f"{isi.perihal}: {len(isi.pendaftaran)} pendaftaran",
        f"Keadaan data {tulisan.saat(isi.keadaan)}, menurut ketentuan yang berlaku {isi.tanggal_hukum}.",
    ]
    return "\n".join(
        [*kepala, *(baris for satu in isi.pendaftaran for baris in _registration(satu))]
    )


def _registration(satu: Pendaftaran) -> list[str]:
    baris = [
        "",
        f"== {satu.instansi}: {satu.nama}",
        f"   {satu.tempat}, berkas {satu.berkas}, diterima {tulisan.saat(satu.waktu)}",
        f"   Keadaan baris: {STATUS_BARIS[satu.status]}"
        + (f"; kategori {KATEGORI[satu.kategori]}" if satu.kategori else ""),
    ]
    if satu.keseluruhan:
        baris += [f"   PUTUSAN: {PUTUSAN[satu.keseluruhan]}{_because(satu)}", ""]
    for kriteria in satu.kriteria:
        baris.append(
            f"   [{kriteria.putusan}] {KRITERIA[kriteria.nama]}: {PUTUSAN[kriteria.putusan].lower()}"
        )
        baris += [teks for aturan in kriteria.aturan for teks in _rule(aturan)]
    return [*baris, *_periods(satu), *_others(satu)]


def _because(satu: Pendaftaran) -> str:
    """The criteria that decided, so that nobody reads sixty lines to find one."""
    penentu = [KRITERIA[k.nama] for k in satu.kriteria if k.putusan == satu.keseluruhan != "M"]
    return f", karena: {', '.join(penentu)}" if penentu else ""


def _rule(aturan: AturanDinilai) -> list[str]:
    baris = [
        f"       {aturan.kode} {aturan.nama}: {HASIL[aturan.hasil]}",
        f"         dasar: {aturan.dasar}",
    ]
    if aturan.pesan:
        baris.append(f"         {aturan.pesan}")
    return baris + [f"         {n.nama} = {n.teks} ({n.asal})" for n in aturan.nilai]


def _periods(satu: Pendaftaran) -> list[str]:
    if not satu.periode:
        return []
    bulan = "belum dapat dihitung" if satu.bulan_kerja is None else f"{satu.bulan_kerja} bulan"
    rinci = [f"       {p.awal} s.d. {p.akhir}, {p.pembayaran} ({p.asal})" for p in satu.periode]
    return ["", f"   Masa kerja dibayar langsung: {bulan}, dari:", *rinci]


def _others(satu: Pendaftaran) -> list[str]:
    baris = []
    if satu.temuan:
        baris += ["", "   Temuan lain (tidak menentukan putusan):"]
        baris += [teks for temuan in satu.temuan for teks in _finding(temuan)]
    if satu.ganda:
        baris += ["", "   Terdaftar lebih dari sekali:", *(f"       {teks}" for teks in satu.ganda)]
    return baris


def _finding(temuan: TemuanLain) -> list[str]:
    return [
        f"       {temuan.kode} ({temuan.berat}): {temuan.pesan}",
        f"         dasar: {temuan.dasar}",
        f"         menunjuk {temuan.sel}",
        *(f"         {n.nama} = {n.teks} ({n.asal})" for n in temuan.nilai),
    ]
