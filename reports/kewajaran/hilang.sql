-- Satu baris per orang yang hilang tanpa alasan, paling banyak sebanyak yang ditanyakan.
SELECT i.nama AS instansi, h.nik, h.nama, h.jabatan, coalesce(t.nama, h.tahap_terakhir) AS tahap_terakhir,
    h.putusan_terakhir, h.terdaftar_di
FROM hilang AS h
JOIN instansi AS i USING (kode_instansi)
LEFT JOIN tahapan AS t ON t.tahap = h.tahap_terakhir
ORDER BY (h.terdaftar_di IS NOT NULL), i.nama, h.nik
LIMIT ?
