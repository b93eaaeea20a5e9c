"""How many wrong steps the cases catch, per rule: `python -m tests.mutasi` prints the score.

Each threshold, comparison, date bound and null test of a rule is moved one step; its own spec tables
must then disagree. What rules share is held against the tables of all who use it and the tests of
its module, what the facts compute against the tests of those facts. A step that changes nothing for anybody stands by name, with
the reason, in mutasi_setara.toml.
"""

import importlib
import re
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from time import perf_counter
from types import FunctionType, ModuleType
from typing import Any, ClassVar

import polars as pl

import rules.ungkapan
from rules.ketentuan import Ketentuan, is_tetap
from rules.rule import Aturan, load_rules
from tests.cases import Tabel
from tests.daftar_kasus import daftar_kasus
from tests.jalankan import Panggilan, calls_of, load_tests
from tests.mutan import constant_mutants, mutants_of, value_mutants

SETARA = Path(__file__).with_name("mutasi_setara.toml")
# Modules that read files or print: they have tests of another kind.
BUKAN_HUKUM = ("rules.rule", "rules.ketentuan", "rules.rujukan", "rules.kalimat", "rules.pembacaan", "rules.siapa_berlaku")  # fmt: skip


@dataclass
class Skor:
    """What became of the wrong steps of one subject; `lolos` were caught by nobody.

    `teliti`: steps that the list calls equivalent are tried too.
    """

    subjek: str
    teliti: ClassVar[bool] = False
    tertangkap: int = 0
    setara: list[str] = field(default_factory=list)
    lolos: list[str] = field(default_factory=list)

    @property
    def persen(self) -> float:
        """Caught, of those that change anything."""
        semua = self.tertangkap + len(self.lolos)
        return 100 * self.tertangkap / semua if semua else 100.0

    def note(self, nama: str, caught: Callable[[], bool]) -> None:
        """One step: whether it is caught, which takes longest to ask of those that nobody can catch."""
        setara = f"{self.subjek}: {nama}" in equivalents()
        if setara and not (self.teliti and caught()):
            self.setara.append(nama)
        elif not setara and not caught():
            self.lolos.append(nama)
        else:
            self.tertangkap += 1


@cache
def equivalents() -> Mapping[str, str]:
    """Steps that change nothing, by name, with the reason."""
    isi: dict[str, str] = tomllib.loads(SETARA.read_text("utf-8"))["setara"]
    return isi


def score_rules() -> list[Skor]:
    """Every rule against its own tables: its expression, and the ketentuan it reads."""
    return [_score_rule(satu, daftar_kasus().get(satu.kode, [])) for satu in load_rules()]


def steps_of(aturan: Aturan) -> Iterator[tuple[Tabel, list[bool | None]]]:
    """Each table of the rule as it would be judged one step beside a threshold, a date or a list."""
    for tabel in daftar_kasus()[aturan.kode]:
        for kunci in _laws_read(aturan, tabel.k):
            for _, nilai in value_mutants(getattr(tabel.k, kunci), _words([tabel])):
                for satu in nilai:
                    yield tabel, tabel.judge(aturan(tabel.k.model_copy(update={kunci: satu})))
        for nama, palsu in mutants_of(aturan.ungkapan):
            if any(tanda in nama for tanda in (" > ", " < ", ">=", "<=")):
                yield tabel, tabel.judge(palsu(tabel.k))


def score_shared() -> list[Skor]:
    """What several rules share, against the tables of all of them."""
    pemakai: dict[Any, list[Aturan]] = {}
    for satu in load_rules():
        for benda in _reached(satu.ungkapan):
            pemakai.setdefault(benda, []).append(satu)
    return [_score_shared(benda, semua) for benda, semua in pemakai.items()]


def score_facts(
    modul: ModuleType, pola: tuple[str, ...], hanya: tuple[str, ...] = ()
) -> list[Skor]:
    """The functions of a module of facts (`hanya`: these), against the tests of the files `pola`."""
    berkas = [satu for p in pola for satu in load_tests(p)]
    uji = [p for satu in berkas for p in calls_of(satu) if not hasattr(p.func, "hypothesis")]
    uji.sort(key=_duration)
    fungsi = [
        f
        for f in vars(modul).values()
        if type(f) is FunctionType and f.__module__ == modul.__name__
    ]
    skor = [
        _score_function(f, partial(_fails, uji)) for f in fungsi if not hanya or f.__name__ in hanya
    ]
    return [*skor, *([] if hanya else [_score_law(modul, berkas, uji)])]


def _score_rule(aturan: Aturan, tabel: list[Tabel]) -> Skor:
    skor = Skor(aturan.kode)
    ungkapan = aturan.ungkapan
    assert isinstance(ungkapan, FunctionType)
    for nama, palsu in mutants_of(ungkapan, boolean=True):
        skor.note(nama, partial(_disagree, tabel, palsu))
    k = tabel[0].k
    for kunci in _laws_read(aturan, k):
        for nama, nilai in value_mutants(getattr(k, kunci), _words(tabel)):
            sama = [t for t in tabel if getattr(t.k, kunci) == getattr(k, kunci)]
            ganti = [k.model_copy(update={kunci: satu}) for satu in nilai]
            if ganti and all(aturan(satu).meta.eq(aturan(k)) for satu in ganti):
                continue
            skor.note(
                f"{kunci} {nama}",
                lambda: any(_disagree(sama, aturan, {kunci: x}) for x in nilai),  # noqa: B023
            )
    return skor


def _score_shared(benda: Any, pemakai: list[Aturan]) -> Skor:
    tabel = [(a, daftar_kasus().get(a.kode, [])) for a in pemakai]
    modul = benda.__module__ if isinstance(benda, FunctionType) else benda[0].__name__
    uji = [p for m in load_tests(f"rules/test_{modul.rsplit('.')[-1]}.py") for p in calls_of(m)]

    def caught() -> bool:
        return any(_disagree(isi, a) for a, isi in tabel) or _fails(uji)

    if isinstance(benda, FunctionType):
        return _score_function(benda, caught)
    pemilik, nama = benda
    skor = Skor(f"{pemilik.__name__}.{nama}")
    for sebutan, palsu in constant_mutants(pemilik, nama):
        with patched(getattr(pemilik, nama), palsu):
            skor.note(sebutan, caught)
    return skor


def _score_function(fungsi: FunctionType, caught: Callable[[], bool]) -> Skor:
    skor = Skor(f"{fungsi.__module__}.{fungsi.__name__}")
    for nama, palsu in mutants_of(fungsi):
        with patched(fungsi, palsu):
            skor.note(nama, caught)
    return skor


def _score_law(modul: ModuleType, berkas: list[ModuleType], uji: list[Panggilan]) -> Skor:
    """The ketentuan that a module of facts reads, moved in the law its tests go by.

    Whether each title of a list is right is asked of the list, not of the code that looks it up.
    """
    skor = Skor(f"{modul.__name__} (ketentuan)")
    punya = next(satu.K for satu in berkas if hasattr(satu, "K"))
    sumber = Path(str(modul.__file__)).read_text("utf-8")
    for kunci in Ketentuan.model_fields:
        daftar = isinstance(getattr(punya, kunci), dict)
        if re.search(rf"\bk\.{kunci}\b", sumber) and not is_tetap(kunci) and not daftar:
            for nama, nilai in value_mutants(getattr(punya, kunci), []):
                for satu in nilai:
                    with patched(punya, punya.model_copy(update={kunci: satu})):
                        skor.note(f"{kunci} {nama}", partial(_fails, uji))
    return skor


@contextmanager
def patched(lama: Any, baru: Any) -> Iterator[None]:
    """Everything of ours that holds `lama` holds `baru` while this is open."""
    tempat = [
        (isi, kunci)
        for modul in [m for n, m in sys.modules.items() if n.startswith(("rules.", "tests."))]
        for isi in [vars(modul), *(v for v in vars(modul).values() if type(v) is dict)]
        for kunci, nilai in isi.items()
        if nilai is lama
    ]
    for isi, kunci in tempat:
        isi[kunci] = baru
    try:
        yield
    finally:
        for isi, kunci in tempat:
            isi[kunci] = lama


def _disagree(
    tabel: list[Tabel],
    ungkapan: Callable[[Ketentuan], pl.Expr],
    ganti: Mapping[str, Any] | None = None,
) -> bool:
    """Whether some row's verdict is another than the table says; a crash tells as well."""
    for satu in tabel:
        try:
            hasil = satu.judge(ungkapan(satu.k.model_copy(update=ganti or {})))
        except (Exception, pl.exceptions.PanicException):
            return True
        if hasil != satu.harapan:
            return True
    return False


def _fails(uji: list[Panggilan]) -> bool:
    """Whether a test fails; the one that did moves to the front, where the next step meets it first."""
    for letak, satu in enumerate(uji):
        try:
            satu()
        except (Exception, pl.exceptions.PanicException):
            uji.insert(0, uji.pop(letak))
            return True
    return False


def _duration(uji: Panggilan) -> float:
    """Seconds that a test takes: the quick ones are asked first."""
    mulai = perf_counter()
    uji()
    return perf_counter() - mulai


def _words(tabel: list[Tabel]) -> list[str]:
    sel = {isi for satu in tabel for baris in satu.baris for isi in baris[:-1] if isi}
    return sorted(sel)


def _laws_read(aturan: Aturan, k: Ketentuan) -> list[str]:
    """Names of the ketentuan that the expression asks for, without those that cannot be otherwise."""
    dibaca: dict[str, None] = {}

    class Catat:
        def __getattr__(self, nama: str) -> Any:
            turunan = getattr(Ketentuan, nama, None)
            if isinstance(turunan, property) and turunan.fget:
                return turunan.fget(self)
            dibaca[nama] = None
            return getattr(k, nama)

    aturan.ungkapan(Catat())  # type: ignore[arg-type]
    return [nama for nama in dibaca if not is_tetap(nama)]


def _reached(fungsi: Any, sudah: dict[Any, None] | None = None) -> dict[Any, None]:
    """Functions and constants of rules/ that `fungsi` uses, directly or through others."""
    sudah = {} if sudah is None else sudah
    for nama in _names(fungsi.__code__):
        benda = fungsi.__globals__.get(nama)
        for satu in benda.values() if type(benda) is dict else [benda]:
            if type(satu) is FunctionType and _is_law(satu.__module__) and satu not in sudah:
                if satu.__name__ != "<lambda>":
                    sudah[satu] = None
                _reached(satu, sudah)
        if isinstance(benda, (pl.Expr, tuple)):
            pemilik = _owner(fungsi.__module__, nama, benda)
            if pemilik:
                sudah[(pemilik, nama)] = None
    return sudah


def _names(kode: Any) -> Iterator[str]:
    yield from kode.co_names
    for satu in kode.co_consts:
        if hasattr(satu, "co_names"):
            yield from _names(satu)


def _owner(pemakai: str, nama: str, benda: Any) -> ModuleType | None:
    """The module of the law that writes the constant down."""
    calon = [m for n, m in sys.modules.items() if _is_law(n) and vars(m).get(nama) is benda]
    tulis = [m for m in calon if f"\n{nama} = " in Path(str(m.__file__)).read_text("utf-8")]
    return tulis[0] if tulis else None


def _is_law(modul: str) -> bool:
    return modul.startswith("rules.") and not modul.startswith(BUKAN_HUKUM)


def print_scores(skor: list[Skor]) -> int:
    """One line per subject with steps, each step that nobody caught below it; the number of those."""
    for satu in skor:
        jumlah = satu.tertangkap + len(satu.lolos)
        if jumlah + len(satu.setara):
            setara = f", {len(satu.setara)} setara" if satu.setara else ""
            print(f"{satu.persen:5.0f} %  {satu.tertangkap:3}/{jumlah:<3} {satu.subjek}{setara}")
        for nama in satu.lolos:
            print(f"           LOLOS {nama}")
    lolos = sum(len(satu.lolos) for satu in skor)
    semua = lolos + sum(satu.tertangkap for satu in skor)
    print(f"{semua - lolos}/{semua} langkah tertangkap, {sum(len(s.setara) for s in skor)} setara")
    return lolos


FAKTA: Mapping[str, tuple[str, ...]] = {
    "rules.masa_kerja": ("rules/test_masa_kerja.py", "rules/test_bulan_kerja.py"),
    "rules.riwayat_kerja": ("rules/test_riwayat_kerja.py", "rules/test_bulan_kerja.py"),
    "rules.jabatan_fakta": ("rules/kelayakan/test_jabatan.py",),
    "rules.induk_thk2": ("rules/test_induk_thk2.py",),
    "rules.umpan_nasional": ("rules/test_umpan_nasional.py",),
}


def score_all() -> list[Skor]:
    """Rules, what they share, and every module of facts."""
    fakta = [score_facts(importlib.import_module(nama), uji) for nama, uji in FAKTA.items()]
    return [*score_rules(), *score_shared(), *score_age(), *(satu for isi in fakta for satu in isi)]


def score_age() -> list[Skor]:
    """How age and running months are reckoned."""
    return score_facts(rules.ungkapan, ("rules/test_ungkapan.py",), ("usia_pada", "bulan_indeks"))


if __name__ == "__main__":
    Skor.teliti = True
    sys.exit(bool(print_scores(score_all())))
