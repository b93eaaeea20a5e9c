-- Satu baris per tenaga dalam potret satu instansi ($kode_instansi); `potret` ialah berkas Parquet potretnya.
SELECT nik, nama, kategori, jabatan, unit_kerja, keseluruhan, pengecualian_menurut
FROM potret
WHERE kode_instansi = $kode_instansi
