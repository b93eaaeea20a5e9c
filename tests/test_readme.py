"""The README is true: commands, settings, words and paths that it names are those of the code."""

import ast
import re
from itertools import pairwise
from pathlib import Path

import pytest

from flows.cli import app
from rules.rujukan import AKAR
from tasks.gateways.pengaturan import AWALAN, VARIABEL_BERKAS, Pengaturan

RUMAH = AKAR.parent
README = (RUMAH / "README.md").read_text(encoding="utf-8")
LAPIS = ("flows", "tasks", "rules", "reports")


def section(judul: str) -> str:
    return README.partition(f"\n## {judul}\n")[2].partition("\n## ")[0]


def words(judul_kolom: str) -> set[str]:
    """The words in backticks of the first column of a Kosakata table."""
    tabel = section("Kosakata").partition(f"| {judul_kolom} |")[2].partition("\n\n")[0]
    kolom = " ".join(baris.split("|")[1] for baris in tabel.splitlines()[2:])
    return set(re.findall(r"`(\w+)`", kolom))


def names_of_functions() -> set[str]:
    return {
        satu.name
        for lapis in LAPIS
        for jalur in (RUMAH / lapis).rglob("*.py")
        for satu in ast.walk(ast.parse(jalur.read_text(encoding="utf-8")))
        if isinstance(satu, ast.FunctionDef) and not satu.name.startswith("_")
    }


@pytest.mark.parametrize("perintah", app.registered_commands, ids=lambda satu: str(satu.name))
def test_every_command_is_documented_with_the_example_of_its_help(perintah):
    contoh = re.search(r"Contoh: (pendataan \S.*)", perintah.callback.__doc__)
    assert contoh, perintah.callback.__name__
    assert f"| `{contoh[1]}` |" in section("Run it")


@pytest.mark.parametrize("nama", sorted(Pengaturan.model_fields))
def test_every_setting_is_documented(nama):
    assert f"`{AWALAN}{nama.upper()}`" in section("Run it")


def test_no_setting_is_documented_that_does_not_exist():
    dikenal = {f"{AWALAN}{nama.upper()}" for nama in Pengaturan.model_fields} | {VARIABEL_BERKAS}
    assert set(re.findall(rf"{AWALAN}\w+", README)) == dikenal


def test_every_verb_is_used_and_no_task_uses_another():
    kata = words("Verb")
    assert len(kata) == 9
    assert kata <= {nama.split("_")[0] for nama in names_of_functions()}
    tasks = {jalur.stem for jalur in (RUMAH / "tasks").glob("*.py")} - {"__init__"}
    assert {nama.split("_")[0] for nama in tasks} <= kata


def test_every_further_verb_is_used():
    kalimat = section("Kosakata").partition("Each of these further verbs")[2].splitlines()[0]
    lebih = set(re.findall(r"`([a-z]+)`", kalimat))
    assert {"generate", "judge", "derive", "receive", "land", "explain"} < lebih
    assert lebih <= {nama.split("_")[0] for nama in names_of_functions()}


def test_every_noun_is_used():
    kode = " ".join(
        jalur.read_text(encoding="utf-8") for lapis in LAPIS for jalur in (RUMAH / lapis).rglob("*.py")
    )  # fmt: skip
    dipakai = set(re.findall(r"[a-z0-9]+", kode.lower()))
    assert words("Noun") - dipakai == set()


def map_paths() -> list[Path]:
    """Every file and folder of the tree, and those that its captions name beside them."""
    baris = section("The map").split("```")[1].strip("\n").splitlines()
    jalur: list[Path] = []
    induk: list[tuple[int, Path]] = []
    for satu in baris:
        sela = len(satu) - len(satu.lstrip())
        induk = [(dalam, folder) for dalam, folder in induk if dalam < sela]
        letak = (induk[-1][1] if induk else RUMAH) / satu.split()[0]
        jalur += [
            letak,
            *(letak.parent / nama for nama in re.findall(r"\b[a-z_]+(?:\.py|/(?=\s|$))", satu)[1:]),
        ]
        induk += [(sela, letak)] if satu.split()[0].endswith("/") else []
    return jalur


def test_the_map_shows_what_is_there():
    assert [str(satu) for satu in map_paths() if not satu.exists()] == []


def test_the_map_leaves_out_no_layer_and_no_rule_group():
    tampak = set(map_paths())
    for lapis in (*LAPIS, "reference_data", "tests", "benchmarks"):
        assert RUMAH / lapis in tampak
    assert {berkas.parent for berkas in (RUMAH / "rules").glob("*/__init__.py")} <= tampak


def test_every_path_in_the_text_exists():
    pola = r"`((?:flows|tasks|rules|reports|reference_data|tests|benchmarks)/[\w./-]*)`"
    assert [nama for nama in re.findall(pola, README) if not (RUMAH / nama).exists()] == []


def test_every_pinned_version_that_the_decisions_name_is_the_locked_one():
    kunci = (RUMAH / "requirements.lock").read_text(encoding="utf-8")
    sebut = re.findall(r"\*([a-z0-9-]+) (\d[\d.]*\d)\*", section("Decisions"))
    assert len(sebut) >= 15
    assert [satu for satu in sebut if f"\n{satu[0]}=={satu[1]} " not in f"\n{kunci}"] == []


def test_decisions_are_dated_newest_last():
    tanggal = re.findall(r"^\*\*(\d{4}-\d\d-\d\d), ", section("Decisions"), re.MULTILINE)
    assert len(tanggal) > 10
    assert all(lama <= baru for lama, baru in pairwise(tanggal))


def test_the_readme_names_no_machine_and_no_address():
    assert re.findall(r"https?://|/home/|/root/|/work/", README) == []
