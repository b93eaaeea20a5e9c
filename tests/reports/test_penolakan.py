from reports.penolakan import SuratPenolakan, render_penolakan, surat_from
from reports.render import query
from tests.reports.contoh import POTRET
from tests.reports.emas import assert_golden


def surat(gudang) -> SuratPenolakan:
    return surat_from(gudang.execute(query("penolakan")).pl().row(0, named=True))


def test_the_letter_reads_as_agreed(gudang):
    isi = surat(gudang).model_copy(update={"sampai": POTRET.batas})
    assert_golden("penolakan.html", render_penolakan(isi).decode())


def test_an_older_delivery_that_stands_is_named_with_its_date(gudang):
    assert "tetap berlaku" not in render_penolakan(surat(gudang)).decode()
    gudang.execute(
        "INSERT INTO berkas BY NAME SELECT * REPLACE (9 AS id_berkas, waktu - INTERVAL 1 DAY AS waktu, "
        "'BERLAKU' AS status) FROM berkas WHERE id_berkas = 3"
    )
    teks = render_penolakan(surat(gudang)).decode()
    assert "Kiriman Anda sebelumnya tetap berlaku</strong>, yaitu kiriman 21 September 2022" in teks


def test_without_a_deadline_none_is_promised(gudang):
    assert "paling lambat" not in render_penolakan(surat(gudang)).decode()
