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
JENIS_GANDA = {
    "NIK_DALAM_INSTANSI": "NIK yang sama lebih dari sekali di instansi ini",
    "NIK_LINTAS_INSTANSI": "NIK yang sama di beberapa instansi",
    "NOMOR_THK2": "Satu nomor peserta THK-II dengan beberapa NIK",
}
