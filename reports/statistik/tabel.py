"""The published tables: each a query with its grain, definition and columns in its heading."""

import re
from functools import cache
from itertools import takewhile
from pathlib import Path

from pydantic import Field

from reports.unsur import Isi

FOLDER = Path(__file__).resolve().parent / "tabel"
ORANG = FOLDER.parent / "orang.sql"
KOLOM = re.compile(r"kolom (\w+) \| ([^|]+) \| (.+)")


class KolomTabel(Isi):
    """One column: its name, its heading and what it counts."""

    nama: str
    judul: str
    keterangan: str


class Tabel(Isi):
    """One table of dasbor.duckdb. `butiran` begins with 'Satu baris'; `rinci` folds it on the page."""

    nama: str = Field(pattern=r"^[a-z0-9_]+$")
    sql: str
    butiran: str = Field(pattern="^Satu baris")
    judul: str
    definisi: str | None = None
    grafik: tuple[str, str] | None = None
    rinci: bool = False
    memakai: tuple[str, ...] = ()
    kolom: tuple[KolomTabel, ...] = Field(min_length=1)

    @property
    def komentar(self) -> str:
        """Grain and definition, as COMMENT ON TABLE has them."""
        return " ".join(filter(None, (self.butiran, self.definisi)))

    def statements(self, sasaran: str) -> list[str]:
        """CREATE TABLE … AS and every COMMENT, for the attached database named `sasaran`."""
        nama = f"{sasaran}.{self.nama}"
        return [
            f"CREATE TABLE {nama} AS\n{self.sql.replace('@dasbor.', f'{sasaran}.')}",
            f"COMMENT ON TABLE {nama} IS {_quoted(self.komentar)}",
            *(f"COMMENT ON COLUMN {nama}.{k.nama} IS {_quoted(k.keterangan)}" for k in self.kolom),
        ]


@cache
def load_tabel(folder: Path = FOLDER) -> tuple[Tabel, ...]:
    """Every table of the folder, in the order of the page. Raises where a heading is incomplete."""
    semua = [read_tabel(jalur) for jalur in folder.glob("*.sql")]
    return tuple(sorted(semua, key=lambda t: (t.rinci, _urutan(t.nama), t.nama)))


def dasbor_statements(sasaran: str) -> list[str]:
    """Every statement that fills an attached, empty database; a table comes after those it uses.

    Runs on the gudang, with `potret_ringkas` (tahap, kode_instansi, jumlah, thk2, non_asn, memenuhi,
    tidak_memenuhi, belum_dinilai), `angka_resmi` (published_figures), `angka_terbit` (tahap, kunci,
    nilai: our figures of earlier closings) and `perbandingan_ringkas` (tahap, tahap_lama,
    kode_instansi, and the columns of count_changes) beside its own tables.
    """
    urut = sorted(load_tabel(), key=lambda t: bool(t.memakai))
    return [
        # The gudang's own table of that name, before the summary takes it for these queries.
        "CREATE OR REPLACE TEMP TABLE satu_orang AS SELECT id_tenaga, id_orang FROM orang",
        f"CREATE OR REPLACE TEMP TABLE orang AS\n{ORANG.read_text(encoding='utf-8')}",
        *(perintah for tabel in urut for perintah in tabel.statements(sasaran)),
        "DROP TABLE temp.orang",
        "DROP TABLE temp.satu_orang",
    ]


def read_tabel(jalur: Path) -> Tabel:
    """One .sql file: comment lines at its head describe the table, the rest is the query."""
    isi = jalur.read_text(encoding="utf-8")
    kepala = [b.removeprefix("--").strip() for b in takewhile(_is_heading, isi.splitlines())]
    if not kepala:
        raise ValueError(f"{jalur.name}: a published table begins with its grain")
    catatan = dict(b.split(": ", 1) for b in kepala[1:] if not KOLOM.fullmatch(b))
    kolom = [KOLOM.fullmatch(b) for b in kepala[1:]]
    return Tabel(
        nama=jalur.stem,
        sql="\n".join(isi.splitlines()[len(kepala) :]).strip(),
        butiran=kepala[0],
        judul=catatan.pop("judul"),
        grafik=_grafik(catatan.pop("grafik", "")),
        rinci=catatan.pop("rinci", "tidak") == "ya",
        memakai=tuple(catatan.pop("memakai", "").split()),
        kolom=tuple(
            KolomTabel(nama=k[1], judul=k[2], keterangan=k[3]) for k in kolom if k is not None
        ),
        **catatan,
    )


# The page tells a story: how many, who, how judged, what is wrong, what is missing.
URUTAN = (
    "total_tahap",
    "angka_2022",
    "pusat_daerah",
    "kelompok_jabatan",
    "kepatuhan_sptjm",
    "anomali",
    "kriteria",
    "enam_kriteria",
    "thk2_nasional",
    "usia",
    "pendidikan",
    "ringkas_provinsi",
    "temuan_aturan",
    "ganda_jenis",
    "pendaftaran_orang",
    "neraca_nasional",
)


def _urutan(nama: str) -> int:
    return URUTAN.index(nama) if nama in URUTAN else len(URUTAN)


def _is_heading(baris: str) -> bool:
    return baris.startswith("--")


def _grafik(isi: str) -> tuple[str, str] | None:
    """'label nilai' names the two columns that bars are drawn from."""
    label, _, nilai = isi.partition(" ")
    return (label, nilai) if nilai else None


def _quoted(teks: str) -> str:
    return "'" + teks.replace("'", "''") + "'"
