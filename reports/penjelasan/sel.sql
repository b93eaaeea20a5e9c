-- Satu baris per tenaga yang berdiri di satu baris lembar, atau yang empunya baris riwayat itu.
WITH dicari AS (SELECT ? AS kunci, ? AS lembar, ? AS baris)
SELECT DISTINCT isi.id_tenaga
FROM (
    SELECT id_tenaga, id_berkas, lembar, baris FROM tenaga
    UNION ALL
    SELECT id_tenaga, id_berkas, lembar, baris FROM riwayat WHERE id_tenaga IS NOT NULL
) AS isi
JOIN berkas AS b USING (id_berkas)
JOIN dicari ON dicari.kunci = b.kunci AND dicari.lembar = isi.lembar AND dicari.baris = isi.baris
