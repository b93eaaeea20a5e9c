-- Satu baris untuk seluruh Indonesia: ke mana setiap baris Data Utama yang diterima.
-- judul: Neraca nasional
-- definisi: Baris diterima = masuk daftar + ganda + ditarik + diganti + terlambat + ditahan + ditolak.
-- kolom diterima | Diterima | Baris Data Utama yang dibaca dari kiriman.
-- kolom daftar | Masuk daftar | Masuk daftar instansi.
-- kolom ganda | Ganda | NIK sudah ada dalam daftar instansi yang sama.
-- kolom ditarik | Ditarik | Dicabut oleh instansi.
-- kolom diganti | Diganti | Dari kiriman yang diganti kiriman bernama sama.
-- kolom terlambat | Terlambat | Dari kiriman sesudah batas.
-- kolom ditahan | Ditahan | Dari kiriman yang menunggu persetujuan admin.
-- kolom ditolak | Ditolak | Dari kiriman yang terbaca tetapi ditolak.
SELECT diterima, daftar, ganda, ditarik, diganti, terlambat, ditahan, ditolak
FROM neraca
WHERE tingkat = 'nasional'
