-- Kunci setiap tabel tidak berulang.
SELECT 'tenaga.id_tenaga' AS hal, count(*) AS harapan, count(DISTINCT id_tenaga) AS nyata FROM tenaga
UNION ALL
SELECT 'riwayat.id_riwayat', count(*), count(DISTINCT id_riwayat) FROM riwayat
UNION ALL
SELECT 'putusan.id_tenaga', count(*), count(DISTINCT id_tenaga) FROM putusan
UNION ALL
SELECT 'fakta.id_tenaga', count(*), count(DISTINCT id_tenaga) FROM fakta
UNION ALL
SELECT 'tenaga.(kode_instansi, nik) dalam daftar', count(*), count(DISTINCT (kode_instansi, nik::UBIGINT))
FROM tenaga WHERE status_baris = 'DAFTAR' AND nik IS NOT NULL
ORDER BY hal
