-- Satu baris per tingkat pendidikan terakhir.
-- judul: Pendidikan
-- definisi: Tingkat menurut kata pertama kolom Pendidikan Terakhir yang diisi instansi, nama atau kode; pemetaannya bacaan kami. Yang tidak dikenali tidak ditebak.
-- kolom urutan | Urutan | Urutan tingkat.
-- kolom tingkat | Tingkat | Tingkat pendidikan.
-- kolom thk2 | THK-II | Orang berkategori THK-II.
-- kolom non_asn | Non-ASN | Orang berkategori non-ASN.
-- kolom jumlah | Jumlah | Orang dalam daftar.
WITH pola (urutan, tingkat, pola) AS (
    VALUES
        (1, 'SD', '^(SD|MI|PAKET A|SEKOLAH DASAR|MADRASAH IBTIDAIYAH|05)\b'),
        (2, 'SLTP', '^(SLTP|SMP|MTS|PAKET B|SEKOLAH MENENGAH PERTAMA|MADRASAH TSANAWIYAH|10|12)\b'),
        (3, 'SLTA', '^(SLTA|SMA|SMK|MA|STM|SPG|SMEA|PAKET C|PERSAMAAN SLTA|SEKOLAH MENENGAH (ATAS|UMUM|KEJURUAN)|MADRASAH ALIYAH|15|17|18)\b'),
        (4, 'D-I', '^(D-? ?(I|1)|DIPLOMA (I|1)|20)\b'),
        (5, 'D-II', '^(D-? ?(II|2)|DIPLOMA (II|2)|25)\b'),
        (6, 'D-III', '^(D-? ?(III|3)|DIPLOMA (III|3)|SARJANA MUDA|30)\b'),
        (7, 'D-IV/S-1', '^(D-? ?(IV|4)|DIPLOMA (IV|4)|S-? ?1|STRATA 1|SARJANA|PROFESI|35|40|42)\b'),
        (8, 'S-2', '^(S-? ?2|STRATA 2|MAGISTER|45|47)\b'),
        (9, 'S-3', '^(S-? ?3|STRATA 3|DOKTOR|49|50)\b')
),
nilai AS (
    -- Sarjana Muda ialah D-III: urutan terkecil yang cocok menang.
    SELECT pendidikan, coalesce(min(p.urutan), CASE WHEN pendidikan IS NULL THEN 11 ELSE 10 END) AS urutan
    FROM (SELECT DISTINCT pendidikan FROM tenaga) AS n
    LEFT JOIN pola AS p ON regexp_matches(upper(n.pendidikan), p.pola)
    GROUP BY n.pendidikan
)
SELECT
    v.urutan,
    CASE v.urutan WHEN 10 THEN 'tidak dikenali' WHEN 11 THEN 'tidak diisi' ELSE any_value(p.tingkat) END AS tingkat,
    count(*) FILTER (WHERE f.kategori = 'THK-II') AS thk2,
    count(*) FILTER (WHERE f.kategori = 'NON-ASN') AS non_asn,
    count(*) AS jumlah
FROM fakta AS f
JOIN tenaga AS t USING (id_tenaga)
JOIN nilai AS v ON v.pendidikan IS NOT DISTINCT FROM t.pendidikan
LEFT JOIN pola AS p USING (urutan)
GROUP BY v.urutan
ORDER BY v.urutan
