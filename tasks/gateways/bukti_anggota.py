"""Proof that one person stands in a potret: shown to that person, it tells of nobody else."""

import base64
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import polars as pl
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from reports.baris_json import add_objek, objek_json
from rules.pohon import Langkah, Pohon, climb, daun_teks, tanam
from tasks.gateways.kunci_potret import is_signed
from tasks.gateways.pembekuan import national_leaf
from tasks.gateways.potret import AKAR, potret_key, read_manifest
from tasks.gateways.potret_tabel import ORANG, Bagian
from tasks.gateways.segel import TANDA
from tasks.gateways.simpanan import Simpanan

BENTUK = "bukti-anggota/1"


class BuktiSalahError(Exception):
    """Why a proof does not hold, as one Indonesian sentence."""


@dataclass(frozen=True)
class Anggota:
    """Whom a proof that holds is about: the columns of the person's row, by name."""

    tahap: str
    batas: str
    kode_instansi: str
    isi: Mapping[str, str]


@dataclass(frozen=True)
class Pernyataan:
    """What the proofs of one potret share: the signed statement, and the tree over its instansi."""

    teks: str
    tanda_tangan: str
    instansi: Mapping[str, Mapping[str, Any]]
    pohon: Pohon

    def of(self, kode: str) -> dict[str, Any]:
        """The part that the proofs of one instansi share, the way from its root to the nation's included."""
        ini = self.instansi[kode]
        return {
            "bentuk": BENTUK,
            "pernyataan": self.teks,
            "tanda_tangan": self.tanda_tangan,
            "kode_instansi": kode,
            "orang_instansi": ini["jumlah"]["daftar"],
            "jalur_nasional": [asdict(s) for s in self.pohon.jalur(national_leaf(ini).hex())],
        }


def read_pernyataan(simpanan: Simpanan, tahap: str) -> Pernyataan:
    """The signed statement of a potret, ready to prove with; raises FileNotFoundError before the freeze."""
    instansi = {satu["kode_instansi"]: satu for satu in read_manifest(simpanan, tahap)["instansi"]}
    teks, tanda = (simpanan.get(f"potret/{tahap}/{AKAR}{ekor}") for ekor in ("", TANDA))
    pohon = tanam(map(national_leaf, instansi.values()))
    return Pernyataan(teks.decode(), base64.b64encode(tanda).decode(), instansi, pohon)


def make_bukti(
    simpanan: Simpanan, tahap: str, kode: str, nik: Sequence[str]
) -> list[dict[str, Any]]:
    """The proofs of these people of one instansi, in the order of its list; who is not in it has none."""
    kunci = potret_key(tahap, kode, f"{ORANG}.parquet")
    bagian = Bagian.of(pl.read_parquet(io.BytesIO(simpanan.get(kunci))))
    letak = bagian.isi["nik"].is_in(nik).arg_true().to_list()
    dasar = read_pernyataan(simpanan, tahap).of(kode)
    daun, pohon = bagian.leaves(), bagian.plant()
    return [dasar | _personal(bagian, nomor, daun[nomor], pohon) for nomor in letak]


def prove_all(bagian: Bagian, akar: str) -> pl.DataFrame:
    """Everybody's own part of the proof: letak (row in the list), baris, garam and the steps of the path.

    In the order of the leaves, so that neighbours share most of their paths. Raises ValueError when the
    list does not grow the root `akar` of its manifest: no proof of it would hold.
    """
    daun = bagian.leaves()
    pohon = tanam(daun)
    if pohon.akar != akar:
        raise ValueError(f"the list has root {pohon.akar}, its manifest {akar}")
    letak = pl.Series("letak", daun, dtype=pl.Binary).arg_sort()
    garam = pl.Series([""]) if bagian.garam is None else bagian.garam
    sendiri = [
        letak,
        bagian.baris.gather(letak).alias("baris"),
        garam.gather(letak).alias("garam"),
    ]
    return pl.DataFrame(sendiri).hstack(pohon.jalur_semua())


def encode_bukti(dasar: Mapping[str, Any], orang: pl.DataFrame) -> pl.Series:
    """The whole proofs as JSON texts: rows of `prove_all` behind what their instansi shares."""
    langkah = [
        pl.when(pl.col(nama).is_not_null()).then(pl.col(nama).struct.json_encode())
        for nama in orang.columns
        if nama.startswith("jalur_")
    ]
    jalur = pl.concat_str([*langkah, pl.lit(None, pl.String)], separator=",", ignore_nulls=True)
    bukti = objek_json(dasar, "baris", "garam")
    return orang.select(
        bukti=add_objek(bukti, "jalur", pl.concat_str(pl.lit("["), jalur, pl.lit("]")))
    ).to_series()


def check_bukti(isi: bytes, kunci: Mapping[str, Ed25519PublicKey]) -> Anggota:
    """Follows a proof from the person's row to the signed root; raises BuktiSalahError where it breaks."""
    bukti = _parse(isi)
    pernyataan = bukti["pernyataan"].encode()
    if not any(
        is_signed(satu, base64.b64decode(bukti["tanda_tangan"]), pernyataan)
        for satu in kunci.values()
    ):
        raise BuktiSalahError(
            "Tanda tangan pernyataan potret tidak sah menurut kunci yang dipercaya."
        )
    potret = dict(baris.split(" ", 1) for baris in bukti["pernyataan"].splitlines())
    daun = daun_teks(f"{bukti['baris']}\t{bukti['garam']}".encode())
    akar = climb(daun, _steps(bukti["jalur"]))
    instansi = {
        "kode_instansi": bukti["kode_instansi"],
        "jumlah": {"daftar": bukti["orang_instansi"]},
        "akar": akar,
    }
    if climb(national_leaf(instansi), _steps(bukti["jalur_nasional"])) != potret["akar"]:
        raise BuktiSalahError(
            "Baris ini tidak sampai ke akar potret yang ditandatangani: baris, garam, instansi atau jalurnya diubah."
        )
    nilai = dict(zip(potret["kolom"].split(" "), bukti["baris"].split("\t"), strict=True))
    return Anggota(potret["tahap"], potret["batas"], bukti["kode_instansi"], nilai)


def _personal(bagian: Bagian, nomor: int, daun: bytes, pohon: Pohon) -> dict[str, Any]:
    garam = bagian.garam if bagian.garam is not None else pl.Series([""])
    return {
        "baris": bagian.baris[nomor],
        "garam": garam[nomor],
        "jalur": [asdict(satu) for satu in pohon.jalur(daun.hex())],
    }


def _steps(jalur: Sequence[Mapping[str, Any]]) -> list[Langkah]:
    return [Langkah(**satu) for satu in jalur]


def _parse(isi: bytes) -> dict[str, Any]:
    try:
        bukti = json.loads(isi)
        if bukti["bentuk"] == BENTUK:
            return bukti
    except (ValueError, KeyError, TypeError):
        pass
    raise BuktiSalahError("Berkas ini bukan bukti anggota potret.")
