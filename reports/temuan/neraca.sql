-- Satu baris per berkas Data Utama setiap instansi: ke mana barisnya. Nama yang mirip ditanyakan di sini.
SELECT
    n.kode_instansi,
    b.nama_berkas AS berkas,
    b.waktu,
    b.status,
    nullif(concat_ws(
        ' ',
        b.keterangan,
        p.pesan,
        CASE WHEN b.status = 'BERLAKU' AND n.diterima = 0
            THEN 'Tidak ada baris orang di lembar Data Utama. Bila ini templat kosong, isi lalu kirim lagi dengan nama yang sama.'
        END,
        c.pesan
    ), '') AS keterangan,
    n.diterima,
    n.daftar,
    n.ganda,
    n.ditarik,
    n.diganti,
    n.terlambat,
    n.ditahan,
    n.ditolak
FROM neraca AS n
JOIN berkas AS b USING (id_berkas)
LEFT JOIN penolakan AS p USING (id_berkas)
LEFT JOIN catatan_berkas AS c ON c.id_berkas = b.id_berkas AND c.kode = 'B-NAMA-MIRIP'
WHERE n.tingkat = 'berkas'
ORDER BY n.kode_instansi, b.waktu, b.nama_berkas
