"""Any S3 server as store, through the minio client."""

import hashlib
import mimetypes
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import NamedTemporaryFile

import certifi
from minio import Minio
from minio.commonconfig import COMPLIANCE
from minio.error import MinioException, S3Error
from minio.retention import Retention
from urllib3 import BaseHTTPResponse, PoolManager, Retry, Timeout
from urllib3.exceptions import HTTPError, MaxRetryError

from tasks.gateways.pengaturan import GalatPengaturan, Pengaturan
from tasks.gateways.simpanan import (
    ARSIP,
    BUKU_TERBIT,
    BUKU_TERIMA,
    POTRET,
    SEMENTARA,
    TETAP,
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

# The client's own five minutes and five retries would let a dead server hold the night up;
# patience belongs to the flows. One second reading is for a kept-alive connection gone stale.
BATAS_WAKTU = Timeout(connect=3, read=15)
ULANGAN = Retry(
    total=2,
    connect=1,
    read=1,
    backoff_factor=0.2,
    status_forcelist=[500, 502, 503, 504],
    raise_on_status=False,
    respect_retry_after_header=False,
)
# Below this size one request is one object, whose ETag is the MD5 of its content.
BAGIAN = 32 << 20
# Evidence: locked for s3_kunci_hari days, for everybody and for ourselves.
TERKUNCI = (ARSIP, BUKU_TERIMA, BUKU_TERBIT, POTRET)
_BLOK = 1 << 20
_TIDAK_ADA = {"NoSuchKey", "NoSuchVersion"}
_DITOLAK = {"AccessDenied", "InvalidObjectState"}


class SimpananS3(Simpanan):
    """One bucket; local copies of unchanging objects stand in ruang_kerja/salinan. Threads may share it."""

    def __init__(self, pengaturan: Pengaturan) -> None:
        self.bucket = str(pengaturan.bucket)
        self.alamat = pengaturan.s3_endpoint or ""
        self.kunci_hari = pengaturan.s3_kunci_hari
        self.salinan = pengaturan.ruang_kerja / "salinan"
        self._http = PoolManager(
            timeout=BATAS_WAKTU,
            retries=ULANGAN,
            maxsize=8,
            cert_reqs="CERT_REQUIRED",
            ca_certs=os.environ.get("SSL_CERT_FILE") or certifi.where(),
        )
        self._klien = _klien(pengaturan, self._http)

    def list_objek(self, awalan: str = "") -> Iterator[Objek]:
        if folder := awalan.rpartition("/")[0]:
            check_kunci(folder)
        with self._terjemah(awalan):
            for entri in self._klien.list_objects(
                self.bucket, prefix=from_kunci(awalan), recursive=True
            ):
                nama = str(entri.object_name)
                penanda_folder = nama.endswith("/") and not entri.size
                if not penanda_folder and SEMENTARA not in nama:
                    yield _objek(to_kunci(nama), entri)

    def stat(self, kunci: str) -> Objek | None:
        nama = from_kunci(check_kunci(kunci))
        try:
            with self._terjemah(kunci):
                return _objek(kunci, self._klien.stat_object(self.bucket, nama))
        except ObjekTidakAda:
            return None

    def get(self, kunci: str) -> bytes:
        with self._terjemah(kunci), self._open(kunci) as jawaban:
            return bytes(jawaban.read())

    def digest(self, kunci: str) -> str:
        with self._terjemah(kunci), self._open(kunci) as jawaban:
            jumlah = hashlib.sha256()
            for blok in jawaban.stream(_BLOK):
                jumlah.update(blok)
        return jumlah.hexdigest()

    def put(self, kunci: str, data: Isi, tipe: str | None = None) -> None:
        nama = from_kunci(check_kunci(kunci))
        ukuran = ukuran_isi(data)
        with aliran(data) as isi, self._terjemah(kunci):
            self._klien.put_object(
                self.bucket, nama, isi, ukuran, tipe or _tipe(kunci), part_size=BAGIAN
            )

    def put_once(self, kunci: str, data: Isi) -> bool:
        if self.exists(kunci):
            return False
        # The client cannot send a condition with a put; an address signed by it can be used with one.
        # A bucket with versions ignores the condition: there the oldest version decides, see _first.
        alamat = self._klien.get_presigned_url(
            "PUT", self.bucket, from_kunci(kunci), timedelta(minutes=15)
        )
        syarat = {
            "If-None-Match": "*",
            "Content-Type": _tipe(kunci),
            "Content-Length": str(ukuran_isi(data)),
        }
        with aliran(data) as isi, self._terjemah(kunci):
            jawaban = self._http.request("PUT", alamat, body=isi, headers=syarat)
            versi = jawaban.headers.get("x-amz-version-id")
            if not self._terpasang(jawaban, kunci) or not self._first(kunci, versi):
                return False
            self._lock(kunci, versi)
        return True

    def put_changed(self, kunci: str, data: Isi, tipe: str | None = None) -> bool:
        ada = self.stat(kunci)
        if ada and ada.ukuran == ukuran_isi(data) and self._sama(ada, data):
            return False
        self.put(kunci, data, tipe)
        return True

    def copy_hashed(self, objek: Objek, awalan: str) -> str | None:
        try:
            with self._terjemah(objek.kunci), self._open(objek.kunci) as jawaban:
                if _etag(jawaban.headers.get("etag")) != objek.etag:
                    return None
                return self._pindahkan(jawaban, objek.ukuran, awalan)
        except ObjekTidakAda:
            return None

    def delete(self, kunci: str) -> None:
        with self._terjemah(kunci):
            self._klien.remove_object(self.bucket, from_kunci(check_kunci(kunci)))

    def local_path(self, kunci: str) -> Path:
        jalur = self.salinan / from_kunci(check_kunci(kunci))
        if not (kunci.startswith(TETAP) and jalur.is_file()):
            with self._terjemah(kunci), self._open(kunci) as jawaban:
                jalur.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                _unduh(jawaban, jalur)
        return jalur

    @contextmanager
    def _open(self, kunci: str) -> Iterator[BaseHTTPResponse]:
        jawaban = self._klien.get_object(self.bucket, from_kunci(check_kunci(kunci)))
        with closing(jawaban):
            yield jawaban
            jawaban.release_conn()

    def _pindahkan(self, jawaban: BaseHTTPResponse, ukuran: int, awalan: str) -> str:
        """Upload the very bytes that were hashed: a server-side copy could be of something newer."""
        if ukuran <= BAGIAN:
            isi = bytes(jawaban.read())
            self.put_once(awalan + sidik(isi), isi)
            return sidik(isi)
        self.salinan.mkdir(parents=True, exist_ok=True, mode=0o700)
        with NamedTemporaryFile(dir=self.salinan, prefix=SEMENTARA) as berkas:
            jumlah = hashlib.sha256()
            for blok in jawaban.stream(_BLOK):
                jumlah.update(blok)
                berkas.write(blok)
            berkas.flush()
            self.put_once(awalan + jumlah.hexdigest(), Path(berkas.name))
        return jumlah.hexdigest()

    def _sama(self, ada: Objek, data: Isi) -> bool:
        """Whether the object of the same size has these bytes; only a foreign ETag makes us read it."""
        if ada.etag == _md5(data):
            return True
        return self.digest(ada.kunci) == sidik(data)

    def _terpasang(self, jawaban: BaseHTTPResponse, kunci: str) -> bool:
        if jawaban.status in (200, 412):
            return jawaban.status == 200
        if jawaban.status == 403:
            raise ObjekTidakTerbaca(f"Tidak diizinkan: {samarkan_kunci(kunci)}")
        raise GalatSimpanan(
            f"Simpanan S3 {self.alamat} menolak {samarkan_kunci(kunci)}: HTTP {jawaban.status}"
        )

    def _first(self, kunci: str, versi: str | None) -> bool:
        """Whether our version was the first of this key; one that came second is taken back."""
        if not versi:
            return True
        nama = from_kunci(kunci)
        semua = self._klien.list_objects(self.bucket, prefix=nama, include_version=True)
        ada = [satu for satu in semua if satu.object_name == nama]
        # Newest first. Behind a delete marker the key was free, and we took it.
        if ada[-1].version_id == versi or any(satu.is_delete_marker for satu in ada):
            return True
        self._klien.remove_object(self.bucket, nama, version_id=versi)
        return False

    def _lock(self, kunci: str, versi: str | None) -> None:
        # Only now: a version under lock could not have been taken back.
        if self.kunci_hari and kunci.startswith(TERKUNCI):
            sampai = datetime.now(UTC) + timedelta(days=self.kunci_hari)
            self._klien.set_object_retention(
                self.bucket, from_kunci(kunci), Retention(COMPLIANCE, sampai), versi
            )

    @contextmanager
    def _terjemah(self, kunci: str) -> Iterator[None]:
        """Our errors for the client's, whose texts hold whole keys and addresses with signatures."""
        nama = samarkan_kunci(kunci)
        try:
            yield
        except S3Error as galat:
            if galat.code in _TIDAK_ADA:
                raise ObjekTidakAda(f"Tidak ada objek {nama}") from None
            if galat.code in _DITOLAK:
                raise ObjekTidakTerbaca(f"Tidak diizinkan: {nama}") from None
            pesan = f"Simpanan S3 {self.alamat}, bucket {self.bucket}, {nama}: {galat.code}"
            raise GalatSimpanan(pesan) from None
        except (MinioException, HTTPError, OSError) as galat:
            sebab = galat.reason if isinstance(galat, MaxRetryError) else galat
            raise GalatSimpanan(
                f"Simpanan S3 {self.alamat} tidak menjawab ({type(sebab).__name__})"
            ) from None


def _klien(pengaturan: Pengaturan, http: PoolManager) -> Minio:
    rahasia = pengaturan.s3_rahasia
    try:
        return Minio(
            pengaturan.s3_endpoint or "",
            access_key=pengaturan.s3_kunci,
            secret_key=rahasia.get_secret_value() if rahasia else None,
            secure=pengaturan.s3_aman,
            region=pengaturan.s3_wilayah,
            http_client=http,
        )
    except ValueError as galat:
        raise GalatPengaturan(f"s3_endpoint tidak dapat dipakai: {galat}") from None


def _objek(kunci: str, entri: object) -> Objek:
    """From a listing or a stat; a listing may know milliseconds, a stat only seconds, so seconds hold."""
    waktu = entri.last_modified.astimezone(UTC).replace(microsecond=0)
    return Objek(kunci, int(entri.size or 0), waktu, _etag(entri.etag))


def _etag(nilai: str | None) -> str | None:
    return nilai.strip('"') if nilai else None


def _md5(data: Isi) -> str:
    with aliran(data) as isi:
        return hashlib.file_digest(isi, partial(hashlib.md5, usedforsecurity=False)).hexdigest()


def _tipe(kunci: str) -> str:
    return mimetypes.guess_type(kunci)[0] or "application/octet-stream"


def _unduh(jawaban: BaseHTTPResponse, jalur: Path) -> None:
    """Whole or not at all: the copy is trusted by its mere presence from then on."""
    with NamedTemporaryFile(dir=jalur.parent, prefix=SEMENTARA, delete=False) as berkas:
        try:
            for blok in jawaban.stream(_BLOK):
                berkas.write(blok)
            berkas.flush()
            os.fsync(berkas.fileno())
            Path(berkas.name).replace(jalur)
        finally:
            Path(berkas.name).unlink(missing_ok=True)
