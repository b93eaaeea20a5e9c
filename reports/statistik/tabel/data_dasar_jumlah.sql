-- Satu baris per jenis instansi dan kategori: isi data dasar.
-- judul: Data dasar
-- definisi: Orang dalam potret final yang dinyatakan SPTJM dan SPTJM itu diterima; tanpa SPTJM data tidak masuk data dasar (B/1917 butir 5).
-- kolom jenis | Jenis | Pusat atau Daerah.
-- kolom kategori | Kategori | THK-II atau non-ASN.
-- kolom instansi | Instansi | Instansi yang SPTJM-nya diterima.
-- kolom jumlah | Jumlah | Orang dalam data dasar.
-- kolom memenuhi | Memenuhi | Di antaranya yang memenuhi semua kriteria ketika dibekukan.
SELECT
    CASE i.jenis WHEN 'P' THEN 'Pusat' ELSE 'Daerah' END AS jenis,
    CASE d.kategori WHEN 'THK-II' THEN 'THK-II' ELSE 'Non-ASN' END AS kategori,
    count(DISTINCT d.kode_instansi) AS instansi,
    count(*) AS jumlah,
    count(*) FILTER (WHERE d.putusan = 'M') AS memenuhi
FROM data_dasar AS d
JOIN instansi AS i USING (kode_instansi)
GROUP BY 1, 2
ORDER BY 1 DESC, 2 DESC
