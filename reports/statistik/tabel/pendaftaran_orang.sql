-- Satu baris per jenis: semua pendaftaran, lalu pendaftaran yang digabung menurut alasannya, lalu yang menunggu peninjau.
-- judul: Pendaftaran dan orang
-- definisi: Satu orang dapat didaftarkan lebih dari sekali, dengan NIK yang sama atau yang salah tulis. Orang ialah satuan hitungan nasional; yang digabung hanya pasangan yang hampir pasti atau yang diputus peninjau BKN (ambang asumsi). Satu pasangan dihitung pada alasan pertama yang berlaku.
-- kolom jenis | Kode jenis | Kode jenis.
-- kolom nama | Jenis | Pendaftaran mana yang dihitung.
-- kolom pasangan | Pasangan | Pasangan pendaftaran; kosong pada baris yang menghitung semua pendaftaran.
-- kolom pendaftaran | Pendaftaran | Baris dalam daftar.
-- kolom orang | Orang | Orang yang berbeda di antara pendaftaran itu.
-- kolom berlebih | Berlebih | Pendaftaran dikurangi orang.
WITH digolongkan AS (
    SELECT
        id_a,
        id_b,
        CASE
            WHEN keputusan = 'BERBEDA' THEN 'DIPUTUS_BERBEDA'
            WHEN keputusan = 'SAMA' THEN 'DIPUTUS_SAMA'
            WHEN kelas = 'MUNGKIN' THEN 'MENUNGGU'
            WHEN rantai THEN 'RANTAI'
            WHEN nik_sama THEN 'NIK_SAMA'
            WHEN nomor_sama THEN 'NOMOR_THK2'
            ELSE 'NIK_BERBEDA'
        END AS jenis
    FROM pasangan
),
pihak AS (
    SELECT DISTINCT jenis, unnest([id_a, id_b]) AS id_tenaga FROM digolongkan
),
banyak AS (
    SELECT jenis, count(*) AS pendaftaran, count(DISTINCT id_orang) AS orang
    FROM pihak JOIN satu_orang USING (id_tenaga)
    GROUP BY jenis
    UNION ALL
    SELECT 'SEMUA', count(*), count(DISTINCT id_orang) FROM satu_orang
    UNION ALL
    SELECT kategori, count(*), count(DISTINCT id_orang)
    FROM satu_orang JOIN fakta USING (id_tenaga)
    GROUP BY kategori
)
SELECT
    j.jenis,
    j.nama,
    p.pasangan,
    coalesce(b.pendaftaran, 0) AS pendaftaran,
    coalesce(b.orang, 0) AS orang,
    coalesce(b.pendaftaran - b.orang, 0) AS berlebih
FROM (
    VALUES
        (1, 'SEMUA', 'Semua pendaftaran'),
        (2, 'THK-II', 'Pendaftaran THK-II'),
        (3, 'NON-ASN', 'Pendaftaran non-ASN'),
        (4, 'NIK_SAMA', 'NIK sama, identitas sesuai'),
        (5, 'NOMOR_THK2', 'Nomor peserta THK-II sama, NIK berbeda'),
        (6, 'NIK_BERBEDA', 'NIK berbeda, hampir pasti satu orang'),
        (7, 'DIPUTUS_SAMA', 'Diputus peninjau: satu orang'),
        (8, 'DIPUTUS_BERBEDA', 'Diputus peninjau: orang yang berbeda'),
        (9, 'MENUNGGU', 'Mungkin satu orang, menunggu peninjau'),
        (10, 'RANTAI', 'Rangkaian yang bertentangan, menunggu peninjau')
) AS j (urutan, jenis, nama)
LEFT JOIN banyak AS b USING (jenis)
LEFT JOIN (SELECT jenis, count(*) AS pasangan FROM digolongkan GROUP BY jenis) AS p USING (jenis)
ORDER BY j.urutan
