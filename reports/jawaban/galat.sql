-- Satu baris per aturan yang gagal berjalan.
SELECT DISTINCT coalesce(a.nama, g.kode_aturan) AS nama
FROM galat AS g
LEFT JOIN aturan AS a USING (kode_aturan)
ORDER BY nama
