-- Satu baris per kriteria verifikasi lanjutan (enam kriteria).
-- judul: Enam kriteria verifikasi
-- definisi: Putusan pendataan dipetakan ke enam kriteria yang diperiksa BKN sesudahnya. SPTJM dinilai per instansi: tanpa SPTJM berarti belum dapat dinilai.
-- kolom kriteria | Kriteria | Salah satu dari enam kriteria.
-- kolom memenuhi | Memenuhi | Orang yang memenuhi.
-- kolom tidak_memenuhi | Tidak memenuhi | Orang yang tidak memenuhi.
-- kolom belum_dinilai | Belum dapat dinilai | Orang yang belum dapat dinilai.
WITH enam AS (
    SELECT
        e.honorarium,
        e.sk_masa_kerja,
        e.usia,
        e.jabatan,
        e.pendidikan,
        CASE WHEN s.kode_instansi IS NULL THEN 'B' ELSE 'M' END AS sptjm
    FROM enam_kriteria AS e
    JOIN tenaga AS t USING (id_tenaga)
    LEFT JOIN sptjm AS s USING (kode_instansi)
)
SELECT
    CASE kriteria WHEN 'sk_masa_kerja' THEN 'SK dan masa kerja' WHEN 'sptjm' THEN 'SPTJM' ELSE kriteria END AS kriteria,
    count(*) FILTER (WHERE putusan = 'M') AS memenuhi,
    count(*) FILTER (WHERE putusan = 'T') AS tidak_memenuhi,
    count(*) FILTER (WHERE putusan = 'B') AS belum_dinilai
FROM (UNPIVOT enam ON * INTO NAME kriteria VALUE putusan) AS u
GROUP BY u.kriteria
ORDER BY list_position(['honorarium', 'sk_masa_kerja', 'usia', 'jabatan', 'pendidikan', 'sptjm'], u.kriteria)
