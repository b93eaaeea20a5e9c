-- Satu baris per temuan satu tenaga, dengan sel yang ditunjuk.
SELECT
    m.*,
    a.dasar,
    a.kriteria,
    coalesce(br.kunci, bt.kunci) AS kunci,
    coalesce(r.lembar, t.lembar) AS lembar,
    k.huruf || coalesce(r.baris, t.baris) AS sel
FROM temuan AS m
JOIN aturan AS a USING (kode_aturan)
JOIN tenaga AS t ON t.id_tenaga = m.id_tenaga
JOIN berkas AS bt ON bt.id_berkas = t.id_berkas
LEFT JOIN riwayat AS r ON r.id_riwayat = m.id_riwayat
LEFT JOIN berkas AS br ON br.id_berkas = r.id_berkas
LEFT JOIN kolom_berkas AS k
    ON k.sha256 = coalesce(br.sha256, bt.sha256)
    AND k.lembar = coalesce(r.lembar, t.lembar)
    AND k.kolom = m.kolom
WHERE m.id_tenaga = ?
ORDER BY m.kode_aturan, m.id_riwayat
