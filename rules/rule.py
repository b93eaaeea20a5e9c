"""What a rule is, and where rules are found: the folder is the registry."""

import importlib
import importlib.util
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Literal, get_args

import polars as pl

if TYPE_CHECKING:
    from rules.ketentuan import Ketentuan

Berat = Literal["tolak", "periksa", "info"]
Lingkup = Literal["baris", "nasional"]
# ganda: a row that stands outside the list because its NIK is in it already. The last ones are rows of
# deliveries about people (or about complaints): a finding may then have no tenaga. kewajaran: a tenaga as
# BKN's inspectors look at it; its findings never reach the instansi.
Sasaran = Literal[
    "tenaga",
    "riwayat",
    "ganda",
    "pemeriksaan",
    "keputusan_aduan",
    "biodata",
    "dokumen",
    "kewajaran",
]
Ungkapan = Callable[["Ketentuan"], pl.Expr]

KRITERIA = (
    "status", "aktif", "honorarium", "masa_kerja", "usia", "jabatan",
    "pendidikan", "pengangkatan", "blu", "sk_tanggal",
)  # fmt: skip


@dataclass(frozen=True)
class Aturan:
    """One rule: an expression that is true where the law is met, and what to say where it is not.

    `dasar` names entries of Ketentuan; `pesan`, `harapan`, `nilai` and `pengubah` are templates in which
    {name} is a ketentuan where there is one of that name, else a column of the row. `pengubah` says
    what the law asks for the rule to be met; it may name values of `turunan`, computed for it.
    `butuh` and `butuh_riwayat` are the columns of the workbooks without which it cannot be judged.
    """

    kode: str
    nama: str
    kelompok: str
    dasar: tuple[str, ...]
    berat: Berat
    lingkup: Lingkup
    sasaran: Sasaran
    kriteria: str | None
    kolom: str | None
    nilai: str | None
    harapan: str | None
    pesan: str
    penjelasan: str
    jawab: bool
    ungkapan: Ungkapan = field(repr=False, compare=False)
    pengubah: str | None = None
    butuh: tuple[str, ...] = ()
    butuh_riwayat: tuple[str, ...] = ()
    turunan: Mapping[str, Ungkapan] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        for nilai, pilihan in (
            (self.berat, Berat),
            (self.lingkup, Lingkup),
            (self.sasaran, Sasaran),
        ):
            if nilai not in get_args(pilihan):
                raise ValueError(f"{self.kode}: {nilai!r} is not one of {get_args(pilihan)}")
        if self.kriteria is not None and self.kriteria not in KRITERIA:
            raise ValueError(f"{self.kode}: {self.kriteria!r} is not a criterion")
        if self.kriteria is not None and self.sasaran != "tenaga":
            raise ValueError(f"{self.kode}: a verdict is about a tenaga, never about one riwayat")

    def __call__(self, k: "Ketentuan") -> pl.Expr:
        """The expression under the law `k`: true = met, false = finding, null = input missing.

        The one place where a criterion does not bind a category of people (kriteria_berlaku_bagi):
        they meet it. Somebody of unknown category is bound.
        """
        bebas = k.kategori_bebas(self.kriteria)
        if not bebas:
            return self.ungkapan(k)
        return pl.when(pl.col("kategori").is_in(bebas)).then(True).otherwise(self.ungkapan(k))

    @property
    def bertanya(self) -> bool:
        """Whether its finding is a question to the instansi: mend it, or confirm it with a reason."""
        return self.berat == "periksa" and self.jawab

    @property
    def memutus(self) -> bool:
        """Whether this rule counts in the verdict of its criterion."""
        return self.berat == "tolak" and self.kriteria is not None

    def kutipan(self, k: "Ketentuan") -> str:
        """The citation in force: each clause once, in the order of `dasar`; KeyError for an unknown one."""
        return "; ".join(dict.fromkeys(k.sumber[nama].kutipan for nama in self.dasar))


def rule(
    kode: str,
    *,
    nama: str,
    dasar: tuple[str, ...],
    berat: Berat,
    pesan: str,
    lingkup: Lingkup = "baris",
    sasaran: Sasaran = "tenaga",
    kriteria: str | None = None,
    kolom: str | None = None,
    nilai: str | None = None,
    harapan: str | None = None,
    jawab: bool = True,
    pengubah: str | None = None,
    butuh: tuple[str, ...] = (),
    butuh_riwayat: tuple[str, ...] = (),
    turunan: Mapping[str, Ungkapan] | None = None,
) -> Callable[[Ungkapan], Aturan]:
    """Make the decorated function a rule; its docstring explains the rule, its folder is its group.

    `kolom` is the workbook column the finding points at, `nilai` the column (or template) whose
    value is shown and defaults to `kolom`. `jawab` is false where an instansi cannot answer that the
    data are so: what is unreadable or impossible is mended, not confirmed. Null verdicts give no finding: the completeness rule
    of that column reports the gap, so one defect gives one finding. `pengubah` (which every
    rule that rejects has) says what the law asks and how it is proven, never how to get past it.
    """

    def bungkus(ungkapan: Ungkapan) -> Aturan:
        return Aturan(
            kode=kode, nama=nama, kelompok=Path(ungkapan.__code__.co_filename).parent.name,
            dasar=dasar, berat=berat, lingkup=lingkup, sasaran=sasaran, kriteria=kriteria,
            kolom=kolom, nilai=kolom if nilai is None else nilai, harapan=harapan, pesan=pesan,
            penjelasan=(ungkapan.__doc__ or "").strip(), jawab=jawab, ungkapan=ungkapan,
            pengubah=pengubah, butuh=butuh, butuh_riwayat=butuh_riwayat, turunan=turunan or {},
        )  # fmt: skip

    return bungkus


def load_rules(folder: Path | None = None) -> tuple[Aturan, ...]:
    """Every rule of `rules/<group>/*.py` (or of another such folder), by code.

    Raises ValueError when two rules carry the same code: codes are quoted in letters.
    """
    aturan: dict[str, Aturan] = {}
    for berkas in sorted((folder or Path(__file__).parent).glob("*/*.py")):
        for satu in _rules_of(_import(berkas, folder is None)):
            if satu.kode in aturan:
                raise ValueError(f"rule code {satu.kode} is used twice, again in {berkas.name}")
            aturan[satu.kode] = satu
    return tuple(aturan[kode] for kode in sorted(aturan))


def _import(berkas: Path, milik_kita: bool) -> ModuleType:
    nama = f"rules.{berkas.parent.name}.{berkas.stem}"
    if milik_kita:
        return importlib.import_module(nama)
    spek = importlib.util.spec_from_file_location(nama, berkas)
    assert spek, berkas
    assert spek.loader, berkas
    modul = importlib.util.module_from_spec(spek)
    spek.loader.exec_module(modul)
    return modul


def _rules_of(modul: ModuleType) -> list[Aturan]:
    """Rules written in this module; one imported from a sister module belongs there."""
    return [
        nilai
        for nilai in vars(modul).values()
        if isinstance(nilai, Aturan) and nilai.ungkapan.__module__ == modul.__name__
    ]
