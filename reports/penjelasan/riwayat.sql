-- Satu baris per riwayat satu tenaga, dengan kiriman asalnya.
SELECT r.*, b.kunci, b.sha256, b.waktu
FROM riwayat AS r
JOIN berkas AS b USING (id_berkas)
WHERE r.id_tenaga = ?
ORDER BY r.tanggal_awal NULLS LAST, r.id_riwayat
