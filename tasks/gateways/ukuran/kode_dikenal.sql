-- Tidak ada kode yang menunjuk ke luar gudang.
SELECT 'tenaga.kode_instansi' AS hal, 0 AS harapan, count(*) AS nyata
FROM tenaga ANTI JOIN instansi USING (kode_instansi)
UNION ALL
SELECT 'tenaga.id_berkas', 0, count(*) FROM tenaga ANTI JOIN berkas USING (id_berkas)
UNION ALL
SELECT 'riwayat.id_berkas', 0, count(*) FROM riwayat ANTI JOIN berkas USING (id_berkas)
UNION ALL
SELECT 'riwayat.id_tenaga', 0, count(*)
FROM (SELECT id_tenaga FROM riwayat WHERE id_tenaga IS NOT NULL) ANTI JOIN tenaga USING (id_tenaga)
UNION ALL
SELECT 'temuan.kode_aturan', 0, count(*) FROM temuan ANTI JOIN aturan USING (kode_aturan)
UNION ALL
SELECT 'temuan.id_tenaga', 0, count(*)
FROM (SELECT id_tenaga FROM temuan WHERE id_tenaga IS NOT NULL) ANTI JOIN tenaga USING (id_tenaga)
UNION ALL
SELECT 'ganda.id_tenaga', 0, count(*) FROM ganda ANTI JOIN tenaga USING (id_tenaga)
UNION ALL
SELECT 'sptjm.kode_instansi', 0, count(*) FROM sptjm ANTI JOIN instansi USING (kode_instansi)
ORDER BY hal
