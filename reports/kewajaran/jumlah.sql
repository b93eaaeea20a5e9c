-- Satu baris: orang dalam daftar, yang patut dilihat, yang hilang.
SELECT
    (SELECT count(*) FROM tenaga WHERE status_baris = 'DAFTAR') AS daftar,
    (SELECT count(*) FROM peringkat_orang) AS orang,
    (SELECT count(*) FROM hilang) AS hilang
