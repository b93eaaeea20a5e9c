-- Satu baris per pendaftaran yang ditanyakan: baris tenaga, fakta dan putusannya, dan kiriman asalnya.
SELECT
    t.*,
    f.* EXCLUDE (id_tenaga),
    p.* EXCLUDE (id_tenaga) RENAME (
        status AS putusan_status, aktif AS putusan_aktif, honorarium AS putusan_honorarium,
        masa_kerja AS putusan_masa_kerja, usia AS putusan_usia, jabatan AS putusan_jabatan,
        pendidikan AS putusan_pendidikan, pengangkatan AS putusan_pengangkatan, blu AS putusan_blu,
        sk_tanggal AS putusan_sk_tanggal, keseluruhan AS putusan_keseluruhan
    ),
    b.sha256,
    b.kunci,
    b.waktu,
    i.nama AS nama_instansi,
    i.jenis AS instansi_jenis,
    t.nik::UBIGINT AS nik_angka
FROM tenaga AS t
JOIN berkas AS b USING (id_berkas)
JOIN instansi AS i ON i.kode_instansi = t.kode_instansi
LEFT JOIN fakta AS f ON f.id_tenaga = t.id_tenaga
LEFT JOIN putusan AS p ON p.id_tenaga = t.id_tenaga
WHERE t.id_tenaga IN (SELECT unnest(?))
ORDER BY t.id_tenaga
