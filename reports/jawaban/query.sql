-- Satu baris per kiriman instansi yang berlaku; yang terbaca sebagai workbook mendapat jawaban.
SELECT
    b.id_berkas,
    b.kode_instansi,
    i.nama,
    i.jenis AS jenis_instansi,
    b.jenis,
    parse_filename(b.bagian) AS bagian,
    b.waktu,
    b.sha256
FROM berkas AS b
JOIN instansi AS i USING (kode_instansi)
WHERE b.status = 'BERLAKU'
ORDER BY b.kode_instansi, b.jenis, bagian
