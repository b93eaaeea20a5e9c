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
    coalesce(sum(o.jumlah) FILTER (WHERE o.kategori = 'THK-II'), 0)::BIGINT AS thk2,
    coalesce(sum(o.jumlah) FILTER (WHERE o.kategori = 'NON-ASN'), 0)::BIGINT AS non_asn,
    sum(o.jumlah)::BIGINT AS jumlah,
    count(DISTINCT o.kode_instansi) FILTER (WHERE o.jenis = 'P') AS instansi_pusat,
    count(DISTINCT o.kode_instansi) FILTER (WHERE o.jenis = 'D') AS instansi_daerah
FROM orang AS o
LEFT JOIN sptjm AS s USING (kode_instansi)
GROUP BY 1
ORDER BY 1 DESC
