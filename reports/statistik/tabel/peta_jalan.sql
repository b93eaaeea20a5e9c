-- Satu baris per golongan dan kelas peta jalan penataan.
-- judul: Peta jalan penataan
-- definisi: Golongan di samping putusan; satu orang dapat termasuk beberapa golongan, jadi baris tidak dijumlahkan antargolongan. Penandanya bacaan kami.
-- kolom golongan | Golongan | Sudut pandang peta jalan.
-- kolom kelas | Kelas | Kelas dalam golongan itu.
-- kolom sampai | Sampai | Akhir masa transisi, bagi yang bertugas pada badan Pasal 99 ayat (1).
-- kolom thk2 | THK-II | Orang berkategori THK-II.
-- kolom non_asn | Non-ASN | Orang berkategori non-ASN.
-- kolom jumlah | Jumlah | Orang dalam daftar.
-- kolom memenuhi | Memenuhi | Di antaranya yang memenuhi semua kriteria pendataan.
WITH satu AS (
    SELECT p.* EXCLUDE id_tenaga, u.keseluruhan, count(*) AS jumlah
    FROM peta_jalan AS p
    JOIN putusan AS u USING (id_tenaga)
    GROUP BY ALL
),
golongan AS (
    SELECT 1 AS urutan, 'Badan Pasal 99 ayat (1)' AS golongan, coalesce(badan_pasal_99, 'bukan atau tidak diketahui') AS kelas, thk2, keseluruhan, jumlah FROM satu
    UNION ALL
    SELECT 2, 'Calon alih daya', coalesce(alih_daya, 'bukan'), thk2, keseluruhan, jumlah FROM satu
    UNION ALL
    SELECT 3, 'Kategori', CASE WHEN thk2 THEN 'THK-II' ELSE 'Non-ASN' END, thk2, keseluruhan, jumlah FROM satu
    UNION ALL
    SELECT 4, 'Kualifikasi pendidikan', CASE WHEN kualifikasi THEN 'mencapai' WHEN NOT kualifikasi THEN 'di bawah' ELSE 'tidak dikenali' END, thk2, keseluruhan, jumlah FROM satu
    UNION ALL
    SELECT 5, 'Sertifikat kompetensi', coalesce(sertifikat, 'tidak ada keterangan'), thk2, keseluruhan, jumlah FROM satu
    UNION ALL
    SELECT 6, 'Kebutuhan menurut kelompok jabatan', kebutuhan, thk2, keseluruhan, jumlah FROM satu
)
SELECT
    golongan,
    kelas,
    CASE WHEN urutan = 1 AND kelas NOT LIKE 'bukan%' THEN (SELECT CAST(nilai ->> '$' AS DATE) FROM ketentuan WHERE nama = 'batas_masa_transisi') END AS sampai,
    coalesce(sum(jumlah) FILTER (WHERE thk2), 0)::BIGINT AS thk2,
    coalesce(sum(jumlah) FILTER (WHERE NOT thk2), 0)::BIGINT AS non_asn,
    sum(jumlah)::BIGINT AS jumlah,
    coalesce(sum(jumlah) FILTER (WHERE keseluruhan = 'M'), 0)::BIGINT AS memenuhi
FROM golongan
GROUP BY urutan, golongan, kelas
ORDER BY urutan, jumlah DESC, kelas
