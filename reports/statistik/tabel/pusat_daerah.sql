-- Satu baris per jenis instansi (pusat, daerah) dan kategori.
-- judul: Pusat dan daerah
-- definisi: Orang dalam daftar pada keadaan data ini, menurut jenis instansi pendaftar.
-- kolom jenis | Instansi | Pusat atau Daerah.
-- kolom kategori | Kategori | THK-II atau Non-ASN.
-- kolom instansi | Instansi mendata | Instansi dengan sedikitnya satu orang berkategori itu.
-- kolom jumlah | Jumlah | Orang dalam daftar.
SELECT
    CASE jenis WHEN 'P' THEN 'Pusat' ELSE 'Daerah' END AS jenis,
    CASE kategori WHEN 'NON-ASN' THEN 'Non-ASN' ELSE kategori END AS kategori,
    count(DISTINCT kode_instansi) AS instansi,
    sum(jumlah)::BIGINT AS jumlah
FROM orang
GROUP BY ALL
ORDER BY jenis DESC, kategori DESC
