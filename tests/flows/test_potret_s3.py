"""A closing on an S3 store under object lock: verified there, kept there, and a change over it is seen."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from minio import Minio
from minio.error import S3Error
from typer.testing import CliRunner

import flows.close_tahap
import tasks.gateways.penyusun.kiriman
from flows.cli import app
from flows.close_tahap import close_tahap
from rules.kalender import kalender_on
from tests.flows.empat_instansi import census_of_four, only_four
from tests.flows.tempat import Tempat, without_deadlines
from tests.kotak_masuk import BERSIH, tiga_instansi
from tests.s3_server import S3Server

__all__ = ["census_of_four"]

pytestmark = [pytest.mark.s3, pytest.mark.nightly]
EMBER = "potret-di-s3"
SAMPAI = "x-amz-object-lock-retain-until-date"
DAFTAR = f"potret/prafinalisasi/{BERSIH}/daftar.parquet"


@pytest.fixture(scope="module")
def klien(tmp_path_factory: pytest.TempPathFactory, s3_lengkap: S3Server) -> Iterator[Minio]:
    """The raw client of the owner; pra-finalisasi is closed in its bucket, locked for thirty days."""
    kunci, rahasia = s3_lengkap.kunci()
    bebas = Minio(
        s3_lengkap.endpoint, access_key=kunci, secret_key=rahasia, secure=False, region="us-east-1"
    )
    bebas.make_bucket(EMBER, object_lock=True)
    asal = tmp_path_factory.mktemp("asal")
    tiga_instansi(asal)
    for jalur in sorted(asal.glob("kotak-masuk/**/*.*")):
        bebas.fput_object(EMBER, str(jalur.relative_to(asal)), str(jalur))
    with only_four(), pytest.MonkeyPatch.context() as ubah:
        Tempat(tmp_path_factory.mktemp("s3")).settle(
            ubah, simpanan=f"s3://{EMBER}", s3_endpoint=s3_lengkap.endpoint, s3_kunci=kunci,
            s3_rahasia=rahasia, s3_aman="false", s3_kunci_hari="30",
        )  # fmt: skip
        _close_now(ubah)
        yield bebas


def _close_now(ubah: pytest.MonkeyPatch) -> None:
    """Nobody can set the time of an S3 object: the deadline is now, and no other is in force."""
    sekarang = datetime.now(UTC) + timedelta(minutes=5)
    pra = next(t for t in kalender_on(date(2022, 11, 1)) if t.kode == "prafinalisasi")
    pra = replace(pra, batas=sekarang)
    ubah.setattr(tasks.gateways.penyusun.kiriman, "kalender_on", without_deadlines)
    ubah.setattr(
        flows.close_tahap, "tahap_due", lambda saat, sudah: [] if pra.kode in sudah else [pra]
    )
    assert close_tahap(sekarang) == ["prafinalisasi"]
    assert close_tahap(sekarang + timedelta(minutes=1)) == []


def _verify() -> tuple[int, str]:
    hasil = CliRunner().invoke(app, ["verify"])
    return hasil.exit_code, " ".join(hasil.output.split())


def test_the_store_verifies_from_itself(klien: Minio) -> None:
    kode, kata = _verify()
    assert kode == 0, kata
    assert "Potret prafinalisasi" in kata
    assert "utuh. 4 instansi" in kata
    semua = {objek.object_name for objek in klien.list_objects(EMBER, "potret/", recursive=True)}
    assert DAFTAR in semua
    for nama in semua:
        assert klien.stat_object(EMBER, nama).metadata.get(SAMPAI), nama


def test_what_is_frozen_cannot_be_deleted_and_a_change_over_it_is_seen(klien: Minio) -> None:
    asli = klien.stat_object(EMBER, DAFTAR)
    with pytest.raises(S3Error, match="AccessDenied"):
        klien.remove_object(EMBER, DAFTAR, version_id=asli.version_id)
    klien.put_object(EMBER, DAFTAR, BytesIO(b"palsu"), 5)
    kode, kata = _verify()
    assert kode == 1
    assert f"Instansi {BERSIH}: daftar.parquet berubah sesudah dibekukan" in kata
    with klien.get_object(EMBER, DAFTAR, version_id=asli.version_id) as isi:
        assert isi.read()[:4] == b"PAR1"
    # Whoever wrote it can take back only their own version; what was frozen shows again.
    klien.remove_object(EMBER, DAFTAR, version_id=klien.stat_object(EMBER, DAFTAR).version_id)
    assert _verify()[0] == 0


def test_a_locked_object_that_is_hidden_is_missed(klien: Minio) -> None:
    klien.remove_object(EMBER, DAFTAR)
    kode, kata = _verify()
    assert kode == 1
    assert f"Instansi {BERSIH}: daftar.parquet hilang." in kata
    tanda = next(
        satu
        for satu in klien.list_objects(EMBER, DAFTAR, include_version=True)
        if satu.is_delete_marker
    )
    klien.remove_object(EMBER, DAFTAR, version_id=tanda.version_id)
    assert _verify()[0] == 0
