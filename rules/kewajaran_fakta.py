"""Everything that the plausibility rules ask about a tenaga of the list, derived once."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import polars as pl

from rules.fakta import KATEGORI_THK2, join_sorted
from rules.jabatan_samar import kamus_samar
from rules.kewajaran_dokumen import (
    KOLOM_DOKUMEN_SAMA,
    KOLOM_JEJAK,
    tandai_dokumen_sama,
    tandai_jejak,
)
from rules.kewajaran_potret import (
    KOLOM_JABATAN_LALU,
    KOLOM_LONJAKAN,
    tandai_jabatan_lalu,
    tandai_lonjakan,
)
from rules.kewajaran_sk import (
    KOLOM_LIBUR,
    KOLOM_NOMOR,
    KOLOM_TUMPUK,
    KOLOM_URUT,
    tandai_libur,
    tandai_nomor,
    tandai_tumpuk,
    tandai_urut,
)
from rules.kewajaran_thk2 import KOLOM_TIDUR, tandai_tidur

if TYPE_CHECKING:
    from rules.fakta import Masukan
    from rules.ketentuan import Ketentuan

KOLOM_SAMAR: dict[str, pl.DataType] = {
    "samar_kelas": pl.String(), "samar_sebutan": pl.String(), "samar_cara": pl.String(),
}  # fmt: skip
# Cells of tenaga and facts of table fakta that the rules and their sentences name.
SEL = (
    "id_tenaga", "kode_instansi", "nomor_sk", "tanggal_sk", "tanggal_mulai", "jabatan",
    "jenis_penandatangan", "file_sk", "file_bukti",
)  # fmt: skip
FAKTA: dict[str, pl.DataType] = {
    "kategori": pl.String(), "kelas_dikecualikan": pl.String(), "kelas_mirip": pl.String(),
}  # fmt: skip
KOLOM_KEWAJARAN: Mapping[str, pl.DataType] = (
    FAKTA | KOLOM_TUMPUK | KOLOM_LIBUR | KOLOM_NOMOR | KOLOM_URUT | KOLOM_DOKUMEN_SAMA | KOLOM_JEJAK
    | KOLOM_SAMAR | KOLOM_LONJAKAN | KOLOM_JABATAN_LALU | KOLOM_TIDUR
)  # fmt: skip


def derive_kewajaran(masukan: "Masukan", fakta: pl.LazyFrame, k: "Ketentuan") -> pl.LazyFrame:
    """One row per tenaga of the list: SEL and KOLOM_KEWAJARAN. `fakta`: table fakta of the same night.

    Each part is evaluated on its own narrow frame, so memory holds one part and the facts so far.
    """
    hasil = fakta.select("id_tenaga", *FAKTA).collect(engine="streaming").sort("id_tenaga")
    for kolom, bagian in _parts(masukan, fakta, k):
        terhitung = bagian.select("id_tenaga", *kolom).collect(engine="streaming")
        hasil = hasil.join(terhitung, on="id_tenaga", how="left", maintain_order="left")
    return join_sorted(masukan.tenaga.select(SEL), hasil)


def _parts(
    masukan: "Masukan", fakta: pl.LazyFrame, k: "Ketentuan"
) -> list[tuple[Mapping[str, pl.DataType], pl.LazyFrame]]:
    tenaga = masukan.tenaga
    jabatan = tenaga.select("id_tenaga", "jabatan")
    sama = tandai_dokumen_sama(tenaga, masukan.dokumen_indeks, masukan.dokumen)
    bukti = tenaga.join(fakta.select("id_tenaga", "dokumen_bukti_ada"), on="id_tenaga", how="left")
    kini = fakta.filter(pl.col("kategori") == KATEGORI_THK2).select("id_tenaga")
    thk2 = tenaga.select("id_tenaga", "tanggal_mulai", "tanggal_akhir").join(kini, on="id_tenaga", how="semi")  # fmt: skip
    riwayat = masukan.riwayat.filter(pl.col("id_tenaga").is_not_null())
    return [
        (KOLOM_TUMPUK, tandai_tumpuk(tenaga, k)),
        (KOLOM_LIBUR, tandai_libur(tenaga)),
        (KOLOM_NOMOR, tandai_nomor(tenaga)),
        (KOLOM_URUT, tandai_urut(tenaga, k)),
        (KOLOM_DOKUMEN_SAMA, sama),
        (KOLOM_JEJAK, tandai_jejak(bukti, masukan.akun_portal, masukan.portal_konfirmasi)),
        (KOLOM_SAMAR, jabatan.join(kamus_samar(jabatan.select("jabatan"), k), on="jabatan")),
        *_since_potret(tenaga, masukan.potret_lalu, k),
        (KOLOM_TIDUR, tandai_tidur(thk2, riwayat, k)),
    ]


def _since_potret(
    tenaga: pl.LazyFrame, lalu: pl.LazyFrame | None, k: "Ketentuan"
) -> list[tuple[Mapping[str, pl.DataType], pl.LazyFrame]]:
    if lalu is None:
        kosong = [
            pl.lit(None, dtype=tipe).alias(nama)
            for nama, tipe in (KOLOM_LONJAKAN | KOLOM_JABATAN_LALU).items()
        ]
        tanpa = tenaga.select("id_tenaga", *kosong).clear()
        return [(KOLOM_LONJAKAN | KOLOM_JABATAN_LALU, tanpa)]
    return [
        (KOLOM_LONJAKAN, tandai_lonjakan(tenaga, lalu)),
        (KOLOM_JABATAN_LALU, tandai_jabatan_lalu(tenaga, lalu, k)),
    ]
