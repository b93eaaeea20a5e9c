-- Satu baris per fase yang sudah dimasuki setiap instansi, berurut.
SELECT
    f.kode_instansi,
    i.nama AS instansi,
    i.jenis,
    f.nama,
    f.sejak,
    f.menurut,
    f.sampai,
    f.sekarang,
    f.berikut,
    f.catatan
FROM fase AS f
JOIN instansi AS i USING (kode_instansi)
ORDER BY f.kode_instansi, f.urut
