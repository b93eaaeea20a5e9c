"""Receipts: every delivery once, whatever breaks in between."""

import json
import logging
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import polars as pl
import pytest

from tasks.gateways import buku_terima
from tasks.gateways.buku_terima import (
    GalatTerima,
    is_sisa,
    jenis_kiriman,
    read_buku_terima,
    receive,
    urai_kunci,
)
from tasks.gateways.periksa_terima import check_rantai
from tasks.gateways.rantai_terima import Rantai
from tasks.gateways.simpanan import (
    GalatSimpanan,
    Objek,
    ObjekTidakTerbaca,
    Simpanan,
    sidik,
)

WORKBOOK = "kotak-masuk/3201/data-utama/dinas.xlsx"


@pytest.fixture
def tanggal() -> datetime:
    """Soon: S3 stamps its own time on what the test puts."""
    return datetime.now(UTC) + timedelta(hours=1)


def kunci_semua(simpanan: Simpanan, awalan: str) -> list[str]:
    return [objek.kunci for objek in simpanan.list_objek(awalan)]


class TestReceive:
    def test_a_delivery_is_archived_and_receipted(
        self, simpanan: Simpanan, tanggal: datetime
    ) -> None:
        simpanan.put(WORKBOOK, b"isi")
        (terima,) = receive(simpanan, tanggal)
        assert (terima.kode_instansi, terima.jenis) == ("3201", "data-utama")
        assert (terima.nama_berkas, terima.ukuran) == ("dinas.xlsx", 3)
        assert terima.sha256 == sidik(b"isi")
        assert terima.dicatat == tanggal
        assert simpanan.get(f"arsip/{terima.sha256}") == b"isi"
        (kunci,) = kunci_semua(simpanan, "buku-terima/")
        assert kunci == "buku-terima/00000001.jsonl"
        assert json.loads(simpanan.get(kunci))["id"] == terima.id

    def test_a_second_run_repeats_nothing(self, simpanan: Simpanan, tanggal: datetime) -> None:
        simpanan.put(WORKBOOK, b"isi")
        receive(simpanan, tanggal)
        awal = list(simpanan.list_objek())
        assert receive(simpanan, tanggal + timedelta(days=1)) == []
        assert list(simpanan.list_objek()) == awal

    def test_a_new_content_under_the_same_name_is_a_new_delivery(
        self, simpanan: Simpanan, tanggal: datetime
    ) -> None:
        simpanan.put(WORKBOOK, b"lama")
        receive(simpanan, tanggal)
        simpanan.put(WORKBOOK, b"baru sekali")
        (terima,) = receive(simpanan, tanggal)
        assert terima.sha256 == sidik(b"baru sekali")
        assert simpanan.get(f"arsip/{sidik(b'lama')}") == b"lama"
        assert read_buku_terima(simpanan, tanggal).height == 2

    def test_the_same_content_twice_is_kept_once(
        self, simpanan: Simpanan, tanggal: datetime
    ) -> None:
        simpanan.put(WORKBOOK, b"isi")
        simpanan.put("kotak-masuk/3202/data-utama/dinas.xlsx", b"isi")
        assert len(receive(simpanan, tanggal)) == 2
        assert len(kunci_semua(simpanan, "arsip/")) == 1

    def test_later_deliveries_wait(self, simpanan: Simpanan) -> None:
        simpanan.put(WORKBOOK, b"isi")
        assert receive(simpanan, datetime.now(UTC) - timedelta(hours=1)) == []
        assert kunci_semua(simpanan, "arsip/") == []

    def test_nothing_delivered_is_lost(self, simpanan: Simpanan, tanggal: datetime) -> None:
        for kunci in (
            "kotak-masuk/lepas.xlsx",
            "kotak-masuk/3201/lepas.xlsx",
            "kotak-masuk/3201/entah/x.xlsx",
            "kotak-masuk/3201/data-utama/~$dinas.xlsx",
            "kotak-masuk/bkn/dukcapil/ekstrak.parquet",
        ):
            simpanan.put(kunci, kunci.encode())
        receive(simpanan, tanggal)
        buku = read_buku_terima(simpanan, tanggal).sort("kunci")
        assert buku.select("kode_instansi", "jenis", "nama_berkas", "diabaikan").rows() == [
            ("3201", "data-utama", "~$dinas.xlsx", True),
            ("3201", "", "entah/x.xlsx", False),
            ("3201", "", "lepas.xlsx", False),
            ("bkn", "dukcapil", "ekstrak.parquet", False),
            ("", "", "lepas.xlsx", False),
        ]

    def test_a_crash_before_the_receipt_loses_nothing(
        self, simpanan: Simpanan, tanggal: datetime, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(buku_terima, "SEKALI_TULIS", 2)
        for nomor in range(5):
            simpanan.put(f"kotak-masuk/3201/data-utama/{nomor}.xlsx", b"%d" % nomor)
        put_once, sisa = type(simpanan).put_once, [True]

        def mati(self: Simpanan, kunci: str, data: bytes) -> bool:
            if kunci.startswith("buku-terima/") and not sisa.pop():
                raise GalatSimpanan("mati lampu")
            if kunci.startswith("buku-terima/"):
                sisa.append(False)
            return put_once(self, kunci, data)

        with monkeypatch.context() as sementara:
            sementara.setattr(type(simpanan), "put_once", mati)
            with pytest.raises(GalatSimpanan):
                receive(simpanan, tanggal)
        assert read_buku_terima(simpanan, tanggal).height == 2
        assert len(receive(simpanan, tanggal)) == 3
        buku = read_buku_terima(simpanan, tanggal)
        assert buku["kunci"].n_unique() == buku.height == 5
        assert buku["sha256"].sort().to_list() == sorted(sidik(b"%d" % n) for n in range(5))

    def test_two_runs_at_once_write_one_receipt(
        self, simpanan: Simpanan, tanggal: datetime, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        simpanan.put(WORKBOOK, b"isi")
        receive(simpanan, tanggal)
        monkeypatch.setattr(buku_terima, "_sudah_tercatat", lambda simpanan: set())
        receive(simpanan, tanggal)
        receive(simpanan, tanggal + timedelta(seconds=1))
        assert read_buku_terima(simpanan, tanggal).height == 1
        assert check_rantai(simpanan).jumlah == 1

    def test_the_loser_of_a_race_goes_on_behind_the_winner(
        self, simpanan: Simpanan, tanggal: datetime, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        simpanan.put(WORKBOOK, b"isi")
        put_once, lain = type(simpanan).put_once, []

        def didahului(self: Simpanan, kunci: str, data: bytes) -> bool:
            if kunci.startswith("buku-terima/") and not lain:
                lain.append(None)
                self.put("kotak-masuk/3202/data-utama/dinas.xlsx", b"isi lain")
                lain[:] = receive(self, tanggal)
            return put_once(self, kunci, data)

        monkeypatch.setattr(type(simpanan), "put_once", didahului)
        assert receive(simpanan, tanggal) == []
        assert len(lain) == 2, "the winner saw both deliveries"
        assert kunci_semua(simpanan, "buku-terima/") == ["buku-terima/00000001.jsonl"]
        assert check_rantai(simpanan).jumlah == 2

    def test_both_runs_of_a_race_keep_what_only_they_saw(
        self, simpanan: Simpanan, tanggal: datetime
    ) -> None:
        simpanan.put(WORKBOOK, b"isi")
        lambat = Rantai(simpanan)
        (terima,) = receive(simpanan, tanggal)
        baru = replace(terima, id="lain")
        assert lambat.write([terima, baru]) == [baru]
        assert (lambat.lembar, check_rantai(simpanan).jumlah) == (2, 2)

    def test_a_write_whose_answer_got_lost_is_no_race(
        self, simpanan: Simpanan, tanggal: datetime, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        simpanan.put(WORKBOOK, b"isi")
        put_once = type(simpanan).put_once

        def hilang(self: Simpanan, kunci: str, data: bytes) -> bool:
            return put_once(self, kunci, data) and put_once(self, kunci, data)

        monkeypatch.setattr(type(simpanan), "put_once", hilang)
        assert len(receive(simpanan, tanggal)) == 1
        assert check_rantai(simpanan).jumlah == 1

    def test_a_delivery_that_changes_while_it_is_read_waits(
        self, simpanan: Simpanan, tanggal: datetime, monkeypatch: pytest.MonkeyPatch,
        caplog: pytest.LogCaptureFixture,
    ) -> None:  # fmt: skip
        kunci = "kotak-masuk/3201/dokumen/3201150101900001.pdf"
        simpanan.put(kunci, b"isi")
        copy_hashed = type(simpanan).copy_hashed

        def diganti(self: Simpanan, objek: Objek, awalan: str) -> str | None:
            self.put(kunci, b"isi lain")
            return copy_hashed(self, objek, awalan)

        with monkeypatch.context() as sementara, caplog.at_level(logging.WARNING):
            sementara.setattr(type(simpanan), "copy_hashed", diganti)
            assert receive(simpanan, tanggal) == []
        assert "3201**********01.pdf" in caplog.text
        assert "3201150101900001" not in caplog.text
        assert [t.sha256 for t in receive(simpanan, tanggal)] == [sidik(b"isi lain")]

    def test_one_closed_file_does_not_stop_the_others(
        self, simpanan: Simpanan, tanggal: datetime, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for nomor in range(3):
            simpanan.put(f"kotak-masuk/3201/data-utama/{nomor}.xlsx", b"%d" % nomor)
        copy_hashed = type(simpanan).copy_hashed

        def tertutup(self: Simpanan, objek: Objek, awalan: str) -> str | None:
            if objek.kunci.endswith("/1.xlsx"):
                raise ObjekTidakTerbaca(f"Tidak diizinkan: {objek.kunci}")
            return copy_hashed(self, objek, awalan)

        with monkeypatch.context() as sementara:
            sementara.setattr(type(simpanan), "copy_hashed", tertutup)
            with pytest.raises(GalatTerima, match=r"1 kiriman tidak terbaca: .*1\.xlsx"):
                receive(simpanan, tanggal)
        assert read_buku_terima(simpanan, tanggal).height == 2
        assert len(receive(simpanan, tanggal)) == 1

    def test_tanggal_needs_a_zone(self, simpanan: Simpanan) -> None:
        with pytest.raises(ValueError, match="time zone"):
            receive(simpanan, datetime(2022, 9, 30))


class TestReadBukuTerima:
    def test_an_empty_book_has_its_columns(self, simpanan: Simpanan, tanggal: datetime) -> None:
        buku = read_buku_terima(simpanan, tanggal)
        assert buku.schema == {
            "id_berkas": pl.Int32,
            "kunci": pl.String,
            "kode_instansi": pl.String,
            "jenis": pl.String,
            "nama_berkas": pl.String,
            "waktu": pl.Datetime("us", "UTC"),
            "ukuran": pl.Int64,
            "sha256": pl.String,
            "diabaikan": pl.Boolean,
            "dicatat": pl.Datetime("us", "UTC"),
        }
        assert buku.is_empty()

    def test_a_broken_book_is_named(self, simpanan: Simpanan, tanggal: datetime) -> None:
        simpanan.put("buku-terima/rusak.jsonl", b'{"id": ')
        with pytest.raises(GalatSimpanan, match=r"Buku terima rusak: buku-terima/rusak\.jsonl"):
            read_buku_terima(simpanan, tanggal)


class TestUrai:
    @pytest.mark.parametrize(
        ("kunci", "hasil"),
        [
            ("kotak-masuk/3201/data-utama/a.xlsx", ("3201", "data-utama", "a.xlsx")),
            ("kotak-masuk/3201/dokumen/sk/a.pdf", ("3201", "dokumen", "sk/a.pdf")),
            ("kotak-masuk/bkn/thk2/a.csv", ("bkn", "thk2", "a.csv")),
            ("kotak-masuk/bkn/data-utama/a.csv", ("bkn", "", "data-utama/a.csv")),
            ("kotak-masuk/3201/thk2/a.csv", ("3201", "", "thk2/a.csv")),
            ("kotak-masuk/a.csv", ("", "", "a.csv")),
        ],
    )
    def test_sender_kind_and_name(self, kunci: str, hasil: tuple[str, str, str]) -> None:
        assert urai_kunci(kunci) == hasil

    def test_the_kinds_of_delivery(self) -> None:
        assert len(jenis_kiriman("3201")) == 9
        assert len(jenis_kiriman("bkn")) == 16

    @pytest.mark.parametrize(
        "nama", ["~$a.xlsx", ".DS_Store", "Thumbs.db", "sub/desktop.ini", "._a.xlsx", "a.xlsx.part"]
    )
    def test_what_programs_leave_behind(self, nama: str) -> None:
        assert is_sisa(nama)
        assert not is_sisa("a.xlsx")
