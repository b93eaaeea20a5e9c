"""What only a folder can get wrong: links, pipes, half-written files, permissions."""

import os
import stat
from pathlib import Path

import pytest

from tasks.gateways import simpanan_folder
from tasks.gateways.simpanan import GalatSimpanan, ObjekTidakAda, ObjekTidakTerbaca
from tasks.gateways.simpanan_folder import SimpananFolder


@pytest.fixture
def folder(tmp_path: Path) -> SimpananFolder:
    (tmp_path / "simpanan" / "kotak-masuk").mkdir(parents=True)
    return SimpananFolder(tmp_path / "simpanan")


def izin(jalur: Path) -> int:
    return stat.S_IMODE(jalur.stat().st_mode)


def test_permissions_follow_the_area_whatever_the_umask(folder: SimpananFolder) -> None:
    umask = os.umask(0o077)
    try:
        for kunci in ("arsip/x", "kotak-keluar/3201/x", "publik/situs/x"):
            folder.put(kunci, b"")
    finally:
        os.umask(umask)
    assert (izin(folder.akar / "arsip"), izin(folder.akar / "arsip/x")) == (0o700, 0o600)
    assert izin(folder.akar / "kotak-keluar/3201/x") == 0o640
    assert (izin(folder.akar / "publik/situs"), izin(folder.akar / "publik/situs/x")) == (
        0o755,
        0o644,
    )


def test_a_missing_root_is_an_error_and_no_empty_store(tmp_path: Path) -> None:
    tiada = SimpananFolder(tmp_path / "tiada")
    with pytest.raises(GalatSimpanan, match="tidak ada; periksa PENDATAAN_SIMPANAN"):
        list(tiada.list_objek("kotak-masuk/"))
    tiada.put("kotak-masuk/x", b"")
    assert [objek.kunci for objek in tiada.list_objek()] == ["kotak-masuk/x"]


def test_links_of_senders_lead_nowhere(folder: SimpananFolder, tmp_path: Path) -> None:
    luar = tmp_path / "luar"
    luar.mkdir()
    (luar / "rahasia").write_bytes(b"rahasia")
    masuk = folder.akar / "kotak-masuk"
    (masuk / "3201").symlink_to(luar)
    (masuk / "berkas").symlink_to(luar / "rahasia")
    assert list(folder.list_objek()) == []
    assert list(folder.list_objek("kotak-masuk/3201/")) == []
    for kunci in ("kotak-masuk/3201/rahasia", "kotak-masuk/berkas"):
        assert folder.stat(kunci) is None
        with pytest.raises(ObjekTidakAda):
            folder.get(kunci)
    with pytest.raises(ObjekTidakAda):
        folder.put("kotak-masuk/3201/baru", b"")
    folder.delete("kotak-masuk/3201/rahasia")
    assert sorted(jalur.name for jalur in luar.iterdir()) == ["rahasia"]


def test_a_link_put_in_place_after_listing_is_not_read(
    folder: SimpananFolder, tmp_path: Path
) -> None:
    folder.put("kotak-masuk/x", b"isi")
    (objek,) = folder.list_objek()
    (tmp_path / "rahasia").write_bytes(b"isi")
    (folder.akar / "kotak-masuk/x").unlink()
    (folder.akar / "kotak-masuk/x").symlink_to(tmp_path / "rahasia")
    assert folder.copy_hashed(objek, "arsip/") is None


def test_the_operator_may_link_an_area_to_another_disk(
    folder: SimpananFolder, tmp_path: Path
) -> None:
    (tmp_path / "cakram").mkdir()
    (folder.akar / "arsip").symlink_to(tmp_path / "cakram")
    folder.put_once("arsip/x", b"isi")
    assert (tmp_path / "cakram/x").read_bytes() == b"isi"
    assert [objek.kunci for objek in folder.list_objek()] == ["arsip/x"]


def test_pipes_and_folders_are_no_objects(folder: SimpananFolder) -> None:
    os.mkfifo(folder.akar / "kotak-masuk/pipa")
    (folder.akar / "kotak-masuk/map").mkdir()
    assert list(folder.list_objek()) == []
    for kunci in ("kotak-masuk/pipa", "kotak-masuk/map", "kotak-masuk/map/x/y"):
        assert folder.stat(kunci) is None
        with pytest.raises(ObjekTidakAda):
            folder.get(kunci)


def test_a_broken_write_leaves_the_old_content_and_no_trace(
    folder: SimpananFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.put("arsip/x", b"lama")

    def penuh(fd: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(simpanan_folder.os, "fsync", penuh)
    with pytest.raises(GalatSimpanan, match="No space left"):
        folder.put("arsip/x", b"baru")
    assert folder.get("arsip/x") == b"lama"
    assert [jalur.name for jalur in (folder.akar / "arsip").iterdir()] == ["x"]


def test_unfinished_files_are_not_listed(folder: SimpananFolder) -> None:
    (folder.akar / "kotak-masuk/.pendataan-sementara-abc").write_bytes(b"")
    (folder.akar / "kotak-masuk/.DS_Store").write_bytes(b"")
    assert [objek.kunci for objek in folder.list_objek()] == ["kotak-masuk/.DS_Store"]


def test_any_name_a_sender_found_possible_can_be_read(folder: SimpananFolder) -> None:
    nama = [b"d\xe9c.xlsx", b"map\\berkas.xlsx", b"baris\nbaru"]
    for satu in nama:
        Path(os.fsdecode(os.fsencode(folder.akar / "kotak-masuk") + b"/" + satu)).write_bytes(satu)
    objek = list(folder.list_objek("kotak-masuk/"))
    assert {folder.get(o.kunci) for o in objek} == set(nama)


def test_a_file_written_to_while_it_is_copied_waits(
    folder: SimpananFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.put("kotak-masuk/x", b"isi")
    (objek,) = folder.list_objek()
    salin = simpanan_folder._salin

    def salin_lalu_ditulisi(sumber: object, tujuan: object) -> str:
        jumlah = salin(sumber, tujuan)
        with (folder.akar / "kotak-masuk/x").open("ab") as berkas:
            berkas.write(b" tambahan")
        return jumlah

    monkeypatch.setattr(simpanan_folder, "_salin", salin_lalu_ditulisi)
    assert folder.copy_hashed(objek, "arsip/") is None
    assert list(folder.list_objek("arsip/")) == []


def test_a_closed_file_is_told_from_a_broken_store(
    folder: SimpananFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.put("kotak-masuk/x", b"isi")

    def tolak(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(simpanan_folder.os, "open", tolak)
    with pytest.raises(ObjekTidakTerbaca, match="Tidak diizinkan: kotak-masuk/x"):
        folder.get("kotak-masuk/x")


def test_time_is_kept_to_the_microsecond(folder: SimpananFolder) -> None:
    folder.put("kotak-masuk/x", b"")
    os.utime(folder.akar / "kotak-masuk/x", ns=(0, 1_664_557_199_123_456_789))
    (objek,) = folder.list_objek()
    assert objek.waktu.isoformat() == "2022-09-30T16:59:59.123456+00:00"


def test_a_file_where_a_folder_is_needed_is_an_error(folder: SimpananFolder) -> None:
    folder.put("publik/x", b"")
    with pytest.raises(GalatSimpanan):
        folder.put("publik/x/y", b"")


def test_the_loser_of_a_race_changes_nothing(
    folder: SimpananFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.put("arsip/x", b"pertama")
    monkeypatch.setattr(Path, "exists", lambda self: False)
    monkeypatch.setattr(SimpananFolder, "exists", lambda self, kunci: False)
    assert folder.put_once("arsip/x", b"kedua") is False
    monkeypatch.undo()
    assert folder.get("arsip/x") == b"pertama"
    assert [jalur.name for jalur in (folder.akar / "arsip").iterdir()] == ["x"]


def test_a_file_that_vanishes_during_the_listing_is_left_out(folder: SimpananFolder) -> None:
    folder.put("kotak-masuk/a", b"")
    folder.put("kotak-masuk/b", b"")
    isi = folder.list_objek()
    assert next(isi).kunci == "kotak-masuk/a"
    (folder.akar / "kotak-masuk/b").unlink()
    assert list(isi) == []


def test_below_a_link_there_is_nothing(folder: SimpananFolder, tmp_path: Path) -> None:
    (tmp_path / "luar/dalam").mkdir(parents=True)
    (tmp_path / "luar/dalam/x").write_bytes(b"")
    (folder.akar / "kotak-masuk/3201").symlink_to(tmp_path / "luar")
    assert list(folder.list_objek("kotak-masuk/3201/dalam/")) == []


def test_a_closed_folder_is_an_error_and_no_empty_one(
    folder: SimpananFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.put("kotak-masuk/3201/x", b"isi")

    def tolak(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as sementara:
        sementara.setattr(simpanan_folder.os, "scandir", tolak)
        with pytest.raises(ObjekTidakTerbaca):
            list(folder.list_objek())
    monkeypatch.setattr(Path, "lstat", tolak)
    with pytest.raises(ObjekTidakTerbaca):
        folder.stat("kotak-masuk/3201/x")


def test_only_objects_are_deleted(folder: SimpananFolder) -> None:
    folder.put("publik/situs/x", b"isi")
    with pytest.raises(GalatSimpanan):
        folder.delete("publik/situs")
    assert folder.get("publik/situs/x") == b"isi"


def test_an_unfinished_file_does_not_lie_among_what_is_frozen(tmp_path: Path) -> None:
    """A killed process leaves it where it was: nobody may find it beside the files of a potret."""
    simpanan = SimpananFolder(tmp_path)
    simpanan.put_once("potret/finalisasi/5105/manifest.json", b"{}")
    with simpanan._menulis("potret/finalisasi/5105/daftar.parquet") as (berkas, _):
        assert Path(berkas.name).parent == tmp_path / "potret"
        assert [satu.name for satu in (tmp_path / "potret/finalisasi/5105").iterdir()] == [
            "manifest.json"
        ]
        assert [satu.kunci for satu in simpanan.list_objek("potret/")] == [
            "potret/finalisasi/5105/manifest.json"
        ]
