-- Satu baris per kiriman workbook atau surat setiap instansi dan per hal yang dikatakan tentangnya.
WITH pesan AS (
    SELECT id_berkas, 'tolak' AS berat, 1 AS urut, concat(kode, ': ', pesan, ' ', tindakan) AS pesan FROM penolakan
    UNION ALL BY NAME
    SELECT id_berkas, 'info' AS berat, 2 AS urut, keterangan AS pesan FROM berkas WHERE keterangan IS NOT NULL
    UNION ALL BY NAME
    SELECT id_berkas, berat, CASE berat WHEN 'temuan' THEN 3 ELSE 4 END AS urut, pesan FROM catatan_berkas
)
SELECT
    b.kode_instansi,
    b.nama_berkas AS berkas,
    b.jenis,
    b.waktu,
    b.status,
    p.berat,
    p.pesan
FROM berkas AS b
JOIN instansi AS i USING (kode_instansi)
LEFT JOIN pesan AS p USING (id_berkas)
WHERE b.jenis NOT IN ('dokumen', '')
ORDER BY b.kode_instansi, b.waktu, b.id_berkas, p.urut, p.pesan
