"""The published figures of 2022, to set beside ours. Facts about the past, never input of a rule."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Literal, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, model_validator

from rules.rujukan import AKAR

Keyakinan = Literal["H", "M", "L"]


class _Angka(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Peserta(_Angka):
    """Instansi that sent (pusat, daerah) and that stayed silent."""

    pusat: int
    daerah: int
    diam_pusat: int
    diam_daerah: int
    sumber: str
    keyakinan: Keyakinan
    catatan: str = ""

    @property
    def mengirim(self) -> int:
        """Instansi that sent data."""
        return self.pusat + self.daerah

    @property
    def semua(self) -> int:
        """Every instansi of the census."""
        return self.mengirim + self.diam_pusat + self.diam_daerah


class Total(_Angka):
    """A national total at one moment; `kode` is the tahap it describes, if it describes one."""

    kode: str | None = None
    saat: AwareDatetime
    jumlah: int
    pusat: int | None = None
    daerah: int | None = None
    thk2: int | None = None
    non_asn: int | None = None
    instansi_pusat: int | None = None
    instansi_daerah: int | None = None
    sumber: str
    keyakinan: Keyakinan


class InstansiTerbesar(_Angka):
    """One of the five largest instansi on 30-09-2022."""

    nama: str
    jumlah: int


class Komposisi(_Angka):
    """One job group of the final table."""

    kelompok: str
    thk2: int
    non_asn: int

    @property
    def jumlah(self) -> int:
        """THK-II and non-ASN together."""
        return self.thk2 + self.non_asn


class Sptjm(_Angka):
    """People and instansi with, or without, an SPTJM."""

    thk2: int
    non_asn: int
    instansi_pusat: int
    instansi_daerah: int
    sumber: str
    keyakinan: Keyakinan
    catatan: str = ""

    @property
    def jumlah(self) -> int:
        """THK-II and non-ASN together."""
        return self.thk2 + self.non_asn

    @property
    def instansi(self) -> int:
        """Instansi, pusat and daerah together."""
        return self.instansi_pusat + self.instansi_daerah


class DuaSptjm(_Angka):
    """Those with an SPTJM and those without."""

    sudah: Sptjm
    belum: Sptjm


class Anomali(_Angka):
    """One of the seven published classes of rows against the rules."""

    kelas: str
    jumlah: int
    instansi_pusat: int | None = None
    instansi_daerah: int | None = None


class AnomaliJumlah(_Angka):
    """The published totals of the anomalies; `jabatan` is the part of the three job classes."""

    jumlah: int
    jabatan: int
    jabatan_prafinalisasi: int
    sumber: str
    keyakinan: Keyakinan
    catatan: str = ""


class Induk(_Angka):
    """The stock of THK-II not yet appointed, at one date."""

    tanggal: date
    jumlah: int
    sumber: str
    keyakinan: Keyakinan


class Angka(_Angka):
    """Everything published; loading fails where the figures do not add up."""

    peserta: Peserta
    garis_waktu: tuple[Total, ...]
    instansi_terbesar: tuple[InstansiTerbesar, ...]
    komposisi: tuple[Komposisi, ...]
    sptjm: DuaSptjm
    anomali: tuple[Anomali, ...]
    anomali_jumlah: AnomaliJumlah
    thk2_induk: tuple[Induk, ...]

    def total(self, kode: str) -> Total:
        """The national total that describes a tahap; KeyError where none was published."""
        return {satu.kode: satu for satu in self.garis_waktu}[kode]

    @model_validator(mode="after")
    def _sums_close(self) -> Self:
        akhir = self.total("pengumuman_akhir")
        bagian = {
            "komposisi": (sum(satu.jumlah for satu in self.komposisi), akhir.jumlah),
            "komposisi thk2": (sum(satu.thk2 for satu in self.komposisi), akhir.thk2),
            "sptjm": (self.sptjm.sudah.jumlah + self.sptjm.belum.jumlah, akhir.jumlah),
            "sptjm thk2": (self.sptjm.sudah.thk2 + self.sptjm.belum.thk2, akhir.thk2),
            "sptjm instansi": (
                self.sptjm.sudah.instansi + self.sptjm.belum.instansi,
                self.peserta.mengirim,
            ),
            "anomali": (sum(satu.jumlah for satu in self.anomali), self.anomali_jumlah.jumlah),
        }
        for satu in self.garis_waktu:
            for kiri, kanan in ((satu.pusat, satu.daerah), (satu.thk2, satu.non_asn)):
                if kiri is not None and kanan is not None:
                    bagian[f"{satu.saat:%d-%m-%Y}"] = (kiri + kanan, satu.jumlah)
        if salah := {nama: isi for nama, isi in bagian.items() if isi[0] != isi[1]}:
            raise ValueError(f"published figures do not add up: {salah}")
        return self


def angka_2022(akar: Path = AKAR) -> Angka:
    """The published figures of 2022; raises where the file is malformed or a sum does not close."""
    return Angka.model_validate(tomllib.loads((akar / "angka_2022.toml").read_text("utf-8")))
