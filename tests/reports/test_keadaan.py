from datetime import datetime, timedelta

from reports.keadaan import pages, render_keadaan
from reports.keadaan.isi import Keadaan
from reports.render import query
from reports.tulisan import WIB
from tests.reports.emas import assert_golden

ISI = """
INSERT INTO fase VALUES
    ('7303', 2, 'MENUNGGU_FINAL', 'Menunggu finalisasi', '2022-10-22 17:00:00+07', 'B/1917 butir 4',
        '2022-10-31 17:00:00+07', true, 'Tidak ada yang perlu dikirim.', 'Surat B/77 tidak membuka <apa pun>.');
UPDATE fase SET sekarang = false WHERE kode_instansi = '7303' AND urut = 1;
INSERT INTO perpanjangan VALUES ('7303', NULL, '2022-10-20 09:00:00+07', 'B/77', '2022-10-21',
    '2022-10-28 17:00:00+07', 0, 'Surat B/77 tidak membuka <apa pun>.', NULL);
INSERT INTO pembukaan BY NAME SELECT '7303' AS kode_instansi, * FROM (VALUES
    ('S/1', DATE '2022-11-10', 'Salah <unit>', '2022-11-20 17:00:00+07'::TIMESTAMPTZ, NULL, NULL, NULL,
        '2022-11-22 09:00:00+07'::TIMESTAMPTZ),
    ('S/2', DATE '2022-11-25', 'Salah nama', '2022-11-28 17:00:00+07', NULL, '2022-11-29 08:00:00+07',
        'Surat dicabut', NULL),
    ('S/3', DATE '2022-12-01', NULL, '2022-12-05 17:00:00+07', NULL, NULL, NULL, NULL),
    ('S/4', DATE '2022-12-01', NULL, '2022-10-05 17:00:00+07', 'Surat BKN S/4 tidak membuka kembali: …', NULL,
        NULL, NULL)) AS t (nomor_surat, tanggal_surat, alasan, sampai, alasan_tertutup, dibatalkan, alasan_batal,
        diterima);
INSERT INTO berkas BY NAME SELECT * REPLACE (20 AS id_berkas, 'telat|<b>.xlsx' AS nama_berkas,
    '2022-10-22 17:01:00+07'::TIMESTAMPTZ AS waktu, true AS terlambat, 'Datang sesudah batas.' AS keterangan)
    FROM berkas WHERE id_berkas = 2;
INSERT INTO berkas BY NAME SELECT * REPLACE (21 AS id_berkas, '7303' AS kode_instansi, 'lama.pdf' AS nama_berkas,
    'DITOLAK' AS status, '2022-11-04 10:00:00+07'::TIMESTAMPTZ AS waktu) FROM berkas WHERE id_berkas = 4;
INSERT INTO penolakan VALUES (21, '7303', 'F-SPTJM-LAMA', 'SPTJM ini untuk potret lama.', 'Cetak yang berlaku.');
"""
TABEL = (
    "keadaan", "keadaan/terlambat", "keadaan/sptjm", "keadaan/perpanjangan", "keadaan/pembukaan",
)  # fmt: skip


def semua(gudang) -> dict[str, Keadaan]:
    tabel = [gudang.execute(query(nama)).pl() for nama in TABEL]
    return {satu.instansi.kode: satu for satu in pages(*tabel, tanda="UJI")}


def test_the_page_reads_as_agreed(gudang):
    gudang.execute(ISI)
    assert_golden("keadaan.html", render_keadaan(semua(gudang)["7303"]).decode())


def test_every_instansi_has_a_page_with_its_own_state(gudang):
    isi = semua(gudang)
    assert list(isi) == ["3012", "7303", "9109"]
    assert [satu.diterima for satu in isi["3012"].sptjm] == [True]
    assert isi["9109"].kini.nama == "Pendataan"
    assert isi["9109"].perpanjangan is None
    diam = render_keadaan(isi["9109"]).decode()
    assert "Belum ada SPTJM yang diterima" in diam
    assert "Kiriman yang datang sesudah batas" not in diam


def test_the_present_phase_names_its_end_in_wib(gudang):
    kini = semua(gudang)["7303"].kini
    assert kini.sampai - datetime(2022, 9, 30, 23, 59, 59, tzinfo=WIB) == timedelta(0)
    teks = render_keadaan(semua(gudang)["7303"]).decode()
    assert "30 September 2022 pukul 23.59 WIB" in teks
    assert teks.count("(sekarang)") == 1
