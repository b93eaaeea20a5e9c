from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl
import pytest

from rules.pembacaan.penolakan import BerkasDitolakError
from tasks.gateways.umpan import scan_umpan, skema_umpan, umpan_bertambah

DUKCAPIL = {
    "nik": ["3201014107900001", "0201014107900001"],
    "nama": ["SITI", "BUDI"],
    "tanggal_lahir": ["1990-07-01", None],
    "jenis_kelamin": ["P", "L"],
    "status": ["HIDUP", "MENINGGAL"],
}
KONFIRMASI = {"nik": ["1"], "kode_instansi": ["0001"], "aktif": ["YA"]}


def csv(folder: Path, isi: dict) -> Path:
    pl.DataFrame(isi).write_csv(folder / "u.csv")
    return folder / "u.csv"


def parquet(folder: Path, isi: dict) -> Path:
    pl.DataFrame(isi).write_parquet(folder / "u.parquet")
    return folder / "u.parquet"


@pytest.mark.parametrize("tulis", [csv, parquet])
def test_columns_are_typed_and_codes_stay_text(tmp_path: Path, tulis) -> None:
    frame = scan_umpan(tulis(tmp_path, DUKCAPIL | {"lain": [1, 2]}), "dukcapil").collect()
    assert frame.columns == list(skema_umpan()["dukcapil"])
    assert frame["nik"].to_list() == DUKCAPIL["nik"]
    assert frame["tanggal_lahir"].to_list() == [date(1990, 7, 1), None]


@pytest.mark.parametrize(
    "tulisan",
    ["2022-10-01T08:00:00+07:00", "2022-10-01 08:00:00.000+0700", "2022-10-01T01:00Z"],
)
def test_times_are_moments(tmp_path: Path, tulisan: str) -> None:
    frame = scan_umpan(csv(tmp_path, KONFIRMASI | {"waktu": [tulisan]}), "portal-konfirmasi")
    assert frame.collect()["waktu"].to_list() == [datetime(2022, 10, 1, 1, tzinfo=UTC)]


def test_typed_parquet_is_taken_as_it_is(tmp_path: Path) -> None:
    waktu = [datetime(2022, 10, 1, 1, tzinfo=UTC)]
    frame = scan_umpan(parquet(tmp_path, KONFIRMASI | {"waktu": waktu}), "portal-konfirmasi")
    assert frame.collect()["waktu"].to_list() == waktu


@pytest.mark.parametrize("waktu", ["2022-10-01T08:00:00", "01-10-2022", datetime(2022, 10, 1)])
@pytest.mark.parametrize("tulis", [csv, parquet])
def test_a_time_without_zone_is_no_moment(tmp_path: Path, tulis, waktu) -> None:
    with pytest.raises(BerkasDitolakError) as ditolak:
        scan_umpan(tulis(tmp_path, KONFIRMASI | {"waktu": [waktu]}), "portal-konfirmasi")
    assert ditolak.value.penolakan.kode == "F-UMPAN-NILAI"


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        ({k: v for k, v in DUKCAPIL.items() if k != "status"}, "F-UMPAN-KOLOM"),
        (DUKCAPIL | {"tanggal_lahir": ["01-07-1990", "1990-07-01"]}, "F-UMPAN-NILAI"),
    ],
)
def test_a_lacking_column_or_value_refuses_the_feed(tmp_path: Path, isi: dict, kode: str) -> None:
    with pytest.raises(BerkasDitolakError) as ditolak:
        scan_umpan(csv(tmp_path, isi), "dukcapil")
    assert ditolak.value.penolakan.kode == kode


def test_only_what_was_changed_need_be_sent(tmp_path: Path) -> None:
    isi = {
        "nik": ["1"],
        "kode_instansi": ["0001"],
        "waktu": ["2022-10-01T01:00Z"],
        "email": ["a@b"],
    }
    frame = scan_umpan(csv(tmp_path, isi), "portal-biodata").collect()
    assert frame.columns == list(skema_umpan()["portal-biodata"])
    assert frame.select("email", "tanggal_lahir").rows() == [("a@b", None)]
    assert frame.schema["tanggal_lahir"] == pl.Date


@pytest.mark.parametrize("isi", [b"", b"PAR1rusak", b"\xff\xfe\x00nik"])
def test_what_is_neither_parquet_nor_csv(tmp_path: Path, isi: bytes) -> None:
    (tmp_path / "u").write_bytes(isi)
    with pytest.raises(BerkasDitolakError):
        scan_umpan(tmp_path / "u", "dukcapil")


def test_the_table_of_feeds() -> None:
    assert len(skema_umpan()) == 16
    assert umpan_bertambah() < set(skema_umpan())
    assert "thk2" not in umpan_bertambah()
