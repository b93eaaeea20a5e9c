-- Satu baris per instansi yang SPTJM-nya diterima: untuk potret mana.
SELECT kode_instansi, tahap, sidik
FROM sptjm
ORDER BY kode_instansi
