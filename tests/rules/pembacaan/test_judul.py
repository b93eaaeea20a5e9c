import pytest

from rules.pembacaan.edisi import edisi, sinonim_judul
from rules.pembacaan.judul import baku_judul, huruf_kolom, kenali


def judul(bentuk: str) -> list[str]:
    return [k.judul for k in edisi()[bentuk]]


@pytest.mark.parametrize("bentuk", list(edisi()))
def test_official_headings_are_that_form_whole(bentuk: str) -> None:
    kenal = kenali([judul(bentuk)])
    assert kenal is not None
    assert kenal.bentuk == bentuk
    assert kenal.letak == {k.kolom: i for i, k in enumerate(edisi()[bentuk])}


@pytest.mark.parametrize("bentuk", list(edisi()))
def test_no_heading_means_two_columns_of_a_form(bentuk: str) -> None:
    pemilik: dict[str, str] = {}
    for k in edisi()[bentuk]:
        for tulisan in (k.judul, *sinonim_judul().get(k.kolom, ())):
            assert pemilik.setdefault(baku_judul(tulisan), k.kolom) == k.kolom, tulisan


def test_every_synonym_names_a_column() -> None:
    assert set(sinonim_judul()) <= {k.kolom for kolom in edisi().values() for k in kolom}


def test_case_breaks_stars_order_and_synonyms_do_not_matter() -> None:
    kenal = kenali(
        [["TGL.\nLAHIR *", "No", "nama lengkap (tanpa gelar)*", "N I K", "NIK **", None]]
    )
    assert kenal is not None
    assert kenal.letak == {"tanggal_lahir": 0, "nama": 2, "nik": 4}
    assert kenal.judul["tanggal_lahir"] == "TGL.\nLAHIR *"


def test_the_heading_row_is_found_below_titles() -> None:
    kenal = kenali([["DAFTAR TENAGA NON ASN", None], [None, None], ["NIK", "Nama"]])
    assert kenal is not None
    assert kenal.baris == 2


def test_missing_obligatory_headings_are_named() -> None:
    kenal = kenali([["NIK", "Tanggal Lahir", "Jenis Kelamin"]])
    assert kenal is not None
    assert kenal.hilang == ["Nama Lengkap tanpa Gelar"]


def test_the_sheet_name_helps_where_headings_are_few() -> None:
    assert kenali([["NIK"]]) is None
    kenal = kenali([["NIK"]], "PENGHAPUSAN")
    assert kenal is not None
    assert kenal.bentuk == "penghapusan"


@pytest.mark.parametrize(
    "baris", [["Kode", "Nama"], ["Unit Kerja", "Nama"], ["NIK", "Umur"], [], ["1", "2"]]
)
def test_a_reference_sheet_is_nobodys_data(baris: list[str]) -> None:
    assert kenali([baris]) is None


def test_letters() -> None:
    assert [huruf_kolom(i) for i in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def letak(*baris: list[str | None]) -> dict[str, str]:
    """Column to spreadsheet letter, and the row of the last heading under `baris`."""
    kenal = kenali(baris)
    assert kenal is not None
    return {k: huruf_kolom(j) for k, j in kenal.letak.items()} | {"baris": str(kenal.baris)}


DUA = {"nik": "A", "nama": "B", "nomor_sk": "C", "tanggal_sk": "D"}


@pytest.mark.parametrize(
    ("atas", "bawah", "harap"),
    [
        # The heading of the group stands in the first of its merged cells.
        (["NIK", "Nama", "SK", None], [None, None, "Nomor", "Tanggal"], DUA),
        (["NIK", "Nama", "SK", "SK"], ["", "", "Nomor", "Tgl."], DUA),
        (["Data Diri", None, "SK", None], ["NIK", "Nama", "Nomor", "Tanggal"], DUA),
        (["NIK", "Nama", "SK", None], ["NIK", "Nama", "Nomor SK", "Tanggal SK"], DUA),
        # Headings that merely go on in the next row.
        (["NIK", "Nama", "Nomor", "Tanggal"], [None, "Lengkap", "SK", "SK"], DUA),
        # A group is no column of that name.
        (["NIK", "Nama", "Ijazah", None], [None, None, "Nomor", "Penerbit"],
         {"nik": "A", "nama": "B", "nomor_ijazah": "C"}),
        # Whether the last column still belongs to the group nobody can tell.
        (["NIK", "Nama", "SK", None, None, "JK"], [None, None, "Nomor", "Tanggal", "Pendidikan"],
         DUA | {"jenis_kelamin": "F"}),
        (["NIK", "Nama", "SK", None, "SK", "JK"], [None, None, "Nomor", "Tanggal", "Pendidikan"],
         DUA | {"pendidikan_sk": "E", "jenis_kelamin": "F"}),
    ],
)  # fmt: skip
def test_headings_in_two_rows(
    atas: list[str | None], bawah: list[str | None], harap: dict[str, str]
) -> None:
    assert letak(["DAFTAR NON ASN"], atas, bawah) == harap | {"baris": "2"}


def test_the_first_person_is_no_second_row_of_headings() -> None:
    judul = ["NIK", "Nama", "Nomor SK", "Pendidikan"]
    assert letak(judul, ["3201014107900001", "SITI", "SK", "SMA"])["baris"] == "0"
    assert letak(judul, [None, "SITI", None, "SK"])["baris"] == "0"


def test_two_rows_are_quoted_as_they_stand() -> None:
    kenal = kenali([["NIK", "Nama", "SK ", None, "Ket."], [None, None, "Nomor", "Tanggal", None]])
    assert kenal is not None
    assert kenal.judul["nomor_sk"] == "SK\nNomor"
    assert kenal.judul["tanggal_sk"] == "Tanggal"
    assert kenal.tambahan == {4: "Ket."}


def test_other_columns_are_named_by_position() -> None:
    kenal = kenali([["No", "NIK", "Nama", None, "Agama", "NIK"]])
    assert kenal is not None
    assert kenal.tambahan == {0: "No", 4: "Agama", 5: "NIK"}
