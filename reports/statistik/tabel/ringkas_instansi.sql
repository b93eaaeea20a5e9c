-- Satu baris per instansi peserta sensus.
-- judul: Ringkasan per instansi
-- definisi: Isi daftar instansi pada keadaan data ini.
-- rinci: ya
-- kolom kode_instansi | Kode | Kode instansi BKN.
-- kolom nama | Instansi | Nama instansi.
-- kolom jenis | Jenis | P = pusat, D = daerah.
-- kolom kelompok | Kelompok | KEMENT, LPNK, LNS, LPP, KO, PROV, KAB atau KOT.
-- kolom provinsi | Provinsi | Provinsi instansi daerah.
-- kolom jumlah | Jumlah | Orang dalam daftar.
-- kolom thk2 | THK-II | Orang berkategori THK-II.
-- kolom non_asn | Non-ASN | Orang berkategori non-ASN.
-- kolom memenuhi | Memenuhi | Orang yang memenuhi semua kriteria.
-- kolom tidak_memenuhi | Tidak memenuhi | Orang yang tidak memenuhi sedikitnya satu kriteria.
-- kolom belum_dinilai | Belum dapat dinilai | Orang yang belum dapat dinilai.
-- kolom temuan | Temuan | Banyaknya temuan semua berat.
-- kolom berkas | Berkas | Kiriman yang diterima.
-- kolom ditolak | Ditolak | Kiriman yang tidak dapat dipakai.
-- kolom sptjm | SPTJM | Benar bila SPTJM sudah diterima.
WITH isi AS (
    SELECT
        kode_instansi,
        sum(o.jumlah)::BIGINT AS jumlah,
        sum(o.jumlah) FILTER (WHERE kategori = 'THK-II')::BIGINT AS thk2,
        sum(o.jumlah) FILTER (WHERE kategori = 'NON-ASN')::BIGINT AS non_asn,
        sum(o.jumlah) FILTER (WHERE keseluruhan = 'M')::BIGINT AS memenuhi,
        sum(o.jumlah) FILTER (WHERE keseluruhan = 'T')::BIGINT AS tidak_memenuhi,
        sum(o.jumlah) FILTER (WHERE keseluruhan = 'B')::BIGINT AS belum_dinilai
    FROM orang AS o
    GROUP BY kode_instansi
),
kiriman AS (
    SELECT kode_instansi, count(*) AS berkas, count(*) FILTER (WHERE status = 'DITOLAK') AS ditolak
    FROM berkas
    GROUP BY kode_instansi
),
masalah AS (SELECT kode_instansi, count(*) AS temuan FROM temuan GROUP BY kode_instansi)
SELECT
    i.kode_instansi,
    i.nama,
    i.jenis,
    i.kelompok,
    i.provinsi,
    coalesce(o.jumlah, 0) AS jumlah,
    coalesce(o.thk2, 0) AS thk2,
    coalesce(o.non_asn, 0) AS non_asn,
    coalesce(o.memenuhi, 0) AS memenuhi,
    coalesce(o.tidak_memenuhi, 0) AS tidak_memenuhi,
    coalesce(o.belum_dinilai, 0) AS belum_dinilai,
    coalesce(m.temuan, 0) AS temuan,
    coalesce(k.berkas, 0) AS berkas,
    coalesce(k.ditolak, 0) AS ditolak,
    s.kode_instansi IS NOT NULL AS sptjm
FROM instansi AS i
LEFT JOIN isi AS o USING (kode_instansi)
LEFT JOIN kiriman AS k USING (kode_instansi)
LEFT JOIN masalah AS m USING (kode_instansi)
LEFT JOIN sptjm AS s USING (kode_instansi)
ORDER BY i.jenis DESC, i.kode_instansi
