import polars as pl
import pytest

from rules.pembacaan.kata import baca_kata


def baca(kolom: str, *teks: str | None) -> list[tuple[str | None, str | None]]:
    sel = baca_kata(pl.Series(teks, dtype=pl.String), kolom)
    sebab = dict(sel.catatan.iter_rows()) if sel.catatan is not None else {}
    return [(nilai, sebab.get(i)) for i, nilai in enumerate(sel.nilai)]


def test_canonical_words_pass_untouched() -> None:
    assert baca("pembayaran", "APBD", "PENGADAAN BARANG/JASA", None) == [
        ("APBD", None),
        ("PENGADAAN BARANG/JASA", None),
        (None, None),
    ]


@pytest.mark.parametrize(
    ("kolom", "tulisan", "baku"),
    [
        ("jenis_kelamin", "Laki-laki", "L"),
        ("jenis_kelamin", "wanita", "P"),
        ("jenis_kelamin", "M", "L"),
        ("jenis_kelamin", "F", "P"),
        ("jenis_kelamin", "1", "L"),
        ("jenis_kelamin", "2", "P"),
        ("pembayaran", "pengadaan barang dan jasa", "PENGADAAN BARANG/JASA"),
        ("pembayaran", "Non APBN/APBD", "LAINNYA"),
        ("jenis_penandatangan", "Pejabat Pembina Kepegawaian (PPK)", "PPK"),
        ("jenis_penandatangan", "Pejabat Pembuat Komitmen (PPK)", "PEJABAT PEMBUAT KOMITMEN"),
        ("alasan", "Meninggal Dunia", "MENINGGAL"),
    ],
)
def test_other_spellings_are_read_and_told(kolom: str, tulisan: str, baku: str) -> None:
    assert baca(kolom, tulisan) == [(baku, "DIBAKUKAN")]


@pytest.mark.parametrize(
    ("kolom", "tulisan"),
    [
        ("pembayaran", "NON APBN"),
        ("jenis_kelamin", "W"),
        ("jenis_kelamin", "0"),
        ("jenis_penandatangan", "Bapak Camat"),
    ],
)
def test_unknown_words_are_unreadable(kolom: str, tulisan: str) -> None:
    assert baca(kolom, tulisan) == [(None, "TAK_TERBACA")]


def test_p_beside_w_may_be_a_man_and_one_beside_zero_anything() -> None:
    ragu = (None, "TAK_TERBACA")
    assert baca("jenis_kelamin", "W", "P", "Perempuan") == [ragu, ragu, ("P", "DIBAKUKAN")]
    assert baca("jenis_kelamin", "0", "1") == [ragu, ragu]
