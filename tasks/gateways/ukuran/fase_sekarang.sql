-- Setiap instansi peserta berada dalam tepat satu fase sekarang, dan fasenya berurutan.
SELECT 'instansi tanpa satu fase sekarang' AS hal, 0 AS harapan, count(*) AS nyata
FROM instansi AS i
WHERE (SELECT count(*) FROM fase AS f WHERE f.kode_instansi = i.kode_instansi AND f.sekarang) <> 1
UNION ALL
SELECT 'fase yang mulai sebelum fase di depannya', 0, count(*)
FROM fase AS a
JOIN fase AS b ON b.kode_instansi = a.kode_instansi AND b.urut = a.urut + 1
WHERE b.sejak < a.sejak
UNION ALL
SELECT 'SPTJM diterima tanpa fasenya', 0, count(*)
FROM sptjm AS s
WHERE NOT EXISTS (SELECT 1 FROM fase AS f WHERE f.kode_instansi = s.kode_instansi AND f.fase = 'BER_SPTJM')
ORDER BY hal
