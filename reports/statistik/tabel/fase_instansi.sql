-- Satu baris per instansi: di mana ia berada sekarang, sejak kapan dan menurut dokumen apa.
-- judul: Fase setiap instansi
-- definisi: Fase yang dimasuki terakhir menurut kalender yang berlaku, surat persetujuan BKN dan SPTJM yang diterima; "sampai" ialah saat fase berikutnya dimulai bagi instansi itu, kosong bila belum ada yang mengakhirinya.
-- rinci: ya
-- kolom kode_instansi | Kode | Kode instansi BKN.
-- kolom nama | Instansi | Nama instansi.
-- kolom jenis | Jenis | Pusat atau Daerah.
-- kolom provinsi | Provinsi | Provinsi instansi daerah.
-- kolom fase | Fase | Fase sekarang.
-- kolom sejak | Sejak | Saat fase itu dimasuki.
-- kolom menurut | Menurut | Dokumen yang menetapkannya.
-- kolom sampai | Sampai | Saat fase itu berakhir bagi instansi ini.
-- kolom catatan | Catatan | Surat persetujuan yang tidak membuka perpanjangan, dan sebabnya.
SELECT
    i.kode_instansi,
    i.nama,
    CASE i.jenis WHEN 'P' THEN 'Pusat' ELSE 'Daerah' END AS jenis,
    i.provinsi,
    f.nama AS fase,
    f.sejak,
    f.menurut,
    f.sampai,
    f.catatan
FROM instansi AS i
JOIN fase_sekarang AS f USING (kode_instansi)
ORDER BY i.jenis DESC, i.kode_instansi
