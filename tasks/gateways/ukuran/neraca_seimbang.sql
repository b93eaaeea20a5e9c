-- Neraca: jumlah pos = diterima, jumlah berkas = instansi = nasional, dan pos daftar = isi tabel.
WITH pos AS (
    SELECT tingkat, sum(diterima) AS diterima, sum(daftar) AS daftar,
        sum(daftar + ganda + ditarik + diganti + terlambat + ditahan + ditolak) AS jumlah
    FROM neraca GROUP BY tingkat
)
SELECT 'pos ' || tingkat AS hal, diterima::BIGINT AS harapan, jumlah::BIGINT AS nyata FROM pos
UNION ALL
SELECT 'berkas = ' || tingkat, (SELECT diterima FROM pos WHERE tingkat = 'berkas')::BIGINT, diterima::BIGINT
FROM pos WHERE tingkat <> 'berkas'
UNION ALL
SELECT 'daftar = tabel ' || tingkat, (SELECT count(*) FROM tenaga WHERE status_baris = 'DAFTAR'), daftar::BIGINT FROM pos
ORDER BY hal
