-- Satu baris per instansi yang patut dilihat, yang paling padat lebih dahulu, dengan tiga sebab terbesarnya.
WITH banyak AS (
    SELECT kode_instansi, kode_aturan, count(*) AS orang, sum(bobot) AS skor
    FROM kewajaran
    GROUP BY ALL
),
urut AS (
    SELECT *, row_number() OVER (PARTITION BY kode_instansi ORDER BY skor DESC, kode_aturan) AS nomor FROM banyak
),
sebab AS (
    SELECT kode_instansi, string_agg(format('{} ({})', kode_aturan, orang), ', ' ORDER BY nomor) AS sebab
    FROM urut
    WHERE nomor <= 3
    GROUP BY kode_instansi
)
SELECT
    p.peringkat,
    p.kode_instansi,
    i.nama,
    p.daftar,
    p.orang,
    p.hilang,
    p.skor,
    p.skor_per_seratus AS padat,
    s.sebab
FROM peringkat_instansi AS p
JOIN instansi AS i USING (kode_instansi)
LEFT JOIN sebab AS s USING (kode_instansi)
ORDER BY p.peringkat, p.kode_instansi
