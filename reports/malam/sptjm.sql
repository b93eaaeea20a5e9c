-- Satu baris bila ada SPTJM yang diperiksa: instansi menurut jawabannya, dan surat menurut cara dan penolakannya.
WITH surat AS (
    SELECT b.kode_instansi, b.status = 'DITOLAK' AS ditolak, s.id_berkas IS NOT NULL AS berlaku, s.cara, s.penandatangan
    FROM berkas AS b
    LEFT JOIN sptjm AS s ON s.id_berkas = b.id_berkas
    WHERE b.jenis = 'sptjm' AND b.status IN ('BERLAKU', 'DIGANTI', 'DITOLAK')
)

SELECT
    count(*) FILTER (berlaku) AS diterima,
    count(*) FILTER (cara = 'TEKS') AS teks,
    count(*) FILTER (cara = 'QR') AS qr,
    count(penandatangan) AS elektronik,
    count(DISTINCT kode_instansi) - count(*) FILTER (berlaku) AS hanya_ditolak,
    count(*) FILTER (ditolak) AS ditolak
FROM surat
HAVING count(*) > 0
