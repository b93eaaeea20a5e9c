-- Satu baris per aturan yang dijalankan, juga yang tidak menemukan apa-apa.
-- judul: Temuan per aturan
-- definisi: Temuan pada keadaan data ini. Berat: tolak dapat membuat tidak memenuhi syarat; periksa perlu dilihat; info hanya keterangan.
-- kolom kode_aturan | Kode | Kode tetap aturan.
-- kolom nama | Aturan | Nama aturan.
-- kolom berat | Berat | tolak, periksa atau info.
-- kolom dasar | Dasar | Kutipan dasar hukum.
-- kolom temuan | Temuan | Banyaknya temuan.
-- kolom orang | Orang | Baris tenaga yang terkena.
-- kolom instansi | Instansi | Instansi dengan sedikitnya satu temuan.
-- kolom dijawab | Dinyatakan benar | Di antara temuan itu dinyatakan benar oleh instansi, dengan alasan.
SELECT
    a.kode_aturan,
    a.nama,
    a.berat,
    a.dasar,
    count(m.kode_aturan) AS temuan,
    count(DISTINCT m.id_tenaga) AS orang,
    count(DISTINCT m.kode_instansi) AS instansi,
    (SELECT count(*) FROM konfirmasi AS j WHERE j.kode_aturan = a.kode_aturan) AS dijawab
FROM aturan AS a
LEFT JOIN temuan AS m USING (kode_aturan)
WHERE a.kelompok != 'kewajaran'
GROUP BY a.kode_aturan, a.nama, a.berat, a.dasar
ORDER BY list_position(['tolak', 'periksa', 'info'], a.berat), temuan DESC, a.kode_aturan
