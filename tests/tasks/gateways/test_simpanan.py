"""What every store must do, whichever it is."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.simpanan import (
    GalatSimpanan,
    KunciTidakSah,
    ObjekTidakAda,
    Simpanan,
    check_kunci,
    from_kunci,
    samarkan_kunci,
    sidik,
    to_kunci,
)


def kunci_semua(simpanan: Simpanan, awalan: str = "") -> list[str]:
    return [objek.kunci for objek in simpanan.list_objek(awalan)]


class TestSimpanan:
    def test_what_was_put_is_got(self, simpanan: Simpanan) -> None:
        simpanan.put("publik/laporan satu (é).html", b"isi", "text/html")
        assert simpanan.get("publik/laporan satu (é).html") == b"isi"
        assert simpanan.exists("publik/laporan satu (é).html")

    def test_put_replaces(self, simpanan: Simpanan) -> None:
        simpanan.put("publik/x", b"lama")
        simpanan.put("publik/x", b"baru sekali")
        assert simpanan.get("publik/x") == b"baru sekali"

    def test_empty_object(self, simpanan: Simpanan) -> None:
        simpanan.put("publik/kosong", b"")
        assert simpanan.get("publik/kosong") == b""
        assert simpanan.stat("publik/kosong").ukuran == 0

    def test_stat_is_what_the_listing_shows(self, simpanan: Simpanan) -> None:
        simpanan.put("publik/x", b"isi")
        (terdaftar,) = simpanan.list_objek("publik/")
        assert simpanan.stat("publik/x") == terdaftar
        assert terdaftar.ukuran == 3
        assert terdaftar.waktu.tzinfo is UTC
        assert abs(datetime.now(UTC) - terdaftar.waktu) < timedelta(minutes=1)

    def test_absent(self, simpanan: Simpanan) -> None:
        assert simpanan.stat("publik/x") is None
        assert not simpanan.exists("publik/x")
        with pytest.raises(ObjekTidakAda):
            simpanan.get("publik/x")
        with pytest.raises(ObjekTidakAda):
            simpanan.local_path("publik/x")
        simpanan.delete("publik/x")

    def test_delete(self, simpanan: Simpanan) -> None:
        simpanan.put("publik/x", b"isi")
        simpanan.delete("publik/x")
        assert kunci_semua(simpanan) == []

    def test_listing_is_sorted_by_key_and_bound_to_the_prefix(self, simpanan: Simpanan) -> None:
        # "-" and "." sort before "/", digits after it: a walk folder by folder gets this wrong.
        kunci = [
            "publik/a-1",
            "publik/a.x/1",
            "publik/a/1",
            "publik/a/b/2",
            "publik/a1",
            "publik/b",
        ]
        for satu in reversed(kunci):
            simpanan.put(satu, b"")
        simpanan.put("publikasi/x", b"")
        assert kunci_semua(simpanan, "publik/") == kunci
        assert kunci_semua(simpanan, "publik/a/") == ["publik/a/1", "publik/a/b/2"]
        assert kunci_semua(simpanan, "publik/a") == kunci[:-1]
        assert kunci_semua(simpanan) == [*kunci, "publikasi/x"]
        assert kunci_semua(simpanan, "potret/") == []
        assert kunci_semua(simpanan, "publik/tidak/ada/") == []

    def test_put_file_streams_a_local_file(self, simpanan: Simpanan, tmp_path: Path) -> None:
        berkas = tmp_path / "besar.parquet"
        berkas.write_bytes(bytes(range(256)) * 4000)
        simpanan.put_file("potret/x/besar.parquet", berkas)
        assert simpanan.get("potret/x/besar.parquet") == berkas.read_bytes()

    def test_a_missing_local_file_is_the_callers_error(
        self, simpanan: Simpanan, tmp_path: Path
    ) -> None:
        with pytest.raises(FileNotFoundError):
            simpanan.put_file("publik/x", tmp_path / "tidak-ada")

    def test_put_once_keeps_the_first(self, simpanan: Simpanan, tmp_path: Path) -> None:
        assert simpanan.put_once("arsip/x", b"pertama") is True
        assert simpanan.put_once("arsip/x", b"kedua") is False
        (tmp_path / "ketiga").write_bytes(b"ketiga")
        assert simpanan.put_once("arsip/x", tmp_path / "ketiga") is False
        assert simpanan.put_once("arsip/y", tmp_path / "ketiga") is True
        assert simpanan.get("arsip/x") == b"pertama"
        assert simpanan.get("arsip/y") == b"ketiga"

    def test_put_changed_touches_nothing_when_the_bytes_are_the_same(
        self, simpanan: Simpanan, tmp_path: Path
    ) -> None:
        assert simpanan.put_changed("publik/x", b"sama") is True
        awal = simpanan.stat("publik/x")
        (tmp_path / "sama").write_bytes(b"sama")
        assert simpanan.put_changed("publik/x", b"sama") is False
        assert simpanan.put_changed("publik/x", tmp_path / "sama") is False
        assert simpanan.stat("publik/x") == awal
        assert simpanan.put_changed("publik/x", b"lain") is True
        assert simpanan.get("publik/x") == b"lain"

    def test_copy_hashed_names_the_copy_after_its_content(self, simpanan: Simpanan) -> None:
        simpanan.put("kotak-masuk/x", b"isi")
        (objek,) = simpanan.list_objek("kotak-masuk/")
        jumlah = simpanan.copy_hashed(objek, "arsip/")
        assert jumlah == sidik(b"isi")
        assert simpanan.copy_hashed(objek, "arsip/") == jumlah
        assert kunci_semua(simpanan) == [f"arsip/{jumlah}", "kotak-masuk/x"]
        assert simpanan.get(f"arsip/{jumlah}") == b"isi"

    def test_copy_hashed_refuses_what_is_no_longer_there(self, simpanan: Simpanan) -> None:
        simpanan.put("kotak-masuk/x", b"isi")
        (objek,) = simpanan.list_objek("kotak-masuk/")
        simpanan.put("kotak-masuk/x", b"isi lain")
        assert simpanan.copy_hashed(objek, "arsip/") is None
        simpanan.delete("kotak-masuk/x")
        assert simpanan.copy_hashed(objek, "arsip/") is None
        assert kunci_semua(simpanan) == []

    def test_local_path_holds_the_content(self, simpanan: Simpanan) -> None:
        simpanan.put("arsip/x", b"tetap")
        assert simpanan.local_path("arsip/x").read_bytes() == b"tetap"
        assert simpanan.local_path("arsip/x") == simpanan.local_path("arsip/x")
        simpanan.put("publik/x", b"lama")
        assert simpanan.local_path("publik/x").read_bytes() == b"lama"
        simpanan.put("publik/x", b"baru")
        assert simpanan.local_path("publik/x").read_bytes() == b"baru"

    @pytest.mark.parametrize(
        "kunci",
        ["", "/etc/passwd", "a/../b", "..", "a/./b", "a//b", "a/", "a\\b", "a\0b", "a\nb",
         "a/.pendataan-sementara-x", "é" * 513, "a\ud800"],
    )  # fmt: skip
    def test_dangerous_keys_are_refused(self, simpanan: Simpanan, kunci: str) -> None:
        for kerja in (simpanan.get, simpanan.stat, simpanan.delete, simpanan.local_path):
            with pytest.raises(KunciTidakSah):
                kerja(kunci)
        with pytest.raises(KunciTidakSah):
            simpanan.put(kunci, b"")
        with pytest.raises(KunciTidakSah):
            simpanan.put_once(kunci, b"")

    def test_dangerous_prefixes_are_refused(self, simpanan: Simpanan) -> None:
        with pytest.raises(KunciTidakSah):
            list(simpanan.list_objek("../"))

    def test_many_writers(self, simpanan: Simpanan) -> None:
        with ThreadPoolExecutor(4) as kolam:
            list(kolam.map(lambda n: simpanan.put(f"publik/{n}/x", b"%d" % n), range(40)))
        assert len(kunci_semua(simpanan, "publik/")) == 40
        assert simpanan.get("publik/39/x") == b"39"

    def test_put_once_has_one_winner(
        self, simpanan: Simpanan, pengaturan: Pengaturan, request: pytest.FixtureRequest
    ) -> None:
        if pengaturan.bucket:
            request.getfixturevalue("s3_lengkap")
        with ThreadPoolExecutor(8) as kolam:
            menang = list(kolam.map(lambda n: simpanan.put_once("arsip/x", b"%d" % n), range(8)))
        assert menang.count(True) == 1
        assert simpanan.get("arsip/x") == b"%d" % menang.index(True)

    def test_errors_show_no_nik(self, simpanan: Simpanan) -> None:
        with pytest.raises(GalatSimpanan) as galat:
            simpanan.get("publik/3201150101900001_ijazah.pdf")
        assert "3201**********01_ijazah.pdf" in str(galat.value)


class TestKunci:
    @pytest.mark.parametrize(
        "nama",
        ["biasa.xlsx", "a\\b", "a\nb", "a//b", "../x", "./x", "x/..", "\ufffd41", "a\udce9b"],
    )
    def test_every_name_has_a_safe_key_and_comes_back(self, nama: str) -> None:
        kunci = check_kunci(f"kotak-masuk/{to_kunci(nama)}")
        assert from_kunci(kunci) == f"kotak-masuk/{nama}"

    def test_ordinary_names_stay_as_they_are(self) -> None:
        assert (
            to_kunci("3201/data-utama/Dinas é #1 50%.xlsx") == "3201/data-utama/Dinas é #1 50%.xlsx"
        )

    def test_long_digit_runs_are_masked(self) -> None:
        assert samarkan_kunci("x/3201150101900001.pdf") == "x/3201**********01.pdf"
        assert samarkan_kunci("x/20221031.pdf") == "x/20221031.pdf"
