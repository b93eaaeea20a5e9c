-- Satu baris per instansi yang tidak menyampaikan data sama sekali.
-- judul: Instansi yang tidak menyampaikan data
-- definisi: Tidak ada satu pun kiriman Data Utama sebelum batasnya, termasuk yang ditolak atau ditahan.
-- rinci: ya
-- kolom kode_instansi | Kode | Kode instansi BKN.
-- kolom nama | Instansi | Nama instansi.
-- kolom jenis | Jenis | Pusat atau Daerah.
-- kolom provinsi | Provinsi | Provinsi instansi daerah.
SELECT
    i.kode_instansi,
    i.nama,
    CASE i.jenis WHEN 'P' THEN 'Pusat' ELSE 'Daerah' END AS jenis,
    i.provinsi
FROM instansi AS i
WHERE i.kode_instansi NOT IN (
    SELECT kode_instansi FROM berkas WHERE jenis = 'data-utama' AND NOT terlambat
)
ORDER BY i.jenis DESC, i.kode_instansi
