-- Satu baris per pendaftaran satu NIK.
SELECT id_tenaga FROM tenaga WHERE nik = ?
