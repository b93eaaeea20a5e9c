-- Satu baris per sebab kasus ganda.
-- judul: Sebab pendaftaran ganda
-- definisi: Sebab menurut data yang dibandingkan (nama, tanggal lahir, masa kerja, daftar induk THK-II, Dukcapil); dokumen tetap yang memutuskan.
-- kolom jenis | Kode jenis | Kode jenis ganda.
-- kolom sebab | Kode sebab | Kode sebab.
-- kolom kasus | Kasus | Banyaknya kasus.
-- kolom terbuka | Terbuka | Belum ada instansi yang menyatakan tetap mendaftarkan.
-- kolom diputus | Diputus | Tepat satu instansi menyatakannya.
-- kolom berselisih | Berselisih | Lebih dari satu instansi menyatakannya.
-- kolom bawaan | Bila tidak diputuskan | SEMUA, INDUK atau AKTIF_TERAKHIR (asumsi ganda_bawaan).
SELECT
    jenis,
    sebab,
    count(*) AS kasus,
    count(*) FILTER (keadaan = 'TERBUKA') AS terbuka,
    count(*) FILTER (keadaan = 'DIPUTUS') AS diputus,
    count(*) FILTER (keadaan = 'BERSELISIH') AS berselisih,
    any_value(bawaan) AS bawaan
FROM kasus
GROUP BY jenis, sebab
ORDER BY jenis, sebab
