"""The explanation as plain text for a terminal."""

from collections.abc import Iterator

from reports import tulisan
from reports.istilah import KATEGORI, KRITERIA, STATUS_BARIS
from reports.penjelasan.bulan import rentetan, tahun_kerja, tulis_rentetan, tulis_tahun
from reports.penjelasan.isi import (
    PUTUSAN,
    AturanDinilai,
    Klausul,
    MasaKerja,
    Pendaftaran,
    Penjelasan,
    Periode,
    TemuanLain,
)


def render_penjelasan(isi: Penjelasan) -> str:
    """The text, without a final line feed. A NIK that was asked for is shown masked: whoever asked knows it."""
    tahap = f" pada penutupan {isi.tahap}" if isi.tahap else ""
    kepala = [
        f"{isi.perihal}: {len(isi.pendaftaran)} pendaftaran",
        f"Keadaan data {tulisan.saat(isi.keadaan)}{tahap}, menurut ketentuan yang berlaku "
        f"{tulisan.tanggal(isi.tanggal_hukum)}.",
    ]
    isian = [baris for satu in isi.pendaftaran for baris in _registration(satu)]
    return "\n".join(map(_one_line, [*kepala, *isian, *_law(isi)]))


def _one_line(baris: str) -> str:
    """What an instansi wrote can neither begin a line of ours nor steer a terminal."""
    return "".join(huruf if huruf.isprintable() else " " for huruf in baris)


def _registration(satu: Pendaftaran) -> list[str]:
    baris = [
        "",
        f"== {satu.instansi}: {satu.nama}",
        f"   {satu.tempat}, berkas {satu.berkas}, diterima {tulisan.saat(satu.waktu)}",
        f"   Keadaan baris: {STATUS_BARIS[satu.status]}"
        + (f"; kategori {KATEGORI[satu.kategori]}" if satu.kategori else ""),
    ]
    if satu.keseluruhan:
        baris += [f"   PUTUSAN: {PUTUSAN[satu.keseluruhan]}{_because(satu)}", *_changes(satu), ""]
    for kriteria in satu.kriteria:
        baris.append(
            f"   [{kriteria.putusan}] {KRITERIA[kriteria.nama]}: {PUTUSAN[kriteria.putusan].lower()}"
        )
        baris += [teks for aturan in kriteria.aturan for teks in _rule(aturan)]
    return [*baris, *_months(satu.masa_kerja), *_others(satu), *_notes(satu)]


def _because(satu: Pendaftaran) -> str:
    penentu = [KRITERIA[k.nama] for k in satu.penentu]
    return f", karena: {', '.join(penentu)}" if penentu else ""


def _changes(satu: Pendaftaran) -> list[str]:
    isi = [
        f"       {KRITERIA[kriteria.nama]}: {pengubah}"
        for kriteria in satu.kriteria
        for pengubah in kriteria.pengubah
    ]
    return ["   Yang mengubah putusan (semuanya, dengan bukti):", *isi] if isi else []


def _rule(aturan: AturanDinilai) -> list[str]:
    baris = [
        f"       {aturan.kode} {aturan.nama}: {aturan.sebutan}",
        f"         dasar: {aturan.dasar}",
    ]
    baris += [f"         {teks}" for teks in (aturan.pesan, aturan.pengubah) if teks]
    return baris + [f"         {n.nama} = {n.teks} ({n.asal})" for n in aturan.nilai]


def _months(isi: MasaKerja | None) -> Iterator[str]:
    if isi is None:
        return
    yield ""
    yield (
        f"   Masa kerja yang dihitung: {isi.bulan_kerja} bulan sampai {tulisan.tanggal(isi.acuan)}; "
        f"paling singkat {isi.minimum} bulan."
    )
    for satu in tahun_kerja(isi):
        yield f"       {satu.tahun}: {tulis_tahun(satu):<47} = {satu.jumlah}"
    tidak = [f"       {tulis_rentetan(satu)}" for satu in rentetan(isi)]
    yield from ["     Bulan yang tidak dihitung:", *tidak] if tidak else []
    yield "     Periode yang dilaporkan:"
    yield from (_period(satu) for satu in isi.periode)


def _period(p: Periode) -> str:
    return f"       {p.nomor}. {p.awal} s.d. {p.akhir}, {p.pembayaran}: {_counted(p)} ({p.asal})"


def _counted(p: Periode) -> str:
    if p.sebab:
        return f"tidak dihitung, {p.keterangan}"
    sekali = f", {p.bertumpang} di antaranya sudah dihitung" if p.bertumpang else ""
    lewat = f", {p.sesudah_acuan} sesudah tanggal acuan tidak" if p.sesudah_acuan else ""
    return f"{p.dihitung} bulan dihitung{sekali}{lewat}"


def _others(satu: Pendaftaran) -> list[str]:
    if not satu.temuan:
        return []
    isi = [teks for temuan in satu.temuan for teks in _finding(temuan)]
    return ["", "   Temuan lain (tidak menentukan putusan):", *isi]


def _finding(temuan: TemuanLain) -> list[str]:
    pengubah = [f"         {temuan.pengubah}"] if temuan.pengubah else []
    return [
        f"       {temuan.kode} ({temuan.berat}): {temuan.pesan}",
        f"         dasar: {temuan.dasar}",
        *pengubah,
        f"         menunjuk {temuan.sel}",
        *(f"         {n.nama} = {n.teks} ({n.asal})" for n in temuan.nilai),
    ]


def _notes(satu: Pendaftaran) -> Iterator[str]:
    if satu.catatan:
        yield from ("", "   Yang dinyatakan atau diputuskan tentang orang ini:")
    for catatan in satu.catatan:
        waktu = f"{tulisan.saat(catatan.waktu)}: " if catatan.waktu else ""
        yield f"       {waktu}{catatan.teks}" + (f" ({catatan.asal})" if catatan.asal else "")
    if satu.ganda:
        yield from ("", "   Terdaftar lebih dari sekali:")
    for kasus in satu.ganda:
        yield f"       {kasus.arti}:"
        for p in kasus.pihak:
            tempat = f", {p.tempat}" if p.tempat else ""
            unit = f", {p.unit}" if p.unit else ""
            yield f"         {p.instansi}{unit}, kiriman {tulisan.saat(p.waktu)}{tempat}"
        yield f"         Sebabnya menurut data: {kasus.sebab}. {kasus.bukti}"
        yield f"         Keadaan: {kasus.keadaan}; tanpa keputusan {kasus.bawaan} (asumsi)."
        yield f"         Kini {'dihitung' if kasus.dihitung else 'TIDAK dihitung'} pada pendaftaran ini."


def _law(isi: Penjelasan) -> list[str]:
    if not isi.hukum:
        return []
    return ["", f"Ketentuan yang dipakai, menurut hukum {tulisan.tanggal(isi.tanggal_hukum)}:"] + [
        f"   {_clause(satu)}" for satu in isi.hukum
    ]


def _clause(satu: Klausul) -> str:
    tanggal = f"{satu.berlaku:%d-%m-%Y}" + (" (tanggal asumsi)" if satu.tanggal_asumsi else "")
    asumsi = f"; ASUMSI, bukan ketentuan resmi: {satu.alasan}" if satu.asumsi else ""
    return f"{satu.arti}: {satu.nilai} [{satu.instrumen} {satu.butir}, berlaku {tanggal}{asumsi}]"
