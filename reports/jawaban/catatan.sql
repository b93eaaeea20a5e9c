-- Satu baris per catatan tentang satu kiriman yang berlaku.
SELECT id_berkas, pesan FROM catatan_berkas ORDER BY id_berkas, berat DESC, kode, pesan
