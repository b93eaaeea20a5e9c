-- Satu baris per kriteria verifikasi lanjutan (enam kriteria).
-- judul: Enam kriteria verifikasi
-- definisi: Putusan pendataan dipetakan ke enam kriteria yang diperiksa BKN sesudahnya. SPTJM dinilai per instansi: tanpa SPTJM berarti belum dapat dinilai.
-- kolom kriteria | Kriteria | Salah satu dari enam kriteria.
-- kolom memenuhi | Memenuhi | Orang yang memenuhi.
-- kolom tidak_memenuhi | Tidak memenuhi | Orang yang tidak memenuhi.
-- kolom belum_dinilai | Belum dapat dinilai | Orang yang belum dapat dinilai.
WITH enam AS (
    SELECT honorarium, sk_masa_kerja, usia, jabatan, pendidikan, sptjm, count(*) AS jumlah
    FROM enam_kriteria
    GROUP BY ALL
)
SELECT
    CASE u.kriteria WHEN 'sk_masa_kerja' THEN 'SK dan masa kerja' WHEN 'sptjm' THEN 'SPTJM' ELSE upper(u.kriteria[1]) || u.kriteria[2:] END AS kriteria,
    coalesce(sum(u.jumlah) FILTER (WHERE u.putusan = 'M'), 0)::BIGINT AS memenuhi,
    coalesce(sum(u.jumlah) FILTER (WHERE u.putusan = 'T'), 0)::BIGINT AS tidak_memenuhi,
    coalesce(sum(u.jumlah) FILTER (WHERE u.putusan = 'B'), 0)::BIGINT AS belum_dinilai
FROM (UNPIVOT enam ON COLUMNS(* EXCLUDE jumlah) INTO NAME kriteria VALUE putusan) AS u
GROUP BY u.kriteria
ORDER BY list_position(['honorarium', 'sk_masa_kerja', 'usia', 'jabatan', 'pendidikan', 'sptjm'], u.kriteria)
