-- Satu baris per kiriman yang datang sesudah batas instansinya.
SELECT kode_instansi, nama_berkas AS nama, jenis, waktu, keterangan
FROM kiriman_terlambat
ORDER BY kode_instansi, waktu, id_berkas
