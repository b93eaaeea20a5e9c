-- Satu baris per keadaan SPTJM (sudah, belum) instansi yang mempunyai daftar.
-- judul: Kepatuhan SPTJM
-- definisi: Instansi dengan sedikitnya satu orang dalam daftar, menurut sudah tidaknya SPTJM diterima; jumlah orang ialah isi daftarnya.
-- kolom sptjm | SPTJM | Sudah atau Belum.
-- kolom thk2 | THK-II | Orang berkategori THK-II.
-- kolom non_asn | Non-ASN | Orang berkategori non-ASN.
-- kolom jumlah | Jumlah | Orang dalam daftar.
-- kolom instansi_pusat | Instansi pusat | Instansi pusat.
-- kolom instansi_daerah | Instansi daerah | Instansi daerah.
SELECT
    CASE WHEN s.kode_instansi IS NULL THEN 'Belum' ELSE 'Sudah' END AS sptjm,
    count(*) FILTER (WHERE f.kategori = 'THK-II') AS thk2,
    count(*) FILTER (WHERE f.kategori = 'NON-ASN') AS non_asn,
    count(*) AS jumlah,
    count(DISTINCT t.kode_instansi) FILTER (WHERE i.jenis = 'P') AS instansi_pusat,
    count(DISTINCT t.kode_instansi) FILTER (WHERE i.jenis = 'D') AS instansi_daerah
FROM fakta AS f
JOIN tenaga AS t USING (id_tenaga)
JOIN instansi AS i USING (kode_instansi)
LEFT JOIN sptjm AS s USING (kode_instansi)
GROUP BY 1
ORDER BY 1 DESC
