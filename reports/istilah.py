"""What our codes are called where people read them."""

KRITERIA = {
    "status": "Status (bukan ASN, masih hidup)",
    "aktif": "Masih aktif",
    "honorarium": "Honorarium",
    "masa_kerja": "Masa kerja",
    "usia": "Usia",
    "jabatan": "Jabatan",
    "pendidikan": "Pendidikan",
    "pengangkatan": "Pengangkatan",
    "blu": "Bukan BLU/BLUD",
    "sk_tanggal": "Tanggal SK",
}
BERAT = {
    "tolak": "dapat membuat tidak memenuhi syarat",
    "periksa": "perlu dilihat",
    "info": "hanya keterangan",
}
KATEGORI = {"THK-II": "THK-II", "NON-ASN": "Non-ASN"}
STATUS_BARIS = {
    "DAFTAR": "masuk daftar",
    "GANDA": "tidak masuk daftar, NIK-nya sudah ada",
    "DITARIK": "dicabut lewat lembar Penghapusan",
}
STATUS_KIRIMAN = {
    "BERLAKU": "berlaku",
    "DIGANTI": "diganti kiriman baru",
    "TERLAMBAT": "terlambat",
    "DITAHAN": "ditahan, admin belum disetujui",
    "DITOLAK": "ditolak",
    "DIABAIKAN": "diabaikan",
}
SEBAB_GANDA = {
    "SATU_DAFTAR": "Satu orang lebih dari sekali dalam satu daftar",
    "SATU_ORANG": "Satu orang terdaftar di beberapa instansi",
    "PINDAH_THK2": "THK-II yang pindah, belum dilaporkan instansi lamanya",
    "PINDAH": "Pindah instansi, belum dicabut instansi lamanya",
    "SALAH_KETIK": "Salah satu nomor keliru ditulis",
    "DUA_ORANG": "Orang yang berlainan dengan satu nomor",
}
TINDAKAN_GANDA = {
    "SATU_DAFTAR": "Hapus baris yang keliru.",
    "SATU_ORANG": "Bila ia bekerja di instansi Anda, nyatakan benar temuannya dalam buku jawaban dengan alasan; bila tidak, cabut lewat lembar Penghapusan.",
    "PINDAH_THK2": "Instansi dalam daftar induk melapor lewat LAPOR THK-II (PINDAH); yang bukan tempatnya bekerja mencabut lewat lembar Penghapusan.",
    "PINDAH": "Instansi lama mencabut lewat lembar Penghapusan; instansi baru menyatakan benar temuannya dalam buku jawaban dengan alasan.",
    "SALAH_KETIK": "Bandingkan nomor dengan KTP atau kartu ujian, perbaiki yang keliru, lalu kirim ulang.",
    "DUA_ORANG": "Bandingkan nomor dengan KTP atau kartu ujian; yang bukan pemiliknya memperbaiki nomornya.",
}
BAWAAN_GANDA = {
    "SEMUA": "setiap baris dihitung sebagai orangnya sendiri",
    "INDUK": "dihitung satu kali, di instansi menurut daftar induk THK-II",
    "AKTIF_TERAKHIR": "dihitung satu kali, di tempat ia menyatakan aktif, lalu di SK yang paling akhir",
}
KEADAAN_KASUS = {
    "TERBUKA": "belum diputuskan",
    "DIPUTUS": "satu instansi menyatakan tetap mendaftarkan",
    "BERSELISIH": "lebih dari satu instansi menyatakan tetap mendaftarkan",
}
JENIS_GANDA = {
    "NIK_DALAM_INSTANSI": "NIK yang sama lebih dari sekali di instansi ini",
    "NIK_LINTAS_INSTANSI": "NIK yang sama di beberapa instansi",
    "NOMOR_THK2": "Satu nomor peserta THK-II dengan beberapa NIK",
}
