"""The compound file around an .xls: which streams it holds, and the bytes of one of them."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass

KEPALA = 512
# From here on a sector number says: end of the chain, free, or part of the table itself.
BUKAN_SEKTOR = 0xFFFFFFFA
ENTRI = 128
KOSONG = 0
ALIRAN = 2
AKAR = 5
FAT_DI_KEPALA = 109


class OleRusakError(ValueError):
    """The compound file contradicts itself."""


@dataclass(frozen=True)
class Entri:
    """One directory entry: a stream's first sector and its size in bytes."""

    jenis: int
    awal: int
    ukuran: int


class Ole:
    """A compound file in memory; raises OleRusakError where it cannot be followed."""

    def __init__(self, isi: bytes) -> None:
        if len(isi) < KEPALA:
            raise OleRusakError("header")
        self._isi = memoryview(isi)
        self._geser, self._geser_kecil = self._u16(30), self._u16(32)
        if self._geser not in {9, 12} or self._geser_kecil != 6:
            raise OleRusakError("sector size")
        self._batas_kecil = self._u32(56)
        self._fat = self._baca_fat()
        self.entri = dict(self._direktori())
        if "" not in self.entri:
            raise OleRusakError("directory")

    def aliran(self, *nama: str) -> bytes | None:
        """The bytes of the first stream of one of these names; None when there is none."""
        for satu in nama:
            entri = self.entri.get(satu)
            if entri is not None and entri.jenis == ALIRAN:
                isi = self._isi_aliran(entri)
                if len(isi) < entri.ukuran:
                    raise OleRusakError("cut short")
                return isi
        return None

    def _u16(self, letak: int) -> int:
        return int.from_bytes(self._isi[letak : letak + 2], "little")

    def _u32(self, letak: int) -> int:
        return int.from_bytes(self._isi[letak : letak + 4], "little")

    def _sektor(self, nomor: int) -> memoryview:
        return self._isi[(nomor + 1) << self._geser : (nomor + 2) << self._geser]

    def _baca_fat(self) -> "array[int]":
        fat = array("I")
        for nomor in self._sektor_fat():
            sektor = self._sektor(nomor)
            fat.frombytes(sektor[: len(sektor) // 4 * 4])
        return fat

    def _sektor_fat(self) -> Iterator[int]:
        """The sectors of the allocation table: 109 in the header, more in a chain of their own."""
        terbanyak = len(self._isi) >> self._geser
        daftar = [self._u32(76 + 4 * i) for i in range(FAT_DI_KEPALA)]
        lanjutan = self._u32(68)
        for _ in range(terbanyak + 1):
            yield from (n for n in daftar if n < min(BUKAN_SEKTOR, terbanyak))
            if lanjutan >= BUKAN_SEKTOR or lanjutan >= terbanyak:
                return
            daftar = array("I", self._sektor(lanjutan)[: 1 << self._geser].tobytes()).tolist()
            lanjutan = daftar.pop()

    def _rantai(self, awal: int, fat: "array[int]") -> Iterator[int]:
        for _ in range(len(fat)):
            if awal >= BUKAN_SEKTOR:
                return
            if awal >= len(fat):
                raise OleRusakError("chain")
            yield awal
            awal = fat[awal]
        raise OleRusakError("loop")

    def _sambung(self, awal: int) -> bytes:
        return b"".join(self._sektor(n) for n in self._rantai(awal, self._fat))

    def _direktori(self) -> Iterator[tuple[str, Entri]]:
        tabel = self._sambung(self._u32(48))
        for letak in range(0, len(tabel) - ENTRI + 1, ENTRI):
            satu = tabel[letak : letak + ENTRI]
            panjang = int.from_bytes(satu[64:66], "little")
            nama = satu[: max(0, min(panjang, 64) - 2)].decode("utf-16-le", errors="replace")
            awal, ukuran = (int.from_bytes(satu[i : i + 4], "little") for i in (116, 120))
            if satu[66] == KOSONG:
                continue
            yield ("" if satu[66] == AKAR else nama), Entri(satu[66], awal, ukuran)

    def _isi_aliran(self, entri: Entri) -> bytes:
        if entri.ukuran >= self._batas_kecil:
            return self._sambung(entri.awal)[: entri.ukuran]
        return self._aliran_kecil(entri)

    def _aliran_kecil(self, entri: Entri) -> bytes:
        """A stream below the cutoff lies in pieces of 64 bytes within the root's own stream."""
        wadah = self._sambung(self.entri[""].awal)
        fat = array("I", self._sambung(self._u32(60)))
        geser = self._geser_kecil
        potongan = (wadah[n << geser : (n + 1) << geser] for n in self._rantai(entri.awal, fat))
        return b"".join(potongan)[: entri.ukuran]
