-- Satu baris per kriteria pendataan.
-- judul: Putusan per kriteria
-- definisi: Putusan atas setiap orang dalam daftar; baris Keseluruhan ialah putusan gabungannya.
-- kolom kriteria | Kriteria | Nama kriteria.
-- kolom memenuhi | Memenuhi | Orang yang memenuhi.
-- kolom tidak_memenuhi | Tidak memenuhi | Orang yang tidak memenuhi.
-- kolom belum_dinilai | Belum dapat dinilai | Orang yang datanya kosong atau tidak terbaca.
WITH putusan_ringkas AS (
    SELECT
        status, aktif, honorarium, masa_kerja, usia, jabatan, pendidikan, pengangkatan, blu,
        sk_tanggal, keseluruhan, sum(jumlah)::BIGINT AS jumlah
    FROM orang
    GROUP BY ALL
)
SELECT
    CASE u.kriteria
        WHEN 'status' THEN 'Status (bukan ASN, masih hidup)'
        WHEN 'aktif' THEN 'Masih aktif'
        WHEN 'masa_kerja' THEN 'Masa kerja'
        WHEN 'blu' THEN 'Bukan BLU/BLUD'
        WHEN 'sk_tanggal' THEN 'Tanggal SK'
        ELSE upper(u.kriteria[1]) || u.kriteria[2:]
    END AS kriteria,
    coalesce(sum(jumlah) FILTER (WHERE putusan = 'M'), 0)::BIGINT AS memenuhi,
    coalesce(sum(jumlah) FILTER (WHERE putusan = 'T'), 0)::BIGINT AS tidak_memenuhi,
    coalesce(sum(jumlah) FILTER (WHERE putusan = 'B'), 0)::BIGINT AS belum_dinilai
FROM (
    UNPIVOT putusan_ringkas ON COLUMNS(* EXCLUDE jumlah) INTO NAME kriteria VALUE putusan
) AS u
GROUP BY u.kriteria
ORDER BY (u.kriteria = 'keseluruhan'), tidak_memenuhi DESC, u.kriteria
