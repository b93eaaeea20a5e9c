-- Satu baris per surat BKN yang membuka kembali finalisasi sebuah instansi.
SELECT
    kode_instansi, nomor_surat, tanggal_surat, alasan, sampai, alasan_tertutup, dibatalkan, alasan_batal, diterima
FROM pembukaan
ORDER BY kode_instansi, sampai, nomor_surat
