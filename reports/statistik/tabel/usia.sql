-- Satu baris per kelompok usia pada tanggal acuan dan kategori.
-- judul: Usia
-- definisi: Usia dalam tahun genap pada tanggal acuan, menurut tanggal lahir yang dipakai (Dukcapil bila ada); kelompok lima tahunan di antara batas usia yang berlaku.
-- kolom urutan | Urutan | Urutan kelompok usia.
-- kolom kelompok_usia | Usia | Kelompok usia.
-- kolom thk2 | THK-II | Orang berkategori THK-II.
-- kolom non_asn | Non-ASN | Orang berkategori non-ASN.
-- kolom jumlah | Jumlah | Orang dalam daftar.
WITH batas AS (
    SELECT
        max(nilai::INTEGER) FILTER (WHERE nama = 'usia_minimum') AS bawah,
        max(nilai::INTEGER) FILTER (WHERE nama = 'usia_maksimum') AS atas
    FROM ketentuan
    WHERE nama IN ('usia_minimum', 'usia_maksimum')
),
kelas AS (
    SELECT
        o.kategori,
        o.jumlah,
        CASE
            WHEN o.usia_tahun IS NULL THEN 1000
            WHEN o.usia_tahun < b.bawah THEN 0
            WHEN o.usia_tahun > b.atas THEN 999
            ELSE o.usia_tahun // 5 * 5
        END AS urutan,
        b.bawah,
        b.atas
    FROM orang AS o
    CROSS JOIN batas AS b
)
SELECT
    urutan,
    CASE urutan
        WHEN 0 THEN 'di bawah ' || any_value(bawah)
        WHEN 999 THEN 'di atas ' || any_value(atas)
        WHEN 1000 THEN 'tidak diketahui'
        ELSE greatest(urutan, any_value(bawah)) || '–' || least(urutan + 4, any_value(atas))
    END AS kelompok_usia,
    coalesce(sum(k.jumlah) FILTER (WHERE kategori = 'THK-II'), 0)::BIGINT AS thk2,
    coalesce(sum(k.jumlah) FILTER (WHERE kategori = 'NON-ASN'), 0)::BIGINT AS non_asn,
    sum(k.jumlah)::BIGINT AS jumlah
FROM kelas AS k
GROUP BY urutan
ORDER BY urutan
