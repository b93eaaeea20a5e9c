-- Satu baris per instansi yang mendapat aduan.
-- judul: Aduan menurut instansi
-- definisi: Usulan, sanggahan dan pengaduan sampai keadaan data ini; yang terlambat paling banyak lebih dahulu.
-- rinci: ya
-- kolom kode_instansi | Kode | Kode instansi BKN.
-- kolom nama | Instansi | Nama instansi.
-- kolom jumlah | Jumlah | Aduan.
-- kolom terbuka | Terbuka | Belum diputus, batasnya belum lewat.
-- kolom terlambat | Terlambat | Belum diputus sesudah batas perbaikan instansi itu.
-- kolom sisa_hari | Sisa hari | Hari sampai batas yang paling dekat di antara yang terbuka.
-- kolom diterima | Diterima | Diterima.
-- kolom ditolak | Ditolak | Ditolak.
-- kolom belum_dilaksanakan | Diterima, belum dilaksanakan | Usulan yang diterima tetapi orangnya belum terdaftar, dan sanggahan yang diterima tetapi orangnya masih terdaftar tanpa perubahan.
SELECT
    a.kode_instansi,
    i.nama,
    count(*) AS jumlah,
    count(*) FILTER (WHERE a.keadaan = 'TERBUKA') AS terbuka,
    count(*) FILTER (WHERE a.keadaan = 'TERLAMBAT') AS terlambat,
    min(a.sisa_hari) AS sisa_hari,
    count(*) FILTER (WHERE a.keadaan = 'DITERIMA') AS diterima,
    count(*) FILTER (WHERE a.keadaan = 'DITOLAK') AS ditolak,
    count(*) FILTER (WHERE a.pelaksanaan = 'BELUM') AS belum_dilaksanakan
FROM keadaan_aduan AS a
JOIN instansi AS i USING (kode_instansi)
GROUP BY a.kode_instansi, i.nama
ORDER BY terlambat DESC, terbuka DESC, a.kode_instansi
