-- Satu baris untuk seluruh Indonesia: daftar induk THK-II seluruhnya.
-- judul: THK-II: didata, dilaporkan, belum ada keterangan
-- definisi: Jumlah tabel thk2_instansi; didata + dilaporkan + belum ada keterangan = daftar induk. Nomor yang dipakai beberapa NIK terhitung sekali, jadi didata dapat lebih kecil daripada jumlah THK-II di tabel lain.
-- kolom induk | Daftar induk | THK-II dalam daftar induk.
-- kolom didata | Didata | Yang terbukti dalam daftar suatu instansi.
-- kolom dilaporkan | Dilaporkan | Tidak didata, tetapi dilaporkan lewat LAPOR THK-II.
-- kolom belum_ada_keterangan | Belum ada keterangan | Tidak didata dan tidak dilaporkan.
SELECT
    count(*) AS induk,
    count(*) FILTER (WHERE didata) AS didata,
    count(*) FILTER (WHERE dilaporkan AND NOT didata) AS dilaporkan,
    count(*) FILTER (WHERE NOT dilaporkan AND NOT didata) AS belum_ada_keterangan
FROM (
    SELECT
        nomor_peserta IN (SELECT nomor_thk2_induk FROM fakta WHERE nomor_thk2_induk IS NOT NULL) AS didata,
        nomor_peserta IN (SELECT nomor_peserta FROM lapor_thk2 WHERE nomor_peserta IS NOT NULL) AS dilaporkan
    FROM thk2
)
