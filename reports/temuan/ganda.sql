-- Satu baris per baris tenaga instansi dalam kasus ganda; dari instansi lain hanya namanya.
WITH pihak AS (
    SELECT id_kasus, list(DISTINCT kode_instansi) AS kode FROM ganda GROUP BY id_kasus
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
        SELECT string_agg(i.nama, '; ' ORDER BY i.nama)
        FROM instansi AS i
        WHERE i.kode_instansi != g.kode_instansi AND list_contains(p.kode, i.kode_instansi)
    ) AS instansi_lain
FROM ganda AS g
JOIN pihak AS p USING (id_kasus)
JOIN tenaga AS t USING (id_tenaga)
JOIN berkas AS b USING (id_berkas)
ORDER BY g.kode_instansi, g.jenis, g.id_kasus, t.nik, b.nama_berkas, t.lembar, t.baris
