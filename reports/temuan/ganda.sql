-- Satu baris per baris tenaga instansi dalam kasus ganda; dari instansi lain hanya nama, unit kerja dan
-- hari kirimannya.
WITH pihak AS (
    SELECT DISTINCT
        g.id_kasus,
        g.kode_instansi,
        concat(i.nama, ' (', coalesce(t.unit_kerja || ', ', ''), 'kiriman ', strftime(timezone('Asia/Jakarta', b.waktu), '%d-%m-%Y'), ')') AS sebutan
    FROM ganda AS g
    JOIN tenaga AS t USING (id_tenaga)
    JOIN berkas AS b USING (id_berkas)
    JOIN instansi AS i ON i.kode_instansi = g.kode_instansi
)
SELECT
    g.kode_instansi,
    g.id_kasus,
    g.jenis,
    b.nama_berkas AS berkas,
    t.lembar,
    t.baris,
    t.nik,
    t.nama,
    t.nomor_peserta_thk2,
    (
        SELECT string_agg(p.sebutan, '; ' ORDER BY p.sebutan)
        FROM pihak AS p
        WHERE p.id_kasus = g.id_kasus AND p.kode_instansi != g.kode_instansi
    ) AS instansi_lain,
    k.sebab,
    k.bukti,
    k.keadaan,
    k.bawaan,
    g.dihitung
FROM ganda AS g
JOIN kasus AS k USING (id_kasus)
JOIN tenaga AS t USING (id_tenaga)
JOIN berkas AS b USING (id_berkas)
ORDER BY g.kode_instansi, g.jenis, g.id_kasus, t.nik, b.nama_berkas, t.lembar, t.baris
