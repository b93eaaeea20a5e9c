"""A small gudang made by the one DDL: three instansi, one refused file, two people who share a NIK.

Every person is invented. `create_gudang()` gives an open in-memory DuckDB; tests that need another
shape run their own SQL on it.
"""

import duckdb
import polars as pl

from reports.statistik import dasbor_statements, load_tabel, published_figures
from rules.angka import angka_2022
from rules.rujukan import rujukan
from tasks.gateways.perbandingan import RINGKAS

PERBANDINGAN = [
    ("finalisasi", "prafinalisasi", "3012", "SAMA", None, 2, 0),
    ("finalisasi", "prafinalisasi", "3012", "BARU", "ADUAN", 1, 0),
    ("finalisasi", "prafinalisasi", "7303", "HILANG", "TANPA KETERANGAN", 1, 0),
    ("finalisasi", "prafinalisasi", "7303", "BERUBAH", "PERBAIKAN", 2, 1),
]
NIK_GANDA = "7306010101900001"
ISI = f"""
SET TimeZone = 'Asia/Jakarta';
INSERT INTO malam VALUES ('2022-10-01 02:00:00+07', '2022-10-01', 'uji', repeat('0', 64),
    4, repeat('1', 64));
INSERT INTO instansi VALUES
    ('3012', 'Kementerian Contoh', 'P', 'KEMENT', NULL, NULL),
    ('7303', 'Pemerintah Kab. Contoh & Uji', 'D', 'KAB', '7313', 'Sulawesi Selatan'),
    ('9109', 'Pemerintah Kab. Diam', 'D', 'KAB', '9109', 'Papua');
INSERT INTO ketentuan VALUES
    ('usia_minimum', '20', 'B/1511/M.SM.01.00/2022', 'huruf e', '2022-07-22', false),
    ('batas_masa_transisi', '"2023-11-28"', 'B/185/M.SM.02.03/2022', 'butir 5', '2022-05-31', false),
    ('usia_maksimum', '56', 'B/1511/M.SM.01.00/2022', 'huruf e', '2022-07-22', false),
    ('kelas_anomali', '{{"SATPAM": "Satuan pengamanan", "KEBERSIHAN": "Tenaga kebersihan",
        "PENGEMUDI": "Pengemudi", "MASA_KERJA": "Masa kerja kurang dari satu tahun",
        "USIA_MUDA": "Usia di bawah batas", "USIA_TUA": "Usia di atas batas",
        "IJAZAH": "Tidak ada keterangan ijazah"}}', 'Bacaan kami', 'kelas', '2022-08-26', true);
INSERT INTO tahapan VALUES
    ('prafinalisasi', 'Pra-finalisasi', '2022-09-30 23:59:59+07', 'B/1511', 'instruksi 1', false),
    ('finalisasi', 'Finalisasi', '2022-10-31 17:00:00+07', 'B/1917', 'penutupan', false);
INSERT INTO aturan VALUES
    ('K-USIA-MIN', 'Usia minimum', 'kelayakan', 'tolak', 'baris', 'usia', 'B/1511 huruf e', ''),
    ('K-JABATAN', 'Jabatan dikecualikan', 'kelayakan', 'tolak', 'baris', 'jabatan', 'B/185', ''),
    ('G-NIK', 'NIK di instansi lain', 'ganda', 'periksa', 'nasional', NULL, 'Bacaan kami', '');
INSERT INTO berkas VALUES
    (1, 'kotak-masuk/3012/data-utama/a.xlsx', 'kotak-masuk/3012/data-utama/a.xlsx', '3012', 'data-utama', 'a.xlsx',
        '2022-09-20 09:00:00+07', 1000, repeat('a', 64), 'BERLAKU', NULL, 3, false),
    (2, 'kotak-masuk/7303/data-utama/b.xlsx', 'kotak-masuk/7303/data-utama/b.xlsx', '7303', 'data-utama', 'b.xlsx',
        '2022-09-21 10:30:00+07', 2000, repeat('b', 64), 'BERLAKU', NULL, 3, false),
    (3, 'kotak-masuk/7303/data-utama/=rusak|.xlsx', 'kotak-masuk/7303/data-utama/=rusak|.xlsx', '7303', 'data-utama', '=rusak|.xlsx',
        '2022-09-22 23:15:00+07', 123456, repeat('c', 64), 'DITOLAK', 'TERENKRIPSI', 0, false),
    (4, 'kotak-masuk/3012/sptjm/s.pdf', 'kotak-masuk/3012/sptjm/s.pdf', '3012', 'sptjm', 's.pdf',
        '2022-09-30 08:00:00+07', 10, repeat('d', 64), 'BERLAKU', NULL, 0, false);
INSERT INTO penolakan VALUES
    (3, '7303', 'TERENKRIPSI', 'Berkas terkunci kata sandi.', 'Kirim ulang tanpa kata sandi.');
INSERT INTO catatan_berkas VALUES
    (2, 'B-NAMA-MIRIP', 'info', 'Berkas b.xlsx bernama mirip.'),
    (2, 'B-KOLOM-HILANG', 'temuan', 'Lembar Data tidak memiliki kolom: Unit Kerja.');
INSERT INTO kolom_berkas VALUES
    (repeat('a', 64), 'Data', 'data_utama', 'tanggal_lahir', 'Tgl Lahir', 'D'),
    (repeat('b', 64), 'Data', 'data_utama', 'nik', 'NIK', 'A'),
    (repeat('b', 64), 'Data', 'data_utama', 'jabatan', 'Jabatan', 'Q');
INSERT INTO tenaga BY NAME
    SELECT * FROM (VALUES
        (1, 1, '3012', 'Data', 2, 'DAFTAR', '3201014101900001', 'SITI AMINAH', 'Guru', 'Madrasah 1', 'S-1 PGSD', NULL),
        (2, 1, '3012', 'Data', 3, 'DAFTAR', '3201010101020002', '=HYPERLINK("x") <b>', 'Guru', 'Madrasah 1', 'SMA', NULL),
        (3, 1, '3012', 'Data', 4, 'DAFTAR', '{NIK_GANDA}', 'BUDI {{{{ 7*7 }}}}', 'Penyuluh', NULL, NULL, '520713002001'),
        (4, 2, '7303', 'Data', 2, 'DAFTAR', '{NIK_GANDA}', 'BUDI', 'Perawat', 'RSUD <Contoh>', 'D-III KEPERAWATAN', NULL),
        (5, 2, '7303', 'Data', 3, 'DAFTAR', '7306012002700003', 'ANDI', 'Satpam', 'Setda', 'SLTA', NULL),
        (6, 2, '7303', 'Data', 4, 'GANDA', '7306012002700003', 'ANDI', 'Satpam', 'Setda', 'SLTA', NULL)
    ) AS t (id_tenaga, id_berkas, kode_instansi, lembar, baris, status_baris, nik, nama, jabatan,
        unit_kerja, pendidikan, nomor_peserta_thk2);
INSERT INTO fakta BY NAME
    SELECT * FROM (VALUES
        (1, 'NON-ASN', 'Pendidikan', 31, NULL, NULL, 0),
        (2, 'NON-ASN', 'Pendidikan', 19, NULL, NULL, 0),
        (3, 'THK-II', 'Penyuluh', 58, NULL, '520713002001', 1),
        (4, 'NON-ASN', 'Kesehatan', 31, NULL, NULL, 2),
        (5, 'NON-ASN', 'Teknis', NULL, 'SATPAM', NULL, 0)
    ) AS t (id_tenaga, kategori, kelompok_jabatan, usia, kelas_dikecualikan, nomor_thk2_induk,
        jumlah_riwayat);
INSERT INTO putusan VALUES
    (1, 'M', 'M', 'M', 'M', 'M', 'M', 'M', 'M', 'M', 'M', 'M'),
    (2, 'M', 'M', 'M', 'M', 'T', 'M', 'M', 'M', 'M', 'M', 'T'),
    (3, 'M', 'M', 'M', 'M', 'M', 'M', 'M', 'M', 'M', 'M', 'M'),
    (4, 'M', 'M', 'B', 'M', 'M', 'M', 'M', 'M', 'M', 'M', 'B'),
    (5, 'M', 'M', 'M', 'M', 'B', 'T', 'M', 'M', 'M', 'M', 'T');
INSERT INTO enam_kriteria VALUES
    (1, 'M', 'M', 'M', 'M', 'M', 'M'), (2, 'M', 'M', 'T', 'M', 'M', 'M'),
    (3, 'M', 'M', 'M', 'M', 'M', 'M'), (4, 'B', 'M', 'M', 'M', 'M', 'B'),
    (5, 'M', 'M', 'B', 'T', 'M', 'B');
INSERT INTO peta_jalan VALUES
    (1, NULL, NULL, false, true, 'SERTIFIKAT PENDIDIK', 'Pendidikan'),
    (2, NULL, NULL, false, false, NULL, 'Pendidikan'),
    (3, NULL, NULL, true, NULL, NULL, 'Penyuluh'),
    (4, 'BLU', NULL, false, true, NULL, 'Kesehatan'),
    (5, NULL, 'SATPAM', false, true, NULL, 'Teknis');
INSERT INTO temuan (kode_aturan, id_tenaga, id_riwayat, kode_instansi, berat, kolom, nilai, harapan,
    pesan, isian, pengubah) VALUES
    ('K-USIA-MIN', 2, NULL, '3012', 'tolak', 'tanggal_lahir', '01-01-2002', 'paling rendah 20 tahun',
        'Usia 19 tahun; paling rendah 20 tahun pada 31-12-2021.', NULL,
        'Yang diminta: tanggal lahir paling akhir 31-12-2001.'),
    ('K-JABATAN', 5, NULL, '7303', 'tolak', 'jabatan', 'Satpam', NULL, 'Jabatan dikecualikan.', NULL, NULL),
    ('G-NIK', 3, NULL, '3012', 'periksa', 'nik', NULL, NULL, 'NIK juga didaftarkan instansi lain.', '{NIK_GANDA}', NULL),
    ('G-NIK', 4, NULL, '7303', 'periksa', 'nik', NULL, NULL, 'NIK juga didaftarkan instansi lain.', '{NIK_GANDA}', NULL);
INSERT INTO konfirmasi VALUES
    ('G-NIK', 4, NULL, '7303', 2, '=pindah tugas', 'ADMIN CONTOH', '2022-09-21 10:30:00+07');
INSERT INTO ganda VALUES
    (1, 'NIK_LINTAS_INSTANSI', 3, '3012', false), (1, 'NIK_LINTAS_INSTANSI', 4, '7303', true),
    (2, 'NIK_DALAM_INSTANSI', 5, '7303', true), (2, 'NIK_DALAM_INSTANSI', 6, '7303', false);
INSERT INTO kasus VALUES
    (1, 'NIK_LINTAS_INSTANSI', 'SATU_ORANG', 'Nama sama; tanggal lahir sama.', 'DIPUTUS', 'AKTIF_TERAKHIR'),
    (2, 'NIK_DALAM_INSTANSI', 'SATU_DAFTAR', 'Nama sama; tanggal lahir sama.', 'TERBUKA', 'AKTIF_TERAKHIR');
INSERT INTO orang VALUES (1, 1, 1), (2, 2, 1), (3, 3, 2), (4, 3, 2), (5, 5, 1);
INSERT INTO pasangan VALUES
    (1, 2, 'MUNGKIN', 8, 'nik=BEDA', 'NIK berbeda', false, false, NULL, NULL, NULL, NULL, false, false),
    (3, 4, 'SAMA', 17, 'nik=SAMA', 'NIK sama', true, false, NULL, NULL, NULL, NULL, true, false);
INSERT INTO thk2 BY NAME
    SELECT * FROM (VALUES ('520713002001', 'BUDI', '3012'), ('520713002002', 'X', '3012'),
        ('520713002003', 'Y', '7303')) AS t (nomor_peserta, nama, kode_instansi);
INSERT INTO lapor_thk2 BY NAME
    SELECT 4 AS id_berkas, '7303' AS kode_instansi, 2 AS baris, '520713002003' AS nomor_peserta;
INSERT INTO sptjm VALUES ('3012', 4, '2022-09-30 08:00:00+07', 'finalisasi', repeat('ab12', 16), 'QR', NULL);
INSERT INTO data_dasar BY NAME
    SELECT t.kode_instansi, t.nik, t.nama, f.kategori, p.keseluruhan AS putusan, true AS dihitung,
        b.sha256, t.lembar, t.baris, 'finalisasi' AS tahap, repeat('ab12', 16) AS sidik
    FROM tenaga AS t JOIN fakta AS f USING (id_tenaga) JOIN putusan AS p USING (id_tenaga)
    JOIN berkas AS b USING (id_berkas) WHERE t.kode_instansi = '3012' AND t.status_baris = 'DAFTAR';
INSERT INTO fase VALUES
    ('3012', 1, 'PENDATAAN', 'Pendataan', '2022-07-22 00:00:00+07', 'B/1511', '2022-11-04 10:00:00+07', false, 'Kirim data.', NULL),
    ('3012', 2, 'BER_SPTJM', 'SPTJM diterima', '2022-09-30 08:00:00+07', 'SPTJM', NULL, true, 'Tunggu.', NULL),
    ('7303', 1, 'PENDATAAN', 'Pendataan', '2022-07-22 00:00:00+07', 'B/1511', '2022-09-30 23:59:59+07', true, 'Kirim data.', NULL),
    ('9109', 1, 'PENDATAAN', 'Pendataan', '2022-07-22 00:00:00+07', 'B/1511', '2022-09-30 23:59:59+07', true, 'Kirim data.', NULL);
INSERT INTO neraca VALUES
    ('berkas', '3012', 1, 3, 3, 0, 0, 0, 0, 0, 0), ('berkas', '7303', 2, 3, 2, 1, 0, 0, 0, 0, 0),
    ('instansi', '3012', NULL, 3, 3, 0, 0, 0, 0, 0, 0), ('instansi', '7303', NULL, 3, 2, 1, 0, 0, 0, 0, 0),
    ('nasional', NULL, NULL, 6, 5, 1, 0, 0, 0, 0, 0);
CREATE TABLE potret_ringkas AS
    SELECT * FROM (VALUES
        ('prafinalisasi', '3012', 3, 1, 2, 2, 1, 0, repeat('e', 64)),
        ('prafinalisasi', '7303', 2, 0, 2, 0, 1, 1, repeat('f', 64)),
        ('prafinalisasi', '9109', 0, 0, 0, 0, 0, 0, repeat('0', 64))
    ) AS t (tahap, kode_instansi, jumlah, thk2, non_asn, memenuhi, tidak_memenuhi, belum_dinilai, digest);
CREATE VIEW potret AS
    SELECT t.kode_instansi, t.nik, t.nama, f.kategori, t.jabatan, t.unit_kerja, p.keseluruhan,
        f.pengecualian_menurut
    FROM tenaga AS t JOIN fakta AS f USING (id_tenaga) JOIN putusan AS p USING (id_tenaga);
"""


def create_gudang() -> duckdb.DuckDBPyConnection:
    """An open in-memory gudang with the rows above, and `potret` and `potret_ringkas` beside it."""
    gudang = duckdb.connect()
    gudang.execute(rujukan("schema.sql").read_text(encoding="utf-8"))
    gudang.execute(ISI)
    return gudang


def create_dasbor(
    gudang: duckdb.DuckDBPyConnection, *terbit: tuple[str, str, int]
) -> dict[str, pl.DataFrame]:
    """Attach an empty `dasbor`, fill it with the published tables, and give their rows by name.

    `terbit` are figures (tahap, kunci, nilai) that earlier closings published.
    """
    skema = {"tahap": pl.String, "kunci": pl.String, "nilai": pl.Int64}
    gudang.register("angka_terbit", pl.DataFrame(terbit, schema=skema, orient="row"))
    gudang.register(
        "perbandingan_ringkas", pl.DataFrame(PERBANDINGAN, schema=RINGKAS, orient="row")
    )
    gudang.register("angka_resmi", published_figures(angka_2022()))
    gudang.execute("ATTACH ':memory:' AS dasbor")
    for perintah in dasbor_statements("dasbor"):
        gudang.execute(perintah)
    return {t.nama: gudang.execute(f"SELECT * FROM dasbor.{t.nama}").pl() for t in load_tabel()}
