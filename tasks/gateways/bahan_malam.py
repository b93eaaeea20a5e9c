"""What the night's story is made from, read from a gudang."""

from pathlib import Path

import polars as pl

from reports.render import query as sql_of
from reports.statistik import load_tabel
from rules.keputusan import beyond_tolerance
from rules.ketentuan import Ketentuan
from tasks.gateways.gudang import open_gudang, query
from tasks.gateways.pengaturan import Pengaturan

_QUERY = {
    "berkas": "malam/berkas",
    "sptjm": "malam/sptjm",
    "penolakan": "penolakan/query",
    "lebih": "jawaban/toleransi",
    "bayangan": "malam/bayangan",
    "pengecualian": "malam/pengecualian",
}
_TABEL = {"temuan": "temuan_aturan", "ganda": "ganda_jenis", "neraca": "neraca_nasional"}


def read_bahan_malam(
    pengaturan: Pengaturan, jalur: Path, k: Ketentuan
) -> tuple[dict[str, pl.DataFrame], tuple[tuple[str, str], ...]]:
    """The frames of render_malam by their names, and (code, reason) of every rule that crashed."""
    sql = {satu.nama: satu.sql for satu in load_tabel()}
    with open_gudang(jalur, pengaturan.kunci_gudang) as gudang:
        bahan = {nama: query(gudang, sql_of(dari)) for nama, dari in _QUERY.items()}
        bahan |= {nama: query(gudang, sql[dari]) for nama, dari in _TABEL.items()}
        galat = gudang.execute("SELECT kode_aturan, sebab FROM galat ORDER BY ALL").fetchall()
    return bahan | {"lebih": beyond_tolerance(bahan["lebih"], k)}, tuple(galat)
