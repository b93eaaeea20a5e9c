"""A folder as store: nothing to start, POSIX file systems, senders may write only below kotak-masuk."""

import errno
import hashlib
import os
import shutil
import stat as mode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from tasks.gateways.simpanan import (
    ARSIP,
    BUKU_TERIMA,
    KOTAK_KELUAR,
    MENDARAT,
    POTRET,
    PUBLIK,
    SEMENTARA,
    GalatSimpanan,
    Isi,
    Objek,
    ObjekTidakAda,
    ObjekTidakTerbaca,
    Simpanan,
    aliran,
    check_kunci,
    from_kunci,
    samarkan_kunci,
    sidik,
    to_kunci,
    ukuran_isi,
)

# Personal data are ours alone; kotak-keluar is handed out through a group, publik to everyone.
IZIN = {PUBLIK: (0o755, 0o644), KOTAK_KELUAR: (0o750, 0o640)}
IZIN_PRIBADI = (0o700, 0o600)
# What no rerun can make again must survive a power cut; the rest is compared and rewritten.
TAHAN_PADAM = (ARSIP, BUKU_TERIMA, MENDARAT, POTRET)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TIDAK_ADA = {errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENXIO}
_BLOK = 1 << 20


class SimpananFolder(Simpanan):
    """Only the folders right below the root may be links (the operator's); all others are ignored."""

    def __init__(self, akar: Path) -> None:
        self.akar = akar.absolute()
        self._area: dict[str, Path] = {}

    def list_objek(self, awalan: str = "") -> Iterator[Objek]:
        folder = awalan.rpartition("/")[0]
        try:
            mulai = self._jalur(folder) if folder else self._akar_ada()
            isi = () if mulai.is_symlink() else self._telusur(mulai, folder and folder + "/")
            yield from (objek for objek in isi if objek.kunci.startswith(awalan))
        except OSError as galat:
            raise _terjemah(galat, folder) from None
        except ObjekTidakAda:
            return

    def stat(self, kunci: str) -> Objek | None:
        try:
            keadaan = self._jalur(kunci).lstat()
        except ObjekTidakAda:
            return None
        except OSError as galat:
            if galat.errno in _TIDAK_ADA:
                return None
            raise _terjemah(galat, kunci) from None
        return _objek(kunci, keadaan) if mode.S_ISREG(keadaan.st_mode) else None

    def get(self, kunci: str) -> bytes:
        with self._open(kunci) as berkas:
            return berkas.read()

    def digest(self, kunci: str) -> str:
        with self._open(kunci) as berkas:
            return hashlib.file_digest(berkas, "sha256").hexdigest()

    def put(self, kunci: str, data: Isi, tipe: str | None = None) -> None:
        with aliran(data) as isi, self._menulis(kunci) as (berkas, jalur):
            shutil.copyfileobj(isi, berkas, _BLOK)
            _tuntas(berkas, kunci)
            Path(berkas.name).replace(jalur)

    def put_once(self, kunci: str, data: Isi) -> bool:
        if self.exists(kunci):
            return False
        with aliran(data) as isi, self._menulis(kunci) as (berkas, jalur):
            shutil.copyfileobj(isi, berkas, _BLOK)
            return _pasang_sekali(berkas, jalur, kunci)

    def put_changed(self, kunci: str, data: Isi, tipe: str | None = None) -> bool:
        ada = self.stat(kunci)
        if ada and ada.ukuran == ukuran_isi(data) and sidik(self.local_path(kunci)) == sidik(data):
            return False
        self.put(kunci, data)
        return True

    def copy_hashed(self, objek: Objek, awalan: str) -> str | None:
        try:
            sumber = self._open(objek.kunci)
        except ObjekTidakAda:
            return None
        with sumber, self._menulis(f"{awalan}belum-bersidik") as (berkas, jalur):
            jumlah = _salin(sumber, berkas)
            if _objek(objek.kunci, os.fstat(sumber.fileno())) != objek:
                return None
            kunci = f"{awalan}{jumlah}"
            _pasang_sekali(berkas, jalur.with_name(jumlah), kunci)
        return jumlah

    def delete(self, kunci: str) -> None:
        try:
            self._jalur(kunci).unlink(missing_ok=True)
        except ObjekTidakAda:
            return
        except OSError as galat:
            raise _terjemah(galat, kunci) from None

    def local_path(self, kunci: str) -> Path:
        if not self.exists(kunci):
            raise ObjekTidakAda(f"Tidak ada objek {samarkan_kunci(kunci)}")
        return self._jalur(kunci)

    def _akar_ada(self) -> Path:
        """The root, which reading never makes: an unmounted disk must not look like an empty inbox."""
        if not self.akar.is_dir():
            raise GalatSimpanan(
                f"Folder simpanan {self.akar} tidak ada; periksa PENDATAAN_SIMPANAN"
            )
        return self.akar

    def _jalur(self, kunci: str) -> Path:
        """The file of a key; raises ObjekTidakAda when a link below the area leads elsewhere."""
        area, *sisa = from_kunci(check_kunci(kunci)).split("/")
        jalur = self._dasar(area)
        for bagian in sisa[:-1]:
            jalur = jalur / bagian
            if jalur.is_symlink():
                raise ObjekTidakAda(f"Tidak ada objek {samarkan_kunci(kunci)}")
        return jalur.joinpath(*sisa[-1:])

    def _dasar(self, area: str) -> Path:
        """Where an area really is; the operator's link is followed once, not at every key."""
        if area not in self._area:
            self._area[area] = Path(os.path.realpath(self._akar_ada() / area))
        return self._area[area]

    def _telusur(self, folder: Path, kunci: str) -> Iterator[Objek]:
        for anak, entri in sorted(_anak(folder, kunci), key=lambda pasangan: pasangan[0]):
            if anak.endswith("/"):
                yield from self._telusur(Path(entri.path), anak)
                continue
            try:
                keadaan = entri.stat(follow_symlinks=False)
            except FileNotFoundError:
                continue
            if mode.S_ISREG(keadaan.st_mode):
                yield _objek(anak, keadaan)

    def _open(self, kunci: str) -> IO[bytes]:
        # A sender may put a link or a pipe in the file's place after we looked: neither is followed.
        bendera = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        try:
            fd = os.open(self._jalur(kunci), bendera)
        except OSError as galat:
            raise _terjemah(galat, kunci) from None
        if not mode.S_ISREG(os.fstat(fd).st_mode):
            os.close(fd)
            raise ObjekTidakAda(f"Tidak ada objek {samarkan_kunci(kunci)}")
        return os.fdopen(fd, "rb")

    @contextmanager
    def _menulis(self, kunci: str) -> Iterator[tuple[IO[bytes], Path]]:
        """An unfinished file; what is not put in place by the body is removed. It stands at the root of the
        area: one that a killed process left must not lie among what was frozen."""
        try:
            self.akar.mkdir(parents=True, exist_ok=True)
            jalur, akar = self._jalur(kunci), self._dasar(kunci.split("/")[0])
            self._buat_folder(jalur.parent, _izin(kunci)[0])
            folder = akar if "/" in kunci else akar.parent
            with NamedTemporaryFile(dir=folder, prefix=SEMENTARA, delete=False) as berkas:
                try:
                    yield berkas, jalur
                finally:
                    Path(berkas.name).unlink(missing_ok=True)
        except OSError as galat:
            raise _terjemah(galat, kunci) from None

    def _buat_folder(self, folder: Path, izin: int) -> None:
        if not folder.is_dir():
            self._buat_folder(folder.parent, izin)
            folder.mkdir(exist_ok=True)
            folder.chmod(izin)


def _anak(folder: Path, kunci: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Entries with their keys; a folder's ends in '/', which is what makes the order that of the keys."""
    try:
        with os.scandir(folder) as isi:
            for entri in isi:
                if entri.name.startswith(SEMENTARA):
                    continue
                anak = kunci + to_kunci(entri.name)
                # Only the operator writes beside the areas; a link deeper down may be a sender's.
                yield (anak + "/" if entri.is_dir(follow_symlinks=not kunci) else anak), entri
    except FileNotFoundError:
        return


def _objek(kunci: str, keadaan: os.stat_result) -> Objek:
    waktu = _EPOCH + timedelta(microseconds=keadaan.st_mtime_ns // 1000)
    return Objek(kunci, keadaan.st_size, waktu)


def _izin(kunci: str) -> tuple[int, int]:
    return IZIN.get(kunci.partition("/")[0] + "/", IZIN_PRIBADI)


def _salin(sumber: IO[bytes], tujuan: IO[bytes]) -> str:
    jumlah = hashlib.sha256()
    while blok := sumber.read(_BLOK):
        jumlah.update(blok)
        tujuan.write(blok)
    return jumlah.hexdigest()


def _tuntas(berkas: IO[bytes], kunci: str) -> None:
    berkas.flush()
    os.fchmod(berkas.fileno(), _izin(kunci)[1])
    if kunci.startswith(TAHAN_PADAM):
        os.fsync(berkas.fileno())


def _pasang_sekali(berkas: IO[bytes], jalur: Path, kunci: str) -> bool:
    """Give the finished file its name unless the name is taken: a link, because a rename would replace."""
    if jalur.exists():
        return False
    _tuntas(berkas, kunci)
    try:
        os.link(berkas.name, jalur)
    except FileExistsError:
        return False
    if kunci.startswith(BUKU_TERIMA):
        # File systems keep names in order, so the receipt's name makes the archive's durable too.
        _tuntas_folder(jalur.parent)
    return True


def _tuntas_folder(folder: Path) -> None:
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def _terjemah(galat: OSError, kunci: str) -> GalatSimpanan:
    """Our error for the system's, whose text would show the whole path."""
    nama = samarkan_kunci(kunci)
    if galat.errno in _TIDAK_ADA:
        return ObjekTidakAda(f"Tidak ada objek {nama}")
    if galat.errno in (errno.EACCES, errno.EPERM):
        return ObjekTidakTerbaca(f"Tidak diizinkan: {nama}")
    return GalatSimpanan(f"Simpanan gagal pada {nama}: {galat.strerror}")
