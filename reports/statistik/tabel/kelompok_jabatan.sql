-- Satu baris per kelompok jabatan.
-- judul: Kelompok jabatan
-- definisi: Orang dalam daftar menurut kelompok jabatan pada pembayaran; pemetaan jabatan ke kelompok adalah bacaan kami.
-- grafik: kelompok jumlah
-- kolom kelompok | Kelompok | Pendidikan, Kesehatan, Penyuluh, Teknis atau Administrasi.
-- kolom thk2 | THK-II | Orang berkategori THK-II.
-- kolom non_asn | Non-ASN | Orang berkategori non-ASN.
-- kolom jumlah | Jumlah | Orang dalam daftar.
-- kolom memenuhi | Memenuhi | Di antaranya yang memenuhi semua kriteria.
SELECT
    kelompok_jabatan AS kelompok,
    coalesce(sum(o.jumlah) FILTER (WHERE kategori = 'THK-II'), 0)::BIGINT AS thk2,
    coalesce(sum(o.jumlah) FILTER (WHERE kategori = 'NON-ASN'), 0)::BIGINT AS non_asn,
    sum(o.jumlah)::BIGINT AS jumlah,
    coalesce(sum(o.jumlah) FILTER (WHERE keseluruhan = 'M'), 0)::BIGINT AS memenuhi
FROM orang AS o
GROUP BY kelompok_jabatan
ORDER BY 4 DESC, kelompok
