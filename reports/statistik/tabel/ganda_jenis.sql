-- Satu baris per jenis ganda.
-- judul: Pendaftaran ganda
-- definisi: Kasus ganda yang ditemukan; satu kasus memuat dua baris atau lebih. Ganda tidak menolak dengan sendirinya.
-- kolom jenis | Kode jenis | Kode jenis ganda.
-- kolom nama | Jenis | Keterangan jenis.
-- kolom kasus | Kasus | Banyaknya kasus.
-- kolom baris | Baris | Baris tenaga dalam kasus-kasus itu.
-- kolom instansi | Instansi | Instansi yang terlibat.
SELECT
    j.jenis,
    j.nama,
    count(DISTINCT g.id_kasus) AS kasus,
    count(g.id_tenaga) AS baris,
    count(DISTINCT g.kode_instansi) AS instansi
FROM (
    VALUES
        (1, 'NIK_DALAM_INSTANSI', 'NIK sama di satu instansi'),
        (2, 'NIK_LINTAS_INSTANSI', 'NIK sama di beberapa instansi'),
        (3, 'NOMOR_THK2', 'Satu nomor THK-II, beberapa NIK')
) AS j (urutan, jenis, nama)
LEFT JOIN ganda AS g USING (jenis)
GROUP BY j.urutan, j.jenis, j.nama
ORDER BY j.urutan
