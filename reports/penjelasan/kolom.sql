-- Satu baris per kolom yang dikenali di satu lembar, dengan yang tertulis di satu barisnya bila dibaca lain.
SELECT k.kolom, k.huruf, k.judul, n.nilai AS tertulis
FROM kolom_berkas AS k
LEFT JOIN nilai_asli AS n
    ON n.sha256 = k.sha256 AND n.lembar = k.lembar AND n.kolom = k.kolom AND n.baris = ?
    AND n.sebab = 'TAK_TERBACA'
WHERE k.sha256 = ? AND k.lembar = ?
