-- Satu baris per aturan dan instansi yang mempunyai pengecualian yang berlaku.
-- judul: Pengecualian
-- definisi: Satu aturan yang menolak tidak dihitung bagi orang tertentu, dengan persetujuan BKN dan untuk sementara.
-- rinci: ya
-- kolom kode_aturan | Kode | Aturan yang dikecualikan.
-- kolom nama | Aturan | Nama aturan.
-- kolom kode_instansi | Kode instansi | Instansi.
-- kolom instansi | Instansi | Nama instansi.
-- kolom sampai | Sampai | Hari terakhir yang paling akhir.
-- kolom orang | Orang | Orang dalam daftar yang dikecualikan.
-- kolom terpakai | Terpakai | Di antaranya yang tanpa pengecualian tidak memenuhi aturan itu.
SELECT
    p.kode_aturan,
    a.nama,
    p.kode_instansi,
    i.nama AS instansi,
    max(p.sampai) AS sampai,
    (
        SELECT count(*) FROM fakta AS f JOIN tenaga AS t USING (id_tenaga)
        WHERE t.kode_instansi = p.kode_instansi AND list_contains(f.pengecualian, p.kode_aturan)
    ) AS orang,
    (
        SELECT count(*) FROM temuan AS m JOIN fakta AS f USING (id_tenaga)
        WHERE m.kode_instansi = p.kode_instansi AND m.kode_aturan = p.kode_aturan
            AND list_contains(f.pengecualian, p.kode_aturan)
    ) AS terpakai
FROM pengecualian AS p
JOIN aturan AS a USING (kode_aturan)
JOIN instansi AS i USING (kode_instansi)
WHERE p.berlaku
GROUP BY p.kode_aturan, a.nama, p.kode_instansi, i.nama
ORDER BY p.kode_aturan, p.kode_instansi
