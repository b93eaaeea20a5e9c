-- Satu baris per provinsi, dan satu untuk instansi pusat.
-- judul: Ringkasan per provinsi
-- definisi: Orang dalam daftar instansi daerah di provinsi itu (provinsi, kabupaten dan kota); instansi pusat satu baris sendiri.
-- kolom provinsi | Provinsi | Nama provinsi, atau Instansi pusat.
-- kolom instansi | Instansi | Instansi peserta.
-- kolom instansi_mendata | Mendata | Instansi dengan sedikitnya satu orang dalam daftar.
-- kolom jumlah | Jumlah | Orang dalam daftar.
-- kolom thk2 | THK-II | Orang berkategori THK-II.
-- kolom non_asn | Non-ASN | Orang berkategori non-ASN.
-- kolom memenuhi | Memenuhi | Orang yang memenuhi semua kriteria.
-- kolom tidak_memenuhi | Tidak memenuhi | Orang yang tidak memenuhi sedikitnya satu kriteria.
-- kolom belum_dinilai | Belum dapat dinilai | Orang yang belum dapat dinilai.
SELECT
    CASE i.jenis WHEN 'P' THEN 'Instansi pusat' ELSE coalesce(i.provinsi, 'Tidak diketahui') END AS provinsi,
    count(DISTINCT i.kode_instansi) AS instansi,
    count(DISTINCT o.kode_instansi) AS instansi_mendata,
    coalesce(sum(o.jumlah), 0)::BIGINT AS jumlah,
    coalesce(sum(o.jumlah) FILTER (WHERE o.kategori = 'THK-II'), 0)::BIGINT AS thk2,
    coalesce(sum(o.jumlah) FILTER (WHERE o.kategori = 'NON-ASN'), 0)::BIGINT AS non_asn,
    coalesce(sum(o.jumlah) FILTER (WHERE o.keseluruhan = 'M'), 0)::BIGINT AS memenuhi,
    coalesce(sum(o.jumlah) FILTER (WHERE o.keseluruhan = 'T'), 0)::BIGINT AS tidak_memenuhi,
    coalesce(sum(o.jumlah) FILTER (WHERE o.keseluruhan = 'B'), 0)::BIGINT AS belum_dinilai
FROM instansi AS i
LEFT JOIN orang AS o USING (kode_instansi)
GROUP BY 1
ORDER BY max(i.jenis) DESC, 1
