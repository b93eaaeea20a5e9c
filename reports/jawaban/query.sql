-- Satu baris per bagian yang berlaku; yang terbaca sebagai workbook mendapat jawaban. Kiriman terlambat, yang hanya
-- penghapusannya dihitung, berdiri di samping bagiannya; yang dijawab ialah kiriman yang orangnya berlaku.
SELECT
    b.id_berkas,
    b.kode_instansi,
    i.nama,
    i.jenis AS jenis_instansi,
    b.jenis,
    regexp_replace(b.bagian, '^[^/]*/[^/]*/[^/]*/', '') AS bagian,
    b.waktu,
    b.sha256
FROM berkas AS b
JOIN instansi AS i USING (kode_instansi)
WHERE b.status = 'BERLAKU'
QUALIFY row_number() OVER (PARTITION BY b.bagian ORDER BY b.waktu, b.id_berkas) = 1
ORDER BY b.kode_instansi, b.jenis, bagian
