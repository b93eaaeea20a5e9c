-- Satu baris per hal yang dinyatakan atau diputuskan tentang satu tenaga: jawaban instansi, checker, portal, LAPOR, aduan.
WITH orang AS (SELECT * FROM tenaga WHERE id_tenaga = ?),
baris_orang AS (
    SELECT id_berkas, lembar, baris FROM orang
    UNION
    SELECT id_berkas, lembar, baris FROM riwayat WHERE id_tenaga IN (SELECT id_tenaga FROM orang)
),
isi AS (
    SELECT
        'KONFIRMASI' AS ragam, c.waktu, c.kode_aturan AS hal, 'BENAR' AS kata, c.alasan AS alasan, c.oleh,
        c.id_berkas, NULL::VARCHAR AS lembar, NULL::INTEGER AS baris, true AS berlaku, NULL::VARCHAR AS instansi
    FROM konfirmasi AS c
    WHERE c.id_tenaga IN (SELECT id_tenaga FROM orang)
    UNION ALL BY NAME
    SELECT
        'KEPUTUSAN' AS ragam, d.waktu, d.kode_aturan AS hal, d.keputusan AS kata, d.alasan, d.oleh,
        d.id_berkas, d.lembar, d.baris, false AS berlaku, NULL::VARCHAR AS instansi
    FROM keputusan AS d
    JOIN baris_orang USING (id_berkas, lembar, baris)
    WHERE NOT EXISTS (
        SELECT 1 FROM konfirmasi AS c
        WHERE c.id_tenaga IN (SELECT id_tenaga FROM orang)
            AND c.kode_aturan = d.kode_aturan AND c.id_berkas = d.id_berkas
    )
    UNION ALL BY NAME
    SELECT
        'PEMERIKSAAN' AS ragam, coalesce(p.waktu_periksa, p.waktu_kirim) AS waktu, NULL::VARCHAR AS hal, p.hasil AS kata,
        p.catatan AS alasan, p.nip_checker AS oleh, p.id_berkas, p.lembar, p.baris, p.berlaku, NULL::VARCHAR AS instansi
    FROM pemeriksaan AS p
    WHERE p.id_tenaga IN (SELECT id_tenaga FROM orang)
    UNION ALL BY NAME
    SELECT
        'AKTIF' AS ragam, NULL::TIMESTAMPTZ AS waktu, NULL::VARCHAR AS hal, f.konfirmasi_aktif AS kata, NULL::VARCHAR AS alasan,
        NULL::VARCHAR AS oleh, NULL::INTEGER AS id_berkas, NULL::VARCHAR AS lembar, NULL::INTEGER AS baris, true AS berlaku,
        NULL::VARCHAR AS instansi
    FROM fakta AS f
    WHERE f.id_tenaga IN (SELECT id_tenaga FROM orang) AND f.konfirmasi_aktif IS NOT NULL
    UNION ALL BY NAME
    SELECT
        'BIODATA' AS ragam, o.waktu, concat_ws(', ',
            CASE WHEN o.nama IS NOT NULL THEN 'nama' END,
            CASE WHEN o.tempat_lahir IS NOT NULL THEN 'tempat lahir' END,
            CASE WHEN o.tanggal_lahir IS NOT NULL THEN 'tanggal lahir' END,
            CASE WHEN o.jenis_kelamin IS NOT NULL THEN 'jenis kelamin' END,
            CASE WHEN o.pendidikan IS NOT NULL THEN 'pendidikan' END,
            CASE WHEN o.nomor_ijazah IS NOT NULL THEN 'nomor ijazah' END,
            CASE WHEN o.sekolah IS NOT NULL THEN 'sekolah' END,
            CASE WHEN o.tanggal_lulus IS NOT NULL THEN 'tanggal lulus' END,
            CASE WHEN o.jabatan IS NOT NULL THEN 'jabatan' END,
            CASE WHEN o.unit_kerja IS NOT NULL THEN 'unit kerja' END,
            CASE WHEN coalesce(o.nomor_kk, o.email, o.nomor_hp, o.alamat, o.domisili, o.status_kawin, o.agama,
                o.gelar_depan, o.gelar_belakang) IS NOT NULL THEN 'keterangan pribadi' END
        ) AS hal, NULL::VARCHAR AS kata, NULL::VARCHAR AS alasan, NULL::VARCHAR AS oleh, NULL::INTEGER AS id_berkas,
        NULL::VARCHAR AS lembar, NULL::INTEGER AS baris, true AS berlaku, NULL::VARCHAR AS instansi
    FROM biodata AS o
    WHERE o.id_tenaga IN (SELECT id_tenaga FROM orang)
    UNION ALL BY NAME
    SELECT
        'AKUN' AS ragam, a.dibuat AS waktu, NULL::VARCHAR AS hal, NULL::VARCHAR AS kata, a.jawaban AS alasan,
        NULL::VARCHAR AS oleh, NULL::INTEGER AS id_berkas, NULL::VARCHAR AS lembar, NULL::INTEGER AS baris,
        a.terdaftar AS berlaku, NULL::VARCHAR AS instansi
    FROM akun_portal AS a
    JOIN orang ON orang.nik = a.nik AND orang.kode_instansi = a.kode_instansi
    UNION ALL BY NAME
    -- Dari instansi lain cukup bahwa dan kapan ia melapor.
    SELECT
        'LAPOR' AS ragam, b.waktu, i.nama AS hal,
        CASE WHEN l.kode_instansi = orang.kode_instansi THEN l.alasan END AS kata,
        CASE WHEN l.kode_instansi = orang.kode_instansi THEN l.keterangan END AS alasan,
        NULL::VARCHAR AS oleh, CASE WHEN l.kode_instansi = orang.kode_instansi THEN l.id_berkas END AS id_berkas,
        NULL::VARCHAR AS lembar, CASE WHEN l.kode_instansi = orang.kode_instansi THEN l.baris END AS baris, true AS berlaku,
        i.nama AS instansi
    FROM lapor_thk2 AS l
    JOIN orang ON orang.nik = l.nik OR orang.nomor_peserta_thk2 = l.nomor_peserta
    JOIN berkas AS b ON b.id_berkas = l.id_berkas
    JOIN instansi AS i ON i.kode_instansi = l.kode_instansi
    UNION ALL BY NAME
    SELECT
        'ADUAN' AS ragam, a.waktu, a.jenis AS hal, coalesce(k.keputusan_aduan, 'TERBUKA') AS kata, k.alasan, NULL::VARCHAR AS oleh,
        k.id_berkas, k.lembar, k.baris, true AS berlaku, NULL::VARCHAR AS instansi
    FROM aduan AS a
    JOIN orang ON orang.nik = a.nik AND orang.kode_instansi = a.kode_instansi
    LEFT JOIN keputusan_aduan AS k
        ON k.id_aduan = a.id AND k.kode_instansi = a.kode_instansi AND k.berlaku
)
SELECT isi.*, b.kunci
FROM isi
LEFT JOIN berkas AS b ON b.id_berkas = isi.id_berkas
ORDER BY isi.waktu NULLS FIRST, isi.ragam, isi.hal, isi.alasan
