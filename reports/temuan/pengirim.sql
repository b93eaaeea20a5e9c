-- Satu baris per instansi yang pernah mengirim, dengan banyaknya berkas ditolak yang belum diganti.
SELECT
    i.kode_instansi,
    i.nama,
    i.jenis,
    count(*) FILTER (
        b.status = 'DITOLAK'
        AND NOT EXISTS (
            SELECT 1 FROM berkas AS baru
            WHERE baru.bagian = b.bagian AND baru.waktu > b.waktu
        )
    ) AS ditolak
FROM instansi AS i
JOIN berkas AS b USING (kode_instansi)
GROUP BY ALL
ORDER BY i.kode_instansi
