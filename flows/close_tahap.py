"""Asks the calendar which tahap have closed and are not published: freeze, render, publish."""

from datetime import UTC, datetime

from prefect import flow

from flows.lingkungan import run_name
from flows.susun import Bangunan, GalatAturanError, susun, take_in
from rules.kalender import Tahap, tahap_due
from tasks.expect_terbitan import expect_terbitan
from tasks.freeze_potret import freeze_potret
from tasks.gateways.giliran import alone
from tasks.gateways.kunci_potret import open_kunci
from tasks.gateways.pengaturan import Pengaturan, read_pengaturan
from tasks.gateways.penyusun.pembukaan import due_ulang
from tasks.gateways.potret import begin_freeze
from tasks.gateways.simpanan import open_simpanan
from tasks.gateways.terbitan import published_tahap, write_terbitan
from tasks.publish_buku_terbit import publish_buku_terbit
from tasks.publish_kartu import publish_kartu
from tasks.publish_malam import publish_malam
from tasks.publish_pengumuman import publish_pengumuman
from tasks.publish_perbandingan import publish_perbandingan
from tasks.publish_sptjm import publish_sptjm
from tasks.publish_statistik import publish_statistik

# What the story of a closing calls the documents that the calendar names.
_SEBUTAN = {
    "pengumuman": "Pengumuman (instansi)",
    "sptjm": "Konsep SPTJM (instansi)",
    "perbandingan": "Perbandingan dengan potret sebelumnya (instansi)",
    "statistik": "Statistik nasional (angka yang disandingkan dengan angka 2022)",
    "kartu": "Kartu pendataan (instansi)",
}


@flow(name="close-tahap", flow_run_name=run_name)
def close_tahap(tanggal: datetime | None = None) -> list[str]:
    """Closes every tahap whose deadline has passed at `tanggal` and that is not published yet, also the
    finalisasi of single instansi that a letter of BKN opened again.

    Each is built as of its own deadline, so a closing that runs late (after an outage) freezes
    what stood at the deadline. Returns the codes closed; running again closes nothing twice.
    """
    pengaturan, tanggal = read_pengaturan(), tanggal or datetime.now(UTC)
    with alone(pengaturan, "close-tahap"):
        simpanan = open_simpanan(pengaturan)
        sudah = published_tahap(simpanan)
        ulang = due_ulang(simpanan, tanggal, sudah)
        due = sorted(tahap_due(tanggal, sudah) + ulang, key=lambda satu: satu.batas)
        if due:
            # A closing that cannot be signed is not begun.
            open_kunci(pengaturan, simpanan)
            _, dibaca = take_in(pengaturan, tanggal)
            for tahap in due:
                _close(pengaturan, tahap, tanggal, dibaca)
    return [tahap.kode for tahap in due]


def freeze_tahap(pengaturan: Pengaturan, tahap: Tahap, tanggal: datetime) -> tuple[Bangunan, int]:
    """Builds the state at the deadline and freezes it; the tables, and how many people.

    A closing that was cut short is taken up with what it knew: its potret may stand already.
    """
    mulai = begin_freeze(open_simpanan(pengaturan), tahap.kode, tanggal)
    # In a potret of all, what is signed is not displaced by a re-opened list that is not signed yet.
    bangunan = susun(pengaturan, tahap.batas, tahap.kode, mulai, tahap.instansi or frozenset())
    if bangunan.galat:
        raise GalatAturanError(list(bangunan.galat))
    return bangunan, freeze_potret(pengaturan, tahap, bangunan.folder)


def _close(pengaturan: Pengaturan, tahap: Tahap, tanggal: datetime, dibaca: dict[str, int]) -> None:
    bangunan, orang = freeze_tahap(pengaturan, tahap, tanggal)
    expect_terbitan(pengaturan, tahap, bangunan.gudang)
    terbit = {nama: _publish(nama, pengaturan, tahap, bangunan) for nama in tahap.terbit}
    write_terbitan(
        open_simpanan(pengaturan),
        tahap.kode,
        {"tahap": tahap.kode, "batas": tahap.batas.isoformat(), "orang": orang, "terbit": terbit},
    )
    publish_buku_terbit(pengaturan, tanggal)
    banyak = {
        _SEBUTAN[nama]: isi if isinstance(isi, int) else len(isi) for nama, isi in terbit.items()
    }
    publish_malam(pengaturan, bangunan.gudang, tahap.batas, dibaca, banyak, tahap)
    bangunan.gudang.unlink()


def _publish(
    nama: str, pengaturan: Pengaturan, tahap: Tahap, bangunan: Bangunan
) -> int | dict[str, int]:
    """Publishes one kind of document that the calendar names for this tahap; says how many, or which figures."""
    match nama:
        case "pengumuman":
            return publish_pengumuman(pengaturan, tahap)
        case "sptjm":
            return publish_sptjm(pengaturan, tahap)
        case "statistik":
            return publish_statistik(pengaturan, bangunan.gudang, tahap)
        case "perbandingan":
            return publish_perbandingan(pengaturan, bangunan.folder, bangunan.gudang, tahap)
        case "kartu":
            return publish_kartu(pengaturan, tahap)
        case _:
            raise ValueError(f"tahap {tahap.kode} names a document nobody makes: {nama}")
