-- Satu baris per instansi dalam daftar induk THK-II.
-- judul: THK-II menurut daftar induk
-- definisi: Isi daftar induk menurut instansi asalnya: sudah didata di instansi mana pun, sudah dilaporkan lewat LAPOR THK-II, atau belum ada keterangan.
-- rinci: ya
-- kolom kode_instansi | Kode | Instansi pada daftar induk.
-- kolom nama | Instansi | Nama instansi.
-- kolom induk | Daftar induk | THK-II dalam daftar induk.
-- kolom didata | Didata | Di antaranya yang terbukti dalam daftar suatu instansi.
-- kolom dilaporkan | Dilaporkan | Tidak didata, tetapi dilaporkan lewat LAPOR THK-II.
-- kolom belum_ada_keterangan | Belum ada keterangan | Tidak didata dan tidak dilaporkan.
WITH keadaan AS (
    SELECT
        k.kode_instansi,
        k.nomor_peserta IN (SELECT nomor_thk2_induk FROM fakta WHERE nomor_thk2_induk IS NOT NULL) AS didata,
        k.nomor_peserta IN (SELECT nomor_peserta FROM lapor_thk2 WHERE nomor_peserta IS NOT NULL) AS dilaporkan
    FROM thk2 AS k
)
SELECT
    k.kode_instansi,
    any_value(i.nama) AS nama,
    count(*) AS induk,
    count(*) FILTER (WHERE didata) AS didata,
    count(*) FILTER (WHERE dilaporkan AND NOT didata) AS dilaporkan,
    count(*) FILTER (WHERE NOT dilaporkan AND NOT didata) AS belum_ada_keterangan
FROM keadaan AS k
LEFT JOIN instansi AS i USING (kode_instansi)
GROUP BY k.kode_instansi
ORDER BY belum_ada_keterangan DESC, k.kode_instansi
