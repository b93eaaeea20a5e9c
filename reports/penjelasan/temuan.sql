-- Satu baris per temuan satu tenaga, dengan sel yang ditunjuk.
SELECT
    m.kode_aturan,
    m.id_riwayat,
    m.berat,
    m.kolom,
    m.nilai,
    m.pesan,
    m.pengubah,
    a.dasar,
    a.kriteria,
    coalesce(br.kunci, bt.kunci) AS kunci,
    coalesce(br.sha256, bt.sha256) AS sha256,
    coalesce(r.lembar, t.lembar) AS lembar,
    coalesce(r.baris, t.baris) AS baris
FROM temuan AS m
JOIN aturan AS a USING (kode_aturan)
JOIN tenaga AS t ON t.id_tenaga = m.id_tenaga
JOIN berkas AS bt ON bt.id_berkas = t.id_berkas
LEFT JOIN riwayat AS r ON r.id_riwayat = m.id_riwayat
LEFT JOIN berkas AS br ON br.id_berkas = r.id_berkas
WHERE m.id_tenaga = ?
ORDER BY m.kode_aturan, m.id_riwayat
