-- Satu baris per tahap yang dipotret dan jenis instansi.
-- judul: Jumlah per tahap
-- definisi: Orang dalam daftar pada potret setiap tahap. Satu orang yang didaftarkan dua instansi terhitung dua kali.
-- kolom tahap | Kode tahap | Kode tahap.
-- kolom nama_tahap | Tahap | Nama tahap.
-- kolom batas | Batas | Batas tahap; sesudahnya potret tidak berubah.
-- kolom jenis | Instansi | Pusat atau Daerah.
-- kolom instansi | Instansi mendata | Instansi dengan sedikitnya satu orang dalam potret.
-- kolom jumlah | Jumlah | Orang dalam daftar.
-- kolom thk2 | THK-II | Yang terbukti dalam daftar induk THK-II.
-- kolom non_asn | Non-ASN | Selain THK-II.
-- kolom memenuhi | Memenuhi | Semua kriteria dipenuhi.
-- kolom tidak_memenuhi | Tidak memenuhi | Sedikitnya satu kriteria tidak dipenuhi.
-- kolom belum_dinilai | Belum dapat dinilai | Ada data yang kosong atau tidak terbaca, tanpa kriteria yang tidak dipenuhi.
SELECT
    p.tahap,
    any_value(t.nama) AS nama_tahap,
    any_value(t.batas) AS batas,
    CASE i.jenis WHEN 'P' THEN 'Pusat' ELSE 'Daerah' END AS jenis,
    count(*) FILTER (WHERE p.jumlah > 0) AS instansi,
    sum(p.jumlah)::BIGINT AS jumlah,
    sum(p.thk2)::BIGINT AS thk2,
    sum(p.non_asn)::BIGINT AS non_asn,
    sum(p.memenuhi)::BIGINT AS memenuhi,
    sum(p.tidak_memenuhi)::BIGINT AS tidak_memenuhi,
    sum(p.belum_dinilai)::BIGINT AS belum_dinilai
FROM potret_ringkas AS p
JOIN instansi AS i USING (kode_instansi)
LEFT JOIN tahapan AS t USING (tahap)
GROUP BY p.tahap, i.jenis
ORDER BY batas, p.tahap, i.jenis DESC
