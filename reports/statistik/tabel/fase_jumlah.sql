-- Satu baris per fase yang sedang dijalani: berapa instansi dan berapa orang dalam daftarnya.
-- judul: Instansi menurut fase
-- definisi: Banyaknya instansi menurut fase sekarang; jumlah orang ialah isi daftarnya.
-- kolom fase | Fase | Fase sekarang.
-- kolom instansi_pusat | Instansi pusat | Instansi pusat.
-- kolom instansi_daerah | Instansi daerah | Instansi daerah.
-- kolom jumlah | Jumlah | Orang dalam daftar.
SELECT
    f.nama AS fase,
    count(*) FILTER (WHERE i.jenis = 'P') AS instansi_pusat,
    count(*) FILTER (WHERE i.jenis = 'D') AS instansi_daerah,
    coalesce(sum(o.jumlah), 0)::BIGINT AS jumlah
FROM fase AS f
JOIN instansi AS i USING (kode_instansi)
LEFT JOIN (SELECT kode_instansi, sum(jumlah) AS jumlah FROM orang GROUP BY 1) AS o USING (kode_instansi)
WHERE f.sekarang
GROUP BY 1
ORDER BY min(f.urut), 1
