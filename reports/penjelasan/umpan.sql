-- Satu baris per umpan nasional yang berlaku: kiriman terakhirnya.
SELECT jenis, max(waktu) AS waktu FROM berkas WHERE kode_instansi = 'bkn' AND status = 'BERLAKU' GROUP BY jenis
