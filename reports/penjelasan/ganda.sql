-- Satu baris per pihak lain dalam kasus ganda satu tenaga; dari instansi lain hanya nama, unit dan waktu kirimannya.
SELECT
    g.id_kasus,
    g.jenis,
    k.sebab,
    k.bukti,
    k.keadaan,
    k.bawaan,
    g.dihitung,
    i.kode_instansi || ' ' || i.nama AS instansi,
    lain.unit_kerja AS unit,
    b.waktu,
    CASE WHEN lain.kode_instansi = sini.kode_instansi
        THEN b.kunci || ', lembar ' || lain.lembar || ' baris ' || lain.baris
    END AS tempat
FROM ganda AS g
JOIN kasus AS k ON k.id_kasus = g.id_kasus
JOIN tenaga AS sini ON sini.id_tenaga = g.id_tenaga
JOIN ganda AS seberang ON seberang.id_kasus = g.id_kasus AND seberang.id_tenaga <> g.id_tenaga
JOIN tenaga AS lain ON lain.id_tenaga = seberang.id_tenaga
JOIN berkas AS b ON b.id_berkas = lain.id_berkas
JOIN instansi AS i ON i.kode_instansi = lain.kode_instansi
WHERE g.id_tenaga = ?
ORDER BY g.id_kasus, i.nama, b.waktu, lain.id_tenaga
