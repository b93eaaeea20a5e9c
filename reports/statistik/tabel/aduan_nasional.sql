-- Satu baris per jenis aduan (usulan, sanggahan, pengaduan).
-- judul: Usulan, sanggahan dan pengaduan
-- definisi: Aduan dari portal dan helpdesk sampai keadaan data ini, menurut keputusan instansinya. Terlambat: belum diputus sesudah batas perbaikan instansi itu.
-- kolom jenis | Jenis | Usulan, sanggahan atau pengaduan.
-- kolom jumlah | Jumlah | Aduan.
-- kolom terbuka | Terbuka | Belum diputus, batasnya belum lewat.
-- kolom terlambat | Terlambat | Belum diputus sesudah batas.
-- kolom diterima | Diterima | Diterima instansinya.
-- kolom ditolak | Ditolak | Ditolak instansinya.
-- kolom belum_dilaksanakan | Diterima, belum dilaksanakan | Usulan yang diterima tetapi orangnya belum terdaftar, dan sanggahan yang diterima tetapi orangnya masih terdaftar tanpa perubahan.
-- kolom instansi | Instansi | Instansi yang mendapat aduan jenis ini.
SELECT
    jenis,
    count(*) AS jumlah,
    count(*) FILTER (WHERE keadaan = 'TERBUKA') AS terbuka,
    count(*) FILTER (WHERE keadaan = 'TERLAMBAT') AS terlambat,
    count(*) FILTER (WHERE keadaan = 'DITERIMA') AS diterima,
    count(*) FILTER (WHERE keadaan = 'DITOLAK') AS ditolak,
    count(*) FILTER (WHERE pelaksanaan = 'BELUM') AS belum_dilaksanakan,
    count(DISTINCT kode_instansi) AS instansi
FROM keadaan_aduan
GROUP BY jenis
ORDER BY jenis DESC
