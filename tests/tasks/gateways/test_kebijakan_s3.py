"""The generated policy on a real server: every verb against another's prefix is refused."""

import hashlib
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
import urllib3
from minio import Minio, S3Error
from minio.commonconfig import CopySource
from minio.credentials import Credentials
from minio.signer import sign_v4_s3
from typer.testing import CliRunner

from flows.cli import app
from tasks.gateways.buku_terima import receive
from tasks.gateways.instansi import read_instansi
from tasks.gateways.kebijakan_s3 import (
    BUCKET,
    BUCKET_TERBESAR,
    render_kebijakan,
    render_per_pengguna,
)
from tasks.gateways.pengaturan import Pengaturan
from tasks.gateways.periksa_terima import check_buku
from tasks.gateways.simpanan import ObjekTidakTerbaca, open_simpanan, sidik
from tests.s3_server import S3Server

pytestmark = pytest.mark.s3

MASUK, KELUAR = "kotak-masuk/{}/data-utama/data.xlsx", "kotak-keluar/{}/temuan.xlsx"
SENDIRI, LAIN = "5105", "5108"
TERTUTUP = (
    MASUK.format(LAIN), KELUAR.format(LAIN), "kotak-masuk/5108/tidak-ada", "arsip/x", "buku-terima/x",
    "mendarat/x", "potret/x", "publik/x", "kotak-masuk/51050/x", "kotak-masuk/5105",
)  # fmt: skip
VERBA = {
    "get": lambda k, b, nama: k.get_object(b, nama),
    "stat": lambda k, b, nama: k.stat_object(b, nama),
    "put": lambda k, b, nama: put(k, b, nama),
    "delete": lambda k, b, nama: k.remove_object(b, nama),
    "list": lambda k, b, nama: list(k.list_objects(b, prefix=nama)),
    "list versions": lambda k, b, nama: list(k.list_objects(b, prefix=nama, include_version=True)),
    "copy": lambda k, b, nama: k.copy_object(b, MASUK.format(SENDIRI), CopySource(b, nama)),
}


def put(klien: Minio, bucket: str, nama: str) -> None:
    klien.put_object(bucket, nama, BytesIO(b"isi"), 3)


def put_user_policy(server: S3Server, pengguna: str, isi: str) -> None:
    """IAM's PutUserPolicy, which the minio client does not know."""
    kunci, rahasia = server.kunci()
    badan = urlencode(
        {"Action": "PutUserPolicy", "UserName": pengguna, "PolicyName": "pendataan",
         "PolicyDocument": isi, "Version": "2010-05-08"}
    ).encode()  # fmt: skip
    url, saat, sha = f"http://{server.endpoint}/", datetime.now(UTC), hashlib.sha256(badan)
    kepala = sign_v4_s3(
        method="POST", url=urlsplit(url), region="us-east-1", credentials=Credentials(kunci, rahasia),
        headers={"Host": server.endpoint, "Content-Type": "application/x-www-form-urlencoded",
                 "x-amz-content-sha256": sha.hexdigest(), "x-amz-date": f"{saat:%Y%m%dT%H%M%SZ}"},
        content_sha256=sha.hexdigest(), date=saat,
    )  # fmt: skip
    jawaban = urllib3.request("POST", url, body=badan, headers=kepala)
    assert jawaban.status == 200, jawaban.data


def share(pemilik: Minio, server: S3Server, bucket: str, cara: str) -> None:
    """Puts the generated policies in force, all in one document or one for each user."""
    siapa = [SENDIRI, LAIN]
    kosong = json.dumps({"Version": "2012-10-17", "Statement": []})
    satuan = render_per_pengguna(bucket, "pendataan", siapa)
    satu = render_kebijakan(bucket, "pendataan", siapa)
    pemilik.set_bucket_policy(bucket, satuan[BUCKET] if cara == "pengguna" else satu)
    for kode in siapa:
        isi = satuan[f"instansi-{kode}.json"] if cara == "pengguna" else kosong
        put_user_policy(server, f"instansi-{kode}", isi)


@pytest.fixture(params=[(False, "bucket"), (True, "bucket"), (True, "pengguna")], ids=str)
def dibagi(
    request: pytest.FixtureRequest, s3_lengkap: S3Server, klien: Callable[..., Minio], bucket: str
) -> Callable[[str], Minio]:
    """A bucket under the generated policies in which every area holds something; clients by user."""
    pemilik = klien(s3_lengkap)
    pemilik.make_bucket(bucket, object_lock=request.param[0])
    share(pemilik, s3_lengkap, bucket, request.param[1])
    for nama in (*TERTUTUP[:2], *TERTUTUP[3:8], KELUAR.format(SENDIRI)):
        put(pemilik, bucket, nama)
    return lambda nama: klien(s3_lengkap, nama)


@pytest.mark.parametrize("verba", VERBA)
def test_every_verb_on_what_is_not_ours_is_refused(
    dibagi: Callable[[str], Minio], bucket: str, verba: str
) -> None:
    sendiri = dibagi(f"instansi-{SENDIRI}")
    put(sendiri, bucket, MASUK.format(SENDIRI))
    for nama in TERTUTUP:
        with pytest.raises(S3Error) as galat:
            VERBA[verba](sendiri, bucket, nama)
        assert galat.value.code == "AccessDenied", nama


def test_ones_own_prefixes_work(dibagi: Callable[[str], Minio], bucket: str) -> None:
    sendiri, nama = dibagi(f"instansi-{SENDIRI}"), MASUK.format(SENDIRI)
    put(sendiri, bucket, nama)
    put(sendiri, bucket, nama)
    with sendiri.get_object(bucket, KELUAR.format(SENDIRI)) as jawaban:
        assert jawaban.read() == b"isi"
    for awalan, isi in (("kotak-masuk/5105/", nama), ("kotak-keluar/5105/", KELUAR.format("5105"))):
        daftar = sendiri.list_objects(bucket, prefix=awalan, recursive=True)
        assert [satu.object_name for satu in daftar] == [isi]


@pytest.mark.parametrize("verba", ["put", "delete"])
def test_an_instansi_may_not_delete_nor_write_its_answers(
    dibagi: Callable[[str], Minio], bucket: str, verba: str
) -> None:
    sendiri = dibagi(f"instansi-{SENDIRI}")
    put(sendiri, bucket, MASUK.format(SENDIRI))
    nama = MASUK.format(SENDIRI) if verba == "delete" else KELUAR.format(SENDIRI)
    with pytest.raises(S3Error, match="AccessDenied"):
        VERBA[verba](sendiri, bucket, nama)
    with pytest.raises(S3Error, match="AccessDenied"):
        list(sendiri.list_objects(bucket))


def test_a_delivery_of_theirs_is_received_and_its_evidence_cannot_be_deleted(
    dibagi: Callable[[str], Minio], bucket: str, s3_lengkap: S3Server,
    pengaturan_s3: Callable[..., Pengaturan],
) -> None:  # fmt: skip
    pemilik, kita = dibagi("pendataan"), open_simpanan(pengaturan_s3(s3_lengkap))
    for nama in ("arsip/x", "buku-terima/x"):
        versi = pemilik.stat_object(bucket, nama).version_id
        pemilik.remove_object(bucket, nama, version_id=versi or "null")
    put(dibagi(f"instansi-{SENDIRI}"), bucket, MASUK.format(SENDIRI))
    assert len(receive(kita, datetime.now(UTC) + timedelta(hours=1))) == 2
    assert check_buku(kita).jumlah == 2
    for kunci in ("buku-terima/00000001.jsonl", f"arsip/{sidik(b'isi')}"):
        with pytest.raises(ObjekTidakTerbaca):
            kita.delete(kunci)


def test_the_policy_names_only_who_was_asked_for() -> None:
    kebijakan = json.loads(render_kebijakan("ember", "pemilik", ["5105"]))
    siapa = {str(satu["Principal"]) for satu in kebijakan["Statement"]}
    assert siapa == {
        "*",
        "{'AWS': ['arn:aws:iam:::user/pemilik']}",
        "{'AWS': ['arn:aws:iam:::user/instansi-5105']}",
    }


def test_one_document_for_the_whole_census_is_taken_by_ceph_and_too_large_for_others(
    s3_lengkap: S3Server, klien: Callable[..., Minio], bucket: str
) -> None:
    pemilik = klien(s3_lengkap)
    pemilik.make_bucket(bucket)
    semua = render_kebijakan(bucket, "pendataan", read_instansi()["kode_instansi"].to_list())
    assert len(semua) > BUCKET_TERBESAR
    pemilik.set_bucket_policy(bucket, semua)
    sendiri = klien(s3_lengkap, f"instansi-{SENDIRI}")
    put(sendiri, bucket, MASUK.format(SENDIRI))
    with pytest.raises(S3Error, match="AccessDenied"):
        put(sendiri, bucket, MASUK.format(LAIN))


def test_the_command_writes_small_documents_for_any_number_of_instansi(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for nama, isi in (("SIMPANAN", "s3://ember"), ("S3_ENDPOINT", "localhost:1"),
                      ("S3_KUNCI", "k"), ("S3_RAHASIA", "r")):  # fmt: skip
        monkeypatch.setenv(f"PENDATAAN_{nama}", isi)
    ke = tmp_path / "kebijakan"
    hasil = CliRunner().invoke(app, ["kebijakan-s3", "--ke", str(ke)])
    assert hasil.exit_code == 0, hasil.output
    kode = read_instansi()["kode_instansi"]
    nama = {jalur.name for jalur in ke.iterdir()}
    assert nama == {BUCKET, *(f"instansi-{satu}.json" for satu in kode)}
    assert (ke / BUCKET).stat().st_size < BUCKET_TERBESAR
    # 2,048 characters is what AWS takes as the inline policies of one user.
    assert max(jalur.stat().st_size for jalur in ke.glob("instansi-*")) < 2_048
    satu = json.loads((ke / f"instansi-{SENDIRI}.json").read_text())
    assert LAIN not in json.dumps(satu)
    assert all("Principal" not in pernyataan for pernyataan in satu["Statement"])
    assert "sudah berisi" in CliRunner().invoke(app, ["kebijakan-s3", "--ke", str(ke)]).output
    cetak = CliRunner().invoke(app, ["kebijakan-s3"])
    assert "Pakai --ke FOLDER" in cetak.stderr
    assert json.loads(cetak.stdout)["Statement"][0]["Effect"] == "Allow"
