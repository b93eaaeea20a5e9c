from datetime import date, datetime

import polars as pl

from reports.malam import Malam, Terbit, render_malam
from reports.render import query
from reports.tulisan import WIB
from tests.reports.emas import assert_golden

ISI = Malam(
    keadaan=datetime(2022, 10, 1, 2, tzinfo=WIB),
    tanggal_hukum=date(2022, 10, 1),
    versi_kode="uji",
    dibaca=3,
    sudah_ada=1,
    tahap="Pra-finalisasi",
    terbit=(Terbit(nama="Pengumuman", jumlah=3),),
)

LEBIH = pl.DataFrame(
    [("7303", "Nama tanpa gelar", 30, 200, 0.1)],
    schema=["kode_instansi", "aturan", "dikonfirmasi", "orang", "batas"],
    orient="row",
)


def story(
    gudang,
    dasbor,
    isi: Malam = ISI,
    penolakan: pl.DataFrame | None = None,
    lebih: pl.DataFrame | None = None,
    bayangan: pl.DataFrame | None = None,
    pengecualian: pl.DataFrame | None = None,
) -> str:
    return render_malam(
        isi,
        gudang.execute(query("malam/berkas")).pl(),
        gudang.execute(query("malam/sptjm")).pl(),
        gudang.execute(query("penolakan")).pl() if penolakan is None else penolakan,
        dasbor["temuan_aturan"],
        dasbor["ganda_jenis"],
        dasbor["neraca_nasional"],
        LEBIH.clear() if lebih is None else lebih,
        gudang.execute(query("malam/bayangan")).pl() if bayangan is None else bayangan,
        gudang.execute(query("malam/pengecualian")).pl() if pengecualian is None else pengecualian,
    )


def test_the_story_reads_as_agreed(gudang, dasbor):
    assert_golden("malam.md", story(gudang, dasbor))


def test_a_failed_rule_comes_first(gudang, dasbor):
    isi = ISI.model_copy(update={"galat": (("K-X", "Tidak|ada"),), "terbit": ()})
    teks = story(gudang, dasbor, isi)
    assert teks.index("Galat: 1 aturan gagal") < teks.index("## Berkas")
    assert "| K-X | Tidak¦ada |" in teks
    assert "Tidak ada yang diterbitkan." in teks


def test_many_refusals_are_counted_not_listed(gudang, dasbor):
    satu = gudang.execute(query("penolakan")).pl()
    teks = story(gudang, dasbor, penolakan=pl.concat([satu] * 23))
    assert teks.count("TERENKRIPSI") == 20
    assert "dan 3 lainnya." in teks
    assert "Ditolak: 0 berkas" in story(gudang, dasbor, penolakan=satu.head(0))


def test_who_confirms_more_than_usual_is_named(gudang, dasbor):
    teks = story(gudang, dasbor, lebih=LEBIH)
    assert "| 7303 | Nama tanpa gelar | 30 | 200 | 20 |" in teks
    assert "daripada yang wajar" not in story(gudang, dasbor)


def test_a_rule_that_may_not_reject_yet_is_named_with_its_numbers(gudang, dasbor):
    bayangan = pl.DataFrame(
        [("K-X", "finalisasi", 1200, 24, None, True), ("K-Y", "finalisasi", 90, 24, "A", False)],
        schema=["kode_aturan", "tahap", "orang", "boleh", "oleh", "hanya_memperingatkan"],
        orient="row",
    )
    teks = story(gudang, dasbor, bayangan=bayangan)
    assert "| K-X | finalisasi | 1.200 | 24 | belum ada | hanya memperingatkan |" in teks
    assert "| K-Y | finalisasi | 90 | 24 | A | menolak |" in teks


def test_waivers_are_counted_with_the_reason_of_those_not_used(gudang, dasbor):
    kecuali = pl.DataFrame(
        [("K-X", 3, 1, "sudah berakhir")],
        schema=["kode_aturan", "berlaku", "tidak", "sebab"],
        orient="row",
    )
    teks = story(gudang, dasbor, pengecualian=kecuali)
    assert "| K-X | 3 | 1 | sudah berakhir |" in teks
