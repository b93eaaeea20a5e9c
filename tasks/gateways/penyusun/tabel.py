"""Every table of a night in its order: what each needs was written before it."""

from collections.abc import Collection
from datetime import datetime

import polars as pl

from rules.kalender import batas_menerima, kalender_on
from rules.ketentuan import ketentuan_on
from rules.neraca import hitung_neraca
from tasks.gateways.hukum import hukum_tables, tanggal_hukum
from tasks.gateways.instansi import read_instansi
from tasks.gateways.kepala_terima import read_kepala, with_kepala
from tasks.gateways.mendarat import Mendarat
from tasks.gateways.penyusun.aduan import susun_aduan
from tasks.gateways.penyusun.baris import susun_baris
from tasks.gateways.penyusun.data_dasar import susun_data_dasar
from tasks.gateways.penyusun.dokumen import susun_dokumen
from tasks.gateways.penyusun.fase import susun_tabel_fase
from tasks.gateways.penyusun.keputusan import susun_keputusan
from tasks.gateways.penyusun.kiriman import susun_kiriman
from tasks.gateways.penyusun.nilai_asli import susun_nilai_asli
from tasks.gateways.penyusun.pengawasan import susun_pengawasan
from tasks.gateways.penyusun.pengecualian import susun_pengecualian
from tasks.gateways.penyusun.portal import susun_portal
from tasks.gateways.penyusun.potret_lalu import susun_potret_lalu
from tasks.gateways.penyusun.umpan import susun_umpan
from tasks.gateways.simpanan import Simpanan
from tasks.gateways.susunan import Susunan


def susun_tabel(
    simpanan: Simpanan,
    susunan: Susunan,
    tanggal: datetime,
    dicatat: datetime | None = None,
    bekerja: Collection[str] | None = None,
) -> int:
    """Writes the tables of everything sent by `tanggal` (and receipted by `dicatat`); the people listed.

    `bekerja`: whose deliveries under a re-opened finalisasi count before their SPTJM; None for all.
    """
    mendarat, instansi, hari = Mendarat(simpanan), read_instansi(), tanggal_hukum(tanggal)
    kalender = kalender_on(hari)
    k, batas_portal = ketentuan_on(hari), batas_menerima(kalender, "portal")
    susunan.write("instansi", instansi)
    berkas = susun_kiriman(mendarat, susunan, tanggal, instansi, dicatat, bekerja)
    susun_umpan(simpanan, susunan, berkas)
    susun_baris(mendarat, susunan, berkas, batas_portal)
    susun_pengecualian(simpanan, susunan, berkas, hari)
    susun_portal(susunan, batas_portal, k.pernyataan_belum_didaftarkan)
    susun_dokumen(simpanan, susunan, berkas, k)
    susun_pengawasan(mendarat, susunan, berkas)
    susun_nilai_asli(mendarat, susunan, berkas)
    susun_keputusan(mendarat, susunan, berkas)
    susun_potret_lalu(simpanan, susunan, tanggal, kalender)
    susun_data_dasar(simpanan, susunan)
    susun_tabel_fase(susunan, berkas, kalender, tanggal)
    susun_aduan(simpanan, susunan, tanggal, kalender)
    hukum = hukum_tables(tanggal)
    hukum["malam"] = with_kepala(hukum["malam"], read_kepala(simpanan, dicatat))
    for nama, isi in hukum.items():
        susunan.write(nama, isi)
    return _susun_neraca(susunan, berkas)


def _susun_neraca(susunan: Susunan, berkas: pl.DataFrame) -> int:
    per_status = (
        susunan.scan("tenaga")
        .group_by("id_berkas", "status_baris")
        .agg(pl.len().alias("jumlah"))
        .collect()
    )
    susunan.write("neraca", hitung_neraca(berkas.filter(jenis="data-utama"), per_status))
    return int(per_status.filter(status_baris="DAFTAR")["jumlah"].sum())
