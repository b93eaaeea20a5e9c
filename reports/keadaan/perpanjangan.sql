-- Satu baris per instansi yang meminta atau mendapat perpanjangan waktu.
SELECT kode_instansi, diminta, nomor_surat, tanggal_surat, batas_diperpanjang AS sampai, alasan_tertutup
FROM perpanjangan
ORDER BY kode_instansi
