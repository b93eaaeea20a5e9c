from rules.siapa_berlaku import bidang_biodata, siapa_berlaku, tabel_siapa_berlaku
from tests.cases import kolom_skema


def test_every_field_has_one_winner_and_a_ground():
    kunci = [(b.bagian, b.kolom) for b in siapa_berlaku()]
    assert len(kunci) == len(set(kunci))
    assert {b.berlaku for b in siapa_berlaku()} == {"ORANG", "INSTANSI", "GABUNGAN"}
    assert all(b.dasar and b.alasan for b in siapa_berlaku())


def test_the_fields_are_those_of_the_tables():
    semua = bidang_biodata("ORANG") | bidang_biodata("INSTANSI")
    assert set(semua) == set(kolom_skema("biodata")) - {"id_tenaga", "kode_instansi", "waktu"}
    assert {b.kolom_utama for b in semua.values()} - {""} <= set(kolom_skema("tenaga"))
    assert all(bool(b.kolom_utama) == bool(b.temuan) for b in semua.values())


def test_the_table_is_told_line_by_line():
    baris = tabel_siapa_berlaku().splitlines()
    assert len(baris) == len(siapa_berlaku()) + 2
    assert (
        "| Tanggal lahir (KTP) | instansi | periksa | pernyataan akhir, paling lambat finalisasi |"
        in baris[12]
    )
