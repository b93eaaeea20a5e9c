-- Satu baris per orang yang patut dilihat, paling banyak sebanyak yang ditanyakan, dengan semua sebabnya.
WITH atas AS (
    SELECT * FROM peringkat_orang ORDER BY skor DESC, jumlah DESC, id_tenaga LIMIT ?
),
sebab AS (
    SELECT
        id_tenaga,
        string_agg(format('{} ({}): {}', kode_aturan, bobot, pesan), chr(10) ORDER BY bobot DESC, kode_aturan) AS sebab
    FROM kewajaran
    WHERE id_tenaga IN (SELECT id_tenaga FROM atas)
    GROUP BY id_tenaga
)
SELECT
    p.peringkat,
    p.skor,
    i.nama AS instansi,
    t.nik,
    t.nama,
    t.jabatan,
    t.unit_kerja,
    b.nama_berkas AS berkas,
    t.lembar,
    t.baris,
    s.sebab
FROM atas AS p
JOIN sebab AS s USING (id_tenaga)
JOIN tenaga AS t USING (id_tenaga)
JOIN berkas AS b USING (id_berkas)
JOIN instansi AS i ON i.kode_instansi = p.kode_instansi
ORDER BY p.skor DESC, p.jumlah DESC, p.id_tenaga
