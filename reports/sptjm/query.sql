-- Satu baris per tenaga dalam potret satu instansi ($kode_instansi), untuk reports.pengumuman.count_rekap.
SELECT kategori, keseluruhan, pengecualian_menurut
FROM potret
WHERE kode_instansi = $kode_instansi
