"""What is told about a delivery in force: remarks of the reader and names that look like copies."""

from datetime import timedelta

from tests.kotak_masuk import BERSIH, BERTEMUAN, KIRIM, orang
from tests.tasks.gateways.penyusun.conftest import Meja
from tests.workbooks import Lembar, workbook


def remarks(meja: Meja) -> list[tuple[str, str]]:
    susunan = meja.susun()
    nama = susunan.read("berkas").select("id_berkas", "nama_berkas")
    catatan = susunan.read("catatan_berkas").join(nama, on="id_berkas", maintain_order="left")
    return catatan.select("nama_berkas", "kode").rows()


def test_a_copy_beside_its_original_is_asked_about(meja: Meja) -> None:
    meja.kotak.data_utama(BERSIH, [orang(1)], "Data Utama.xlsx")
    meja.kotak.data_utama(BERSIH, [orang(2)], "Data Utama (1).xlsx", KIRIM + timedelta(hours=1))
    meja.kotak.data_utama(BERTEMUAN, [orang(3)], "Data Utama (2).xlsx", KIRIM + timedelta(hours=2))
    assert remarks(meja) == [("Data Utama (1).xlsx", "B-NAMA-MIRIP")]
    assert [status for _, status in meja.keadaan()] == ["BERLAKU"] * 3
    (pesan,) = meja.susun().read("catatan_berkas")["pesan"]
    assert "Data Utama.xlsx (dikirim 20 September 2022 pukul 10.00 WIB)" in pesan
    assert "kirim dengan nama yang sama" in pesan


def test_remarks_of_the_reader_stand_for_the_deliveries_in_force_alone(meja: Meja) -> None:
    tujuan = meja.kotak._place(f"{BERSIH}/data-utama/data.xlsx")
    for nomor in range(2):
        kolom = ["nik", "nama", "tanggal_lahir", "jabatan"][: 4 - nomor]
        workbook(tujuan, Lembar("data_utama", [orang(1)], urutan=kolom),
                 Lembar("data_utama", [orang(2)], nama="Lama", tersembunyi=True))  # fmt: skip
        meja.kotak._stamp(tujuan, KIRIM + timedelta(hours=nomor))
        meja.susun(KIRIM + timedelta(hours=nomor))
    catatan = meja.susun().read("catatan_berkas")
    assert catatan.select("kode", "berat").rows() == [
        ("B-KOLOM-HILANG", "temuan"),
        ("B-LEMBAR-TERSEMBUNYI", "info"),
    ]
    assert catatan["id_berkas"].n_unique() == 1
    assert "Jabatan pada Pembayaran" in catatan["pesan"][0], "the last delivery has lost it"
