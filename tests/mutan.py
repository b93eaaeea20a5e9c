"""One step wrong, everywhere it can be: the changed copies of a function, of a constant, of a ketentuan."""

import ast
import copy
import inspect
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from types import FunctionType, ModuleType
from typing import Any

TUKAR_BANDING = {
    ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Lt: ast.LtE, ast.LtE: ast.Lt,
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
TUKAR_OPERATOR = {
    ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd, ast.Add: ast.Sub, ast.Sub: ast.Add,
    ast.And: ast.Or, ast.Or: ast.And,
}  # fmt: skip
TUKAR_NAMA = {
    "is_null": "is_not_null", "is_not_null": "is_null", "any": "all", "all": "any",
    "any_horizontal": "all_horizontal", "all_horizontal": "any_horizontal",
    "min_horizontal": "max_horizontal", "max_horizontal": "min_horizontal",
    "min": "max", "max": "min", "first": "last", "last": "first",
}  # fmt: skip
ASING = "ASING"


def mutants_of(fungsi: FunctionType, boolean: bool = False) -> Iterator[tuple[str, FunctionType]]:
    """Named copies of `fungsi`, each with one comparison, operator, constant or null test changed.

    `boolean`: it gives a verdict, so that its opposite is one of them.
    """
    asli = _definition(fungsi)
    for nama, pohon in _variants(asli, asli.body, boolean):
        yield nama, _compile(pohon, fungsi)


def constant_mutants(modul: ModuleType, nama: str) -> Iterator[tuple[str, Any]]:
    """Named other values of a module's constant, by changing the expression that it is written as."""
    (tetap,) = [
        satu for satu in _tree(modul).body
        if isinstance(satu, ast.Assign) and [ast.unparse(t) for t in satu.targets] == [nama]
    ]  # fmt: skip
    for sebutan, pohon in _variants(tetap, [tetap], False):
        yield sebutan, eval(ast.unparse(pohon.value), vars(modul))


def value_mutants(nilai: Any, asing: list[str]) -> Iterator[tuple[str, list[Any]]]:
    """Values one step from that of a ketentuan; several in one where any of them may tell.

    `asing`: words that its list might wrongly hold.
    """
    if isinstance(nilai, bool):
        yield f"{nilai} -> {not nilai}", [not nilai]
    elif isinstance(nilai, int):
        yield from ((f"{nilai} -> {nilai + n}", [nilai + n]) for n in (1, -1))
    elif isinstance(nilai, date):
        for n in (1, -1):
            yield f"{nilai} -> {nilai + timedelta(n)}", [nilai + timedelta(n)]
    elif isinstance(nilai, str):
        yield f"{nilai!r} lain", [nilai + ASING]
    elif isinstance(nilai, tuple):
        yield from ((f"tanpa {x}", [tuple(y for y in nilai if y != x)]) for x in nilai)
        lain = _strangers(nilai, asing)
        yield "dengan yang asing", [(*nilai, x) for x in lain if x not in nilai]
    elif isinstance(nilai, dict):
        yield from ((f"tanpa {x}", [{a: b for a, b in nilai.items() if a != x}]) for x in nilai)


def _strangers(nilai: tuple[Any, ...], asing: list[str]) -> list[Any]:
    """What a list might wrongly hold: words, or the neighbours of its numbers."""
    if nilai and isinstance(nilai[0], int):
        return [x + geser for x in nilai for geser in (-1, 1)]
    return list(asing)


def _variants(asli: ast.stmt, badan: list[ast.stmt], boolean: bool) -> Iterator[tuple[str, Any]]:
    """A changed copy of the whole statement for each step of each node in `badan`."""
    terpakai: Counter[str] = Counter()
    simpul = [satu for isi in _without_docstring(badan) for satu in ast.walk(isi)]
    for satu in simpul:
        for baru in [*_steps(satu), *(_opposite(satu) if boolean else [])]:
            nama = f"{ast.unparse(satu)} -> {ast.unparse(baru)}"
            terpakai[nama] += 1
            ke = terpakai[nama]
            yield nama + (f" #{ke}" if ke > 1 else ""), _replace(asli, satu, baru)


def _steps(simpul: ast.AST) -> Iterator[ast.expr]:
    if isinstance(simpul, ast.Compare):
        yield from _compare(simpul)
    elif isinstance(simpul, (ast.BinOp, ast.BoolOp)) and type(simpul.op) in TUKAR_OPERATOR:
        yield _with(simpul, op=TUKAR_OPERATOR[type(simpul.op)]())
    elif isinstance(simpul, ast.UnaryOp) and isinstance(simpul.op, (ast.Invert, ast.Not)):
        yield simpul.operand
    elif isinstance(simpul, ast.IfExp):
        yield _with(simpul, body=simpul.orelse, orelse=simpul.body)
    elif isinstance(simpul, ast.Constant):
        yield from _constant(simpul)
    elif isinstance(simpul, ast.Tuple) and all(isinstance(x, ast.Constant) for x in simpul.elts):
        yield from (_with(simpul, elts=[y for y in simpul.elts if y is not x]) for x in simpul.elts)
    elif isinstance(simpul, ast.Call) and isinstance(simpul.func, ast.Attribute):
        yield from _call(simpul, simpul.func)


def _compare(simpul: ast.Compare) -> Iterator[ast.expr]:
    for letak, op in enumerate(simpul.ops):
        if type(op) in TUKAR_BANDING:
            baru = [*simpul.ops]
            baru[letak] = TUKAR_BANDING[type(op)]()
            yield _with(simpul, ops=baru)
    for letak, sisi in enumerate(simpul.comparators):
        if isinstance(sisi, ast.Constant) and isinstance(sisi.value, str):
            lain = [*simpul.comparators]
            lain[letak] = ast.Constant(sisi.value + ASING)
            yield _with(simpul, comparators=lain)


def _constant(simpul: ast.Constant) -> Iterator[ast.expr]:
    if isinstance(simpul.value, bool):
        yield ast.Constant(not simpul.value)
    elif isinstance(simpul.value, int):
        yield from (ast.Constant(simpul.value + n) for n in (1, -1))


def _call(simpul: ast.Call, fungsi: ast.Attribute) -> Iterator[ast.expr]:
    if fungsi.attr in TUKAR_NAMA:
        yield _with(simpul, func=_with(fungsi, attr=TUKAR_NAMA[fungsi.attr]))
    elif fungsi.attr in ("fill_null", "filter", "drop_nulls", "unique"):
        yield fungsi.value
    elif fungsi.attr == "when" and simpul.args:
        yield _with(simpul, args=[ast.UnaryOp(ast.Invert(), _expression(simpul.args[0]))])
    elif fungsi.attr == "is_between":
        for tepi in ("left", "right"):
            yield _with(simpul, keywords=[ast.keyword("closed", ast.Constant(tepi))])
    elif fungsi.attr == "lit" and isinstance(getattr(simpul.args[0], "value", None), str):
        teks = ast.literal_eval(simpul.args[0])
        yield _with(simpul, args=[ast.Constant(teks + ASING), *simpul.args[1:]])


def _expression(simpul: ast.expr) -> ast.expr:
    """A condition that is only a column's name, as an expression."""
    if isinstance(simpul, ast.Constant) and isinstance(simpul.value, str):
        return ast.parse(f"pl.col({simpul.value!r})", mode="eval").body
    return simpul


def _opposite(simpul: ast.AST) -> Iterator[ast.stmt]:
    if isinstance(simpul, ast.Return) and simpul.value is not None:
        yield ast.Return(ast.UnaryOp(ast.Invert(), simpul.value))


def _with(simpul: Any, **beda: Any) -> Any:
    baru = copy.copy(simpul)
    for nama, nilai in beda.items():
        setattr(baru, nama, nilai)
    return baru


def _replace(asli: ast.stmt, lama: ast.AST, baru: ast.AST) -> ast.stmt:
    class Ganti(ast.NodeTransformer):
        def visit(self, node: ast.AST) -> Any:
            return baru if node is lama else self._copy(node)

        def _copy(self, node: ast.AST) -> Any:
            return self.generic_visit(
                _with(node, **{n: _list(v) for n, v in ast.iter_fields(node)})
            )

    return ast.fix_missing_locations(copy.deepcopy(Ganti().visit(asli)))


def _list(nilai: Any) -> Any:
    # generic_visit writes into the lists of a node: those of the original stay as they are.
    return [*nilai] if isinstance(nilai, list) else nilai


def _without_docstring(badan: list[ast.stmt]) -> list[ast.stmt]:
    awal = badan[0]
    ada = isinstance(awal, ast.Expr) and isinstance(awal.value, ast.Constant)
    return badan[1:] if ada else badan


@cache
def _tree(modul: ModuleType) -> ast.Module:
    return ast.parse(inspect.getsource(modul))


def _definition(fungsi: FunctionType) -> ast.FunctionDef:
    modul = inspect.getmodule(fungsi)
    assert modul, fungsi
    baris, nama = fungsi.__code__.co_firstlineno, fungsi.__code__.co_name
    for simpul in ast.walk(_tree(modul)):
        if not isinstance(simpul, ast.FunctionDef) or simpul.name != nama:
            continue
        if baris in (simpul.lineno, *(x.lineno for x in simpul.decorator_list[:1])):
            return _with(simpul, decorator_list=[])
    raise LookupError(f"{nama} is not found in {modul.__name__}")


def _compile(pohon: ast.FunctionDef, fungsi: FunctionType) -> FunctionType:
    """The changed definition with the globals and the enclosing values of the original."""
    luar = fungsi.__code__.co_freevars
    pabrik = ast.parse(f"def _pabrik({', '.join(luar)}): return {pohon.name}").body[0]
    assert isinstance(pabrik, ast.FunctionDef)
    pabrik.body.insert(0, pohon)
    isi: dict[str, Callable[..., FunctionType]] = {}
    modul = ast.fix_missing_locations(ast.Module([pabrik], []))
    exec(compile(modul, f"<{pohon.name}>", "exec"), fungsi.__globals__, isi)
    return isi["_pabrik"](*(sel.cell_contents for sel in fungsi.__closure__ or ()))
