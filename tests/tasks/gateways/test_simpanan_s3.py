"""What only an S3 server can do or get wrong: dead servers, users and policies, locks."""

import json
import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from minio import Minio, S3Error
from minio.commonconfig import COMPLIANCE
from minio.retention import Retention
from urllib3 import Timeout

from tasks.gateways import simpanan_s3
from tasks.gateways.pengaturan import GalatPengaturan, Pengaturan
from tasks.gateways.simpanan import (
    GalatSimpanan,
    ObjekTidakAda,
    ObjekTidakTerbaca,
    Simpanan,
    open_simpanan,
    sidik,
)
from tests.s3_server import S3Server

Buka = Callable[..., Minio]
SAMPAI = "x-amz-object-lock-retain-until-date"
Atur = Callable[..., Pengaturan]


def di_alamat(endpoint: str, tmp_path: Path) -> Simpanan:
    return open_simpanan(
        Pengaturan(
            simpanan="s3://uji",
            s3_endpoint=endpoint,
            s3_kunci="kunci",
            s3_rahasia="rahasia-sekali",
            s3_aman=False,
            ruang_kerja=tmp_path,
        )
    )


@contextmanager
def pendengar_bisu() -> Iterator[str]:
    """A server that accepts and never answers."""
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        soket.listen(16)
        yield f"127.0.0.1:{soket.getsockname()[1]}"


class TestServerMati:
    def test_a_dead_server_fails_in_seconds(self, tmp_path: Path) -> None:
        with socket.socket() as soket:
            soket.bind(("127.0.0.1", 0))
            simpanan = di_alamat(f"127.0.0.1:{soket.getsockname()[1]}", tmp_path)
            mulai = time.monotonic()
            for kerja in (
                lambda: list(simpanan.list_objek("kotak-masuk/")),
                lambda: simpanan.get("publik/x"),
                lambda: simpanan.put("publik/3201150101900001", b"isi"),
                lambda: simpanan.put_once("arsip/x", b"isi"),
            ):
                with pytest.raises(GalatSimpanan, match="tidak menjawab") as galat:
                    kerja()
                assert "rahasia" not in str(galat.value)
                assert "3201150101900001" not in str(galat.value)
        assert time.monotonic() - mulai < 8

    def test_a_silent_server_is_given_up(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert simpanan_s3.BATAS_WAKTU.connect_timeout <= 5
        assert simpanan_s3.BATAS_WAKTU.read_timeout <= 20
        assert simpanan_s3.ULANGAN.read <= 1
        monkeypatch.setattr(simpanan_s3, "BATAS_WAKTU", Timeout(connect=1, read=0.2))
        with pendengar_bisu() as endpoint, pytest.raises(GalatSimpanan, match="ReadTimeoutError"):
            di_alamat(endpoint, tmp_path).get("publik/x")

    def test_a_wrong_address_is_a_wrong_setting(self, tmp_path: Path) -> None:
        with pytest.raises(GalatPengaturan, match="s3_endpoint"):
            di_alamat("127.0.0.1:99999", tmp_path)


@pytest.mark.s3
class TestSatuServer:
    def test_a_missing_bucket_is_no_empty_inbox(
        self, s3_server: S3Server, pengaturan_s3: Atur
    ) -> None:
        with pytest.raises(GalatSimpanan, match="NoSuchBucket"):
            list(open_simpanan(pengaturan_s3(s3_server)).list_objek("kotak-masuk/"))
        with pytest.raises(GalatSimpanan, match="HTTP 404"):
            open_simpanan(pengaturan_s3(s3_server)).put_once("arsip/x", b"isi")

    def test_a_wrong_secret(
        self, s3_server: S3Server, pengaturan_s3: Atur, klien: Buka, bucket: str
    ) -> None:
        klien(s3_server).make_bucket(bucket)
        salah = pengaturan_s3(s3_server).model_dump() | {"s3_rahasia": "salah"}
        with pytest.raises(GalatSimpanan, match="SignatureDoesNotMatch"):
            list(open_simpanan(Pengaturan(**salah)).list_objek())

    def test_large_objects(
        self, s3_server: S3Server, pengaturan_s3: Atur, klien: Buka, bucket: str,
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    ) -> None:  # fmt: skip
        """Above the part size: several parts, an ETag that is no MD5, hashing through a file."""
        klien(s3_server).make_bucket(bucket)
        monkeypatch.setattr(simpanan_s3, "BAGIAN", 5 << 20)
        simpanan = open_simpanan(pengaturan_s3(s3_server))
        isi = bytes(range(256)) * (6 << 12)
        (tmp_path / "besar").write_bytes(isi)
        simpanan.put_file("kotak-masuk/besar", tmp_path / "besar")
        assert simpanan.put_changed("kotak-masuk/besar", isi) is False
        assert simpanan.put_changed("kotak-masuk/besar", isi[:-1] + b"x") is True
        simpanan.put_file("kotak-masuk/besar", tmp_path / "besar")
        (objek,) = simpanan.list_objek("kotak-masuk/")
        assert simpanan.copy_hashed(objek, "arsip/") == sidik(isi)
        assert simpanan.local_path(f"arsip/{sidik(isi)}").read_bytes() == isi

    def test_an_unchanging_object_is_fetched_once(
        self, s3_server: S3Server, pengaturan_s3: Atur, klien: Buka, bucket: str, tmp_path: Path
    ) -> None:
        klien(s3_server).make_bucket(bucket)
        simpanan = open_simpanan(pengaturan_s3(s3_server))
        simpanan.put_once("arsip/x", b"isi")
        salinan = simpanan.local_path("arsip/x")
        assert salinan == tmp_path / "kerja/salinan/arsip/x"
        simpanan.delete("arsip/x")
        assert simpanan.local_path("arsip/x").read_bytes() == b"isi"

    def test_folder_markers_are_no_objects(
        self, s3_lengkap: S3Server, pengaturan_s3: Atur, klien: Buka, bucket: str
    ) -> None:
        klien(s3_lengkap).make_bucket(bucket)
        klien(s3_lengkap).put_object(bucket, "kotak-masuk/3201/", BytesIO(b""), 0)
        simpanan = open_simpanan(pengaturan_s3(s3_lengkap))
        assert list(simpanan.list_objek()) == []

    def test_a_windows_name_can_be_read(
        self, s3_lengkap: S3Server, pengaturan_s3: Atur, klien: Buka, bucket: str
    ) -> None:
        klien(s3_lengkap).make_bucket(bucket)
        for nama in ("kotak-masuk/map\\berkas", "kotak-masuk//berkas"):
            klien(s3_lengkap).put_object(bucket, nama, BytesIO(b"isi"), 3)
        simpanan = open_simpanan(pengaturan_s3(s3_lengkap))
        assert [simpanan.get(objek.kunci) for objek in simpanan.list_objek()] == [b"isi", b"isi"]


def kebijakan(bucket: str) -> str:
    """Users a and b may read and write below their own prefix; the owner everything."""
    isi = f"arn:aws:s3:::{bucket}"
    satu = [
        {
            "Effect": "Allow",
            "Principal": {"AWS": [f"arn:aws:iam:::user/{nama}"]},
            "Action": ["s3:PutObject", "s3:GetObject"],
            "Resource": [f"{isi}/kotak-masuk/{nama}/*"],
        }
        for nama in ("a", "b")
    ]
    pemilik = {
        "Effect": "Allow",
        "Principal": {"AWS": ["arn:aws:iam:::user/pendataan"]},
        "Action": ["s3:*"],
        "Resource": [isi, f"{isi}/*"],
    }
    return json.dumps({"Version": "2012-10-17", "Statement": [*satu, pemilik]})


@pytest.mark.s3
class TestPemisahan:
    @pytest.fixture
    def buka(
        self, s3_lengkap: S3Server, pengaturan_s3: Atur, klien: Buka, bucket: str
    ) -> Callable[[str], Simpanan]:
        klien(s3_lengkap).make_bucket(bucket)
        return lambda pengguna: open_simpanan(pengaturan_s3(s3_lengkap, pengguna))

    def test_each_instansi_sees_only_its_own(
        self, buka: Callable[[str], Simpanan], s3_lengkap: S3Server, klien: Buka, bucket: str
    ) -> None:
        a, b, pemilik = buka("a"), buka("b"), buka("pendataan")
        with pytest.raises(ObjekTidakTerbaca):
            a.put("kotak-masuk/a/x", b"sebelum ada kebijakan")
        klien(s3_lengkap).set_bucket_policy(bucket, kebijakan(bucket))
        a.put("kotak-masuk/a/x", b"milik a")
        b.put("kotak-masuk/b/x", b"milik b")
        assert a.get("kotak-masuk/a/x") == b"milik a"
        for kerja in (
            lambda: a.get("kotak-masuk/b/x"),
            lambda: a.stat("kotak-masuk/b/x"),
            lambda: a.put("kotak-masuk/b/x", b"palsu"),
            lambda: a.delete("kotak-masuk/b/x"),
            lambda: a.get("kotak-masuk/b/tidak-ada"),
            lambda: list(a.list_objek("kotak-masuk/")),
        ):
            with pytest.raises(ObjekTidakTerbaca):
                kerja()
        assert pemilik.get("kotak-masuk/b/x") == b"milik b"
        assert len(list(pemilik.list_objek("kotak-masuk/"))) == 2

    def test_a_forbidden_first_write(
        self, buka: Callable[[str], Simpanan], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(simpanan_s3.SimpananS3, "exists", lambda self, kunci: False)
        with pytest.raises(ObjekTidakTerbaca):
            buka("a").put_once("arsip/x", b"isi")


@pytest.mark.s3
class TestArsipTerkunci:
    def test_a_locked_archive_keeps_what_it_holds(
        self, s3_lengkap: S3Server, pengaturan_s3: Atur, klien: Buka, bucket: str
    ) -> None:
        """In a bucket with locks the old version stays, whatever is written or deleted over it."""
        bebas = klien(s3_lengkap)
        bebas.make_bucket(bucket, object_lock=True)
        simpanan = open_simpanan(pengaturan_s3(s3_lengkap))
        assert simpanan.put_once("arsip/x", b"asli") is True
        assert simpanan.put_once("arsip/x", b"palsu") is False
        versi = bebas.stat_object(bucket, "arsip/x").version_id
        sampai = datetime.now(UTC) + timedelta(seconds=30)
        bebas.set_object_retention(bucket, "arsip/x", Retention(COMPLIANCE, sampai), versi)
        simpanan.put("arsip/x", b"palsu")
        simpanan.delete("arsip/x")
        with pytest.raises(ObjekTidakAda):
            simpanan.get("arsip/x")
        with pytest.raises(S3Error) as galat:
            bebas.remove_object(bucket, "arsip/x", version_id=versi)
        assert galat.value.code == "AccessDenied"
        jawaban = bebas.get_object(bucket, "arsip/x", version_id=versi)
        assert jawaban.read() == b"asli"
        jawaban.close()

    def test_evidence_is_locked_when_it_is_written(
        self, s3_lengkap: S3Server, pengaturan_s3: Atur, klien: Buka, bucket: str
    ) -> None:
        bebas = klien(s3_lengkap)
        bebas.make_bucket(bucket, object_lock=True)
        atur = pengaturan_s3(s3_lengkap).model_copy(update={"s3_kunci_hari": 30})
        simpanan = open_simpanan(atur)
        for kunci in ("arsip/x", "buku-terima/x", "potret/x", "mendarat/x"):
            assert simpanan.put_once(kunci, b"isi") is True
            sampai = bebas.stat_object(bucket, kunci).metadata.get(SAMPAI)
            assert (sampai is None) == (kunci == "mendarat/x")
        sampai = bebas.stat_object(bucket, "arsip/x").metadata[SAMPAI]
        hari = datetime.fromisoformat(sampai[:10] + "T00:00:00+00:00") - datetime.now(UTC)
        assert 28 <= hari.days <= 30
        versi = bebas.stat_object(bucket, "arsip/x").version_id
        with pytest.raises(S3Error, match="AccessDenied"):
            bebas.remove_object(bucket, "arsip/x", version_id=versi)

    def test_a_lock_needs_a_bucket_made_for_it(
        self, s3_lengkap: S3Server, pengaturan_s3: Atur, klien: Buka, bucket: str
    ) -> None:
        klien(s3_lengkap).make_bucket(bucket)
        atur = pengaturan_s3(s3_lengkap).model_copy(update={"s3_kunci_hari": 30})
        with pytest.raises(GalatSimpanan, match="arsip/x"):
            open_simpanan(atur).put_once("arsip/x", b"isi")

    def test_the_second_of_two_first_writes_takes_itself_back(
        self, s3_lengkap: S3Server, pengaturan_s3: Atur, klien: Buka, bucket: str,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:  # fmt: skip
        bebas = klien(s3_lengkap)
        bebas.make_bucket(bucket, object_lock=True)
        simpanan = open_simpanan(pengaturan_s3(s3_lengkap).model_copy(update={"s3_kunci_hari": 30}))
        monkeypatch.setattr(simpanan_s3.SimpananS3, "exists", lambda self, kunci: False)
        assert simpanan.put_once("buku-terima/x", b"pertama") is True
        assert simpanan.put_once("buku-terima/x", b"kedua") is False
        assert simpanan.get("buku-terima/x") == b"pertama"
        assert len(list(bebas.list_objects(bucket, recursive=True, include_version=True))) == 1

    def test_of_many_writers_at_once_one_wins(
        self, s3_lengkap: S3Server, pengaturan_s3: Atur, klien: Buka, bucket: str
    ) -> None:
        klien(s3_lengkap).make_bucket(bucket, object_lock=True)
        simpanan = open_simpanan(pengaturan_s3(s3_lengkap).model_copy(update={"s3_kunci_hari": 30}))
        with ThreadPoolExecutor(6) as utas:
            for putaran in range(4):
                kunci = f"buku-terima/{putaran}"
                tulis = partial(simpanan.put_once, kunci)
                isi = [b"%d" % nomor for nomor in range(6)]
                menang = list(utas.map(tulis, isi))
                assert menang.count(True) == 1
                assert simpanan.get(kunci) == isi[menang.index(True)]
