-- Satu baris per angka yang diumumkan tentang pendataan 2022, di samping angka kami.
-- judul: Angka yang diumumkan pada 2022 di samping angka kami
-- definisi: Angka resmi menurut sumber yang disebut. Angka kami dihitung dari potret tahap yang digambarkan angka itu; tanda – berarti tidak ada potret yang sepadan.
-- memakai: kelompok_jabatan kepatuhan_sptjm anomali
-- kolom urutan | Urutan | Urutan tampil.
-- kolom kunci | Kunci | Nama tetap angka.
-- kolom tahap | Kode tahap | Tahap yang digambarkan angka itu; kosong bila bukan satu tahap.
-- kolom ukuran | Ukuran | Apa yang dihitung.
-- kolom menurut | Per tanggal | Tanggal angka resmi.
-- kolom resmi | Angka resmi | Angka yang diumumkan.
-- kolom kami | Angka kami | Angka yang sama dari data ini; kosong bila belum dapat dibandingkan.
-- kolom sumber | Sumber | Sumber angka resmi.
-- kolom keyakinan | Keyakinan | tinggi = dua sumber atau hitungannya menutup, sedang = satu sumber baik, rendah = satu sumber lemah.
WITH terakhir AS (
    SELECT arg_max(tahap, batas) AS tahap
    FROM tahapan
    WHERE tahap IN (SELECT tahap FROM potret_ringkas)
),
per_tahap AS (
    SELECT
        p.tahap,
        sum(p.jumlah)::BIGINT AS jumlah,
        sum(p.jumlah) FILTER (WHERE i.jenis = 'P')::BIGINT AS pusat,
        sum(p.jumlah) FILTER (WHERE i.jenis = 'D')::BIGINT AS daerah,
        sum(p.thk2)::BIGINT AS thk2,
        sum(p.non_asn)::BIGINT AS non_asn,
        count(*) FILTER (WHERE p.jumlah > 0 AND i.jenis = 'P') AS instansi_pusat,
        count(*) FILTER (WHERE p.jumlah > 0 AND i.jenis = 'D') AS instansi_daerah
    FROM potret_ringkas AS p
    JOIN instansi AS i USING (kode_instansi)
    GROUP BY p.tahap
),
rincian AS (
    SELECT 'kelompok.' || kelompok AS induk, thk2, non_asn, NULL AS instansi_pusat, NULL AS instansi_daerah
    FROM @dasbor.kelompok_jabatan
    UNION ALL
    SELECT 'sptjm.' || lower(sptjm), thk2, non_asn, instansi_pusat, instansi_daerah
    FROM @dasbor.kepatuhan_sptjm
),
kami AS (
    SELECT 'total.' || ukuran AS kunci, tahap, nilai
    FROM (UNPIVOT per_tahap ON COLUMNS(* EXCLUDE tahap) INTO NAME ukuran VALUE nilai)
    UNION ALL
    SELECT r.induk || '.' || r.ukuran, t.tahap, r.nilai
    FROM (UNPIVOT rincian ON COLUMNS(* EXCLUDE induk) INTO NAME ukuran VALUE nilai) AS r
    CROSS JOIN terakhir AS t
    UNION ALL
    SELECT 'anomali.' || a.kelas, t.tahap, a.jumlah
    FROM @dasbor.anomali AS a
    CROSS JOIN terakhir AS t
)
SELECT
    r.urutan, r.kunci, r.tahap, r.ukuran, r.menurut, r.resmi,
    coalesce(t.nilai, k.nilai) AS kami,
    r.sumber,
    CASE r.keyakinan WHEN 'H' THEN 'tinggi' WHEN 'M' THEN 'sedang' ELSE 'rendah' END AS keyakinan
FROM angka_resmi AS r
LEFT JOIN kami AS k USING (kunci, tahap)
LEFT JOIN angka_terbit AS t USING (kunci, tahap)
ORDER BY r.urutan
