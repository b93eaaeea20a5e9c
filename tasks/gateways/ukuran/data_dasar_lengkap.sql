-- Data dasar memuat instansi yang SPTJM-nya diterima, dan hanya mereka, tanpa baris yang terulang.
SELECT 'data_dasar tanpa SPTJM' AS hal, 0 AS harapan, count(*) AS nyata
FROM data_dasar ANTI JOIN sptjm USING (kode_instansi, tahap, sidik)
UNION ALL
SELECT 'data_dasar terulang', 0, count(*) - count(DISTINCT (kode_instansi, sha256, lembar, baris)) FROM data_dasar
ORDER BY hal
