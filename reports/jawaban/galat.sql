-- Satu baris per aturan yang gagal berjalan dan yang temuannya dijawabkan kepada instansi.
SELECT DISTINCT coalesce(a.nama, g.kode_aturan) AS nama
FROM galat AS g
LEFT JOIN aturan AS a USING (kode_aturan)
WHERE a.kelompok IS DISTINCT FROM 'kewajaran'
ORDER BY nama
