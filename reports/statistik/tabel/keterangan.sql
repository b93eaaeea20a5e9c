-- Satu baris per penerbitan: dari keadaan dan ketentuan mana semua tabel lain dihitung.
-- judul: Asal angka
-- kolom keadaan | Keadaan data | Saat acuan gudang; kiriman sesudahnya tidak dihitung.
-- kolom tanggal_hukum | Tanggal hukum | Tanggal ketentuan yang dipakai.
-- kolom versi_kode | Versi | Versi kode yang menghitung.
-- kolom sidik_regulasi | Sidik regulasi | SHA-256 atas berkas regulasi yang dipakai.
-- kolom potret_terakhir | Potret terakhir | Nama tahap terakhir yang sudah dipotret; kosong bila belum ada.
SELECT
    m.tanggal AS keadaan,
    m.tanggal_hukum,
    m.versi_kode,
    m.sidik_regulasi,
    (
        SELECT arg_max(t.nama, t.batas)
        FROM tahapan AS t
        WHERE t.tahap IN (SELECT tahap FROM potret_ringkas)
    ) AS potret_terakhir
FROM malam AS m
