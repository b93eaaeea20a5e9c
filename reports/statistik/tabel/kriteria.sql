-- Satu baris per kriteria pendataan.
-- judul: Putusan per kriteria
-- definisi: Putusan atas setiap orang dalam daftar; baris "keseluruhan" ialah putusan gabungannya.
-- kolom kriteria | Kriteria | Nama kriteria.
-- kolom memenuhi | Memenuhi | Orang yang memenuhi.
-- kolom tidak_memenuhi | Tidak memenuhi | Orang yang tidak memenuhi.
-- kolom belum_dinilai | Belum dapat dinilai | Orang yang datanya kosong atau tidak terbaca.
SELECT
    replace(kriteria, '_', ' ') AS kriteria,
    count(*) FILTER (WHERE putusan = 'M') AS memenuhi,
    count(*) FILTER (WHERE putusan = 'T') AS tidak_memenuhi,
    count(*) FILTER (WHERE putusan = 'B') AS belum_dinilai
FROM (UNPIVOT putusan ON COLUMNS(* EXCLUDE id_tenaga) INTO NAME kriteria VALUE putusan)
GROUP BY kriteria
ORDER BY (kriteria = 'keseluruhan'), tidak_memenuhi DESC, kriteria
