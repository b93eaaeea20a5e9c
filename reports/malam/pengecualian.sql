-- Waivers by whether they hold, and why not; nobody is named.
SELECT kode_aturan, count(*) FILTER (berlaku) AS berlaku, count(*) FILTER (NOT berlaku) AS tidak,
    string_agg(DISTINCT sebab, '; ' ORDER BY sebab) AS sebab
FROM pengecualian
GROUP BY kode_aturan
ORDER BY kode_aturan
