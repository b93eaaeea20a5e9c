-- Satu baris per instansi yang mempunyai daftar dan kriteria verifikasi lanjutan.
-- judul: Enam kriteria verifikasi menurut instansi
-- definisi: Putusan yang sama dengan tabel enam kriteria, per instansi.
-- rinci: ya
-- kolom kode_instansi | Kode | Kode instansi BKN.
-- kolom nama | Instansi | Nama instansi.
-- kolom kriteria | Kriteria | Salah satu dari enam kriteria.
-- kolom memenuhi | Memenuhi | Orang yang memenuhi.
-- kolom tidak_memenuhi | Tidak memenuhi | Orang yang tidak memenuhi.
-- kolom belum_dinilai | Belum dapat dinilai | Orang yang belum dapat dinilai.
WITH enam AS (
    SELECT t.kode_instansi, e.* EXCLUDE id_tenaga, count(*) AS jumlah
    FROM enam_kriteria AS e
    JOIN tenaga AS t USING (id_tenaga)
    GROUP BY ALL
)
SELECT
    u.kode_instansi,
    any_value(i.nama) AS nama,
    CASE u.kriteria WHEN 'sk_masa_kerja' THEN 'SK dan masa kerja' WHEN 'sptjm' THEN 'SPTJM' ELSE upper(u.kriteria[1]) || u.kriteria[2:] END AS kriteria,
    coalesce(sum(u.jumlah) FILTER (WHERE u.putusan = 'M'), 0)::BIGINT AS memenuhi,
    coalesce(sum(u.jumlah) FILTER (WHERE u.putusan = 'T'), 0)::BIGINT AS tidak_memenuhi,
    coalesce(sum(u.jumlah) FILTER (WHERE u.putusan = 'B'), 0)::BIGINT AS belum_dinilai
FROM (UNPIVOT enam ON COLUMNS(* EXCLUDE (jumlah, kode_instansi)) INTO NAME kriteria VALUE putusan) AS u
JOIN instansi AS i USING (kode_instansi)
GROUP BY u.kode_instansi, u.kriteria
ORDER BY u.kode_instansi, list_position(['honorarium', 'sk_masa_kerja', 'usia', 'jabatan', 'pendidikan', 'sptjm'], u.kriteria)
