-- Satu baris per SPTJM yang diperiksa, berurut instansi dan waktu; kode kosong berarti diterima, sidik terisi pada yang berlaku.
SELECT
    b.kode_instansi,
    i.nama AS nama_instansi,
    i.jenis,
    b.nama_berkas AS nama,
    b.waktu,
    p.kode,
    p.pesan,
    p.tindakan,
    s.tahap,
    s.sidik,
    s.cara,
    s.penandatangan
FROM berkas AS b
JOIN instansi AS i ON i.kode_instansi = b.kode_instansi
LEFT JOIN penolakan AS p ON p.id_berkas = b.id_berkas
LEFT JOIN sptjm AS s ON s.id_berkas = b.id_berkas
WHERE b.jenis = 'sptjm' AND b.status IN ('BERLAKU', 'DIGANTI', 'DITOLAK')
ORDER BY b.kode_instansi, b.waktu, b.id_berkas
