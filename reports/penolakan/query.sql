-- Satu baris per kiriman yang tidak dapat dipakai, berurut instansi dan waktu; `sebelumnya` ialah kiriman yang tetap berlaku.
SELECT
    p.kode_instansi,
    i.nama,
    i.jenis AS jenis_instansi,
    b.kunci,
    b.nama_berkas,
    b.jenis,
    b.waktu,
    b.ukuran,
    b.sha256,
    p.kode,
    p.pesan,
    p.tindakan,
    EXISTS (
        SELECT 1 FROM berkas AS baru
        WHERE baru.bagian = b.bagian AND baru.waktu > b.waktu
    ) AS diganti,
    (
        SELECT max(lama.waktu) FROM berkas AS lama
        WHERE lama.status = 'BERLAKU' AND lama.waktu <= b.waktu
            AND (lama.bagian = b.bagian
                OR (b.jenis = 'sptjm' AND lama.jenis = 'sptjm' AND lama.kode_instansi = b.kode_instansi))
    ) AS sebelumnya
FROM penolakan AS p
JOIN berkas AS b USING (id_berkas)
JOIN instansi AS i ON i.kode_instansi = p.kode_instansi
ORDER BY p.kode_instansi, b.waktu, p.id_berkas
