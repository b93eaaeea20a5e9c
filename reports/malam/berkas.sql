-- Satu baris per jenis kiriman dan keadaannya pada saat acuan.
SELECT jenis, status, count(*) AS berkas, CASE jenis WHEN 'data-utama' THEN sum(baris)::BIGINT END AS baris
FROM berkas
GROUP BY jenis, status
ORDER BY jenis, status
