-- Setiap orang dalam daftar dinilai, dan hanya mereka.
SELECT 'putusan' AS hal, count(*) FILTER (status_baris = 'DAFTAR') AS harapan,
    (SELECT count(*) FROM putusan JOIN tenaga USING (id_tenaga) WHERE status_baris = 'DAFTAR') AS nyata
FROM tenaga
UNION ALL
SELECT 'fakta', count(*) FILTER (status_baris = 'DAFTAR'),
    (SELECT count(*) FROM fakta JOIN tenaga USING (id_tenaga) WHERE status_baris = 'DAFTAR')
FROM tenaga
ORDER BY hal
