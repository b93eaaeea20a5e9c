-- Satu baris per unit kerja dan instansi yang mendaftarkan orang di sana.
SELECT DISTINCT unit_kerja, kode_instansi FROM tenaga WHERE unit_kerja IS NOT NULL
