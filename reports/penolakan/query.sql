-- Satu baris per kiriman yang tidak dapat dipakai, berurut instansi dan waktu.
SELECT
    p.kode_instansi,
    i.nama,
    i.jenis AS jenis_instansi,
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
    ) AS diganti
FROM penolakan AS p
JOIN berkas AS b USING (id_berkas)
JOIN instansi AS i ON i.kode_instansi = p.kode_instansi
ORDER BY p.kode_instansi, b.waktu, p.id_berkas
