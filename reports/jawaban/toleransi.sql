-- Satu baris per instansi dan aturan yang pernah dinyatakan benar: bagiannya dari orang dalam daftar.
WITH daftar AS (
    SELECT kode_instansi, count(*) AS orang FROM tenaga WHERE status_baris = 'DAFTAR' GROUP BY ALL
)
SELECT
    j.kode_instansi,
    j.kode_aturan,
    a.nama AS aturan,
    count(*) AS dikonfirmasi,
    any_value(d.orang) AS orang
FROM konfirmasi AS j
JOIN aturan AS a USING (kode_aturan)
JOIN daftar AS d USING (kode_instansi)
GROUP BY ALL
ORDER BY ALL
