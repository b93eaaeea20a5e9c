-- Satu baris per kasus ganda satu tenaga; pihak lain hanya disebut instansinya.
SELECT g.id_kasus, g.jenis, string_agg(i.nama, '; ' ORDER BY i.nama) AS instansi
FROM ganda AS g
JOIN ganda AS lain USING (id_kasus)
JOIN instansi AS i ON i.kode_instansi = lain.kode_instansi
WHERE g.id_tenaga = ? AND lain.id_tenaga <> g.id_tenaga
GROUP BY g.id_kasus, g.jenis
ORDER BY g.id_kasus
