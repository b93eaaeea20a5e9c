-- Satu baris per pasangan potret, perubahan (baru, hilang, berubah, tetap sama) dan sebabnya.
-- judul: Yang berubah di antara dua potret
-- definisi: Orang menurut NIK dalam satu instansi. ADUAN: usulan, sanggahan atau pengaduan yang diterima; PENGHAPUSAN: dicabut dengan alasan; PEMBUKAAN KEMBALI: kiriman sesudah finalisasi dibuka kembali dengan surat BKN; PERPANJANGAN: kiriman dalam perpanjangan waktu; JAWABAN: menjawab temuan; PERBAIKAN: kiriman lain sesudah potret lama.
-- kolom tahap | Kode tahap | Kode tahap potret yang baru.
-- kolom nama_tahap | Potret | Nama tahap potret yang baru.
-- kolom nama_lama | Dibandingkan dengan | Nama tahap potret yang lama.
-- kolom perubahan | Perubahan | BARU, HILANG, BERUBAH atau SAMA.
-- kolom sebab | Sebab | Yang menjelaskan perubahannya; kosong untuk yang tetap sama.
-- kolom orang | Orang | Orang dalam daftar instansi.
-- kolom jabatan | Jabatan berubah | Di antaranya yang jabatannya berubah, bukan hanya ejaannya.
-- kolom instansi | Instansi | Instansi dengan sedikitnya satu orang demikian.
SELECT
    r.tahap,
    coalesce(any_value(t.nama), r.tahap) AS nama_tahap,
    coalesce(any_value(l.nama), any_value(r.tahap_lama)) AS nama_lama,
    r.perubahan,
    r.sebab,
    sum(r.orang)::BIGINT AS orang,
    sum(r.jabatan)::BIGINT AS jabatan,
    count(DISTINCT r.kode_instansi) AS instansi
FROM perbandingan_ringkas AS r
LEFT JOIN tahapan AS t ON t.tahap = r.tahap
LEFT JOIN tahapan AS l ON l.tahap = r.tahap_lama
GROUP BY r.tahap, r.perubahan, r.sebab
ORDER BY any_value(t.batas), r.tahap, r.perubahan, orang DESC, r.sebab
