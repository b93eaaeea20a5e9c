"""Real S3 servers for the tests, on loopback, started and ended with the test session.

Ceph RGW (Debian: radosgw ceph-mon ceph-osd) holds everything we rely on. rclone (in the lock) stands
in for plain put, get and list where Debian packages cannot be installed; it accepts conditions,
policies and locks without honouring them, so what needs these must not run on it."""

import ctypes
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

PROGRAM_RGW = ("radosgw", "radosgw-admin", "ceph", "ceph-mon", "ceph-osd", "monmaptool")
PENGGUNA = ("pendataan", "a", "b", "auditor", "instansi-5105", "instansi-5108")
_BATAS_DETIK = 60
_PORT_CEPH = 63

_KONFIGURASI = """
[global]
fsid = {fsid}
mon initial members = a
mon host = v2:127.0.0.1:{port_mon}
public network = 127.0.0.0/8
cluster network = 127.0.0.0/8
ms bind ipv6 = false
ms bind msgr1 = false
ms bind port min = {port_awal}
ms bind port max = {port_akhir}
auth cluster required = none
auth service required = none
auth client required = none
run dir = {d}/run
admin socket = {d}/run/$name.asok
pid file = {d}/run/$name.pid
log file = {d}/log/$name.log
mon cluster log file = {d}/log/cluster.log
crash dir = {d}/run
keyring = {d}/keyring
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd pool default pgp num = 4
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon allow pool size one = true
mon max pg per osd = 2000
mon data avail warn = 1
mon data avail crit = 1
# Without these the cluster waits whole seconds for company that never comes.
paxos propose interval = 0.02
paxos min wait = 0.01
[mon]
mon data = {d}/mon
[osd]
osd data = {d}/osd
osd objectstore = memstore
memstore device bytes = 4294967296
# In [global] this would move the mon to its standard ports.
public addr = 127.0.0.1
cluster addr = 127.0.0.1
[client.rgw.a]
# With authentication off radosgw hangs on anything but plain messages.
ms mon client mode = crc
rgw data = {d}/rgw
rgw frontends = beast endpoint=127.0.0.1:{port_rgw}
rgw dns name = localhost
"""


@dataclass(frozen=True)
class S3Server:
    """A running server; `lengkap` when it enforces conditions, policies and locks."""

    nama: str
    endpoint: str
    lengkap: bool

    def kunci(self, pengguna: str = "pendataan") -> tuple[str, str]:
        """Access key and secret of one of PENGGUNA."""
        return f"kunci-{pengguna}-00000000", f"rahasia-{pengguna}-0000000000000000"


def rgw_installed() -> bool:
    """Whether the Debian packages are here."""
    return all(map(shutil.which, PROGRAM_RGW))


def rclone_program() -> str | None:
    """The rclone of this environment."""
    return shutil.which("rclone", path=str(Path(sys.executable).parent)) or shutil.which("rclone")


@contextmanager
def run_rgw(folder: Path) -> Iterator[S3Server]:
    """mon + osd + radosgw in memory, no root needed; killed at the end, the data are thrown away."""
    port_rgw = _port_bebas()
    for anak in ("mon", "osd", "rgw", "run", "log"):
        (folder / anak).mkdir(parents=True)
    (folder / "keyring").touch()
    fsid = str(uuid.uuid4())
    isi = _KONFIGURASI.format(
        fsid=fsid,
        d=folder,
        port_rgw=port_rgw,
        port_mon=port_rgw + 1,
        port_awal=port_rgw + 2,
        port_akhir=port_rgw + _PORT_CEPH,
    )
    (folder / "ceph.conf").write_text(isi)
    with ExitStack() as tumpukan:
        _jalankan_cluster(tumpukan, folder, fsid, port_rgw + 1)
        rgw = ("radosgw", "-f", "-n", "client.rgw.a", "-c", str(folder / "ceph.conf"))
        _tunggu_port(tumpukan.enter_context(_proses(folder / "log/rgw.out", *rgw)), port_rgw)
        server = S3Server("Ceph RGW", f"127.0.0.1:{port_rgw}", lengkap=True)
        for pengguna in PENGGUNA:
            _buat_pengguna(folder, server, pengguna)
        yield server


@contextmanager
def run_rclone(folder: Path) -> Iterator[S3Server]:
    """rclone over a folder: plain operations only."""
    port = _port_bebas()
    server = S3Server("rclone", f"127.0.0.1:{port}", lengkap=False)
    (folder / "data").mkdir(parents=True)
    # Without this header the minio client does not recognise rclone's errors as S3 errors.
    perintah = (
        str(rclone_program()), "serve", "s3", "--config", str(folder / "tidak-ada.conf"),
        "--auth-key", ",".join(server.kunci()), "--addr", server.endpoint,
        "--response-header", "Content-Type: application/xml", str(folder / "data"),
    )  # fmt: skip
    with _proses(folder / "rclone.out", *perintah) as proses:
        _tunggu_port(proses, port)
        yield server


def _jalankan_cluster(tumpukan: ExitStack, d: Path, fsid: str, port_mon: int) -> None:
    conf = ("-c", str(d / "ceph.conf"))
    peta, kunci = str(d / "monmap"), str(d / "keyring")
    _perintah(
        "monmaptool", "--create", "--fsid", fsid, "--addv", "a", f"[v2:127.0.0.1:{port_mon}]", peta
    )
    _perintah("ceph-mon", "--mkfs", "-i", "a", "--monmap", peta, "--keyring", kunci, *conf)
    mon = tumpukan.enter_context(_proses(d / "log/mon.out", "ceph-mon", "-f", "-i", "a", *conf))
    _tunggu_port(mon, port_mon)
    osd_uuid = str(uuid.uuid4())
    _perintah("ceph", *conf, "osd", "new", osd_uuid)
    _perintah("ceph-osd", "-i", "0", "--mkfs", "--osd-uuid", osd_uuid, *conf)
    osd = tumpukan.enter_context(_proses(d / "log/osd.out", "ceph-osd", "-f", "-i", "0", *conf))
    _tunggu(osd, lambda: "1 up" in _perintah("ceph", *conf, "osd", "stat"))


def _buat_pengguna(d: Path, server: S3Server, nama: str) -> None:
    kunci, rahasia = server.kunci(nama)
    _perintah(
        "radosgw-admin", "-c", str(d / "ceph.conf"), "-n", "client.rgw.a", "user", "create",
        f"--uid={nama}", f"--display-name={nama}", f"--access-key={kunci}", f"--secret-key={rahasia}",
        *(["--caps=user-policy=*"] if nama == PENGGUNA[0] else []),
    )  # fmt: skip


def _lingkungan() -> dict[str, str]:
    """The daemons get nothing of ours: `ceph` is a program of the system's own Python."""
    return {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "LC_ALL": "C.UTF-8"}


def _perintah(*kata: str) -> str:
    hasil = subprocess.run(
        kata, env=_lingkungan(), capture_output=True, text=True, timeout=_BATAS_DETIK, check=False
    )
    if hasil.returncode:
        raise RuntimeError(f"{kata[0]} failed ({hasil.returncode}): {hasil.stderr[-2000:]}")
    return hasil.stdout


@contextmanager
def _proses(catatan: Path, *kata: str) -> Iterator[subprocess.Popen[bytes]]:
    """A daemon that is killed at the end, and by the kernel if this test session is killed first."""
    with catatan.open("wb") as keluaran:
        proses = subprocess.Popen(
            kata, env=_lingkungan(), stdin=subprocess.DEVNULL, stdout=keluaran, stderr=keluaran,
            preexec_fn=_mati_bersama_induk, start_new_session=True,
        )  # fmt: skip
    try:
        yield proses
    finally:
        proses.kill()
        proses.wait(_BATAS_DETIK)


def _mati_bersama_induk() -> None:
    pr_set_pdeathsig = 1
    ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGKILL)


def _tunggu_port(proses: subprocess.Popen[bytes], port: int) -> None:
    def terbuka() -> bool:
        with socket.socket() as soket:
            return soket.connect_ex(("127.0.0.1", port)) == 0

    _tunggu(proses, terbuka)


def _tunggu(proses: subprocess.Popen[bytes], siap: Callable[[], bool]) -> None:
    batas = time.monotonic() + _BATAS_DETIK
    while not siap():
        if proses.poll() is not None or time.monotonic() > batas:
            raise RuntimeError(f"{proses.args!r} did not come up (exit {proses.returncode})")
        time.sleep(0.05)


def _port_bebas() -> int:
    """A port below the range the kernel hands out itself, with room for Ceph's above it."""
    for _ in range(100):
        port = 12000 + 64 * (int.from_bytes(os.urandom(2), "big") % 280)
        with socket.socket() as soket:
            try:
                soket.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port
    raise RuntimeError("no free port")
