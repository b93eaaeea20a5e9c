from reports.penolakan import Berkas, SuratPenolakan, render_penolakan
from reports.render import query
from reports.unsur import Instansi
from tests.reports.contoh import POTRET
from tests.reports.emas import assert_golden


def surat(gudang, **lain) -> SuratPenolakan:
    satu = gudang.execute(query("penolakan")).pl().row(0, named=True)
    return SuratPenolakan(
        instansi=Instansi(
            kode=satu["kode_instansi"], nama=satu["nama"], jenis=satu["jenis_instansi"]
        ),
        berkas=Berkas(
            nama=satu["nama_berkas"], **{k: satu[k] for k in ("jenis", "waktu", "ukuran", "sha256")}
        ),
        kode=satu["kode"],
        pesan=satu["pesan"],
        tindakan=satu["tindakan"],
        **lain,
    )


def test_the_letter_reads_as_agreed(gudang):
    isi = surat(gudang, sampai=POTRET.batas)
    assert_golden("penolakan.html", render_penolakan(isi).decode())


def test_without_a_deadline_none_is_promised(gudang):
    assert "paling lambat" not in render_penolakan(surat(gudang)).decode()
