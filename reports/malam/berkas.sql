-- Satu baris per jenis kiriman dan keadaannya pada saat acuan.
SELECT jenis, status, count(*) AS berkas, sum(baris)::BIGINT AS baris
FROM berkas
GROUP BY jenis, status
ORDER BY jenis, status
