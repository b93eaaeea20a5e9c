-- Satu baris per temuan semua instansi, berurut instansi, berkas dan baris; kolom sesuai reports.temuan.TEMUAN.
SELECT
    m.kode_instansi,
    m.id_tenaga,
    b.id_berkas,
    CASE WHEN r.asal = 'PORTAL' THEN 'Diisi yang bersangkutan' ELSE b.nama_berkas END AS berkas,
    coalesce(m.tempat_lembar, r.lembar, t.lembar) AS lembar,
    coalesce(m.tempat_baris, r.baris, t.baris) AS baris,
    coalesce(k.judul, replace(m.kolom, '_', ' ')) AS kolom,
    k.huruf || coalesce(m.tempat_baris, r.baris, t.baris) AS sel,
    coalesce(t.nik, r.nik) AS nik,
    t.nama,
    m.pesan,
    m.pengubah,
    coalesce(m.nilai, n.nilai) AS nilai,
    m.harapan,
    m.berat,
    m.kode_aturan,
    a.nama AS aturan,
    a.dasar,
    m.kolom AS kolom_kita,
    m.isian,
    j.alasan AS jawab_alasan,
    j.oleh AS jawab_oleh,
    j.waktu AS jawab_waktu,
    'benar ' || strftime(j.waktu AT TIME ZONE 'Asia/Jakarta', '%d-%m-%Y') || coalesce(', ' || j.oleh, '') || ': ' || j.alasan AS jawaban
FROM temuan AS m
JOIN aturan AS a USING (kode_aturan)
LEFT JOIN tenaga AS t ON t.id_tenaga = m.id_tenaga
LEFT JOIN riwayat AS r ON r.id_riwayat = m.id_riwayat
LEFT JOIN berkas AS b ON b.id_berkas = coalesce(m.tempat_berkas, r.id_berkas, t.id_berkas)
LEFT JOIN kolom_berkas AS k
    ON k.sha256 = b.sha256
    AND k.lembar = coalesce(m.tempat_lembar, r.lembar, t.lembar)
    AND k.kolom = m.kolom
LEFT JOIN nilai_asli AS n
    ON n.sha256 = b.sha256
    AND n.lembar = k.lembar
    AND n.baris = coalesce(m.tempat_baris, r.baris, t.baris)
    AND n.kolom = m.kolom
    AND n.sebab = 'TAK_TERBACA'
LEFT JOIN konfirmasi AS j
    ON j.kode_aturan = m.kode_aturan
    AND j.id_tenaga IS NOT DISTINCT FROM m.id_tenaga
    AND j.id_riwayat IS NOT DISTINCT FROM m.id_riwayat
ORDER BY m.kode_instansi, berkas, lembar, baris, m.kode_aturan, m.id_riwayat, m.pesan
