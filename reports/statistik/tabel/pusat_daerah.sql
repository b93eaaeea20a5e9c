-- Satu baris per jenis instansi (pusat, daerah) dan kategori.
-- judul: Pusat dan daerah
-- definisi: Orang dalam daftar pada keadaan data ini, menurut jenis instansi pendaftar.
-- kolom jenis | Instansi | Pusat atau Daerah.
-- kolom kategori | Kategori | THK-II atau NON-ASN.
-- kolom instansi | Instansi mendata | Instansi dengan sedikitnya satu orang berkategori itu.
-- kolom jumlah | Jumlah | Orang dalam daftar.
SELECT
    CASE i.jenis WHEN 'P' THEN 'Pusat' ELSE 'Daerah' END AS jenis,
    f.kategori,
    count(DISTINCT t.kode_instansi) AS instansi,
    count(*) AS jumlah
FROM fakta AS f
JOIN tenaga AS t USING (id_tenaga)
JOIN instansi AS i USING (kode_instansi)
GROUP BY i.jenis, f.kategori
ORDER BY i.jenis DESC, f.kategori DESC
