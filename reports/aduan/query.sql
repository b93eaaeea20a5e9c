-- Satu baris per aduan, yang belum diputus lebih dahulu; kolom sesuai reports.aduan.isi.
SELECT
    a.kode_instansi,
    i.nama AS instansi,
    i.jenis AS jenis_instansi,
    a.id,
    a.waktu,
    a.jenis,
    coalesce(a.nama, t.nama) AS nama,
    o.nik,
    a.uraian,
    o.cara,
    o.terdaftar,
    o.terdaftar_di,
    b.nama_berkas AS berkas,
    t.lembar,
    t.baris,
    p.nama AS potret,
    o.di_potret,
    o.batas,
    o.keadaan,
    o.pelaksanaan,
    k.keputusan_aduan AS keputusan,
    k.alasan,
    k.bukti,
    coalesce(k.waktu_putus, k.waktu_kirim) AS waktu_putus
FROM aduan AS a
JOIN aduan_orang AS o ON o.id = a.id AND o.kode_instansi = a.kode_instansi
JOIN instansi AS i ON i.kode_instansi = a.kode_instansi
LEFT JOIN tenaga AS t ON t.id_tenaga = o.id_tenaga
LEFT JOIN berkas AS b ON b.id_berkas = t.id_berkas
LEFT JOIN tahapan AS p ON p.tahap = o.tahap_potret
LEFT JOIN keputusan_aduan AS k
    ON k.id_aduan = a.id AND k.kode_instansi = a.kode_instansi AND k.berlaku
ORDER BY a.kode_instansi, (k.keputusan_aduan IS NOT NULL), a.waktu, a.id
