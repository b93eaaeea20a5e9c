"""The shape of the house: what stands where, how large it may grow, and that nothing stands unused."""

import ast
import re
from functools import cache
from pathlib import Path
from statistics import median

import duckdb
import pytest

from rules.katalog import hukum_terakhir
from rules.ketentuan import Ketentuan, is_tetap, ketentuan_on
from rules.rujukan import AKAR
from rules.rule import load_rules

RUMAH = AKAR.parent
LAPIS = ("flows", "tasks", "rules", "reports")
TAK_BERNAMA = {"utils", "util", "helpers", "helper", "common", "misc", "base", "constants", "core"}
# Who may touch an outside system: its package, and the folders that may import it.
DILUAR = {
    "prefect": ("flows", "tasks"),
    "duckdb": ("tasks",),
    "minio": ("tasks",),
    "fastexcel": ("tasks", "benchmarks"),
    "great_expectations": ("tasks",),
}
# Values of the law that nothing is decided by; they stand for the reader of a letter as a whole.
HANYA_DICATAT = {
    "masa_transisi_tahun",
    "mata_anggaran",
    "kelompok_tidak_termasuk",
    "jumlah_nomenklatur",
    "kelompok_urutan",
    "wajib_dianggap_tidak_memiliki",
    "pengumuman_sarana",
}


@cache
def sources(*folder: str) -> dict[Path, ast.Module]:
    """Every Python file of the folders, parsed, by its path in the repository."""
    return {
        jalur.relative_to(RUMAH): ast.parse(jalur.read_text(encoding="utf-8"))
        for satu in folder
        for jalur in sorted((RUMAH / satu).rglob("*.py"))
    }


def functions(pohon: ast.AST) -> list[ast.FunctionDef]:
    return [satu for satu in ast.walk(pohon) if isinstance(satu, ast.FunctionDef)]


def length(fungsi: ast.FunctionDef) -> int:
    return (fungsi.end_lineno or 0) - fungsi.lineno + 1


def decorators(fungsi: ast.FunctionDef) -> set[str]:
    """Names of what decorates it: task, rule, command, property …"""
    return {
        nama.group()
        for satu in fungsi.decorator_list
        if (nama := re.match(r"[\w.]+", ast.unparse(satu)))
    }


TASKS = [jalur for jalur in sources("tasks") if len(jalur.parts) == 2 and jalur.stem != "__init__"]


@pytest.mark.parametrize("jalur", TASKS, ids=str)
def test_one_task_file_is_one_task_of_the_same_name(jalur):
    pohon = sources("tasks")[jalur]
    assert [f.name for f in functions(pohon) if "task" in decorators(f)] == [jalur.stem]
    umum = [f.name for f in pohon.body if isinstance(f, ast.FunctionDef) and f.name[0] != "_"]
    assert umum == [jalur.stem]
    assert len((RUMAH / jalur).read_text(encoding="utf-8").splitlines()) <= 60


def test_no_module_is_named_for_nothing():
    semua = sources(*LAPIS, "tests", "benchmarks")
    assert [str(j) for j in semua if {j.stem, *j.parts[:-1]} & TAK_BERNAMA] == []


def test_files_and_functions_are_small():
    ukuran = {
        jalur: len((RUMAH / jalur).read_text(encoding="utf-8").splitlines())
        for jalur in sources(*LAPIS)
    }
    assert {jalur: baris for jalur, baris in ukuran.items() if baris > 400} == {}
    assert median(ukuran.values()) <= 80
    panjang = [length(f) for pohon in sources(*LAPIS).values() for f in functions(pohon)]
    assert max(panjang) <= 60
    assert median(panjang) <= 12


def test_outside_systems_are_touched_in_their_place_only():
    salah = [
        (str(jalur), paket)
        for jalur, pohon in sources(*LAPIS, "benchmarks").items()
        for paket in imported(pohon) & set(DILUAR)
        if jalur.parts[0] not in DILUAR[paket]
    ]
    assert salah == []


def test_gateways_know_no_prefect():
    semua = sources("tasks/gateways")
    assert [str(jalur) for jalur, pohon in semua.items() if "prefect" in imported(pohon)] == []


def imported(pohon: ast.AST) -> set[str]:
    nama = [n for s in ast.walk(pohon) if isinstance(s, ast.Import) for n in s.names]
    dari = [s.module or "" for s in ast.walk(pohon) if isinstance(s, ast.ImportFrom)]
    return {satu.split(".")[0] for satu in (*dari, *(n.name for n in nama))}


def test_public_functions_and_classes_say_what_they_are():
    bisu = [
        f"{jalur}: {satu.name}"
        for jalur, pohon in sources(*LAPIS).items()
        for satu in pohon.body
        if isinstance(satu, ast.FunctionDef | ast.ClassDef)
        and not satu.name.startswith("_")
        and not ast.get_docstring(satu)
    ]
    assert bisu == []


def test_every_public_function_is_called():
    semua = sources(*LAPIS, "benchmarks")
    dipakai = {
        nama
        for pohon in semua.values()
        for satu in ast.walk(pohon)
        for nama in (getattr(satu, "id", None), getattr(satu, "attr", None))
    }
    # The README calls its tables, a template its functions, an installer the entry point.
    luar = [RUMAH / "README.md", RUMAH / "pyproject.toml", *(RUMAH / "reports").rglob("*.j2")]
    dipakai |= set(re.findall(r"\w+", " ".join(b.read_text(encoding="utf-8") for b in luar)))
    menganggur = [
        f"{jalur}: {satu.name}"
        for jalur, pohon in semua.items()
        for satu in pohon.body
        if isinstance(satu, ast.FunctionDef)
        and satu.name not in dipakai
        and not decorators(satu) & {"rule", "app.command", "app.callback"}
    ]
    assert menganggur == []


def test_every_value_of_the_law_is_read_fixed_or_only_recorded():
    pohon = [isi for jalur, isi in sources(*LAPIS).items() if jalur.name != "ketentuan.py"]
    sql = " ".join(b.read_text(encoding="utf-8") for b in (RUMAH / "reports").rglob("*.sql"))
    dibaca = {s.attr for isi in pohon for s in ast.walk(isi) if isinstance(s, ast.Attribute)}
    dibaca |= {
        nama
        for isi in pohon
        for satu in ast.walk(isi)
        if isinstance(satu, ast.Constant) and isinstance(satu.value, str)
        for nama in re.findall(r"\w+", satu.value)
    } | set(re.findall(r"\w+", sql))
    nama = set(Ketentuan.model_fields) - {"tanggal", "sumber"}
    assert {satu for satu in nama - dibaca if not is_tetap(satu)} == HANYA_DICATAT


def test_every_rule_file_has_its_spec_tables():
    berkas = {Path(satu.ungkapan.__code__.co_filename) for satu in load_rules()}
    uji = {RUMAH / "tests/rules" / satu.parent.name / f"test_{satu.name}" for satu in berkas}
    assert [str(satu) for satu in uji if not satu.exists()] == []


# Made from the shipped references, or from what was compared in memory: nothing in the gudang to ask.
TANPA_GUDANG = {"templat", "simulasi", "bayangan", "perbandingan"}
DOKUMEN = [satu.parent for satu in sorted((RUMAH / "reports").glob("*/__init__.py"))]


@pytest.mark.parametrize("folder", DOKUMEN, ids=lambda satu: satu.name)
def test_every_document_is_whole(folder):
    """SQL that says what, a strict model that says what may be shown, a public function that renders."""
    assert bool(list(folder.rglob("*.sql"))) != (folder.name in TANPA_GUDANG)
    isi = [berkas.read_text(encoding="utf-8") for berkas in folder.glob("*.py")]
    assert any(re.search(r"\((Isi|Dokumen)\):", satu) for satu in isi)
    assert ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))
    assert any(re.search(r"^def render_\w+\(", satu, re.MULTILINE) for satu in isi)


def test_every_template_and_query_is_used():
    kode = " ".join(
        berkas.read_text(encoding="utf-8")
        for satu in LAPIS
        for berkas in (RUMAH / satu).rglob("*")
        if berkas.suffix in {".py", ".j2"}
    )
    menganggur = [
        str(berkas.relative_to(RUMAH))
        for berkas in (RUMAH / "reports").rglob("*")
        if berkas.suffix in {".j2", ".sql", ".css"}
        and berkas.parent.name != "tabel"
        and not _named(berkas, kode)
    ]
    assert menganggur == []


def _named(berkas: Path, kode: str) -> bool:
    """Templates by file name; queries as `document/name`, or by their own name beside the code."""
    if berkas.suffix != ".sql":
        return berkas.name in kode
    folder = berkas.parent.name
    ragam = (f'"{folder}/{berkas.stem}"', f'"{berkas.name}"')
    banyak = re.findall(rf'f"{folder}/{{nama}}"', kode) and f'"{berkas.stem}"' in kode
    return bool(banyak) or any(satu in kode for satu in ragam)


def test_every_table_and_column_has_a_comment():
    with duckdb.connect() as gudang:
        gudang.execute((AKAR / "schema.sql").read_text(encoding="utf-8"))
        tabel = gudang.execute(
            "SELECT table_name, comment FROM duckdb_tables() "
            "UNION ALL SELECT view_name, comment FROM duckdb_views() WHERE NOT internal"
        ).fetchall()
        bisu = gudang.execute(
            "SELECT table_name, column_name FROM duckdb_columns() "
            "WHERE NOT internal AND comment IS NULL"
        ).fetchall()
    assert [nama for nama, isi in tabel if not (isi or "").startswith("Satu baris per ")] == []
    assert bisu == []


def test_every_reference_file_is_read_and_has_a_known_origin():
    kode = " ".join(
        berkas.read_text(encoding="utf-8")
        for satu in (*LAPIS, "reference_data/regulasi")
        for berkas in (RUMAH / satu).rglob("*")
        if berkas.suffix in {".py", ".toml"}
    )
    asal = (AKAR / "ASAL.md").read_text(encoding="utf-8")
    for berkas in sorted(AKAR.glob("*.*")):
        if berkas.suffix != ".md":
            assert berkas.name in kode, f"nobody reads {berkas.name}"
            assert f"`{berkas.name}`" in asal, (
                f"ASAL.md does not say where {berkas.name} comes from"
            )


def test_the_recorded_values_are_still_in_the_law():
    assert set(ketentuan_on(hukum_terakhir()).sumber) >= HANYA_DICATAT
