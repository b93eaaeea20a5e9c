"""Test functions called outside pytest: one call per set of parameters, for whoever needs their verdict."""

import importlib
import inspect
from collections.abc import Callable, Iterator
from functools import partial
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import Any

AKAR = Path(__file__).resolve().parents[1]
Panggilan = Callable[[], Any]


def load_tests(pola: str) -> list[ModuleType]:
    """The test modules whose path below tests/ fits `pola`, for instance rules/*/test_*.py."""
    jalur = sorted((AKAR / "tests").glob(pola))
    return [
        importlib.import_module(".".join(satu.relative_to(AKAR).with_suffix("").parts))
        for satu in jalur
    ]


def calls_of(modul: ModuleType, kata: str = "") -> Iterator[Panggilan]:
    """Every test of the module as a call without arguments; with `kata` only tests that use that name.

    Tests that need a fixture are left out: they are not ours to call.
    """
    for nama, fungsi in vars(modul).items():
        if not nama.startswith("test_") or not inspect.isfunction(fungsi):
            continue
        dalam = inspect.unwrap(fungsi)
        if kata and kata not in dalam.__code__.co_names:
            continue
        yield from _expand(fungsi)


def _expand(fungsi: Callable[..., Any]) -> Iterator[Panggilan]:
    tanda = [satu for satu in getattr(fungsi, "pytestmark", []) if satu.name == "parametrize"]
    pilihan = [_choices(*satu.args) for satu in tanda]
    for kombinasi in product(*pilihan):
        isi = {nama: nilai for satu in kombinasi for nama, nilai in satu.items()}
        if set(inspect.signature(fungsi).parameters) <= set(isi):
            yield partial(fungsi, **isi)


def _choices(nama: str | tuple[str, ...], nilai: Any) -> list[dict[str, Any]]:
    daftar = [n.strip() for n in nama.split(",")] if isinstance(nama, str) else list(nama)
    isi = [getattr(satu, "values", satu) if _is_param(satu) else satu for satu in nilai]
    if len(daftar) == 1 and isinstance(nama, str):
        return [
            {daftar[0]: satu[0] if _is_param(asal) else satu}
            for satu, asal in zip(isi, nilai, strict=True)
        ]
    return [dict(zip(daftar, satu, strict=True)) for satu in isi]


def _is_param(satu: Any) -> bool:
    return type(satu).__name__ == "ParameterSet"
