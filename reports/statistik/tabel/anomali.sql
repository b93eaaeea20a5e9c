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
        t.kode_instansi,
        unnest(list_filter([
            CASE WHEN p.jabatan = 'T' THEN f.kelas_dikecualikan END,
            CASE WHEN p.masa_kerja = 'T' THEN 'MASA_KERJA' END,
            CASE WHEN p.usia = 'T' AND f.usia < b.usia_minimum THEN 'USIA_MUDA' END,
            CASE WHEN p.usia = 'T' AND f.usia > b.usia_maksimum THEN 'USIA_TUA' END,
            CASE WHEN p.pendidikan = 'T' THEN 'IJAZAH' END
        ], lambda k: k IS NOT NULL)) AS kelas
    FROM putusan AS p
    JOIN fakta AS f USING (id_tenaga)
    JOIN tenaga AS t USING (id_tenaga)
    CROSS JOIN batas AS b
    WHERE p.keseluruhan = 'T'
)
SELECT
    n.kelas,
    json_extract_string(n.peta, '$."' || n.kelas || '"') AS nama,
    count(k.kelas) AS jumlah,
    count(DISTINCT k.kode_instansi) FILTER (WHERE i.jenis = 'P') AS instansi_pusat,
    count(DISTINCT k.kode_instansi) FILTER (WHERE i.jenis = 'D') AS instansi_daerah
FROM nama_kelas AS n
LEFT JOIN kena AS k USING (kelas)
LEFT JOIN instansi AS i USING (kode_instansi)
GROUP BY n.kelas, n.urutan, n.peta
ORDER BY n.urutan
