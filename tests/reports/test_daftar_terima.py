"""The list of deliveries fits a terminal and says why a delivery does not count."""

from datetime import UTC, datetime

import polars as pl

from reports.daftar_terima import LEBAR, render_daftar_terima

KEADAAN = datetime(2022, 9, 30, 13, tzinfo=UTC)
PANJANG = "rekap data utama dinas pendidikan kabupaten contoh tahap kedua.xlsx"


def kiriman(*baris: tuple) -> pl.DataFrame:
    skema = {
        "waktu": pl.Datetime("us", "UTC"),
        "kode_instansi": pl.String,
        "jenis": pl.String,
        "status": pl.String,
        "nama_berkas": pl.String,
        "sebab": pl.String,
    }
    return pl.DataFrame(baris, skema, orient="row")


def test_nothing_received_is_said() -> None:
    assert (
        render_daftar_terima(kiriman(), KEADAAN)
        == "0 kiriman sampai 30 September 2022 pukul 20.00 WIB."
    )


def test_a_line_for_each_delivery_and_the_sum() -> None:
    waktu = datetime(2022, 9, 20, 3, tzinfo=UTC)
    teks = render_daftar_terima(
        kiriman(
            (waktu, "5105", "data-utama", "BERLAKU", "data.xlsx", None),
            (waktu, "bkn", "perpanjangan-disetujui", "DIABAIKAN", PANJANG, None),
            (waktu, "5104", "data-utama", "DITOLAK", "rusak.xlsx", "F-X: " + "sebab " * 30),
        ),
        KEADAAN,
    ).splitlines()
    assert teks[:3] == [
        "Waktu (WIB)       Instansi  Jenis                   Keadaan    Berkas",
        "20-09-2022 10.00  5105      data-utama              BERLAKU    data.xlsx",
        "20-09-2022 10.00  bkn       perpanjangan-disetujui  DIABAIKAN  rekap data utama dinas p…p kedua.xlsx",
    ]
    assert teks[4].startswith("    F-X: sebab sebab")
    assert teks[-1] == (
        "3 kiriman sampai 30 September 2022 pukul 20.00 WIB: 1 berlaku, 1 diabaikan, 1 ditolak."
    )
    assert max(map(len, teks)) <= LEBAR
