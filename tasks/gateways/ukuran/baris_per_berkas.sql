-- Setiap baris yang dibaca dari kiriman Data Utama yang berlaku ada di gudang, tidak lebih, tidak kurang.
SELECT b.kunci AS hal, b.baris AS harapan, count(t.id_tenaga) AS nyata
FROM berkas AS b
JOIN neraca AS n ON n.tingkat = 'berkas' AND n.id_berkas = b.id_berkas AND n.terlambat = 0
LEFT JOIN tenaga AS t ON t.id_berkas = b.id_berkas
WHERE b.status = 'BERLAKU' AND b.jenis = 'data-utama'
GROUP BY b.id_berkas, b.kunci, b.baris
ORDER BY b.id_berkas
