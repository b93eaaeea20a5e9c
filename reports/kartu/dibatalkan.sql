-- Satu baris per finalisasi ulang yang dibatalkan BKN: potretnya tidak lagi menunggu SPTJM.
SELECT kode_instansi, tahap, dibatalkan
FROM pembukaan
WHERE dibatalkan IS NOT NULL
