"""Every night: read what is new, rebuild the gudang, apply the law, answer every instansi."""

from dataclasses import dataclass
from datetime import UTC, datetime

from prefect import flow

from flows.lingkungan import run_name
from flows.susun import GalatAturanError, susun, take_in
from tasks.gateways.pengaturan import read_pengaturan
from tasks.publish_aduan import publish_aduan
from tasks.publish_buku_jawaban import publish_buku_jawaban
from tasks.publish_buku_terbit import publish_buku_terbit
from tasks.publish_dasbor import publish_dasbor
from tasks.publish_gudang import publish_gudang
from tasks.publish_jawaban import publish_jawaban
from tasks.publish_keadaan import publish_keadaan
from tasks.publish_kewajaran import publish_kewajaran
from tasks.publish_malam import publish_malam
from tasks.publish_portal import publish_portal

_TERCATAT = "Dicatat dalam buku terbit (objek yang baru, berubah atau ditarik)"


@dataclass(frozen=True)
class Malam:
    """What one night did."""

    diterima: int
    dibaca: int
    ditolak: int
    orang: int
    kasus_ganda: int
    jawaban: int


@flow(name="nightly", flow_run_name=run_name)
def nightly(tanggal: datetime | None = None) -> Malam:
    """One night as of `tanggal` (aware; now when left out). Safe to run twice; raises on our own faults.

    A rule of ours that crashes keeps the gudang and the dashboards as they were; every instansi
    still gets its answer, from the rules that ran.
    """
    pengaturan, tanggal = read_pengaturan(), tanggal or datetime.now(UTC)
    diterima, dibaca = take_in(pengaturan, tanggal)
    bangunan = susun(pengaturan, tanggal, "malam")
    jawaban = publish_jawaban(pengaturan, bangunan.gudang, tanggal)
    buku = publish_buku_jawaban(pengaturan, bangunan.gudang, tanggal)
    terbit = {
        "Temuan dan surat yang baru atau berubah (berkas)": jawaban,
        "Buku jawaban yang baru atau berubah": buku,
        "Buku aduan yang baru atau berubah": publish_aduan(pengaturan, bangunan.gudang),
        "Halaman keadaan instansi yang baru atau berubah": publish_keadaan(
            pengaturan, bangunan.gudang
        ),
    }
    if bangunan.galat:
        terbit[_TERCATAT] = publish_buku_terbit(pengaturan, tanggal)
        publish_malam(pengaturan, bangunan.gudang, tanggal, dibaca, terbit)
        raise GalatAturanError(list(bangunan.galat))
    gudang = publish_gudang(pengaturan, bangunan.gudang)
    terbit["Jawaban bagi portal BKN yang baru atau berubah (berkas)"] = publish_portal(
        pengaturan, gudang
    )
    terbit["Buku kewajaran bagi pemeriksa BKN yang berubah (berkas)"] = publish_kewajaran(
        pengaturan, gudang, tanggal
    )
    terbit["Statistik dan dasbor yang berubah (berkas)"] = len(
        publish_dasbor(pengaturan, gudang, tanggal)
    )
    terbit[_TERCATAT] = publish_buku_terbit(pengaturan, tanggal)
    publish_malam(pengaturan, gudang, tanggal, dibaca, terbit)
    return Malam(
        diterima,
        dibaca["dibaca"],
        dibaca["ditolak"],
        bangunan.orang,
        bangunan.kasus_ganda,
        jawaban + buku,
    )
