-- Satu baris per gabungan instansi, kategori, kelompok jabatan, usia, kelas jabatan dan putusan:
-- tabel sementara yang dibaca tabel lain, supaya 2,4 juta baris digabungkan sekali, bukan sepuluh kali.
SELECT
    t.kode_instansi,
    i.jenis,
    f.kategori,
    f.kelompok_jabatan,
    f.usia AS usia_tahun,
    f.kelas_dikecualikan,
    p.* EXCLUDE id_tenaga,
    count(*) AS jumlah
FROM fakta AS f
JOIN putusan AS p USING (id_tenaga)
JOIN tenaga AS t USING (id_tenaga)
JOIN instansi AS i USING (kode_instansi)
GROUP BY ALL
