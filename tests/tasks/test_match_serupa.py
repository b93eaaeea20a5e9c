from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from tasks.gateways.gudang import empty_table
from tasks.gateways.susunan import Susunan
from tasks.gateways.umpan import TIPE, skema_umpan
from tasks.match_serupa import match_serupa
from tests.rules.orang import tenaga

NIK, PENDEK, LAIN = "1101011708900012", "110101170890001", "1101021708900077"


def siapkan_malam(folder: Path, keputusan: list[dict[str, object]]) -> Susunan:
    """A night's tables: two rows of one person, the second with a digit lost; one who is not in the list."""
    susunan = Susunan(folder)
    orang = tenaga(
        {"id_berkas": 1, "nik": NIK},
        {"id_berkas": 2, "nik": None, "kode_instansi": "5105"},
        {"id_berkas": 1, "nik": LAIN, "status_baris": "DITARIK"},
    )
    susunan.write("tenaga", orang)
    susunan.write("berkas", pl.DataFrame({"id_berkas": [1, 2], "sha256": ["a", "b"]}, schema_overrides={"id_berkas": pl.Int32}))  # fmt: skip
    asli = {"sha256": "b", "lembar": "Data Utama", "baris": 3, "kolom": "nik", "nilai": PENDEK, "sebab": "TAK_TERBACA"}  # fmt: skip
    susunan.write("nilai_asli", pl.DataFrame([asli], schema=empty_table("nilai_asli").schema))
    if keputusan:
        skema = {nama: TIPE[tipe] for nama, tipe in skema_umpan()["keputusan-pasangan"].items()}
        susunan.write("keputusan_pasangan", pl.DataFrame(keputusan, schema=skema))
    return susunan


def test_the_list_is_matched_and_every_table_is_as_the_gudang_wants_it(tmp_path: Path) -> None:
    susunan = siapkan_malam(tmp_path, [])
    assert match_serupa.fn(tmp_path) == 1
    assert susunan.read("orang").rows() == [(1, 1, 2), (2, 1, 2)]
    for tabel in ("pasangan", "orang", "kunci_blok"):
        assert susunan.read(tabel).columns == empty_table(tabel).columns


def test_what_a_reviewer_decided_survives_the_next_night(tmp_path: Path) -> None:
    kata = {
        "kode_instansi_satu": "5105", "nik_satu": PENDEK, "kode_instansi_dua": "5104", "nik_dua": NIK,
        "keputusan": "BERBEDA", "oleh": "198001012005011001", "alasan": "KTP dilihat",
        "waktu": datetime(2022, 10, 3, tzinfo=UTC),
    }  # fmt: skip
    susunan = siapkan_malam(tmp_path, [kata])
    for _ in range(2):
        assert match_serupa.fn(tmp_path) == 2
        assert susunan.read("pasangan").select("keputusan", "digabung").rows() == [
            ("BERBEDA", False)
        ]
