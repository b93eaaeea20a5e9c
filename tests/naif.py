"""The eligibility verdict once more, the slow and simple way: one person at a time, with loops and `if`.

Written from what the law asks (criteria and readings) and the values in reference_data/regulasi/, to
disagree with rules/ wherever either is wrong. It shares no code with rules/.
"""

import csv
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

REGULASI = Path(__file__).resolve().parents[1] / "reference_data" / "regulasi"
KRITERIA = (
    "status", "aktif", "honorarium", "masa_kerja", "usia", "jabatan",
    "pendidikan", "pengangkatan", "blu", "sk_tanggal",
)  # fmt: skip
Baris = Mapping[str, Any]


def read_law(tanggal: date) -> dict[str, Any]:
    """Every value in force on a date: the files in the order of their dates, later ones win."""
    berkas = [tomllib.loads(satu.read_text("utf-8")) for satu in sorted(REGULASI.glob("*.toml"))]
    hukum: dict[str, Any] = {}
    for isi in sorted(berkas, key=lambda satu: satu["berlaku"]):
        if isi["berlaku"] > tanggal:
            continue
        for nama, butir in isi.get("ketentuan", {}).items():
            hukum[nama] = _value(butir["nilai"])
    return hukum


def _value(nilai: Any) -> Any:
    if isinstance(nilai, dict) and "csv" in nilai:
        with (REGULASI.parent / nilai["csv"]).open(encoding="utf-8", newline="") as isi:
            return {baris[nilai["kunci"]]: baris[nilai["isi"]] for baris in csv.DictReader(isi)}
    return nilai


@dataclass
class Umpan:
    """What others say, looked up by NIK or THK-II number; `unit`: unit of work → the one instansi that has it."""

    dukcapil: dict[str, Baris] = field(default_factory=dict)
    asn: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    konfirmasi: dict[tuple[str, str], list[Baris]] = field(
        default_factory=lambda: defaultdict(list)
    )
    induk: dict[str, list[Baris]] = field(default_factory=lambda: defaultdict(list))
    lapor: dict[str, list[Baris]] = field(default_factory=lambda: defaultdict(list))
    unit: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, umpan: Mapping[str, Iterable[Baris]]) -> "Umpan":
        """From the rows of the feeds, by the feed's name."""
        ini = cls()
        for satu in umpan["dukcapil"]:
            ini.dukcapil[satu["nik"]] = satu
        for satu in umpan["register_asn"]:
            ini.asn[satu["nik"]].add(satu["status"])
        for satu in umpan["portal_konfirmasi"]:
            ini.konfirmasi[satu["nik"], satu["kode_instansi"]].append(satu)
        for nama, rak in (("thk2", ini.induk), ("lapor_thk2", ini.lapor)):
            for satu in umpan[nama]:
                for kunci in {number(satu["nomor_peserta"]), satu["nik"]} - {None}:
                    rak[kunci].append(satu)
        for satu in umpan["unit_instansi"]:
            ini.unit[words(satu["unit_kerja"])] = satu["kode_instansi"]
        return ini


@dataclass(frozen=True)
class Periode:
    """One period of work: can its dates be used, and does its pay count (None: nobody can say)."""

    awal: date | None
    akhir: date | None
    terbaca: bool
    dihitung: bool | None


def judge_naively(orang: Baris, riwayat: list[Baris], umpan: Umpan, hukum: Baris) -> dict[str, str]:
    """M, T or B for each criterion and `keseluruhan` of one person.

    `orang`: a row of Data Utama as read; `riwayat`: that person's rows.
    """
    thk2 = _is_thk2(orang, umpan)
    periode = _periods(orang, riwayat, umpan, hukum)
    putusan = {
        "status": _status(orang, umpan, hukum),
        "aktif": _active(orang, umpan, thk2),
        "honorarium": _paid(periode, hukum),
        "masa_kerja": _tenure(periode, hukum),
        "usia": _age(orang, umpan, hukum, exempt=thk2 is not None),
        "jabatan": _title(orang, hukum),
        "pendidikan": "M" if orang["nomor_ijazah"] or orang["file_ijazah"] else "T",
        "pengangkatan": _signer(orang, hukum),
        "blu": _blu(orang, riwayat, umpan, hukum),
        "sk_tanggal": _decree(orang, hukum),
    }
    semua = set(putusan.values())
    putusan["keseluruhan"] = "T" if "T" in semua else "B" if "B" in semua else "M"
    return putusan


# --- the person -------------------------------------------------------------------------------------


def _status(orang: Baris, umpan: Umpan, hukum: Baris) -> str:
    """Neither ASN nor dead; without a NIK nobody can be looked up."""
    if orang["nik"] is None:
        return "B"
    if umpan.asn.get(orang["nik"], set()) & set(hukum["status_asn_tertutup"]):
        return "T"
    catatan = umpan.dukcapil.get(orang["nik"])
    return "T" if catatan and catatan["status"] == hukum["status_meninggal"] else "M"


def _active(orang: Baris, umpan: Umpan, thk2: Baris | None) -> str:
    """Registered means active, unless the person or LAPOR says otherwise."""
    kata = umpan.konfirmasi.get((orang["nik"], orang["kode_instansi"]), [])
    kata = [satu for satu in kata if satu["aktif"] is not None]
    # Of two words in the same instant the one that keeps the person in the list counts.
    if kata and max((satu["waktu"], satu["aktif"]) for satu in kata)[1] == "TIDAK":
        return "T"
    kunci = {number(orang["nomor_peserta_thk2"]), orang["nik"]}
    if thk2 is not None:
        kunci.add(number(thk2["nomor_peserta"]))
    for satu in kunci - {None}:
        for laporan in umpan.lapor.get(satu, []):
            if _gone(laporan, orang["kode_instansi"]):
                return "T"
    return "M"


def _gone(laporan: Baris, kode: str) -> bool:
    """Dead by anyone's word; otherwise gone by the word of the instansi that registers, unless it only
    says that the person moved to itself."""
    if laporan["alasan"] is None:
        return False
    if laporan["alasan"] == "MENINGGAL":
        return True
    pindah_ke_sini = laporan["alasan"] == "PINDAH" and laporan["kode_instansi_tujuan"] == kode
    return laporan["kode_instansi"] == kode and not pindah_ke_sini


def _is_thk2(orang: Baris, umpan: Umpan) -> Baris | None:
    """The row of the master list that proves a THK-II: found by number or NIK, and name or date agrees."""
    catatan = umpan.dukcapil.get(orang["nik"]) or {}
    lahir = {orang["tanggal_lahir"], catatan.get("tanggal_lahir")} - {None}
    for kunci in (number(orang["nomor_peserta_thk2"]), orang["nik"]):
        for satu in umpan.induk.get(kunci, []) if kunci else []:
            sama_nama = orang["nama"] is not None and letters(orang["nama"]) == letters(
                satu["nama"]
            )
            if sama_nama or satu["tanggal_lahir"] in lahir:
                return satu
    return None


def _age(orang: Baris, umpan: Umpan, hukum: Baris, exempt: bool) -> str:
    """Completed years on the reference date, by Dukcapil's birth date where it has one."""
    if exempt and hukum["usia_thk2_dikecualikan"]:
        return "M"
    catatan = umpan.dukcapil.get(orang["nik"]) or {}
    lahir = catatan.get("tanggal_lahir") or orang["tanggal_lahir"]
    if lahir is None:
        return "B"
    acuan = hukum["tanggal_acuan"]
    usia = 0
    while (lahir.year + usia + 1, lahir.month, lahir.day) <= (acuan.year, acuan.month, acuan.day):
        usia += 1
    return "M" if hukum["usia_minimum"] <= usia <= hukum["usia_maksimum"] else "T"


def _title(orang: Baris, hukum: Baris) -> str:
    jabatan = words(orang["jabatan"])
    if not jabatan:
        return "B"
    return "T" if jabatan in hukum["jabatan_dikecualikan"] else "M"


def _signer(orang: Baris, hukum: Baris) -> str:
    jenis = orang["jenis_penandatangan"]
    if jenis is None:
        return "B"
    return "M" if jenis in hukum["penandatangan_sah"] + hukum["penandatangan_bertanda"] else "T"


def _decree(orang: Baris, hukum: Baris) -> str:
    if orang["tanggal_sk"] is None:
        return "B"
    return "M" if orang["tanggal_sk"] <= hukum["sk_maksimum_tanggal"] else "T"


# --- pay and months ----------------------------------------------------------------------------------


def _periods(orang: Baris, riwayat: list[Baris], umpan: Umpan, hukum: Baris) -> list[Periode]:
    """Data Utama's period and those of riwayat."""
    hasil = [
        _period(satu, satu["tanggal_awal"], _counts(satu, orang, umpan, hukum), hukum)
        for satu in riwayat
    ]
    utama = [_counts(satu, orang, umpan, hukum) for satu in _rows_of_sk(orang, riwayat, umpan)]
    # No row of the same SK says how it is paid: Data Utama holds SK that are paid directly.
    dihitung: bool | None = bool(hukum["data_utama_dianggap_langsung"]) or None
    if utama:
        dihitung = False if False in utama else None if None in utama else True
    return [*hasil, _period(orang, orang["tanggal_mulai"], dihitung, hukum)]


def _period(baris: Baris, awal: date | None, dihitung: bool | None, hukum: Baris) -> Periode:
    akhir = baris["tanggal_akhir"]
    terbaca = awal is not None
    if akhir is None and (
        "tanggal_akhir" in baris["tak_terbaca"] or not hukum["akhir_kosong_berjalan"]
    ):
        terbaca = False
    if awal is not None and akhir is not None and akhir < awal:
        terbaca = False
    return Periode(awal, akhir, terbaca, dihitung)


def _counts(baris: Baris, orang: Baris, umpan: Umpan, hukum: Baris) -> bool | None:
    """Whether months with this pay count: direct APBN/APBD, or for an ASN position; never another
    instansi's; None where the pay is missing or unreadable."""
    if _is_foreign(baris, orang, umpan):
        return False
    if baris["pembayaran"] is None:
        return None
    if baris["pembayaran"] in hukum["pembayaran_langsung"]:
        return True
    untuk_asn = baris["pembayaran"] in hukum["pembayaran_jabatan_asn"]
    return bool(untuk_asn and hukum["bos_dihitung"] and orang["konversi_jabatan"] is not None)


def _is_foreign(baris: Baris, orang: Baris, umpan: Umpan) -> bool:
    pemilik = umpan.unit.get(words(baris["unit_kerja"]))
    return pemilik is not None and pemilik != orang["kode_instansi"]


def _rows_of_sk(orang: Baris, riwayat: list[Baris], umpan: Umpan) -> list[Baris]:
    """Own riwayat rows with Data Utama's SK number that say anything of the pay, readable or not."""
    nomor = decree_number(orang["nomor_sk"])
    return [
        satu
        for satu in riwayat
        if nomor
        and decree_number(satu["nomor_sk"]) == nomor
        and not _is_foreign(satu, orang, umpan)
        and (satu["pembayaran"] is not None or "pembayaran" in satu["tak_terbaca"])
    ]


def _blu(orang: Baris, riwayat: list[Baris], umpan: Umpan, hukum: Baris) -> str:
    """By the pay of Data Utama's SK: that of the latest riwayat row with its number."""
    baris = _rows_of_sk(orang, riwayat, umpan)
    if not baris:
        return "M"
    terakhir = max(satu["tanggal_awal"] or date.min for satu in baris)
    bayar = [x["pembayaran"] for x in baris if (x["tanggal_awal"] or date.min) == terakhir]
    if None in bayar:
        return "B"
    return "T" if min(bayar) in hukum["pembayaran_blu"] else "M"


def _paid(periode: list[Periode], hukum: Baris) -> str:
    """At least one directly paid period up to the reference date."""
    for satu in periode:
        if satu.terbaca and satu.dihitung and satu.awal and satu.awal <= hukum["tanggal_acuan"]:
            return "M"
    return "B" if _unclear(periode) else "T"


def _tenure(periode: list[Periode], hukum: Baris) -> str:
    """Calendar months, inclusive, each once, up to the reference date."""
    acuan = hukum["tanggal_acuan"]
    bulan: set[tuple[int, int]] = set()
    for satu in periode:
        if not (satu.terbaca and satu.dihitung and satu.awal):
            continue
        akhir = min(satu.akhir or acuan, acuan)
        tahun, ini = satu.awal.year, satu.awal.month
        while (tahun, ini) <= (akhir.year, akhir.month) and satu.awal <= akhir:
            bulan.add((tahun, ini))
            tahun, ini = (tahun, ini + 1) if ini < 12 else (tahun + 1, 1)
    if len(bulan) >= hukum["masa_kerja_minimum_bulan"]:
        return "M"
    return "B" if _unclear(periode) else "T"


def _unclear(periode: list[Periode]) -> bool:
    """Whether a period that might count cannot be used."""
    return any(x.dihitung is not False and not (x.terbaca and x.dihitung) for x in periode)


# --- texts -------------------------------------------------------------------------------------------


def words(teks: str | None) -> str:
    """Upper case words of letters and digits, one space between."""
    huruf = "".join(x if x.isalnum() else " " for x in (teks or "").upper())
    return " ".join(huruf.split())


def letters(nama: str) -> str:
    """Letters of a name without the titles that the generated people bear."""
    depan = nama.upper().split(",")[0].removeprefix("DR. ")
    return "".join(x for x in depan if x.isalpha())


def number(nomor: str | None) -> str | None:
    """A THK-II number by its letters and digits."""
    return "".join(x for x in (nomor or "").upper() if x.isascii() and x.isalnum()) or None


def decree_number(nomor: str | None) -> str:
    """An SK number without spaces and without the word Nomor before it."""
    padat = "".join((nomor or "").upper().split())
    for awalan in ("NOMOR", "NO"):
        if padat.startswith(awalan):
            return padat.removeprefix(awalan).lstrip(".:")
    return padat
