-- Satu baris per aturan kewajaran: berapa orang dan instansi yang kena.
SELECT
    a.kode_aturan,
    a.nama,
    count(DISTINCT w.id_tenaga) AS orang,
    count(DISTINCT w.kode_instansi) AS instansi,
    a.dasar
FROM aturan AS a
LEFT JOIN kewajaran AS w USING (kode_aturan)
WHERE a.kelompok = 'kewajaran'
GROUP BY ALL
UNION ALL
SELECT
    'HILANG', 'Orang dalam potret lalu masih dalam daftar, atau ada alasannya',
    count(*), count(DISTINCT kode_instansi), ''
FROM hilang
ORDER BY kode_aturan
