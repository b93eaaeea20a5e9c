-- Rules that would newly reject somebody of a frozen potret.
SELECT kode_aturan, tahap, orang, boleh, oleh, hanya_memperingatkan
FROM bayangan
ORDER BY kode_aturan, tahap
