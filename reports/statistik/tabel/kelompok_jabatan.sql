-- Satu baris per kelompok jabatan.
-- judul: Kelompok jabatan
-- definisi: Orang dalam daftar menurut kelompok jabatan pada pembayaran; pemetaan jabatan ke kelompok adalah bacaan kami.
-- grafik: kelompok jumlah
-- kolom kelompok | Kelompok | Pendidikan, Kesehatan, Penyuluh, Teknis atau Administrasi.
-- kolom thk2 | THK-II | Orang berkategori THK-II.
-- kolom non_asn | Non-ASN | Orang berkategori non-ASN.
-- kolom jumlah | Jumlah | Orang dalam daftar.
-- kolom memenuhi | Memenuhi | Di antaranya yang memenuhi semua kriteria.
SELECT
    f.kelompok_jabatan AS kelompok,
    count(*) FILTER (WHERE f.kategori = 'THK-II') AS thk2,
    count(*) FILTER (WHERE f.kategori = 'NON-ASN') AS non_asn,
    count(*) AS jumlah,
    count(*) FILTER (WHERE p.keseluruhan = 'M') AS memenuhi
FROM fakta AS f
JOIN putusan AS p USING (id_tenaga)
GROUP BY f.kelompok_jabatan
ORDER BY jumlah DESC, kelompok
