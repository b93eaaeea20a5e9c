-- Satu baris per berkas Data Utama setiap instansi: ke mana barisnya.
SELECT
    n.kode_instansi,
    b.nama_berkas AS berkas,
    b.waktu,
    b.status,
    coalesce(
        b.keterangan,
        p.pesan,
        CASE WHEN b.status = 'BERLAKU' AND n.diterima = 0
            THEN 'Tidak ada baris orang di lembar Data Utama. Bila ini templat kosong, isi lalu kirim lagi dengan nama yang sama.'
        END
    ) AS keterangan,
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
