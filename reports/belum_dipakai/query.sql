-- Satu baris per kiriman yang ditahan atau terlambat, dengan kiriman yang tetap berlaku untuk bagian itu.
WITH menunggu AS (
    SELECT id_berkas, kode_instansi, nama_berkas, jenis, bagian, waktu, status, NULL AS keterangan
    FROM berkas
    WHERE status = 'DITAHAN' AND jenis <> 'dokumen'
    UNION ALL BY NAME
    SELECT * REPLACE ('TERLAMBAT' AS status) FROM kiriman_terlambat
)
SELECT
    b.kode_instansi,
    b.nama_berkas AS nama,
    b.jenis,
    b.waktu,
    b.status,
    (
        SELECT max(lama.waktu) FROM berkas AS lama
        WHERE lama.bagian = b.bagian AND lama.status = 'BERLAKU' AND NOT lama.terlambat
    ) AS berlaku,
    b.keterangan
FROM menunggu AS b
JOIN instansi AS i USING (kode_instansi)
ORDER BY b.kode_instansi, b.waktu, b.id_berkas
