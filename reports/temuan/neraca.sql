-- Satu baris per berkas Data Utama setiap instansi: ke mana barisnya.
SELECT
    n.kode_instansi,
    b.nama_berkas AS berkas,
    b.waktu,
    b.status,
    coalesce(b.keterangan, p.pesan) AS keterangan,
    n.diterima,
    n.daftar,
    n.ganda,
    n.ditarik,
    n.diganti,
    n.terlambat,
    n.ditahan
FROM neraca AS n
JOIN berkas AS b USING (id_berkas)
LEFT JOIN penolakan AS p USING (id_berkas)
WHERE n.tingkat = 'berkas'
ORDER BY n.kode_instansi, b.waktu, b.nama_berkas
