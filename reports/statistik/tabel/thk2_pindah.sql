-- Satu baris per instansi asal dan instansi tujuan THK-II yang dilepas lewat LAPOR THK-II.
-- judul: THK-II yang dilaporkan pindah
-- definisi: THK-II dalam daftar induk yang dilaporkan pindah, dan apakah instansi tujuannya sudah mendaftarkannya.
-- rinci: ya
-- kolom kode_instansi | Kode asal | Instansi pada daftar induk.
-- kolom nama | Instansi asal | Nama instansi pada daftar induk.
-- kolom kode_tujuan | Kode tujuan | Instansi tujuan menurut LAPOR THK-II.
-- kolom tujuan | Instansi tujuan | Nama instansi tujuan.
-- kolom dilepas | Dilepas | THK-II yang dilaporkan pindah.
-- kolom didaftarkan_tujuan | Didaftarkan tujuan | Di antaranya yang terdaftar di instansi tujuan.
-- kolom didaftarkan_lain | Didaftarkan lain | Di antaranya yang hanya terdaftar di instansi lain.
-- kolom belum_didaftarkan | Belum didaftarkan | Di antaranya yang tidak terdaftar di mana pun.
SELECT
    k.kode_instansi,
    any_value(a.nama) AS nama,
    k.tujuan AS kode_tujuan,
    any_value(t.nama) AS tujuan,
    count(*) AS dilepas,
    count(*) FILTER (WHERE list_contains(k.terdaftar, k.tujuan)) AS didaftarkan_tujuan,
    count(*) FILTER (WHERE k.terdaftar IS NOT NULL AND NOT list_contains(k.terdaftar, k.tujuan)) AS didaftarkan_lain,
    count(*) FILTER (WHERE k.terdaftar IS NULL) AS belum_didaftarkan
FROM keadaan_thk2 AS k
LEFT JOIN instansi AS a USING (kode_instansi)
LEFT JOIN instansi AS t ON t.kode_instansi = k.tujuan
WHERE k.tujuan IS NOT NULL
GROUP BY k.kode_instansi, k.tujuan
ORDER BY belum_didaftarkan DESC, k.kode_instansi, k.tujuan
