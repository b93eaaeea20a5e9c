-- Satu baris per kiriman yang ditahan atau terlambat, dengan kiriman yang tetap berlaku untuk bagian itu.
SELECT
    b.kode_instansi,
    b.nama_berkas AS nama,
    b.jenis,
    b.waktu,
    b.status,
    (
        SELECT max(lama.waktu) FROM berkas AS lama
        WHERE lama.bagian = b.bagian AND lama.status = 'BERLAKU'
    ) AS berlaku
FROM berkas AS b
JOIN instansi AS i USING (kode_instansi)
WHERE b.status IN ('DITAHAN', 'TERLAMBAT') AND b.jenis != 'dokumen'
ORDER BY b.kode_instansi, b.waktu, b.id_berkas
