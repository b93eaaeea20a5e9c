-- Satu baris per instansi yang pernah mengirim, dengan banyaknya berkas yang ditolak.
SELECT i.kode_instansi, i.nama, i.jenis, count(*) FILTER (b.status = 'DITOLAK') AS ditolak
FROM instansi AS i
JOIN berkas AS b USING (kode_instansi)
GROUP BY ALL
ORDER BY i.kode_instansi
