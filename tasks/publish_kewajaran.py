"""The inspectors' workbook into BKN's own outbox."""

from datetime import datetime
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from reports.kewajaran import Kewajaran, render_kewajaran
from reports.render import query as sql_of
from rules.ketentuan import ketentuan_on
from rules.peringkat import describe_bobot, timbangan
from tasks.gateways.gudang import open_gudang, query
from tasks.gateways.hukum import tanggal_hukum
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.simpanan import open_simpanan

# BKN's own outbox: an inspection that is announced to a forger finds nothing.
KUNCI = "kotak-keluar/bkn/kewajaran.xlsx"


@task(retries=3, retry_delay_seconds=[1, 3, 9], cache_policy=NO_CACHE)
def publish_kewajaran(pengaturan: Pengaturan, jalur: Path, tanggal: datetime) -> int:
    """Puts kewajaran.xlsx into the outbox of BKN; returns how many files changed."""
    t = timbangan()
    with open_gudang(jalur, pengaturan.kunci_gudang) as gudang:
        aturan, instansi = (
            query(gudang, sql_of(satu)) for satu in ("kewajaran/aturan", "kewajaran/instansi")
        )
        orang = query(gudang, sql_of("kewajaran/orang"), t.orang_tampil)
        hilang = query(gudang, sql_of("kewajaran/hilang"), t.hilang_tampil)
        jumlah = query(gudang, sql_of("kewajaran/jumlah")).row(0, named=True)
    isi = Kewajaran(
        keadaan=tanggal,
        tanda=pengaturan.tanda,
        orang_tampil=t.orang_tampil,
        hilang_tampil=t.hilang_tampil,
        **jumlah,
    )
    uraian = describe_bobot(t, ketentuan_on(tanggal_hukum(tanggal)))
    buku = render_kewajaran(
        isi, aturan.join(uraian, on="kode_aturan", maintain_order="left"), instansi, orang, hilang
    )
    return int(open_simpanan(pengaturan).put_changed(KUNCI, buku))
