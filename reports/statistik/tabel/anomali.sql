-- Satu baris per kelas anomali (tujuh kelas yang diumumkan BKN).
-- judul: Tujuh kelas anomali
-- definisi: Orang dalam daftar yang tidak memenuhi kriteria jabatan, masa kerja, usia atau pendidikan. Satu orang dapat masuk beberapa kelas.
-- grafik: nama jumlah
-- kolom kelas | Kode kelas | Kode kelas anomali.
-- kolom nama | Kelas | Nama kelas.
-- kolom jumlah | Orang | Orang dalam daftar yang masuk kelas itu.
-- kolom instansi_pusat | Instansi pusat | Instansi pusat dengan sedikitnya satu orang dalam kelas itu.
-- kolom instansi_daerah | Instansi daerah | Instansi daerah dengan sedikitnya satu orang dalam kelas itu.
WITH nama_kelas AS (
    SELECT
        unnest(json_keys(nilai)) AS kelas,
        generate_subscripts(json_keys(nilai), 1) AS urutan,
        nilai AS peta
    FROM ketentuan
    WHERE nama = 'kelas_anomali'
),
batas AS (
    SELECT
        max(nilai::INTEGER) FILTER (WHERE nama = 'usia_minimum') AS usia_minimum,
        max(nilai::INTEGER) FILTER (WHERE nama = 'usia_maksimum') AS usia_maksimum
    FROM ketentuan
    WHERE nama IN ('usia_minimum', 'usia_maksimum')
),
kena AS (
    SELECT
        o.kode_instansi,
        o.jenis,
        o.jumlah,
        unnest(list_filter([
            CASE WHEN o.jabatan = 'T' THEN o.kelas_dikecualikan END,
            CASE WHEN o.masa_kerja = 'T' THEN 'MASA_KERJA' END,
            CASE WHEN o.usia = 'T' AND o.usia_tahun < b.usia_minimum THEN 'USIA_MUDA' END,
            CASE WHEN o.usia = 'T' AND o.usia_tahun > b.usia_maksimum THEN 'USIA_TUA' END,
            CASE WHEN o.pendidikan = 'T' THEN 'IJAZAH' END
        ], lambda k: k IS NOT NULL)) AS kelas
    FROM orang AS o
    CROSS JOIN batas AS b
    WHERE o.keseluruhan = 'T'
)
SELECT
    n.kelas,
    json_extract_string(n.peta, '$."' || n.kelas || '"') AS nama,
    coalesce(sum(k.jumlah), 0)::BIGINT AS jumlah,
    count(DISTINCT k.kode_instansi) FILTER (WHERE k.jenis = 'P') AS instansi_pusat,
    count(DISTINCT k.kode_instansi) FILTER (WHERE k.jenis = 'D') AS instansi_daerah
FROM nama_kelas AS n
LEFT JOIN kena AS k USING (kelas)
GROUP BY n.kelas, n.urutan, n.peta
ORDER BY n.urutan
