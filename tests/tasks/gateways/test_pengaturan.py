"""Settings: where they come from, and what a wrong one is told."""

from pathlib import Path

import pytest

from tasks.gateways.pengaturan import GalatPengaturan, read_pengaturan

S3 = {"s3_endpoint": "s3.bkn.go.id:9000", "s3_kunci": "kunci", "s3_rahasia": "rahasia-sekali"}


@pytest.fixture(autouse=True)
def folder_sendiri(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def galat(**nilai: object) -> str:
    with pytest.raises(GalatPengaturan) as tertangkap:
        read_pengaturan(**nilai)
    assert "\n" not in str(tertangkap.value)
    return str(tertangkap.value)


def test_defaults_start_nothing() -> None:
    pengaturan = read_pengaturan()
    assert pengaturan.simpanan == "data/simpanan"
    assert pengaturan.bucket is None
    assert pengaturan.proses >= 1
    assert pengaturan.kunci_gudang is None


def test_arguments_before_variables_before_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pendataan.toml").write_text(
        'simpanan = "toml"\nruang_kerja = "toml"\nproses = 3\n'
    )
    monkeypatch.setenv("PENDATAAN_SIMPANAN", "variabel")
    monkeypatch.setenv("PENDATAAN_RUANG_KERJA", "variabel")
    monkeypatch.setenv("PENDATAAN_S3_WILAYAH", "")
    pengaturan = read_pengaturan(simpanan="argumen")
    assert pengaturan.simpanan == "argumen"
    assert pengaturan.ruang_kerja == Path("variabel")
    assert pengaturan.proses == 3
    assert pengaturan.s3_wilayah == "us-east-1"


def test_a_named_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENDATAAN_BERKAS_PENGATURAN", "lain.toml")
    assert galat() == "PENDATAAN_BERKAS_PENGATURAN menunjuk lain.toml, berkas itu tidak ada"
    (tmp_path / "lain.toml").write_text("proses = 2")
    assert read_pengaturan().proses == 2
    (tmp_path / "lain.toml").write_text("proses =")
    assert galat().startswith("Berkas pengaturan lain.toml bukan TOML yang sah: ")


def test_an_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pendataan.toml").write_text("")

    def tolak(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", tolak)
    monkeypatch.setattr("builtins.open", tolak)
    assert galat() == "Berkas pengaturan pendataan.toml: Permission denied"


def test_an_s3_store() -> None:
    pengaturan = read_pengaturan(simpanan="s3://pendataan-2022", **S3)
    assert pengaturan.bucket == "pendataan-2022"
    assert pengaturan.s3_rahasia.get_secret_value() == "rahasia-sekali"
    assert "rahasia-sekali" not in repr(pengaturan)


@pytest.mark.parametrize(
    ("nilai", "pesan"),
    [
        ({"simpanan": "s3://x/y", **S3}, "simpanan harus 's3://' diikuti nama bucket saja"),
        ({"simpanan": "https://x"}, "simpanan harus jalur folder atau 's3://bucket'"),
        ({"simpanan": ""}, "simpanan tidak boleh kosong"),
        (
            {"simpanan": "s3://xyz"},
            "simpanan s3://xyz memerlukan s3_endpoint, s3_kunci, s3_rahasia",
        ),
        ({"s3_endpoint": "https://x"}, "s3_endpoint harus 'host:port' tanpa http://"),
        ({"proses": 0}, "proses paling kecil 1"),
        ({"proses": "dua"}, "proses harus bilangan bulat"),
        ({"s3_aman": "entah"}, "s3_aman harus true atau false"),
        ({"warna": "biru"}, "warna tidak dikenal"),
        ({"s3_rahasia": ["rahasia-sekali"]}, "s3_rahasia harus teks"),
        ({"proses": 0, "s3_aman": "x"}, "s3_aman harus true atau false; proses paling kecil 1"),
    ],
)
def test_a_wrong_setting_is_one_clear_line(nilai: dict[str, object], pesan: str) -> None:
    teks = galat(**nilai)
    assert teks.startswith(f"Pengaturan tidak dapat dipakai: {pesan}")
    assert "rahasia-sekali" not in teks


def test_a_misspelt_variable_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENDATAAN_SIMPANN", "/data")
    assert galat() == "Variabel PENDATAAN_SIMPANN tidak dikenal; maksudnya PENDATAAN_SIMPANAN?"
    monkeypatch.delenv("PENDATAAN_SIMPANN")
    monkeypatch.setenv("PENDATAAN_QQQQQQQQ", "x")
    assert galat() == "Variabel PENDATAAN_QQQQQQQQ tidak dikenal"
