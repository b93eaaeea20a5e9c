-- Satu baris per SPTJM yang dikirim: diterima untuk potret mana, atau ditolak dan mengapa.
SELECT
    s.kode_instansi,
    b.nama_berkas AS nama,
    s.waktu,
    true AS diterima,
    concat('Diterima untuk potret ', coalesce(t.nama, s.tahap), ' (sidik ', left(s.sidik, 12), '…).') AS pesan,
    NULL AS tindakan
FROM sptjm AS s
JOIN berkas AS b USING (id_berkas)
LEFT JOIN tahapan AS t USING (tahap)
UNION ALL BY NAME
SELECT p.kode_instansi, b.nama_berkas AS nama, b.waktu, false AS diterima, p.pesan, p.tindakan
FROM penolakan AS p
JOIN berkas AS b USING (id_berkas)
WHERE b.jenis = 'sptjm'
ORDER BY kode_instansi, waktu, nama
