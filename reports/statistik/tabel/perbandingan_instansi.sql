-- Satu baris per pasangan potret dan instansi.
-- judul: Pertumbuhan daftar di antara dua potret
-- definisi: Orang dalam daftar pada potret lama dan baru; yang paling tumbuh lebih dahulu.
-- rinci: ya
-- kolom tahap | Kode tahap | Kode tahap potret yang baru.
-- kolom nama_tahap | Potret | Nama tahap potret yang baru.
-- kolom peringkat | Peringkat | Urutan menurut pertumbuhan.
-- kolom kode_instansi | Kode | Kode instansi BKN.
-- kolom nama | Instansi | Nama instansi.
-- kolom dahulu | Dahulu | Orang dalam potret lama.
-- kolom kini | Kini | Orang dalam potret baru.
-- kolom tumbuh | Tumbuh | Selisihnya.
-- kolom tumbuh_persen | Tumbuh (%) | Selisih dalam persen potret lama; kosong bila dahulu tidak ada seorang pun.
-- kolom masuk | Baru | Orang yang baru masuk.
-- kolom hilang | Hilang | Orang yang tidak ada lagi.
-- kolom berubah | Berubah | Orang yang barisnya berubah.
-- kolom jabatan | Jabatan berubah | Di antaranya yang jabatannya berubah.
-- kolom aduan | Karena aduan | Perubahan karena usulan, sanggahan atau pengaduan yang diterima.
-- kolom tanpa_keterangan | Tanpa keterangan | Perubahan yang tidak dijelaskan.
WITH hitung AS (
    SELECT
        tahap,
        kode_instansi,
        coalesce(sum(orang) FILTER (WHERE perubahan <> 'BARU'), 0)::BIGINT AS dahulu,
        coalesce(sum(orang) FILTER (WHERE perubahan <> 'HILANG'), 0)::BIGINT AS kini,
        coalesce(sum(orang) FILTER (WHERE perubahan = 'BARU'), 0)::BIGINT AS masuk,
        coalesce(sum(orang) FILTER (WHERE perubahan = 'HILANG'), 0)::BIGINT AS hilang,
        coalesce(sum(orang) FILTER (WHERE perubahan = 'BERUBAH'), 0)::BIGINT AS berubah,
        sum(jabatan)::BIGINT AS jabatan,
        coalesce(sum(orang) FILTER (WHERE sebab = 'ADUAN'), 0)::BIGINT AS aduan,
        coalesce(sum(orang) FILTER (WHERE sebab = 'TANPA KETERANGAN'), 0)::BIGINT AS tanpa_keterangan
    FROM perbandingan_ringkas
    GROUP BY tahap, kode_instansi
)
SELECT
    h.tahap,
    coalesce(t.nama, h.tahap) AS nama_tahap,
    row_number() OVER (
        PARTITION BY h.tahap ORDER BY h.kini - h.dahulu DESC, h.kode_instansi
    ) AS peringkat,
    h.kode_instansi,
    i.nama,
    h.dahulu,
    h.kini,
    h.kini - h.dahulu AS tumbuh,
    CASE WHEN h.dahulu > 0 THEN round(100.0 * (h.kini - h.dahulu) / h.dahulu, 1)::DOUBLE END AS tumbuh_persen,
    h.masuk,
    h.hilang,
    h.berubah,
    h.jabatan,
    h.aduan,
    h.tanpa_keterangan
FROM hitung AS h
JOIN instansi AS i USING (kode_instansi)
LEFT JOIN tahapan AS t ON t.tahap = h.tahap
ORDER BY t.batas, h.tahap, peringkat
