from datetime import datetime, timedelta

from reports.belum_dipakai import BelumDipakai, Sampai, letter_from, render_belum_dipakai
from reports.render import query
from reports.tulisan import WIB
from tests.reports.contoh import INSTANSI
from tests.reports.emas import assert_golden

BATAS = datetime(2022, 10, 22, 17, tzinfo=WIB)


def surat(gudang, **lain) -> BelumDipakai:
    return letter_from(INSTANSI, gudang.execute(query("belum_dipakai")).pl().to_dicts(), **lain)


def late_and_held(gudang) -> None:
    gudang.execute(
        "INSERT INTO berkas BY NAME SELECT berkas.* REPLACE (id_berkas + 10 * n AS id_berkas, "
        "waktu + INTERVAL 40 DAY AS waktu, ['TERLAMBAT', 'DITAHAN'][n] AS status, n = 1 AS terlambat, "
        "CASE n WHEN 1 THEN 'Datang sesudah batas.' END AS keterangan) "
        "FROM berkas, range(1, 3) AS r(n) WHERE id_berkas IN (2, 3) AND (id_berkas, n) != (3, 2)"
    )


def test_the_letter_reads_as_agreed(gudang):
    late_and_held(gudang)
    isi = surat(gudang, sampai=Sampai(BATAS, "B/1917 butir 4", BATAS + timedelta(days=9)))
    assert (len(isi.ditahan), len(isi.terlambat)) == (1, 2)
    assert_golden("belum_dipakai.html", render_belum_dipakai(isi).decode())


def test_after_the_last_deadline_nothing_is_promised(gudang):
    late_and_held(gudang)
    teks = render_belum_dipakai(
        surat(gudang, sampai=Sampai(BATAS, penghapusan=BATAS + timedelta(days=30)))
    ).decode()
    assert "Masa perbaikan sudah ditutup" in teks
    assert "perpanjangan/" not in teks


def test_when_nothing_waits_any_more_the_letter_says_so(gudang):
    teks = render_belum_dipakai(surat(gudang)).decode()
    assert "Selesai: tidak ada lagi kiriman yang belum dipakai." in teks
    assert "<table>" not in teks
