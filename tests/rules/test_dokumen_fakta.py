import polars as pl

from rules.dokumen_fakta import match_dokumen, match_sama
from tests.cases import kolom_skema
from tests.rules.orang import UMPAN, tenaga

NIK = "1101011708900002"


def indeks(*baris: tuple[str, str, str]) -> pl.LazyFrame:
    isi = [
        {"kode_instansi": k, "kunci": n, "ukuran": 200_000, "tipe": "pdf", "sha256": s}
        for k, n, s in baris
    ]
    return pl.LazyFrame(isi, schema=dict(UMPAN["dokumen_indeks"]))


def dikirim(nama: str, tipe: str, sidik: str = "d") -> pl.LazyFrame:
    isi = [
        {
            "kode_instansi": "5104",
            "id_berkas": 1,
            "nama": nama,
            "ukuran": 10,
            "tipe": tipe,
            "utuh": True,
            "sha256": sidik,
        }
    ]
    return pl.LazyFrame(isi, schema=kolom_skema("dokumen"))


def dokumen(*sumber: pl.LazyFrame | None) -> list[tuple]:
    hasil = match_dokumen(tenaga({}), *sumber).collect()
    return hasil.select("dokumen_ijazah_ada", "dokumen_ijazah_tipe", "dokumen_sk_ada").rows()


def test_a_delivered_document_is_believed_before_the_index():
    ada = indeks(("5104", "ijazah_17.pdf", "a"))
    assert dokumen(ada) == [(True, "pdf", False)]
    assert dokumen(ada, dikirim("IJAZAH_17.pdf", "png")) == [(True, "png", False)]


def test_without_an_index_nothing_is_said_to_be_missing():
    assert dokumen(None, dikirim("ijazah_17.pdf", "jpg")) == [(True, "jpg", None)]


def test_one_diploma_of_several_people_is_noticed():
    def pemakai(*baris: dict, **sumber: pl.LazyFrame | None) -> list[tuple]:
        lengkap = {"indeks": None, "dikirim": None} | sumber
        return match_sama(tenaga(*baris), **lengkap).collect().sort("id_tenaga").rows()

    lain = {"nik": NIK}
    assert pemakai({}, lain) == [(1, 2), (2, 2)]
    assert pemakai({}, {}) == []
    assert pemakai({}, lain | {"kode_instansi": "5105"}) == []
    assert pemakai({}, {"nik": None}) == []
    beda = lain | {"file_ijazah": "lain.pdf", "kode_instansi": "5105"}
    isi = indeks(("5104", "ijazah_17.pdf", "a"), ("5105", "lain.pdf", "a"))
    assert pemakai({}, beda, indeks=isi) == [(1, 2), (2, 2)]
    assert pemakai({}, beda, indeks=isi, dikirim=dikirim("ijazah_17.pdf", "pdf")) == []
