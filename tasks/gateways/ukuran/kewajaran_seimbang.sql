-- Yang patut dilihat menunjuk orang dalam daftar, dan peringkatnya menjumlahkan semuanya.
SELECT 'kewajaran.kode_aturan' AS hal, 0 AS harapan, count(*) AS nyata
FROM kewajaran ANTI JOIN (SELECT kode_aturan FROM aturan WHERE kelompok = 'kewajaran') USING (kode_aturan)
UNION ALL
SELECT 'kewajaran.id_tenaga dalam daftar', 0, count(*)
FROM kewajaran ANTI JOIN (SELECT id_tenaga FROM tenaga WHERE status_baris = 'DAFTAR') USING (id_tenaga)
UNION ALL
SELECT 'peringkat_orang: orang', count(DISTINCT id_tenaga), (SELECT count(*) FROM peringkat_orang) FROM kewajaran
UNION ALL
SELECT 'peringkat_orang: skor', coalesce(sum(bobot), 0)::BIGINT,
    (SELECT coalesce(sum(skor), 0)::BIGINT FROM peringkat_orang)
FROM kewajaran
UNION ALL
SELECT 'peringkat_instansi: orang', count(*), (SELECT coalesce(sum(orang), 0)::BIGINT FROM peringkat_instansi)
FROM peringkat_orang
UNION ALL
SELECT 'peringkat_instansi: hilang', count(*), (SELECT coalesce(sum(hilang), 0)::BIGINT FROM peringkat_instansi)
FROM hilang
UNION ALL
SELECT 'hilang masih dalam daftar', 0, count(*)
FROM hilang SEMI JOIN (SELECT kode_instansi, nik FROM tenaga WHERE status_baris = 'DAFTAR') USING (kode_instansi, nik)
UNION ALL
SELECT 'temuan kelompok kewajaran', 0, count(*)
FROM temuan SEMI JOIN (SELECT kode_aturan FROM aturan WHERE kelompok = 'kewajaran') USING (kode_aturan)
ORDER BY hal
