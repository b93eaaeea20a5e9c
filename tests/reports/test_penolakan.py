from reports.penolakan import SuratPenolakan, render_penolakan, surat_from
from reports.render import query
from tests.reports.contoh import POTRET
from tests.reports.emas import assert_golden


def surat(gudang) -> SuratPenolakan:
    return surat_from(gudang.execute(query("penolakan")).pl().row(0, named=True))


def test_the_letter_reads_as_agreed(gudang):
    isi = surat(gudang).model_copy(update={"sampai": POTRET.batas})
    assert_golden("penolakan.html", render_penolakan(isi).decode())


def test_without_a_deadline_none_is_promised(gudang):
    assert "paling lambat" not in render_penolakan(surat(gudang)).decode()
