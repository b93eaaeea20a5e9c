-- Satu-satunya DDL gudang. Gudang dibangun ulang setiap malam di samping yang lama lalu ditukar,
-- sehingga tidak ada migrasi: sunting berkas ini, bangun ulang.
-- Setiap komentar tabel dimulai dengan butirannya ("Satu baris per …"); kamus data README berasal dari sini.

CREATE TABLE malam (
    tanggal TIMESTAMPTZ NOT NULL,
    tanggal_hukum DATE NOT NULL,
    versi_kode VARCHAR NOT NULL,
    sidik_regulasi VARCHAR NOT NULL,
    jumlah_terima BIGINT NOT NULL,
    kepala_terima VARCHAR NOT NULL
);
COMMENT ON TABLE malam IS 'Satu baris per gudang: saat dan hukum yang dipakai membangunnya.';
COMMENT ON COLUMN malam.tanggal IS 'Saat acuan pembangunan; kiriman sesudahnya tidak dilihat.';
COMMENT ON COLUMN malam.tanggal_hukum IS 'Tanggal ketentuan yang dipakai.';
COMMENT ON COLUMN malam.versi_kode IS 'Versi kode yang membangun.';
COMMENT ON COLUMN malam.sidik_regulasi IS 'SHA-256 atas berkas regulasi yang dipakai.';
COMMENT ON COLUMN malam.jumlah_terima IS 'Tanda terima dalam buku terima saat gudang dibangun.';
COMMENT ON COLUMN malam.kepala_terima IS 'Sidik tanda terima terakhir saat itu; harus tetap ada dalam buku terima.';

CREATE TABLE instansi (
    kode_instansi VARCHAR PRIMARY KEY,
    nama VARCHAR NOT NULL,
    jenis VARCHAR NOT NULL CHECK (jenis IN ('P', 'D')),
    kelompok VARCHAR NOT NULL,
    kode_wilayah VARCHAR,
    provinsi VARCHAR
);
COMMENT ON TABLE instansi IS 'Satu baris per instansi peserta sensus 2022.';
COMMENT ON COLUMN instansi.kode_instansi IS 'Kode instansi BKN.';
COMMENT ON COLUMN instansi.nama IS 'Nama instansi.';
COMMENT ON COLUMN instansi.jenis IS 'P = pusat, D = daerah.';
COMMENT ON COLUMN instansi.kelompok IS 'KEMENT, LPNK, LNS, LPP, KO, PROV, KAB atau KOT.';
COMMENT ON COLUMN instansi.kode_wilayah IS 'Kode wilayah Kemendagri instansi daerah; kosong untuk pusat.';
COMMENT ON COLUMN instansi.provinsi IS 'Nama provinsi instansi daerah; kosong untuk pusat.';

CREATE TABLE ketentuan (
    nama VARCHAR PRIMARY KEY,
    nilai VARCHAR NOT NULL,
    instrumen VARCHAR NOT NULL,
    butir VARCHAR NOT NULL,
    berlaku DATE NOT NULL,
    asumsi BOOLEAN NOT NULL
);
COMMENT ON TABLE ketentuan IS 'Satu baris per ketentuan yang berlaku pada tanggal hukum gudang.';
COMMENT ON COLUMN ketentuan.nama IS 'Nama ketentuan.';
COMMENT ON COLUMN ketentuan.nilai IS 'Nilai sebagai teks JSON.';
COMMENT ON COLUMN ketentuan.instrumen IS 'Instrumen yang menetapkannya.';
COMMENT ON COLUMN ketentuan.butir IS 'Butir dalam instrumen.';
COMMENT ON COLUMN ketentuan.berlaku IS 'Sejak kapan instrumen berlaku.';
COMMENT ON COLUMN ketentuan.asumsi IS 'Benar bila bacaan kami, bukan ketentuan resmi yang terbit.';

CREATE TABLE tahapan (
    tahap VARCHAR PRIMARY KEY,
    nama VARCHAR NOT NULL,
    batas TIMESTAMPTZ NOT NULL,
    instrumen VARCHAR NOT NULL,
    butir VARCHAR NOT NULL,
    asumsi BOOLEAN NOT NULL
);
COMMENT ON TABLE tahapan IS 'Satu baris per tahap menurut kalender yang berlaku.';
COMMENT ON COLUMN tahapan.tahap IS 'Kode tahap.';
COMMENT ON COLUMN tahapan.nama IS 'Nama tahap.';
COMMENT ON COLUMN tahapan.batas IS 'Batas tahap, dengan jam.';
COMMENT ON COLUMN tahapan.instrumen IS 'Instrumen yang menetapkannya.';
COMMENT ON COLUMN tahapan.butir IS 'Butir dalam instrumen.';
COMMENT ON COLUMN tahapan.asumsi IS 'Benar bila batasnya bacaan kami.';

CREATE TABLE aturan (
    kode_aturan VARCHAR PRIMARY KEY,
    nama VARCHAR NOT NULL,
    kelompok VARCHAR NOT NULL,
    berat VARCHAR NOT NULL CHECK (berat IN ('tolak', 'periksa', 'info')),
    lingkup VARCHAR NOT NULL CHECK (lingkup IN ('baris', 'nasional')),
    kriteria VARCHAR,
    dasar VARCHAR NOT NULL,
    pesan VARCHAR NOT NULL
);
COMMENT ON TABLE aturan IS 'Satu baris per aturan yang dijalankan malam itu.';
COMMENT ON COLUMN aturan.kode_aturan IS 'Kode tetap aturan.';
COMMENT ON COLUMN aturan.nama IS 'Nama aturan.';
COMMENT ON COLUMN aturan.kelompok IS 'Kelompok aturan (map di rules/).';
COMMENT ON COLUMN aturan.berat IS 'tolak = dapat membuat tidak memenuhi; periksa = perlu dilihat; info = keterangan.';
COMMENT ON COLUMN aturan.lingkup IS 'baris = cukup data satu instansi; nasional = perlu semua instansi.';
COMMENT ON COLUMN aturan.kriteria IS 'Kriteria putusan yang dilayani; kosong bila tidak ada.';
COMMENT ON COLUMN aturan.dasar IS 'Kutipan dasar hukum.';
COMMENT ON COLUMN aturan.pesan IS 'Kalimat bagi instansi (kelompok kewajaran: bagi pemeriksa BKN).';

CREATE TABLE bayangan (
    kode_aturan VARCHAR NOT NULL,
    tahap VARCHAR NOT NULL,
    orang BIGINT NOT NULL,
    jumlah BIGINT NOT NULL,
    boleh BIGINT NOT NULL,
    oleh VARCHAR,
    hanya_memperingatkan BOOLEAN NOT NULL
);
COMMENT ON TABLE bayangan IS 'Satu baris per aturan dan potret yang orangnya akan ditolak aturan yang sekarang, padahal dahulu tidak. Kosong bila aturannya sama dengan yang membekukan potret itu.';
COMMENT ON COLUMN bayangan.kode_aturan IS 'Aturan yang baru atau berubah.';
COMMENT ON COLUMN bayangan.tahap IS 'Potret yang dinilai lagi.';
COMMENT ON COLUMN bayangan.orang IS 'Banyaknya orang yang akan ditolak.';
COMMENT ON COLUMN bayangan.jumlah IS 'Banyaknya orang dalam potret itu.';
COMMENT ON COLUMN bayangan.boleh IS 'Paling banyak tanpa persetujuan (bayangan_maksimum).';
COMMENT ON COLUMN bayangan.oleh IS 'Yang menyetujui lebih banyak (aturan_disetujui) dan tanggalnya; kosong bila tidak ada.';
COMMENT ON COLUMN bayangan.hanya_memperingatkan IS 'Benar bila aturan itu belum boleh menolak: temuannya berberat periksa dan tidak ikut memutus.';

CREATE TABLE pengecualian (
    nomor VARCHAR,
    kode_aturan VARCHAR,
    kode_instansi VARCHAR,
    nik VARCHAR,
    alasan VARCHAR,
    pemohon VARCHAR,
    penyetuju VARCHAR,
    sejak DATE,
    sampai DATE,
    berlaku BOOLEAN NOT NULL,
    sebab VARCHAR
);
COMMENT ON TABLE pengecualian IS 'Satu baris per pengecualian yang dikirim BKN (umpan pengecualian-disetujui): satu aturan yang menolak tidak dihitung bagi seseorang atau sebuah instansi, untuk sementara.';
COMMENT ON COLUMN pengecualian.nomor IS 'Nomor surat persetujuannya.';
COMMENT ON COLUMN pengecualian.kode_aturan IS 'Aturan yang dikecualikan.';
COMMENT ON COLUMN pengecualian.kode_instansi IS 'Instansi yang dikecualikan.';
COMMENT ON COLUMN pengecualian.nik IS 'Orang yang dikecualikan; kosong bila seluruh instansi.';
COMMENT ON COLUMN pengecualian.alasan IS 'Alasannya.';
COMMENT ON COLUMN pengecualian.pemohon IS 'Yang meminta.';
COMMENT ON COLUMN pengecualian.penyetuju IS 'Yang menyetujui; harus orang lain.';
COMMENT ON COLUMN pengecualian.sejak IS 'Hari pertama berlakunya.';
COMMENT ON COLUMN pengecualian.sampai IS 'Hari terakhir berlakunya.';
COMMENT ON COLUMN pengecualian.berlaku IS 'Benar bila dipakai pada tanggal hukum malam itu.';
COMMENT ON COLUMN pengecualian.sebab IS 'Mengapa tidak dipakai.';

CREATE TABLE berkas (
    id_berkas INTEGER PRIMARY KEY,
    kunci VARCHAR NOT NULL,
    bagian VARCHAR NOT NULL,
    kode_instansi VARCHAR NOT NULL,
    jenis VARCHAR NOT NULL,
    nama_berkas VARCHAR NOT NULL,
    waktu TIMESTAMPTZ NOT NULL,
    ukuran BIGINT NOT NULL,
    sha256 VARCHAR NOT NULL,
    status VARCHAR NOT NULL
        CHECK (status IN ('BERLAKU', 'DIGANTI', 'TERLAMBAT', 'DITAHAN', 'DITOLAK', 'DIABAIKAN')),
    keterangan VARCHAR,
    baris BIGINT NOT NULL DEFAULT 0,
    terlambat BOOLEAN NOT NULL DEFAULT false
);
COMMENT ON TABLE berkas IS 'Satu baris per kiriman yang diterima (buku terima), sampai saat acuan.';
COMMENT ON COLUMN berkas.id_berkas IS 'Nomor urut kiriman menurut waktu lalu kunci.';
COMMENT ON COLUMN berkas.kunci IS 'Kunci di kotak masuk.';
COMMENT ON COLUMN berkas.bagian IS 'Bagian yang diisi kiriman ini: kuncinya, atau kunci kiriman yang dijawab bila ini buku jawaban kami yang dikirim kembali.';
COMMENT ON COLUMN berkas.kode_instansi IS 'Pengirim; bkn untuk umpan nasional.';
COMMENT ON COLUMN berkas.jenis IS 'Jenis kiriman atau nama umpan.';
COMMENT ON COLUMN berkas.nama_berkas IS 'Nama berkas.';
COMMENT ON COLUMN berkas.waktu IS 'Waktu kiriman.';
COMMENT ON COLUMN berkas.ukuran IS 'Ukuran (byte).';
COMMENT ON COLUMN berkas.sha256 IS 'Sidik isi; kunci di arsip.';
COMMENT ON COLUMN berkas.status IS 'Keadaan kiriman pada saat acuan.';
COMMENT ON COLUMN berkas.keterangan IS 'Alasan keadaan, bila perlu.';
COMMENT ON COLUMN berkas.baris IS 'Baris Data Utama yang dibaca dari kiriman ini.';
COMMENT ON COLUMN berkas.terlambat IS 'Datang sesudah batas instansinya: isinya tidak dihitung. Dari Data Utama lembar Penghapusan dapat masih dihitung, dan kiriman itu lalu berstatus BERLAKU.';

CREATE VIEW kiriman_terlambat AS
SELECT id_berkas, kode_instansi, nama_berkas, jenis, bagian, waktu, status, keterangan
FROM berkas
WHERE terlambat AND jenis <> 'dokumen' AND (status = 'TERLAMBAT' OR status = 'BERLAKU' AND baris > 0);
COMMENT ON VIEW kiriman_terlambat IS 'Satu baris per kiriman yang datang sesudah batas dan yang barisnya karena itu tidak dihitung.';
COMMENT ON COLUMN kiriman_terlambat.id_berkas IS 'Kiriman.';
COMMENT ON COLUMN kiriman_terlambat.kode_instansi IS 'Pengirim.';
COMMENT ON COLUMN kiriman_terlambat.nama_berkas IS 'Nama berkas.';
COMMENT ON COLUMN kiriman_terlambat.jenis IS 'Jenis kiriman.';
COMMENT ON COLUMN kiriman_terlambat.bagian IS 'Bagian yang akan diisinya.';
COMMENT ON COLUMN kiriman_terlambat.waktu IS 'Waktu kiriman.';
COMMENT ON COLUMN kiriman_terlambat.status IS 'TERLAMBAT, atau BERLAKU bila lembar Penghapusan-nya masih dihitung.';
COMMENT ON COLUMN kiriman_terlambat.keterangan IS 'Batas yang dilewati, menurut dokumen apa, dan apa yang masih dapat dilakukan.';

CREATE TABLE penolakan (
    id_berkas INTEGER NOT NULL,
    kode_instansi VARCHAR NOT NULL,
    kode VARCHAR NOT NULL,
    pesan VARCHAR NOT NULL,
    tindakan VARCHAR NOT NULL
);
COMMENT ON TABLE penolakan IS 'Satu baris per kiriman yang tidak dapat dipakai.';
COMMENT ON COLUMN penolakan.id_berkas IS 'Kiriman.';
COMMENT ON COLUMN penolakan.kode_instansi IS 'Pengirim.';
COMMENT ON COLUMN penolakan.kode IS 'Kode penolakan.';
COMMENT ON COLUMN penolakan.pesan IS 'Sebab, dalam kalimat.';
COMMENT ON COLUMN penolakan.tindakan IS 'Yang harus dilakukan.';

CREATE TABLE catatan_berkas (
    id_berkas INTEGER NOT NULL,
    kode VARCHAR NOT NULL,
    berat VARCHAR NOT NULL CHECK (berat IN ('temuan', 'info')),
    pesan VARCHAR NOT NULL
);
COMMENT ON TABLE catatan_berkas IS 'Satu baris per catatan tentang satu kiriman yang berlaku: kolom yang hilang, lembar yang tidak dibaca, nama yang mirip.';
COMMENT ON COLUMN catatan_berkas.id_berkas IS 'Kiriman.';
COMMENT ON COLUMN catatan_berkas.kode IS 'Kode tetap catatan (reference_data/catatan.toml).';
COMMENT ON COLUMN catatan_berkas.berat IS 'temuan = perlu diperbaiki; info = keterangan.';
COMMENT ON COLUMN catatan_berkas.pesan IS 'Catatan, dalam kalimat.';

CREATE TABLE kolom_berkas (
    sha256 VARCHAR NOT NULL,
    lembar VARCHAR NOT NULL,
    bentuk VARCHAR NOT NULL,
    kolom VARCHAR NOT NULL,
    judul VARCHAR NOT NULL,
    huruf VARCHAR NOT NULL
);
COMMENT ON TABLE kolom_berkas IS 'Satu baris per kolom yang dikenali dalam satu lembar berkas.';
COMMENT ON COLUMN kolom_berkas.sha256 IS 'Sidik berkas.';
COMMENT ON COLUMN kolom_berkas.lembar IS 'Nama lembar.';
COMMENT ON COLUMN kolom_berkas.bentuk IS 'data_utama, data_riwayat atau penghapusan.';
COMMENT ON COLUMN kolom_berkas.kolom IS 'Nama kolom kita.';
COMMENT ON COLUMN kolom_berkas.judul IS 'Judul yang dipakai instansi.';
COMMENT ON COLUMN kolom_berkas.huruf IS 'Huruf kolom di lembar.';

CREATE TABLE tenaga (
    id_tenaga INTEGER NOT NULL,
    id_berkas INTEGER NOT NULL,
    kode_instansi VARCHAR NOT NULL,
    lembar VARCHAR NOT NULL,
    baris INTEGER NOT NULL,
    status_baris VARCHAR NOT NULL CHECK (status_baris IN ('DAFTAR', 'GANDA', 'DITARIK')),
    nik VARCHAR,
    nama VARCHAR,
    nomor_peserta_thk2 VARCHAR,
    tanggal_lahir DATE,
    tempat_lahir VARCHAR,
    jenis_kelamin VARCHAR,
    pendidikan VARCHAR,
    nomor_ijazah VARCHAR,
    tanggal_lulus DATE,
    sekolah VARCHAR,
    file_ijazah VARCHAR,
    nomor_sk VARCHAR,
    tanggal_sk DATE,
    tanggal_mulai DATE,
    tanggal_akhir DATE,
    pendidikan_sk VARCHAR,
    jabatan VARCHAR,
    konversi_jabatan VARCHAR,
    unit_kerja VARCHAR,
    jabatan_penandatangan VARCHAR,
    jenis_penandatangan VARCHAR,
    file_sk VARCHAR,
    file_bukti VARCHAR,
    tak_terbaca VARCHAR[]
);
COMMENT ON TABLE tenaga IS 'Satu baris per baris Data Utama dari kiriman yang berlaku; daftar instansi ialah baris berstatus DAFTAR.';
COMMENT ON COLUMN tenaga.id_tenaga IS 'Nomor urut baris di gudang ini.';
COMMENT ON COLUMN tenaga.id_berkas IS 'Kiriman asal.';
COMMENT ON COLUMN tenaga.kode_instansi IS 'Instansi yang mendaftarkan.';
COMMENT ON COLUMN tenaga.lembar IS 'Lembar asal.';
COMMENT ON COLUMN tenaga.baris IS 'Nomor baris di lembar.';
COMMENT ON COLUMN tenaga.status_baris IS 'DAFTAR = masuk daftar; GANDA = NIK sudah ada di daftar instansi ini; DITARIK = dicabut lewat lembar Penghapusan.';
COMMENT ON COLUMN tenaga.nik IS 'NIK 16 angka; kosong bila tidak terbaca.';
COMMENT ON COLUMN tenaga.nama IS 'Nama lengkap tanpa gelar.';
COMMENT ON COLUMN tenaga.nomor_peserta_thk2 IS 'Nomor peserta THK-II, khusus eks THK-II.';
COMMENT ON COLUMN tenaga.tanggal_lahir IS 'Tanggal lahir menurut instansi.';
COMMENT ON COLUMN tenaga.tempat_lahir IS 'Tempat lahir.';
COMMENT ON COLUMN tenaga.jenis_kelamin IS 'L atau P.';
COMMENT ON COLUMN tenaga.pendidikan IS 'Pendidikan terakhir.';
COMMENT ON COLUMN tenaga.nomor_ijazah IS 'Nomor ijazah.';
COMMENT ON COLUMN tenaga.tanggal_lulus IS 'Tanggal lulus.';
COMMENT ON COLUMN tenaga.sekolah IS 'Sekolah atau universitas.';
COMMENT ON COLUMN tenaga.file_ijazah IS 'Nama berkas ijazah.';
COMMENT ON COLUMN tenaga.nomor_sk IS 'Nomor SK pada pembayaran APBN/APBD.';
COMMENT ON COLUMN tenaga.tanggal_sk IS 'Tanggal SK.';
COMMENT ON COLUMN tenaga.tanggal_mulai IS 'Tanggal mulai kerja menurut SK.';
COMMENT ON COLUMN tenaga.tanggal_akhir IS 'Tanggal akhir kerja menurut SK; kosong = masih berjalan.';
COMMENT ON COLUMN tenaga.pendidikan_sk IS 'Pendidikan menurut SK.';
COMMENT ON COLUMN tenaga.jabatan IS 'Jabatan pada pembayaran APBN/APBD.';
COMMENT ON COLUMN tenaga.konversi_jabatan IS 'Konversi jabatan ASN.';
COMMENT ON COLUMN tenaga.unit_kerja IS 'Unit kerja pada saat pembayaran.';
COMMENT ON COLUMN tenaga.jabatan_penandatangan IS 'Jabatan penandatangan SK.';
COMMENT ON COLUMN tenaga.jenis_penandatangan IS 'Jenis jabatan penandatangan SK (kosakata asumsi).';
COMMENT ON COLUMN tenaga.file_sk IS 'Nama berkas SK.';
COMMENT ON COLUMN tenaga.file_bukti IS 'Nama berkas bukti pembayaran.';
COMMENT ON COLUMN tenaga.tak_terbaca IS 'Kolom yang terisi tetapi tidak terbaca; nilainya di nilai_asli.';

CREATE TABLE riwayat (
    id_riwayat INTEGER NOT NULL,
    id_tenaga INTEGER,
    id_berkas INTEGER NOT NULL,
    kode_instansi VARCHAR NOT NULL,
    asal VARCHAR NOT NULL CHECK (asal IN ('INSTANSI', 'PORTAL')),
    lembar VARCHAR NOT NULL,
    baris INTEGER NOT NULL,
    nik VARCHAR,
    nomor_sk VARCHAR,
    tanggal_sk DATE,
    tanggal_awal DATE,
    tanggal_akhir DATE,
    jabatan VARCHAR,
    pendidikan VARCHAR,
    unit_kerja VARCHAR,
    jabatan_penandatangan VARCHAR,
    jenis_penandatangan VARCHAR,
    pembayaran VARCHAR,
    file_sk VARCHAR,
    file_bukti VARCHAR,
    tak_terbaca VARCHAR[]
);
COMMENT ON TABLE riwayat IS 'Satu baris per baris Data Riwayat dari kiriman yang berlaku, dan per baris yang ditambahkan orangnya sendiri di portal.';
COMMENT ON COLUMN riwayat.asal IS 'INSTANSI = lembar Data Riwayat; PORTAL = diisi yang bersangkutan sebelum pernyataan akhir dan finalisasi.';
COMMENT ON COLUMN riwayat.id_riwayat IS 'Nomor urut baris di gudang ini.';
COMMENT ON COLUMN riwayat.id_tenaga IS 'Tenaga dalam daftar instansi yang sama; kosong bila NIK tidak ada di daftar.';
COMMENT ON COLUMN riwayat.id_berkas IS 'Kiriman asal.';
COMMENT ON COLUMN riwayat.kode_instansi IS 'Instansi yang mendaftarkan.';
COMMENT ON COLUMN riwayat.lembar IS 'Lembar asal.';
COMMENT ON COLUMN riwayat.baris IS 'Nomor baris di lembar.';
COMMENT ON COLUMN riwayat.nik IS 'NIK 16 angka; kosong bila tidak terbaca.';
COMMENT ON COLUMN riwayat.nomor_sk IS 'Nomor SK.';
COMMENT ON COLUMN riwayat.tanggal_sk IS 'Tanggal SK.';
COMMENT ON COLUMN riwayat.tanggal_awal IS 'Tanggal awal bekerja menurut SK.';
COMMENT ON COLUMN riwayat.tanggal_akhir IS 'Tanggal akhir bekerja menurut SK; kosong = masih berjalan.';
COMMENT ON COLUMN riwayat.jabatan IS 'Jabatan menurut SK.';
COMMENT ON COLUMN riwayat.pendidikan IS 'Pendidikan menurut SK.';
COMMENT ON COLUMN riwayat.unit_kerja IS 'Unit kerja menurut SK.';
COMMENT ON COLUMN riwayat.jabatan_penandatangan IS 'Jabatan penandatangan SK.';
COMMENT ON COLUMN riwayat.jenis_penandatangan IS 'Jenis jabatan penandatangan SK (kosakata asumsi).';
COMMENT ON COLUMN riwayat.pembayaran IS 'Pembayaran honorarium (kosakata asumsi).';
COMMENT ON COLUMN riwayat.file_sk IS 'Nama berkas SK.';
COMMENT ON COLUMN riwayat.file_bukti IS 'Nama berkas bukti pembayaran.';
COMMENT ON COLUMN riwayat.tak_terbaca IS 'Kolom yang terisi tetapi tidak terbaca.';

CREATE TABLE penghapusan (
    id_berkas INTEGER NOT NULL,
    kode_instansi VARCHAR NOT NULL,
    lembar VARCHAR NOT NULL,
    baris INTEGER NOT NULL,
    nik VARCHAR,
    alasan VARCHAR,
    waktu TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE penghapusan IS 'Satu baris per baris lembar Penghapusan dari kiriman yang berlaku.';
COMMENT ON COLUMN penghapusan.id_berkas IS 'Kiriman asal.';
COMMENT ON COLUMN penghapusan.kode_instansi IS 'Instansi pengirim.';
COMMENT ON COLUMN penghapusan.lembar IS 'Lembar asal.';
COMMENT ON COLUMN penghapusan.baris IS 'Nomor baris di lembar.';
COMMENT ON COLUMN penghapusan.nik IS 'NIK yang dicabut dari daftar.';
COMMENT ON COLUMN penghapusan.alasan IS 'Alasan menurut instansi.';
COMMENT ON COLUMN penghapusan.waktu IS 'Waktu kiriman; pendaftaran sesudahnya mengembalikan orangnya.';

CREATE TABLE nilai_asli (
    sha256 VARCHAR NOT NULL,
    lembar VARCHAR NOT NULL,
    baris INTEGER NOT NULL,
    kolom VARCHAR NOT NULL,
    nilai VARCHAR NOT NULL,
    sebab VARCHAR NOT NULL CHECK (sebab IN ('TAK_TERBACA', 'DIBAKUKAN'))
);
COMMENT ON TABLE nilai_asli IS 'Satu baris per sel yang dibaca lain daripada yang tertulis.';
COMMENT ON COLUMN nilai_asli.sha256 IS 'Sidik berkas.';
COMMENT ON COLUMN nilai_asli.lembar IS 'Lembar.';
COMMENT ON COLUMN nilai_asli.baris IS 'Baris.';
COMMENT ON COLUMN nilai_asli.kolom IS 'Nama kolom kita.';
COMMENT ON COLUMN nilai_asli.nilai IS 'Nilai yang tertulis.';
COMMENT ON COLUMN nilai_asli.sebab IS 'TAK_TERBACA = tidak dapat dibaca; DIBAKUKAN = dibaca pasti, ditulis ulang.';

CREATE TABLE thk2 (
    nomor_peserta VARCHAR NOT NULL,
    nama VARCHAR,
    tanggal_lahir DATE,
    tempat_lahir VARCHAR,
    jenis_kelamin VARCHAR,
    kode_instansi VARCHAR,
    nik VARCHAR,
    jabatan VARCHAR,
    pendidikan VARCHAR
);
COMMENT ON TABLE thk2 IS 'Satu baris per THK-II dalam daftar induk BKN yang belum menjadi Calon ASN.';
COMMENT ON COLUMN thk2.nomor_peserta IS 'Nomor peserta THK-II.';
COMMENT ON COLUMN thk2.nama IS 'Nama.';
COMMENT ON COLUMN thk2.tanggal_lahir IS 'Tanggal lahir.';
COMMENT ON COLUMN thk2.tempat_lahir IS 'Tempat lahir.';
COMMENT ON COLUMN thk2.jenis_kelamin IS 'L atau P.';
COMMENT ON COLUMN thk2.kode_instansi IS 'Instansi pada daftar induk.';
COMMENT ON COLUMN thk2.nik IS 'NIK, sering kosong.';
COMMENT ON COLUMN thk2.jabatan IS 'Jabatan pada daftar induk.';
COMMENT ON COLUMN thk2.pendidikan IS 'Pendidikan pada daftar induk.';

CREATE TABLE lapor_thk2 (
    id_berkas INTEGER NOT NULL,
    kode_instansi VARCHAR NOT NULL,
    baris INTEGER NOT NULL,
    nomor_peserta VARCHAR,
    nik VARCHAR,
    nama VARCHAR,
    alasan VARCHAR,
    kode_instansi_tujuan VARCHAR,
    tanggal DATE,
    keterangan VARCHAR
);
COMMENT ON TABLE lapor_thk2 IS 'Satu baris per laporan LAPOR THK-II dari instansi.';
COMMENT ON COLUMN lapor_thk2.id_berkas IS 'Kiriman asal.';
COMMENT ON COLUMN lapor_thk2.kode_instansi IS 'Instansi pelapor.';
COMMENT ON COLUMN lapor_thk2.baris IS 'Nomor baris di lembar.';
COMMENT ON COLUMN lapor_thk2.nomor_peserta IS 'Nomor peserta THK-II.';
COMMENT ON COLUMN lapor_thk2.nik IS 'NIK.';
COMMENT ON COLUMN lapor_thk2.nama IS 'Nama.';
COMMENT ON COLUMN lapor_thk2.alasan IS 'MENINGGAL, PINDAH, DIBERHENTIKAN, MENGUNDURKAN DIRI atau TIDAK AKTIF LAIN.';
COMMENT ON COLUMN lapor_thk2.kode_instansi_tujuan IS 'Instansi tujuan bila pindah.';
COMMENT ON COLUMN lapor_thk2.tanggal IS 'Tanggal kejadian.';
COMMENT ON COLUMN lapor_thk2.keterangan IS 'Keterangan.';

CREATE TABLE biodata (
    id_tenaga INTEGER NOT NULL,
    kode_instansi VARCHAR NOT NULL,
    waktu TIMESTAMPTZ NOT NULL,
    nomor_kk VARCHAR,
    nama VARCHAR,
    tempat_lahir VARCHAR,
    tanggal_lahir DATE,
    jenis_kelamin VARCHAR,
    email VARCHAR,
    nomor_hp VARCHAR,
    alamat VARCHAR,
    domisili VARCHAR,
    status_kawin VARCHAR,
    agama VARCHAR,
    gelar_depan VARCHAR,
    gelar_belakang VARCHAR,
    pendidikan VARCHAR,
    nomor_ijazah VARCHAR,
    sekolah VARCHAR,
    tanggal_lulus DATE,
    jabatan VARCHAR,
    unit_kerja VARCHAR
);
COMMENT ON TABLE biodata IS 'Satu baris per tenaga dalam daftar yang mengubah biodatanya di portal; bidang yang tidak diubah kosong.';
COMMENT ON COLUMN biodata.id_tenaga IS 'Tenaga.';
COMMENT ON COLUMN biodata.kode_instansi IS 'Instansi yang mendaftarkan.';
COMMENT ON COLUMN biodata.waktu IS 'Waktu perubahan terakhir.';
COMMENT ON COLUMN biodata.nomor_kk IS 'Nomor Kartu Keluarga, menurut yang bersangkutan.';
COMMENT ON COLUMN biodata.nama IS 'Nama menurut KTP, menurut yang bersangkutan.';
COMMENT ON COLUMN biodata.tempat_lahir IS 'Tempat lahir menurut KTP, menurut yang bersangkutan.';
COMMENT ON COLUMN biodata.tanggal_lahir IS 'Tanggal lahir menurut KTP, menurut yang bersangkutan.';
COMMENT ON COLUMN biodata.jenis_kelamin IS 'Jenis kelamin, menurut yang bersangkutan.';
COMMENT ON COLUMN biodata.email IS 'Alamat email, menurut yang bersangkutan.';
COMMENT ON COLUMN biodata.nomor_hp IS 'Nomor ponsel, menurut yang bersangkutan.';
COMMENT ON COLUMN biodata.alamat IS 'Alamat domisili, menurut yang bersangkutan.';
COMMENT ON COLUMN biodata.domisili IS 'Kota/Kabupaten domisili, menurut yang bersangkutan.';
COMMENT ON COLUMN biodata.status_kawin IS 'Status perkawinan, menurut yang bersangkutan.';
COMMENT ON COLUMN biodata.agama IS 'Agama, menurut yang bersangkutan.';
COMMENT ON COLUMN biodata.gelar_depan IS 'Gelar depan; - bila tidak ada, menurut yang bersangkutan.';
COMMENT ON COLUMN biodata.gelar_belakang IS 'Gelar belakang; - bila tidak ada, menurut yang bersangkutan.';
COMMENT ON COLUMN biodata.pendidikan IS 'Pendidikan terakhir, menurut yang bersangkutan.';
COMMENT ON COLUMN biodata.nomor_ijazah IS 'Nomor ijazah, menurut yang bersangkutan.';
COMMENT ON COLUMN biodata.sekolah IS 'Nama sekolah, menurut yang bersangkutan.';
COMMENT ON COLUMN biodata.tanggal_lulus IS 'Tanggal lulus, menurut yang bersangkutan.';
COMMENT ON COLUMN biodata.jabatan IS 'Jabatan terakhir, menurut yang bersangkutan.';
COMMENT ON COLUMN biodata.unit_kerja IS 'Unit kerja terakhir, menurut yang bersangkutan.';

CREATE TABLE akun_portal (
    nik VARCHAR NOT NULL,
    kode_instansi VARCHAR NOT NULL,
    dibuat TIMESTAMPTZ,
    id_tenaga INTEGER,
    terdaftar BOOLEAN NOT NULL,
    jawaban VARCHAR
);
COMMENT ON TABLE akun_portal IS 'Satu baris per NIK dan instansi yang diminta akunnya di portal.';
COMMENT ON COLUMN akun_portal.nik IS 'NIK yang meminta akun.';
COMMENT ON COLUMN akun_portal.kode_instansi IS 'Instansi yang disebut.';
COMMENT ON COLUMN akun_portal.dibuat IS 'Waktu permintaan pertama.';
COMMENT ON COLUMN akun_portal.id_tenaga IS 'Tenaga dalam daftar instansi itu; kosong bila belum didaftarkan.';
COMMENT ON COLUMN akun_portal.terdaftar IS 'Benar bila instansi itu mendaftarkannya.';
COMMENT ON COLUMN akun_portal.jawaban IS 'Kalimat portal bagi yang belum didaftarkan (Buku Petunjuk).';

CREATE TABLE pemeriksaan (
    id_berkas INTEGER NOT NULL,
    kode_instansi VARCHAR NOT NULL,
    lembar VARCHAR NOT NULL,
    baris INTEGER NOT NULL,
    id_tenaga INTEGER,
    nik VARCHAR,
    hasil VARCHAR,
    catatan VARCHAR,
    nip_checker VARCHAR,
    waktu_periksa TIMESTAMPTZ,
    waktu_kirim TIMESTAMPTZ NOT NULL,
    berlaku BOOLEAN NOT NULL,
    tak_terbaca VARCHAR[]
);
COMMENT ON TABLE pemeriksaan IS 'Satu baris per hasil pemeriksaan checker dari kiriman yang berlaku.';
COMMENT ON COLUMN pemeriksaan.id_berkas IS 'Kiriman asal.';
COMMENT ON COLUMN pemeriksaan.kode_instansi IS 'Instansi yang memeriksa.';
COMMENT ON COLUMN pemeriksaan.lembar IS 'Lembar asal.';
COMMENT ON COLUMN pemeriksaan.baris IS 'Nomor baris di lembar.';
COMMENT ON COLUMN pemeriksaan.id_tenaga IS 'Tenaga dalam daftar instansi yang sama; kosong bila NIK tidak ada di daftar.';
COMMENT ON COLUMN pemeriksaan.nik IS 'NIK 16 angka; kosong bila tidak terbaca.';
COMMENT ON COLUMN pemeriksaan.hasil IS 'SESUAI atau TIDAK SESUAI (kosakata asumsi); kosong bila tidak terbaca.';
COMMENT ON COLUMN pemeriksaan.catatan IS 'Catatan checker.';
COMMENT ON COLUMN pemeriksaan.nip_checker IS 'NIP checker.';
COMMENT ON COLUMN pemeriksaan.waktu_periksa IS 'Waktu pemeriksaan; kosong bila tidak diisi atau tidak terbaca.';
COMMENT ON COLUMN pemeriksaan.waktu_kirim IS 'Waktu kiriman.';
COMMENT ON COLUMN pemeriksaan.berlaku IS 'Benar pada hasil terakhir bagi NIK itu di instansi itu, menurut waktu pemeriksaan lalu waktu kiriman.';
COMMENT ON COLUMN pemeriksaan.tak_terbaca IS 'Kolom yang terisi tetapi tidak terbaca.';

CREATE TABLE keputusan_aduan (
    id_berkas INTEGER NOT NULL,
    kode_instansi VARCHAR NOT NULL,
    lembar VARCHAR NOT NULL,
    baris INTEGER NOT NULL,
    id_aduan VARCHAR,
    keputusan_aduan VARCHAR,
    alasan VARCHAR,
    bukti VARCHAR,
    waktu_putus TIMESTAMPTZ,
    waktu_kirim TIMESTAMPTZ NOT NULL,
    berlaku BOOLEAN NOT NULL,
    tak_terbaca VARCHAR[]
);
COMMENT ON TABLE keputusan_aduan IS 'Satu baris per keputusan instansi atas aduan dari kiriman yang berlaku.';
COMMENT ON COLUMN keputusan_aduan.id_berkas IS 'Kiriman asal.';
COMMENT ON COLUMN keputusan_aduan.kode_instansi IS 'Instansi yang memutus.';
COMMENT ON COLUMN keputusan_aduan.lembar IS 'Lembar asal.';
COMMENT ON COLUMN keputusan_aduan.baris IS 'Nomor baris di lembar.';
COMMENT ON COLUMN keputusan_aduan.id_aduan IS 'Nomor aduan yang diputus.';
COMMENT ON COLUMN keputusan_aduan.keputusan_aduan IS 'DITERIMA atau DITOLAK (kosakata asumsi); kosong bila tidak terbaca.';
COMMENT ON COLUMN keputusan_aduan.alasan IS 'Alasan menurut instansi.';
COMMENT ON COLUMN keputusan_aduan.bukti IS 'Bukti yang disebut instansi.';
COMMENT ON COLUMN keputusan_aduan.waktu_putus IS 'Waktu keputusan; kosong bila tidak diisi atau tidak terbaca.';
COMMENT ON COLUMN keputusan_aduan.waktu_kirim IS 'Waktu kiriman.';
COMMENT ON COLUMN keputusan_aduan.berlaku IS 'Benar pada keputusan terakhir atas aduan itu oleh instansi itu.';
COMMENT ON COLUMN keputusan_aduan.tak_terbaca IS 'Kolom yang terisi tetapi tidak terbaca.';

CREATE TABLE fakta (
    id_tenaga INTEGER NOT NULL,
    kategori VARCHAR NOT NULL CHECK (kategori IN ('THK-II', 'NON-ASN')),
    kelompok_jabatan VARCHAR NOT NULL,
    tanggal_lahir_dipakai DATE,
    sumber_tanggal_lahir VARCHAR,
    usia INTEGER,
    bulan_kerja INTEGER,
    bulan_riwayat_asing INTEGER,
    jumlah_riwayat INTEGER NOT NULL,
    pembayaran_sk VARCHAR,
    jabatan_baku VARCHAR,
    kelas_dikecualikan VARCHAR,
    status_asn VARCHAR,
    status_dukcapil VARCHAR,
    konfirmasi_aktif VARCHAR,
    lapor_alasan VARCHAR,
    nomor_thk2_induk VARCHAR,
    dukcapil_ada BOOLEAN,
    dukcapil_nama VARCHAR,
    dukcapil_tanggal_lahir DATE,
    dukcapil_jenis_kelamin VARCHAR,
    nama_dukcapil_sama BOOLEAN,
    thk2_nomor_ada BOOLEAN,
    thk2_ada BOOLEAN,
    thk2_cocok BOOLEAN,
    thk2_kode_instansi VARCHAR,
    thk2_instansi VARCHAR,
    lapor_tak_aktif BOOLEAN,
    lapor_lepas BOOLEAN,
    kelas_mirip VARCHAR,
    sebutan_mirip VARCHAR,
    ada_bayar_langsung BOOLEAN,
    ada_bayar_jabatan_asn BOOLEAN,
    periode_tak_terbaca BOOLEAN,
    akhir_riwayat DATE,
    pembayaran_sk_gelap BOOLEAN,
    nik_instansi_lain VARCHAR,
    nomor_jumlah_nik INTEGER,
    nomor_instansi_lain VARCHAR,
    dokumen_ijazah_ada BOOLEAN,
    dokumen_ijazah_ukuran BIGINT,
    dokumen_ijazah_tipe VARCHAR,
    dokumen_sk_ada BOOLEAN,
    dokumen_sk_ukuran BIGINT,
    dokumen_sk_tipe VARCHAR,
    dokumen_bukti_ada BOOLEAN,
    dokumen_bukti_ukuran BIGINT,
    dokumen_bukti_tipe VARCHAR,
    ijazah_jumlah_nik INTEGER,
    pengecualian VARCHAR[],
    pengecualian_menurut VARCHAR,
    tingkat_pendidikan VARCHAR,
    serupa_tempat VARCHAR,
    serupa_kalimat VARCHAR
);
COMMENT ON TABLE fakta IS 'Satu baris per tenaga dalam daftar: nilai turunan yang dipakai aturan.';
COMMENT ON COLUMN fakta.id_tenaga IS 'Tenaga.';
COMMENT ON COLUMN fakta.kategori IS 'THK-II bila terbukti dalam daftar induk, selain itu NON-ASN.';
COMMENT ON COLUMN fakta.kelompok_jabatan IS 'Pendidikan, Kesehatan, Penyuluh, Teknis atau Administrasi (pemetaan asumsi).';
COMMENT ON COLUMN fakta.tanggal_lahir_dipakai IS 'Tanggal lahir Dukcapil bila ada, selain itu dari instansi.';
COMMENT ON COLUMN fakta.sumber_tanggal_lahir IS 'DUKCAPIL atau INSTANSI.';
COMMENT ON COLUMN fakta.usia IS 'Usia (tahun genap) pada tanggal acuan.';
COMMENT ON COLUMN fakta.bulan_kerja IS 'Bulan kalender dibayar langsung sampai tanggal acuan.';
COMMENT ON COLUMN fakta.bulan_riwayat_asing IS 'Baris riwayat yang dikenali milik instansi lain dan tidak dihitung.';
COMMENT ON COLUMN fakta.jumlah_riwayat IS 'Baris riwayat berbeda.';
COMMENT ON COLUMN fakta.pembayaran_sk IS 'Pembayaran SK Data Utama menurut riwayat bernomor sama.';
COMMENT ON COLUMN fakta.jabatan_baku IS 'Jabatan pada pembayaran yang dibakukan.';
COMMENT ON COLUMN fakta.kelas_dikecualikan IS 'Kelas jabatan yang dikecualikan, bila ada.';
COMMENT ON COLUMN fakta.status_asn IS 'Status di register ASN, bila ada.';
COMMENT ON COLUMN fakta.status_dukcapil IS 'HIDUP atau MENINGGAL; kosong bila tidak ditemukan.';
COMMENT ON COLUMN fakta.konfirmasi_aktif IS 'YA atau TIDAK menurut yang bersangkutan (terakhir).';
COMMENT ON COLUMN fakta.lapor_alasan IS 'Alasan LAPOR THK-II, bila dilaporkan.';
COMMENT ON COLUMN fakta.nomor_thk2_induk IS 'Nomor peserta di daftar induk yang cocok.';
COMMENT ON COLUMN fakta.dukcapil_ada IS 'NIK ditemukan di Dukcapil; kosong bila ekstraknya belum diterima.';
COMMENT ON COLUMN fakta.dukcapil_nama IS 'Nama menurut Dukcapil.';
COMMENT ON COLUMN fakta.dukcapil_tanggal_lahir IS 'Tanggal lahir menurut Dukcapil.';
COMMENT ON COLUMN fakta.dukcapil_jenis_kelamin IS 'Jenis kelamin menurut Dukcapil.';
COMMENT ON COLUMN fakta.nama_dukcapil_sama IS 'Nama sama dengan Dukcapil setelah dibakukan.';
COMMENT ON COLUMN fakta.thk2_nomor_ada IS 'Nomor peserta ada di daftar induk.';
COMMENT ON COLUMN fakta.thk2_ada IS 'Nomor peserta atau NIK ada di daftar induk.';
COMMENT ON COLUMN fakta.thk2_cocok IS 'Nama atau tanggal lahir sama dengan daftar induk.';
COMMENT ON COLUMN fakta.thk2_kode_instansi IS 'Instansi pada daftar induk.';
COMMENT ON COLUMN fakta.thk2_instansi IS 'Nama instansi pada daftar induk.';
COMMENT ON COLUMN fakta.lapor_tak_aktif IS 'Dilaporkan meninggal atau tidak aktif lewat LAPOR THK-II.';
COMMENT ON COLUMN fakta.lapor_lepas IS 'Dilepas instansi lama lewat LAPOR THK-II.';
COMMENT ON COLUMN fakta.kelas_mirip IS 'Kelas jabatan dikecualikan yang mirip, bila ada.';
COMMENT ON COLUMN fakta.sebutan_mirip IS 'Kata yang membuatnya mirip.';
COMMENT ON COLUMN fakta.ada_bayar_langsung IS 'Ada periode dibayar langsung sampai tanggal acuan.';
COMMENT ON COLUMN fakta.ada_bayar_jabatan_asn IS 'Ada periode dibayar untuk jabatan ASN (BOS).';
COMMENT ON COLUMN fakta.periode_tak_terbaca IS 'Ada periode yang tanggalnya tidak terbaca.';
COMMENT ON COLUMN fakta.akhir_riwayat IS 'Tanggal akhir riwayat yang paling akhir.';
COMMENT ON COLUMN fakta.pembayaran_sk_gelap IS 'Riwayat bernomor SK sama ada, pembayarannya kosong atau tidak terbaca.';
COMMENT ON COLUMN fakta.nik_instansi_lain IS 'Instansi lain yang mendaftarkan NIK ini.';
COMMENT ON COLUMN fakta.nomor_jumlah_nik IS 'Banyaknya NIK yang memakai nomor peserta THK-II ini.';
COMMENT ON COLUMN fakta.nomor_instansi_lain IS 'Instansi lain yang memakai nomor peserta ini; "tidak ada" bila hanya instansi ini.';
COMMENT ON COLUMN fakta.dokumen_ijazah_ada IS 'Berkas ijazah ada di indeks dokumen; kosong bila indeksnya belum diterima.';
COMMENT ON COLUMN fakta.dokumen_ijazah_ukuran IS 'Ukuran berkas ijazah (byte).';
COMMENT ON COLUMN fakta.dokumen_ijazah_tipe IS 'Jenis berkas ijazah.';
COMMENT ON COLUMN fakta.dokumen_sk_ada IS 'Berkas SK ada di indeks dokumen; kosong bila indeksnya belum diterima.';
COMMENT ON COLUMN fakta.dokumen_sk_ukuran IS 'Ukuran berkas SK (byte).';
COMMENT ON COLUMN fakta.dokumen_sk_tipe IS 'Jenis berkas SK.';
COMMENT ON COLUMN fakta.dokumen_bukti_ada IS 'Berkas bukti pembayaran ada di indeks dokumen; kosong bila indeksnya belum diterima.';
COMMENT ON COLUMN fakta.dokumen_bukti_ukuran IS 'Ukuran berkas bukti pembayaran (byte).';
COMMENT ON COLUMN fakta.dokumen_bukti_tipe IS 'Jenis berkas bukti pembayaran.';
COMMENT ON COLUMN fakta.ijazah_jumlah_nik IS 'Banyaknya NIK yang memakai berkas ijazah ini, bila lebih dari satu.';
COMMENT ON COLUMN fakta.pengecualian IS 'Kode aturan yang dikecualikan bagi orang ini.';
COMMENT ON COLUMN fakta.pengecualian_menurut IS 'Nomor persetujuan dan hari terakhirnya, per aturan.';
COMMENT ON COLUMN fakta.tingkat_pendidikan IS 'Tingkat Pendidikan Terakhir (kode BKN); kosong bila tidak dikenali.';

CREATE VIEW keadaan_thk2 AS
SELECT k.nomor_peserta, k.kode_instansi,
    CASE WHEN d.nomor_peserta IS NOT NULL THEN 'DIDATA'
         WHEN l.tujuan IS NOT NULL THEN 'DILEPAS'
         WHEN l.nomor_peserta IS NOT NULL THEN 'DILAPORKAN'
         ELSE 'BELUM ADA KETERANGAN' END AS keadaan,
    l.tujuan, d.terdaftar
FROM thk2 AS k
LEFT JOIN (
    SELECT f.nomor_thk2_induk AS nomor_peserta, list(DISTINCT t.kode_instansi ORDER BY t.kode_instansi) AS terdaftar
    FROM fakta AS f JOIN tenaga AS t USING (id_tenaga)
    WHERE f.nomor_thk2_induk IS NOT NULL GROUP BY ALL
) AS d USING (nomor_peserta)
LEFT JOIN (
    SELECT nomor_peserta, max(kode_instansi_tujuan) AS tujuan
    FROM lapor_thk2 WHERE nomor_peserta IS NOT NULL GROUP BY ALL
) AS l USING (nomor_peserta);
COMMENT ON VIEW keadaan_thk2 IS 'Satu baris per THK-II dalam daftar induk: didata, dilepas ke instansi lain tetapi belum didaftarkan, dilaporkan, atau belum ada keterangan.';
COMMENT ON COLUMN keadaan_thk2.nomor_peserta IS 'Nomor peserta THK-II.';
COMMENT ON COLUMN keadaan_thk2.kode_instansi IS 'Instansi pada daftar induk.';
COMMENT ON COLUMN keadaan_thk2.keadaan IS 'DIDATA, DILEPAS (dilaporkan pindah, belum didaftarkan siapa pun), DILAPORKAN (sebab lain) atau BELUM ADA KETERANGAN.';
COMMENT ON COLUMN keadaan_thk2.tujuan IS 'Instansi tujuan menurut LAPOR THK-II, bila pindah.';
COMMENT ON COLUMN keadaan_thk2.terdaftar IS 'Instansi yang mendaftarkannya.';
COMMENT ON COLUMN fakta.serupa_tempat IS 'Di mana orang yang hampir pasti sama didaftarkan lagi: lembar dan baris di instansi ini, atau nama instansi lain.';
COMMENT ON COLUMN fakta.serupa_kalimat IS 'Mengapa dianggap orang yang sama, tanpa isi baris yang lain.';

CREATE TABLE temuan (
    kode_aturan VARCHAR NOT NULL,
    id_tenaga INTEGER,
    id_riwayat INTEGER,
    kode_instansi VARCHAR NOT NULL,
    berat VARCHAR NOT NULL,
    kolom VARCHAR,
    nilai VARCHAR,
    harapan VARCHAR,
    pesan VARCHAR NOT NULL,
    pengubah VARCHAR,
    isian VARCHAR,
    tempat_berkas INTEGER,
    tempat_lembar VARCHAR,
    tempat_baris INTEGER
);
COMMENT ON TABLE temuan IS 'Satu baris per temuan: satu aturan yang tidak dipenuhi satu tenaga atau satu baris riwayat.';
COMMENT ON COLUMN temuan.kode_aturan IS 'Aturan.';
COMMENT ON COLUMN temuan.id_tenaga IS 'Tenaga.';
COMMENT ON COLUMN temuan.id_riwayat IS 'Baris riwayat, bila temuannya di sana.';
COMMENT ON COLUMN temuan.kode_instansi IS 'Instansi yang menjawab temuan.';
COMMENT ON COLUMN temuan.berat IS 'tolak, periksa atau info.';
COMMENT ON COLUMN temuan.kolom IS 'Kolom yang ditunjuk.';
COMMENT ON COLUMN temuan.nilai IS 'Nilai yang ditemukan.';
COMMENT ON COLUMN temuan.harapan IS 'Yang diharapkan ketentuan.';
COMMENT ON COLUMN temuan.pesan IS 'Kalimat bagi instansi.';
COMMENT ON COLUMN temuan.pengubah IS 'Yang mengubah putusan: yang diminta hukum agar aturan ini dipenuhi, atau kriteria yang memakai isian yang kosong; kosong bila temuannya tidak menyangkut putusan.';
COMMENT ON COLUMN temuan.isian IS 'Yang menjadi dasar pertanyaan: isi sel instansi dan yang diperlihatkan di sampingnya. Jawaban instansi berlaku selama isian ini sama; kosong bila temuannya tidak dapat dinyatakan benar.';
COMMENT ON COLUMN temuan.tempat_berkas IS 'Kiriman yang ditunjuk, bila temuannya bukan tentang seorang tenaga (pemeriksaan, keputusan aduan, dokumen).';
COMMENT ON COLUMN temuan.tempat_lembar IS 'Lembar dalam kiriman itu.';
COMMENT ON COLUMN temuan.tempat_baris IS 'Baris dalam kiriman itu.';

CREATE TABLE keputusan (
    id_berkas INTEGER NOT NULL,
    kode_instansi VARCHAR NOT NULL,
    lembar VARCHAR NOT NULL,
    baris INTEGER NOT NULL,
    kunci_baris VARCHAR NOT NULL,
    kode_aturan VARCHAR NOT NULL,
    isian VARCHAR NOT NULL,
    keputusan VARCHAR NOT NULL CHECK (keputusan IN ('BENAR', 'PERBAIKI')),
    alasan VARCHAR,
    oleh VARCHAR,
    waktu TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE keputusan IS 'Satu baris per pertanyaan yang dijawab instansi di kolom Keputusan buku jawaban, juga dari kiriman yang sudah diganti.';
COMMENT ON COLUMN keputusan.id_berkas IS 'Kiriman yang membawa jawaban.';
COMMENT ON COLUMN keputusan.kode_instansi IS 'Instansi yang menjawab.';
COMMENT ON COLUMN keputusan.lembar IS 'Lembar dalam kiriman itu.';
COMMENT ON COLUMN keputusan.baris IS 'Baris dalam kiriman itu.';
COMMENT ON COLUMN keputusan.kunci_baris IS 'Kunci baris: tetap dari jawaban ke jawaban, walau NIK diperbaiki.';
COMMENT ON COLUMN keputusan.kode_aturan IS 'Aturan yang bertanya.';
COMMENT ON COLUMN keputusan.isian IS 'Isi sel yang ditanyakan ketika itu.';
COMMENT ON COLUMN keputusan.keputusan IS 'BENAR = datanya memang demikian; PERBAIKI = akan diperbaiki.';
COMMENT ON COLUMN keputusan.alasan IS 'Alasan menurut instansi; BENAR tanpa alasan tidak berlaku.';
COMMENT ON COLUMN keputusan.oleh IS 'Admin yang disetujui BKN pada waktu itu; kosong bila tidak diketahui.';
COMMENT ON COLUMN keputusan.waktu IS 'Waktu kiriman yang membawa jawaban.';

CREATE TABLE konfirmasi (
    kode_aturan VARCHAR NOT NULL,
    id_tenaga INTEGER,
    id_riwayat INTEGER,
    kode_instansi VARCHAR NOT NULL,
    id_berkas INTEGER NOT NULL,
    alasan VARCHAR NOT NULL,
    oleh VARCHAR,
    waktu TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE konfirmasi IS 'Satu baris per temuan yang dinyatakan benar oleh instansi dan isiannya belum berubah sejak itu.';
COMMENT ON COLUMN konfirmasi.kode_aturan IS 'Aturan.';
COMMENT ON COLUMN konfirmasi.id_tenaga IS 'Tenaga.';
COMMENT ON COLUMN konfirmasi.id_riwayat IS 'Baris riwayat, bila temuannya di sana.';
COMMENT ON COLUMN konfirmasi.kode_instansi IS 'Instansi yang menyatakan.';
COMMENT ON COLUMN konfirmasi.id_berkas IS 'Kiriman yang membawa pernyataan terakhir.';
COMMENT ON COLUMN konfirmasi.alasan IS 'Alasan menurut instansi.';
COMMENT ON COLUMN konfirmasi.oleh IS 'Admin yang disetujui BKN pada waktu itu; kosong bila tidak diketahui.';
COMMENT ON COLUMN konfirmasi.waktu IS 'Waktu kiriman yang membawa pernyataan terakhir.';

CREATE TYPE huruf_putusan AS ENUM ('M', 'T', 'B');

CREATE TABLE putusan (
    id_tenaga INTEGER NOT NULL,
    status huruf_putusan NOT NULL,
    aktif huruf_putusan NOT NULL,
    honorarium huruf_putusan NOT NULL,
    masa_kerja huruf_putusan NOT NULL,
    usia huruf_putusan NOT NULL,
    jabatan huruf_putusan NOT NULL,
    pendidikan huruf_putusan NOT NULL,
    pengangkatan huruf_putusan NOT NULL,
    blu huruf_putusan NOT NULL,
    sk_tanggal huruf_putusan NOT NULL,
    keseluruhan huruf_putusan NOT NULL
);
COMMENT ON TABLE putusan IS 'Satu baris per tenaga dalam daftar: putusan per kriteria (M memenuhi, T tidak memenuhi, B belum dapat dinilai).';
COMMENT ON COLUMN putusan.id_tenaga IS 'Tenaga.';
COMMENT ON COLUMN putusan.status IS 'Bukan ASN, masih hidup.';
COMMENT ON COLUMN putusan.aktif IS 'Masih aktif di instansi pendaftar.';
COMMENT ON COLUMN putusan.honorarium IS 'Dibayar langsung APBN/APBD.';
COMMENT ON COLUMN putusan.masa_kerja IS 'Masa kerja minimum.';
COMMENT ON COLUMN putusan.usia IS 'Batas usia.';
COMMENT ON COLUMN putusan.jabatan IS 'Bukan jabatan yang dikecualikan.';
COMMENT ON COLUMN putusan.pendidikan IS 'Ijazah ada.';
COMMENT ON COLUMN putusan.pengangkatan IS 'Diangkat paling rendah oleh pimpinan unit kerja.';
COMMENT ON COLUMN putusan.blu IS 'Bukan BLU/BLUD.';
COMMENT ON COLUMN putusan.sk_tanggal IS 'SK tidak sesudah tanggal acuan.';
COMMENT ON COLUMN putusan.keseluruhan IS 'T bila ada kriteria T; selain itu B bila ada B; selain itu M.';

CREATE VIEW putusan_kriteria AS
SELECT t.kode_instansi, t.nik, t.id_berkas, t.lembar, t.baris, u.kriteria, u.putusan
FROM (UNPIVOT putusan ON COLUMNS(* EXCLUDE id_tenaga) INTO NAME kriteria VALUE putusan) AS u
JOIN tenaga AS t USING (id_tenaga);
COMMENT ON VIEW putusan_kriteria IS 'Satu baris per tenaga dan kriteria.';
COMMENT ON COLUMN putusan_kriteria.kode_instansi IS 'Instansi yang mendaftarkan.';
COMMENT ON COLUMN putusan_kriteria.nik IS 'NIK 16 angka; kosong bila tidak terbaca.';
COMMENT ON COLUMN putusan_kriteria.id_berkas IS 'Kiriman asal.';
COMMENT ON COLUMN putusan_kriteria.lembar IS 'Lembar asal.';
COMMENT ON COLUMN putusan_kriteria.baris IS 'Nomor baris di lembar.';
COMMENT ON COLUMN putusan_kriteria.kriteria IS 'Nama kriteria, atau keseluruhan.';
COMMENT ON COLUMN putusan_kriteria.putusan IS 'M memenuhi, T tidak memenuhi, B belum dapat dinilai.';

CREATE TABLE enam_kriteria (
    id_tenaga INTEGER NOT NULL,
    honorarium huruf_putusan NOT NULL,
    sk_masa_kerja huruf_putusan NOT NULL,
    usia huruf_putusan NOT NULL,
    jabatan huruf_putusan NOT NULL,
    pendidikan huruf_putusan NOT NULL,
    sptjm huruf_putusan NOT NULL
);
COMMENT ON TABLE enam_kriteria IS 'Satu baris per tenaga dalam daftar: enam kriteria verifikasi lanjutan, menurut pemetaan kriteria_lanjutan (asumsi).';
COMMENT ON COLUMN enam_kriteria.id_tenaga IS 'Tenaga.';
COMMENT ON COLUMN enam_kriteria.honorarium IS 'Honorarium: T bila ada kriteria asalnya yang T; selain itu B bila ada B; selain itu M.';
COMMENT ON COLUMN enam_kriteria.sk_masa_kerja IS 'SK dan masa kerja, dengan cara yang sama.';
COMMENT ON COLUMN enam_kriteria.usia IS 'Usia.';
COMMENT ON COLUMN enam_kriteria.jabatan IS 'Jabatan.';
COMMENT ON COLUMN enam_kriteria.pendidikan IS 'Pendidikan.';
COMMENT ON COLUMN enam_kriteria.sptjm IS 'SPTJM menurut tahap: M sejak SPTJM instansinya diterima, selain itu B.';

CREATE TABLE peta_jalan (
    id_tenaga INTEGER NOT NULL,
    badan_pasal_99 VARCHAR,
    alih_daya VARCHAR,
    thk2 BOOLEAN NOT NULL,
    kualifikasi BOOLEAN,
    sertifikat VARCHAR,
    kebutuhan VARCHAR NOT NULL
);
COMMENT ON TABLE peta_jalan IS 'Satu baris per tenaga dalam daftar: golongan bagi peta jalan penataan, di samping putusan; satu orang dapat termasuk beberapa.';
COMMENT ON COLUMN peta_jalan.id_tenaga IS 'Tenaga.';
COMMENT ON COLUMN peta_jalan.badan_pasal_99 IS 'LNS, BLU, LPP atau PTN BARU (Pasal 99 ayat (1) PP 49/2018, penandanya asumsi); kosong bila bukan atau tidak diketahui.';
COMMENT ON COLUMN peta_jalan.alih_daya IS 'Calon alih daya: SATPAM, KEBERSIHAN atau PENGEMUDI, juga yang hanya mirip; kosong bila bukan.';
COMMENT ON COLUMN peta_jalan.thk2 IS 'Benar bila THK-II yang terbukti dalam daftar induk.';
COMMENT ON COLUMN peta_jalan.kualifikasi IS 'Pendidikan mencapai tingkat paling rendah kelompok jabatannya (asumsi); kosong bila tingkatnya tidak dikenali.';
COMMENT ON COLUMN peta_jalan.sertifikat IS 'STR atau SERTIFIKAT PENDIDIK yang dimiliki, bila kelompok jabatannya memerlukan; kosong bila tidak diketahui.';
COMMENT ON COLUMN peta_jalan.kebutuhan IS 'Kelompok jabatan yang diisinya.';

CREATE TABLE ganda (
    id_kasus INTEGER NOT NULL,
    jenis VARCHAR NOT NULL
        CHECK (jenis IN ('NIK_DALAM_INSTANSI', 'NIK_LINTAS_INSTANSI', 'NOMOR_THK2')),
    id_tenaga INTEGER NOT NULL,
    kode_instansi VARCHAR NOT NULL,
    dihitung BOOLEAN NOT NULL
);
COMMENT ON TABLE ganda IS 'Satu baris per baris tenaga dalam satu kasus ganda.';
COMMENT ON COLUMN ganda.id_kasus IS 'Nomor kasus di gudang ini.';
COMMENT ON COLUMN ganda.jenis IS 'Jenis ganda.';
COMMENT ON COLUMN ganda.id_tenaga IS 'Tenaga.';
COMMENT ON COLUMN ganda.kode_instansi IS 'Instansi yang mendaftarkan.';
COMMENT ON COLUMN ganda.dihitung IS 'Benar bila orangnya dihitung pada baris ini: menurut keputusan satu instansi, selain itu menurut kasus.bawaan.';

CREATE TABLE kasus (
    id_kasus INTEGER PRIMARY KEY,
    jenis VARCHAR NOT NULL,
    sebab VARCHAR NOT NULL
        CHECK (sebab IN ('SATU_DAFTAR', 'SATU_ORANG', 'PINDAH_THK2', 'PINDAH', 'SALAH_KETIK', 'DUA_ORANG')),
    bukti VARCHAR NOT NULL,
    keadaan VARCHAR NOT NULL CHECK (keadaan IN ('TERBUKA', 'DIPUTUS', 'BERSELISIH')),
    bawaan VARCHAR NOT NULL CHECK (bawaan IN ('SEMUA', 'INDUK', 'AKTIF_TERAKHIR'))
);
COMMENT ON TABLE kasus IS 'Satu baris per kasus ganda: sebabnya, buktinya, dan di mana orangnya dihitung bila tidak diputuskan.';
COMMENT ON COLUMN kasus.id_kasus IS 'Kasus; baris-barisnya di tabel ganda.';
COMMENT ON COLUMN kasus.jenis IS 'Jenis ganda.';
COMMENT ON COLUMN kasus.sebab IS 'SATU_DAFTAR satu orang dua kali dalam satu daftar, SATU_ORANG satu orang di beberapa instansi, PINDAH_THK2 dan PINDAH pindah yang belum dilaporkan, SALAH_KETIK salah satu nomor keliru ditulis, DUA_ORANG dua orang dengan satu nomor.';
COMMENT ON COLUMN kasus.bukti IS 'Yang dibandingkan, tanpa isi baris siapa pun.';
COMMENT ON COLUMN kasus.keadaan IS 'TERBUKA belum ada yang menyatakan tetap mendaftarkan, DIPUTUS satu instansi menyatakannya, BERSELISIH lebih dari satu.';
COMMENT ON COLUMN kasus.bawaan IS 'Di mana orangnya dihitung tanpa keputusan (ganda_bawaan): SEMUA tiap baris orang lain, INDUK menurut daftar induk THK-II, AKTIF_TERAKHIR di tempat ia menyatakan aktif, lalu SK paling akhir.';

CREATE TABLE kewajaran (
    kode_aturan VARCHAR NOT NULL,
    id_tenaga INTEGER NOT NULL,
    kode_instansi VARCHAR NOT NULL,
    kolom VARCHAR,
    nilai VARCHAR,
    pesan VARCHAR NOT NULL,
    bobot INTEGER NOT NULL
);
COMMENT ON TABLE kewajaran IS 'Satu baris per hal tentang seorang tenaga yang patut dilihat pemeriksa BKN; tidak pernah menolak dan tidak dijawabkan kepada instansi.';
COMMENT ON COLUMN kewajaran.kode_aturan IS 'Aturan kelompok kewajaran.';
COMMENT ON COLUMN kewajaran.id_tenaga IS 'Tenaga.';
COMMENT ON COLUMN kewajaran.kode_instansi IS 'Instansi yang mendaftarkan.';
COMMENT ON COLUMN kewajaran.kolom IS 'Kolom yang ditunjuk.';
COMMENT ON COLUMN kewajaran.nilai IS 'Nilai yang ditemukan.';
COMMENT ON COLUMN kewajaran.pesan IS 'Kalimat bagi pemeriksa.';
COMMENT ON COLUMN kewajaran.bobot IS 'Bobot aturan dalam urutan (kewajaran.toml, asumsi).';

CREATE TABLE peringkat_orang (
    peringkat INTEGER NOT NULL,
    id_tenaga INTEGER NOT NULL,
    kode_instansi VARCHAR NOT NULL,
    skor INTEGER NOT NULL,
    jumlah INTEGER NOT NULL,
    aturan VARCHAR NOT NULL
);
COMMENT ON TABLE peringkat_orang IS 'Satu baris per tenaga yang sedikitnya satu hal padanya patut dilihat, yang paling berat lebih dahulu.';
COMMENT ON COLUMN peringkat_orang.peringkat IS 'Urutan; skor yang sama berperingkat sama.';
COMMENT ON COLUMN peringkat_orang.id_tenaga IS 'Tenaga.';
COMMENT ON COLUMN peringkat_orang.kode_instansi IS 'Instansi yang mendaftarkan.';
COMMENT ON COLUMN peringkat_orang.skor IS 'Jumlah bobot.';
COMMENT ON COLUMN peringkat_orang.jumlah IS 'Banyaknya aturan yang kena.';
COMMENT ON COLUMN peringkat_orang.aturan IS 'Kode aturan yang kena, yang terberat dahulu.';

CREATE TABLE peringkat_instansi (
    peringkat INTEGER NOT NULL,
    kode_instansi VARCHAR NOT NULL,
    daftar INTEGER NOT NULL,
    orang INTEGER NOT NULL,
    skor INTEGER NOT NULL,
    hilang INTEGER NOT NULL,
    skor_per_seratus DOUBLE NOT NULL
);
COMMENT ON TABLE peringkat_instansi IS 'Satu baris per instansi yang sedikitnya satu orangnya patut dilihat atau hilang, yang paling padat lebih dahulu.';
COMMENT ON COLUMN peringkat_instansi.peringkat IS 'Urutan menurut skor per seratus orang.';
COMMENT ON COLUMN peringkat_instansi.kode_instansi IS 'Instansi.';
COMMENT ON COLUMN peringkat_instansi.daftar IS 'Orang dalam daftar.';
COMMENT ON COLUMN peringkat_instansi.orang IS 'Orang dalam daftar yang patut dilihat.';
COMMENT ON COLUMN peringkat_instansi.skor IS 'Jumlah bobot mereka, ditambah bobot tiap orang yang hilang.';
COMMENT ON COLUMN peringkat_instansi.hilang IS 'Orang dalam potret lalu yang hilang tanpa alasan.';
COMMENT ON COLUMN peringkat_instansi.skor_per_seratus IS 'Skor per seratus orang; daftar kecil dihitung sedikitnya sebesar orang_dasar (kewajaran.toml).';

CREATE TABLE hilang (
    kode_instansi VARCHAR NOT NULL,
    nik VARCHAR NOT NULL,
    nama VARCHAR,
    jabatan VARCHAR,
    tahap_terakhir VARCHAR NOT NULL,
    putusan_terakhir VARCHAR,
    terdaftar_di VARCHAR
);
COMMENT ON TABLE hilang IS 'Satu baris per orang dalam potret lalu yang tidak lagi ada dalam daftar instansi itu tanpa Penghapusan beralasan, LAPOR THK-II atau kematian di Dukcapil.';
COMMENT ON COLUMN hilang.kode_instansi IS 'Instansi dalam potret itu.';
COMMENT ON COLUMN hilang.nik IS 'NIK 16 angka.';
COMMENT ON COLUMN hilang.nama IS 'Nama dalam potret itu.';
COMMENT ON COLUMN hilang.jabatan IS 'Jabatan dalam potret itu.';
COMMENT ON COLUMN hilang.tahap_terakhir IS 'Tahap potret terakhir yang memuatnya.';
COMMENT ON COLUMN hilang.putusan_terakhir IS 'Putusan keseluruhan dalam potret itu: M, T atau B.';
COMMENT ON COLUMN hilang.terdaftar_di IS 'Instansi lain yang kini mendaftarkan NIK itu; kosong bila tidak ada.';

CREATE TABLE pasangan (
    id_a INTEGER NOT NULL,
    id_b INTEGER NOT NULL,
    kelas VARCHAR NOT NULL CHECK (kelas IN ('SAMA', 'MUNGKIN', 'BUKAN')),
    skor DOUBLE,
    tingkat VARCHAR,
    kalimat VARCHAR,
    nik_sama BOOLEAN NOT NULL,
    nomor_sama BOOLEAN NOT NULL,
    keputusan VARCHAR CHECK (keputusan IN ('SAMA', 'BERBEDA')),
    oleh VARCHAR,
    waktu TIMESTAMPTZ,
    alasan VARCHAR,
    digabung BOOLEAN NOT NULL,
    rantai BOOLEAN NOT NULL
);
COMMENT ON TABLE pasangan IS 'Satu baris per pasangan baris daftar yang mungkin satu orang, atau yang sudah diputus peninjau BKN.';
COMMENT ON COLUMN pasangan.id_a IS 'Tenaga yang nomornya lebih kecil.';
COMMENT ON COLUMN pasangan.id_b IS 'Tenaga yang lain.';
COMMENT ON COLUMN pasangan.kelas IS 'SAMA = hampir pasti satu orang; MUNGKIN = perlu peninjau; BUKAN = hanya ada karena diputus peninjau (ambang asumsi).';
COMMENT ON COLUMN pasangan.skor IS 'Jumlah bobot tingkat banding (asumsi); kosong bila bukan hasil perbandingan.';
COMMENT ON COLUMN pasangan.tingkat IS 'Tingkat banding setiap kolom.';
COMMENT ON COLUMN pasangan.kalimat IS 'Alasan yang boleh dicetak dalam surat; tanpa isi kedua baris.';
COMMENT ON COLUMN pasangan.nik_sama IS 'NIK kedua baris sama.';
COMMENT ON COLUMN pasangan.nomor_sama IS 'Nomor peserta THK-II kedua baris sama.';
COMMENT ON COLUMN pasangan.keputusan IS 'Kata terakhir peninjau BKN; kosong bila belum ditinjau.';
COMMENT ON COLUMN pasangan.oleh IS 'Peninjau.';
COMMENT ON COLUMN pasangan.waktu IS 'Waktu keputusan.';
COMMENT ON COLUMN pasangan.alasan IS 'Alasan peninjau.';
COMMENT ON COLUMN pasangan.digabung IS 'Kedua baris dihitung sebagai satu orang.';
COMMENT ON COLUMN pasangan.rantai IS 'Kelompoknya tidak dipercaya (terlalu besar, atau memuat dua baris yang pasti berlainan): hanya keputusan peninjau yang menggabungkannya.';

CREATE TABLE orang (
    id_tenaga INTEGER NOT NULL,
    id_orang INTEGER NOT NULL,
    jumlah_baris INTEGER NOT NULL
);
COMMENT ON TABLE orang IS 'Satu baris per tenaga dalam daftar: orang yang mana, satuan statistik nasional.';
COMMENT ON COLUMN orang.id_tenaga IS 'Tenaga.';
COMMENT ON COLUMN orang.id_orang IS 'Orang: id_tenaga terkecil di antara pendaftarannya.';
COMMENT ON COLUMN orang.jumlah_baris IS 'Pendaftaran orang ini dalam daftar.';

CREATE TABLE kunci_blok (
    kunci VARCHAR NOT NULL,
    blok BIGINT NOT NULL,
    baris BIGINT NOT NULL,
    terbesar BIGINT NOT NULL,
    dijendela BIGINT NOT NULL,
    pasangan BIGINT NOT NULL
);
COMMENT ON TABLE kunci_blok IS 'Satu baris per kunci blok pencocokan: berapa yang dibandingkan, dan apa yang tidak dibandingkan seluruhnya.';
COMMENT ON COLUMN kunci_blok.kunci IS 'Nama kunci (reference_data/pencocokan.toml).';
COMMENT ON COLUMN kunci_blok.blok IS 'Blok berisi dua baris atau lebih.';
COMMENT ON COLUMN kunci_blok.baris IS 'Baris dalam blok-blok itu.';
COMMENT ON COLUMN kunci_blok.terbesar IS 'Baris dalam blok terbesar.';
COMMENT ON COLUMN kunci_blok.dijendela IS 'Baris dalam blok yang terlalu besar: hanya dibandingkan dengan tetangga terdekat menurut nama.';
COMMENT ON COLUMN kunci_blok.pasangan IS 'Pasangan calon dari kunci ini.';

CREATE TABLE aduan (
    id VARCHAR NOT NULL,
    waktu TIMESTAMPTZ NOT NULL,
    jenis VARCHAR NOT NULL,
    kode_instansi VARCHAR NOT NULL,
    nama VARCHAR,
    nik VARCHAR,
    uraian VARCHAR
);
COMMENT ON TABLE aduan IS 'Satu baris per usulan, sanggahan atau pengaduan.';
COMMENT ON COLUMN aduan.id IS 'Nomor aduan.';
COMMENT ON COLUMN aduan.waktu IS 'Waktu masuk.';
COMMENT ON COLUMN aduan.jenis IS 'USULAN, SANGGAHAN atau PENGADUAN.';
COMMENT ON COLUMN aduan.kode_instansi IS 'Instansi yang diadukan.';
COMMENT ON COLUMN aduan.nama IS 'Nama.';
COMMENT ON COLUMN aduan.nik IS 'NIK.';
COMMENT ON COLUMN aduan.uraian IS 'Uraian.';

CREATE TABLE aduan_orang (
    id VARCHAR NOT NULL,
    kode_instansi VARCHAR NOT NULL,
    id_tenaga INTEGER,
    cara VARCHAR CHECK (cara IN ('NIK', 'NAMA')),
    nik VARCHAR,
    terdaftar VARCHAR NOT NULL CHECK (terdaftar IN ('DI SINI', 'INSTANSI LAIN', 'TIDAK')),
    terdaftar_di VARCHAR,
    tahap_potret VARCHAR,
    di_potret BOOLEAN,
    batas TIMESTAMPTZ,
    keadaan VARCHAR NOT NULL,
    sisa_hari INTEGER,
    pelaksanaan VARCHAR CHECK (pelaksanaan IN ('DILAKSANAKAN', 'BELUM'))
);
COMMENT ON TABLE aduan_orang IS 'Satu baris per aduan: orang yang dimaksud, di mana ia terdaftar, dan bagaimana keadaan aduannya pada saat acuan.';
COMMENT ON COLUMN aduan_orang.id IS 'Nomor aduan.';
COMMENT ON COLUMN aduan_orang.kode_instansi IS 'Instansi yang diadukan.';
COMMENT ON COLUMN aduan_orang.id_tenaga IS 'Orangnya dalam daftar instansi itu; kosong bila tidak ada di sana.';
COMMENT ON COLUMN aduan_orang.cara IS 'Dikenali menurut NIK, atau menurut NAMA bila hanya seorang bernama demikian di instansi itu; kosong bila tidak dikenali.';
COMMENT ON COLUMN aduan_orang.nik IS 'NIK orangnya menurut daftar, atau potret, atau aduan itu sendiri.';
COMMENT ON COLUMN aduan_orang.terdaftar IS 'DI SINI, di INSTANSI LAIN, atau TIDAK terdaftar di mana pun.';
COMMENT ON COLUMN aduan_orang.terdaftar_di IS 'Nama instansi lain yang mendaftarkan NIK itu.';
COMMENT ON COLUMN aduan_orang.tahap_potret IS 'Tahap potret yang diumumkan dan dimaksud aduan ini: yang terakhir sebelum aduan masuk, atau yang pertama.';
COMMENT ON COLUMN aduan_orang.di_potret IS 'Benar bila orangnya ada dalam potret itu; kosong bila belum ada potret.';
COMMENT ON COLUMN aduan_orang.batas IS 'Sampai kapan harus diputus: batas perbaikan instansi itu; kosong bila aduannya masuk sesudahnya.';
COMMENT ON COLUMN aduan_orang.keadaan IS 'TERBUKA, DITERIMA, DITOLAK, atau TERLAMBAT (belum diputus sesudah batas).';
COMMENT ON COLUMN aduan_orang.sisa_hari IS 'Hari sampai batas, bila masih terbuka.';
COMMENT ON COLUMN aduan_orang.pelaksanaan IS 'Usulan atau sanggahan yang diterima: DILAKSANAKAN atau BELUM; kosong bila tidak dapat dikatakan.';

CREATE VIEW keadaan_aduan AS
SELECT a.id, a.jenis, a.kode_instansi, a.waktu, o.keadaan,
    coalesce(k.waktu_putus, k.waktu_kirim) AS waktu_putus, k.alasan, k.bukti, k.id_berkas,
    o.cara, o.terdaftar, o.di_potret, o.batas, o.sisa_hari, o.pelaksanaan
FROM aduan AS a
JOIN aduan_orang AS o ON o.id = a.id AND o.kode_instansi = a.kode_instansi
LEFT JOIN keputusan_aduan AS k
    ON k.id_aduan = a.id AND k.kode_instansi = a.kode_instansi AND k.berlaku;
COMMENT ON VIEW keadaan_aduan IS 'Satu baris per aduan: masih terbuka, terlambat, atau sudah diputus, kapan dan bagaimana, dan apakah sudah dilaksanakan.';
COMMENT ON COLUMN keadaan_aduan.id IS 'Nomor aduan.';
COMMENT ON COLUMN keadaan_aduan.jenis IS 'USULAN, SANGGAHAN atau PENGADUAN.';
COMMENT ON COLUMN keadaan_aduan.kode_instansi IS 'Instansi yang diadukan.';
COMMENT ON COLUMN keadaan_aduan.waktu IS 'Waktu masuk.';
COMMENT ON COLUMN keadaan_aduan.keadaan IS 'TERBUKA, DITERIMA, DITOLAK, atau TERLAMBAT (belum diputus sesudah batas).';
COMMENT ON COLUMN keadaan_aduan.waktu_putus IS 'Waktu keputusan, atau waktu kirimannya bila tidak disebut.';
COMMENT ON COLUMN keadaan_aduan.alasan IS 'Alasan keputusan.';
COMMENT ON COLUMN keadaan_aduan.bukti IS 'Bukti keputusan.';
COMMENT ON COLUMN keadaan_aduan.id_berkas IS 'Kiriman yang membawa keputusan.';
COMMENT ON COLUMN keadaan_aduan.cara IS 'Dikenali menurut NIK atau NAMA; kosong bila orangnya tidak ada dalam daftar instansi itu.';
COMMENT ON COLUMN keadaan_aduan.terdaftar IS 'DI SINI, di INSTANSI LAIN, atau TIDAK terdaftar di mana pun.';
COMMENT ON COLUMN keadaan_aduan.di_potret IS 'Benar bila orangnya ada dalam potret yang diumumkan.';
COMMENT ON COLUMN keadaan_aduan.batas IS 'Sampai kapan harus diputus.';
COMMENT ON COLUMN keadaan_aduan.sisa_hari IS 'Hari sampai batas, bila masih terbuka.';
COMMENT ON COLUMN keadaan_aduan.pelaksanaan IS 'Usulan atau sanggahan yang diterima: DILAKSANAKAN atau BELUM; kosong bila tidak dapat dikatakan.';

CREATE TABLE perpanjangan (
    kode_instansi VARCHAR PRIMARY KEY,
    id_berkas INTEGER,
    diminta TIMESTAMPTZ,
    nomor_surat VARCHAR,
    tanggal_surat DATE,
    sampai TIMESTAMPTZ,
    usulan INTEGER,
    alasan_tertutup VARCHAR,
    batas_diperpanjang TIMESTAMPTZ
);
COMMENT ON TABLE perpanjangan IS 'Satu baris per instansi yang meminta atau mendapat perpanjangan waktu.';
COMMENT ON COLUMN perpanjangan.kode_instansi IS 'Instansi.';
COMMENT ON COLUMN perpanjangan.id_berkas IS 'Surat permohonan terakhir; kosong bila tidak ada di kotak masuk.';
COMMENT ON COLUMN perpanjangan.diminta IS 'Waktu surat permohonan itu diterima.';
COMMENT ON COLUMN perpanjangan.nomor_surat IS 'Nomor surat persetujuan BKN; kosong bila belum disetujui.';
COMMENT ON COLUMN perpanjangan.tanggal_surat IS 'Tanggal surat persetujuan.';
COMMENT ON COLUMN perpanjangan.sampai IS 'Sampai kapan menurut surat persetujuan.';
COMMENT ON COLUMN perpanjangan.usulan IS 'Usulan untuk instansi itu yang masuk sesudah tahap yang disebut hukum; kosong bila tidak ada persetujuan atau tidak disyaratkan.';
COMMENT ON COLUMN perpanjangan.alasan_tertutup IS 'Mengapa surat persetujuan itu tidak membuka perpanjangan; kosong bila membuka.';
COMMENT ON COLUMN perpanjangan.batas_diperpanjang IS 'Sampai kapan kirimannya masih dihitung: tidak melewati batas tahap yang menerima perpanjangan.';

CREATE TABLE pembukaan (
    kode_instansi VARCHAR NOT NULL,
    nomor_surat VARCHAR NOT NULL,
    tanggal_surat DATE,
    alasan VARCHAR,
    sejak TIMESTAMPTZ,
    sampai TIMESTAMPTZ,
    alasan_tertutup VARCHAR,
    tahap VARCHAR,
    dibatalkan TIMESTAMPTZ,
    dibatalkan_oleh VARCHAR,
    alasan_batal VARCHAR,
    diterima TIMESTAMPTZ,
    PRIMARY KEY (kode_instansi, nomor_surat)
);
COMMENT ON TABLE pembukaan IS 'Satu baris per surat BKN yang membuka kembali finalisasi satu instansi (umpan pembukaan-kembali).';
COMMENT ON COLUMN pembukaan.kode_instansi IS 'Instansi.';
COMMENT ON COLUMN pembukaan.nomor_surat IS 'Nomor surat BKN.';
COMMENT ON COLUMN pembukaan.tanggal_surat IS 'Tanggal surat BKN.';
COMMENT ON COLUMN pembukaan.alasan IS 'Untuk apa dibuka kembali, menurut surat.';
COMMENT ON COLUMN pembukaan.sejak IS 'Sejak kapan kiriman dihitung lagi: hari surat itu, tidak sebelum batas finalisasi.';
COMMENT ON COLUMN pembukaan.sampai IS 'Sampai kapan kiriman dihitung lagi; saat itu juga finalisasi ulang dibekukan.';
COMMENT ON COLUMN pembukaan.alasan_tertutup IS 'Mengapa surat itu tidak membuka kembali; kosong bila membuka.';
COMMENT ON COLUMN pembukaan.tahap IS 'Kode potret finalisasi ulang; kosong bila surat itu tidak membuka kembali.';
COMMENT ON COLUMN pembukaan.dibatalkan IS 'Saat pembukaan itu dibatalkan (umpan pembukaan-dibatalkan); kosong bila tidak.';
COMMENT ON COLUMN pembukaan.dibatalkan_oleh IS 'Siapa yang membatalkannya.';
COMMENT ON COLUMN pembukaan.alasan_batal IS 'Mengapa dibatalkan.';
COMMENT ON COLUMN pembukaan.diterima IS 'Saat SPTJM pertama untuk potret finalisasi ulang itu diterima; sejak itu potret itu yang berlaku dan tidak dapat dibatalkan lagi.';

CREATE TABLE dokumen (
    kode_instansi VARCHAR NOT NULL,
    id_berkas INTEGER NOT NULL,
    nama VARCHAR NOT NULL,
    jenis_dokumen VARCHAR,
    ukuran BIGINT NOT NULL,
    tipe VARCHAR NOT NULL,
    utuh BOOLEAN NOT NULL,
    sha256 VARCHAR NOT NULL
);
COMMENT ON TABLE dokumen IS 'Satu baris per dokumen yang dikirim instansi sendiri dan masih berlaku.';
COMMENT ON COLUMN dokumen.kode_instansi IS 'Instansi pengirim.';
COMMENT ON COLUMN dokumen.id_berkas IS 'Kiriman.';
COMMENT ON COLUMN dokumen.nama IS 'Nama berkas.';
COMMENT ON COLUMN dokumen.jenis_dokumen IS 'Jenis menurut kata pertama nama berkas (asumsi): KTP, FOTO, IJAZAH, SK, BUKTI, STR, SERTIFIKAT PENDIDIK; kosong bila tidak dikenal.';
COMMENT ON COLUMN dokumen.ukuran IS 'Ukuran (byte).';
COMMENT ON COLUMN dokumen.tipe IS 'Jenis menurut isinya, bukan menurut namanya.';
COMMENT ON COLUMN dokumen.utuh IS 'Salah bila PDF atau JPEG tidak sampai akhir.';
COMMENT ON COLUMN dokumen.sha256 IS 'Sidik isi.';

CREATE TABLE sptjm (
    kode_instansi VARCHAR PRIMARY KEY,
    id_berkas INTEGER NOT NULL,
    waktu TIMESTAMPTZ NOT NULL,
    tahap VARCHAR NOT NULL,
    sidik VARCHAR NOT NULL,
    cara VARCHAR NOT NULL CHECK (cara IN ('TEKS', 'QR')),
    penandatangan VARCHAR
);
COMMENT ON TABLE sptjm IS 'Satu baris per instansi yang SPTJM-nya diterima untuk potret finalnya (yang terakhir); yang ditolak ada di tabel penolakan.';
COMMENT ON COLUMN sptjm.kode_instansi IS 'Instansi.';
COMMENT ON COLUMN sptjm.id_berkas IS 'Kiriman SPTJM.';
COMMENT ON COLUMN sptjm.waktu IS 'Waktu unggah.';
COMMENT ON COLUMN sptjm.tahap IS 'Tahap potret yang dinyatakan surat itu.';
COMMENT ON COLUMN sptjm.sidik IS 'Sidik potret yang dinyatakan surat itu.';
COMMENT ON COLUMN sptjm.cara IS 'Di mana surat itu menyebut potretnya: TEKS, atau QR pada pindaian.';
COMMENT ON COLUMN sptjm.penandatangan IS 'Penanda tangan elektronik menurut sertifikatnya; kosong untuk pindaian.';

CREATE TABLE data_dasar (
    kode_instansi VARCHAR NOT NULL,
    nik VARCHAR,
    nama VARCHAR,
    nomor_peserta_thk2 VARCHAR,
    tanggal_lahir DATE,
    jenis_kelamin VARCHAR,
    kategori VARCHAR NOT NULL,
    jabatan VARCHAR,
    konversi_jabatan VARCHAR,
    unit_kerja VARCHAR,
    putusan VARCHAR NOT NULL,
    dihitung BOOLEAN NOT NULL,
    sha256 VARCHAR NOT NULL,
    lembar VARCHAR NOT NULL,
    baris INTEGER NOT NULL,
    tahap VARCHAR NOT NULL,
    sidik VARCHAR NOT NULL
);
COMMENT ON TABLE data_dasar IS 'Satu baris per orang dalam potret final yang dinyatakan SPTJM yang diterima, seperti ketika dibekukan.';
COMMENT ON COLUMN data_dasar.kode_instansi IS 'Instansi yang SPTJM-nya diterima.';
COMMENT ON COLUMN data_dasar.nik IS 'NIK dalam potret itu.';
COMMENT ON COLUMN data_dasar.nama IS 'Nama.';
COMMENT ON COLUMN data_dasar.nomor_peserta_thk2 IS 'Nomor peserta THK-II.';
COMMENT ON COLUMN data_dasar.tanggal_lahir IS 'Tanggal lahir.';
COMMENT ON COLUMN data_dasar.jenis_kelamin IS 'L atau P.';
COMMENT ON COLUMN data_dasar.kategori IS 'THK-II atau NON-ASN.';
COMMENT ON COLUMN data_dasar.jabatan IS 'Jabatan pada pembayaran.';
COMMENT ON COLUMN data_dasar.konversi_jabatan IS 'Konversi jabatan ASN.';
COMMENT ON COLUMN data_dasar.unit_kerja IS 'Unit kerja.';
COMMENT ON COLUMN data_dasar.putusan IS 'Putusan keseluruhan ketika dibekukan: M, T atau B.';
COMMENT ON COLUMN data_dasar.dihitung IS 'Salah bila orangnya dihitung di instansi lain (kasus ganda).';
COMMENT ON COLUMN data_dasar.sha256 IS 'Isi kiriman asal.';
COMMENT ON COLUMN data_dasar.lembar IS 'Lembar asal.';
COMMENT ON COLUMN data_dasar.baris IS 'Baris asal.';
COMMENT ON COLUMN data_dasar.tahap IS 'Tahap potret yang dinyatakan.';
COMMENT ON COLUMN data_dasar.sidik IS 'Sidik potret yang dinyatakan.';

CREATE TABLE fase (
    kode_instansi VARCHAR NOT NULL,
    urut INTEGER NOT NULL,
    fase VARCHAR NOT NULL,
    nama VARCHAR NOT NULL,
    sejak TIMESTAMPTZ NOT NULL,
    menurut VARCHAR NOT NULL,
    sampai TIMESTAMPTZ,
    sekarang BOOLEAN NOT NULL,
    berikut VARCHAR NOT NULL,
    catatan VARCHAR,
    PRIMARY KEY (kode_instansi, urut)
);
COMMENT ON TABLE fase IS 'Satu baris per fase yang sudah dimasuki setiap instansi, menurut kalender, surat persetujuan dan SPTJM.';
COMMENT ON COLUMN fase.kode_instansi IS 'Instansi.';
COMMENT ON COLUMN fase.urut IS 'Urutan, mulai 1.';
COMMENT ON COLUMN fase.fase IS 'Kode fase (reference_data/fase.toml).';
COMMENT ON COLUMN fase.nama IS 'Nama fase.';
COMMENT ON COLUMN fase.sejak IS 'Saat fase itu dimasuki.';
COMMENT ON COLUMN fase.menurut IS 'Dokumen yang menetapkannya.';
COMMENT ON COLUMN fase.sampai IS 'Saat fase berikutnya dimulai bagi instansi itu; kosong bila belum ada yang mengakhirinya.';
COMMENT ON COLUMN fase.sekarang IS 'Benar untuk fase yang terakhir dimasuki.';
COMMENT ON COLUMN fase.berikut IS 'Apa yang dilakukan instansi selama fase itu.';
COMMENT ON COLUMN fase.catatan IS 'Dokumen yang tidak mengubah fase itu, dan sebabnya: surat persetujuan yang tidak membuka perpanjangan.';

CREATE VIEW fase_sekarang AS
SELECT kode_instansi, fase, nama, sejak, menurut, sampai, berikut, catatan FROM fase WHERE sekarang;
COMMENT ON VIEW fase_sekarang IS 'Satu baris per instansi: fase yang dijalaninya.';
COMMENT ON COLUMN fase_sekarang.kode_instansi IS 'Instansi.';
COMMENT ON COLUMN fase_sekarang.fase IS 'Kode fase.';
COMMENT ON COLUMN fase_sekarang.nama IS 'Nama fase.';
COMMENT ON COLUMN fase_sekarang.sejak IS 'Saat fase itu dimasuki.';
COMMENT ON COLUMN fase_sekarang.menurut IS 'Dokumen yang menetapkannya.';
COMMENT ON COLUMN fase_sekarang.sampai IS 'Saat fase itu berakhir bagi instansi ini; kosong bila belum ada yang mengakhirinya.';
COMMENT ON COLUMN fase_sekarang.berikut IS 'Apa yang dilakukan instansi sekarang.';
COMMENT ON COLUMN fase_sekarang.catatan IS 'Dokumen yang tidak mengubah fase itu, dan sebabnya.';

CREATE TABLE neraca (
    tingkat VARCHAR NOT NULL CHECK (tingkat IN ('berkas', 'instansi', 'nasional')),
    kode_instansi VARCHAR,
    id_berkas INTEGER,
    diterima BIGINT NOT NULL,
    daftar BIGINT NOT NULL,
    ganda BIGINT NOT NULL,
    ditarik BIGINT NOT NULL,
    diganti BIGINT NOT NULL,
    terlambat BIGINT NOT NULL,
    ditahan BIGINT NOT NULL,
    ditolak BIGINT NOT NULL,
    CHECK (diterima = daftar + ganda + ditarik + diganti + terlambat + ditahan + ditolak)
);
COMMENT ON TABLE neraca IS 'Satu baris per berkas, per instansi dan satu untuk seluruh Indonesia: setiap baris Data Utama yang dibaca dipertanggungjawabkan.';
COMMENT ON COLUMN neraca.tingkat IS 'berkas, instansi atau nasional.';
COMMENT ON COLUMN neraca.kode_instansi IS 'Instansi; kosong untuk nasional.';
COMMENT ON COLUMN neraca.id_berkas IS 'Berkas; hanya untuk tingkat berkas.';
COMMENT ON COLUMN neraca.diterima IS 'Baris yang dibaca dari kiriman.';
COMMENT ON COLUMN neraca.daftar IS 'Masuk daftar.';
COMMENT ON COLUMN neraca.ganda IS 'NIK sudah ada dalam daftar instansi yang sama.';
COMMENT ON COLUMN neraca.ditarik IS 'Dicabut oleh instansi.';
COMMENT ON COLUMN neraca.diganti IS 'Dari kiriman yang diganti kiriman bernama sama.';
COMMENT ON COLUMN neraca.terlambat IS 'Dari kiriman sesudah batas.';
COMMENT ON COLUMN neraca.ditahan IS 'Dari kiriman yang ditahan menunggu persetujuan admin.';
COMMENT ON COLUMN neraca.ditolak IS 'Dari kiriman yang terbaca tetapi ditolak: templat instansi lain atau edisi lain, atau isinya sudah berlaku dengan nama lain.';

CREATE TABLE galat (
    kode_aturan VARCHAR NOT NULL,
    sebab VARCHAR NOT NULL
);
COMMENT ON TABLE galat IS 'Satu baris per aturan yang gagal berjalan: kesalahan kami, bukan instansi.';
COMMENT ON COLUMN galat.kode_aturan IS 'Aturan yang gagal.';
COMMENT ON COLUMN galat.sebab IS 'Sebab teknis.';
