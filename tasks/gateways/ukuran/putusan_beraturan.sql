-- Tidak ada putusan tanpa aturan: yang T pada satu kriteria ialah yang punya temuan tolak kriteria itu.
WITH tidak AS (
    SELECT kriteria, count(*) AS jumlah
    FROM (UNPIVOT (SELECT * EXCLUDE keseluruhan FROM putusan) ON COLUMNS(* EXCLUDE id_tenaga) INTO NAME kriteria VALUE putusan)
    WHERE putusan = 'T'
    GROUP BY kriteria
),
beraturan AS (
    SELECT a.kriteria, count(DISTINCT t.id_tenaga) AS jumlah
    FROM temuan AS t
    JOIN aturan AS a USING (kode_aturan)
    JOIN fakta USING (id_tenaga)
    WHERE t.berat = 'tolak' AND a.kriteria IS NOT NULL
    GROUP BY a.kriteria
)
SELECT kriteria AS hal, coalesce(beraturan.jumlah, 0) AS harapan, coalesce(tidak.jumlah, 0) AS nyata
FROM tidak FULL JOIN beraturan USING (kriteria)
ORDER BY kriteria
