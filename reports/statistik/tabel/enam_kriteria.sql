-- Satu baris per kriteria verifikasi lanjutan (enam kriteria).
-- judul: Enam kriteria verifikasi
-- definisi: Putusan pendataan dipetakan ke enam kriteria yang diperiksa BKN sesudahnya. SPTJM dinilai per instansi: tanpa SPTJM berarti belum dapat dinilai.
-- kolom kriteria | Kriteria | Salah satu dari enam kriteria.
-- kolom memenuhi | Memenuhi | Orang yang memenuhi.
-- kolom tidak_memenuhi | Tidak memenuhi | Orang yang tidak memenuhi.
-- kolom belum_dinilai | Belum dapat dinilai | Orang yang belum dapat dinilai.
WITH enam AS (
    SELECT
        CASE WHEN 'T' IN (o.honorarium, o.blu) THEN 'T' WHEN 'B' IN (o.honorarium, o.blu) THEN 'B' ELSE 'M' END AS honorarium,
        CASE WHEN 'T' IN (o.masa_kerja, o.sk_tanggal, o.pengangkatan) THEN 'T'
             WHEN 'B' IN (o.masa_kerja, o.sk_tanggal, o.pengangkatan) THEN 'B' ELSE 'M' END AS sk_masa_kerja,
        o.usia,
        o.jabatan,
        o.pendidikan,
        CASE WHEN s.kode_instansi IS NULL THEN 'B' ELSE 'M' END AS sptjm,
        o.jumlah
    FROM orang AS o
    LEFT JOIN sptjm AS s USING (kode_instansi)
)
SELECT
    CASE u.kriteria WHEN 'sk_masa_kerja' THEN 'SK dan masa kerja' WHEN 'sptjm' THEN 'SPTJM' ELSE upper(u.kriteria[1]) || u.kriteria[2:] END AS kriteria,
    coalesce(sum(u.jumlah) FILTER (WHERE u.putusan = 'M'), 0)::BIGINT AS memenuhi,
    coalesce(sum(u.jumlah) FILTER (WHERE u.putusan = 'T'), 0)::BIGINT AS tidak_memenuhi,
    coalesce(sum(u.jumlah) FILTER (WHERE u.putusan = 'B'), 0)::BIGINT AS belum_dinilai
FROM (UNPIVOT enam ON COLUMNS(* EXCLUDE jumlah) INTO NAME kriteria VALUE putusan) AS u
GROUP BY u.kriteria
ORDER BY list_position(['honorarium', 'sk_masa_kerja', 'usia', 'jabatan', 'pendidikan', 'sptjm'], u.kriteria)
