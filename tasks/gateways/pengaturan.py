"""Settings: PENDATAAN_* variables first, then one TOML file, then defaults that start nothing."""

import difflib
import os
import re
import tomllib
from pathlib import Path

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

AWALAN = "PENDATAAN_"
VARIABEL_BERKAS = f"{AWALAN}BERKAS_PENGATURAN"
BERKAS_BAWAAN = Path("pendataan.toml")

_SEBAB = {
    "int_parsing": "harus bilangan bulat",
    "int_type": "harus bilangan bulat",
    "int_from_float": "harus bilangan bulat",
    "greater_than_equal": "paling kecil {ge}",
    "bool_parsing": "harus true atau false",
    "bool_type": "harus true atau false",
    "string_type": "harus teks",
    "string_too_short": "tidak boleh kosong",
    "path_type": "harus jalur berkas",
    "extra_forbidden": "tidak dikenal",
}


class GalatPengaturan(ValueError):
    """Settings that cannot be used; the text is one Indonesian line without any secret in it."""


def _jumlah_inti() -> int:
    return os.cpu_count() or 1


class Pengaturan(BaseSettings):
    """Where the store is, where we work, and with how many processes. Read it by `read_pengaturan`."""

    model_config = SettingsConfigDict(
        env_prefix=AWALAN, env_ignore_empty=True, extra="forbid", frozen=True
    )

    simpanan: str = Field("data/simpanan", min_length=1)
    s3_endpoint: str | None = None
    s3_kunci: str | None = None
    s3_rahasia: SecretStr | None = None
    s3_aman: bool = True
    s3_wilayah: str = Field("us-east-1", min_length=1)
    s3_kunci_hari: int | None = Field(None, ge=1)
    ruang_kerja: Path = Path("data/kerja")
    proses: int = Field(default_factory=_jumlah_inti, ge=1)
    kunci_gudang: SecretStr | None = None
    kunci_potret: Path | None = None
    kunci_potret_sandi: SecretStr | None = None
    sptjm_akar: Path | None = None
    tanda: str | None = None

    @field_validator("simpanan")
    @classmethod
    def _kenali_simpanan(cls, nilai: str) -> str:
        if nilai.startswith("s3://"):
            if not re.fullmatch(r"s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", nilai):
                raise ValueError("harus 's3://' diikuti nama bucket saja, tanpa folder")
        elif "://" in nilai:
            raise ValueError("harus jalur folder atau 's3://bucket'")
        return nilai

    @field_validator("s3_endpoint")
    @classmethod
    def _endpoint_tanpa_skema(cls, nilai: str | None) -> str | None:
        if nilai and not re.fullmatch(r"([\w.-]+|\[[0-9a-fA-F:]+\])(:\d+)?", nilai):
            raise ValueError("harus 'host:port' tanpa http:// dan tanpa jalur; TLS diatur s3_aman")
        return nilai

    @model_validator(mode="after")
    def _lengkap_untuk_s3(self) -> "Pengaturan":
        perlu = ("s3_endpoint", "s3_kunci", "s3_rahasia")
        kurang = [nama for nama in perlu if self.bucket and not getattr(self, nama)]
        if kurang:
            raise ValueError(f"simpanan {self.simpanan} memerlukan {', '.join(kurang)}")
        return self

    @property
    def bucket(self) -> str | None:
        """The bucket of an S3 store; None for a folder."""
        return self.simpanan[5:] if self.simpanan.startswith("s3://") else None

    @property
    def berkas_kunci_potret(self) -> Path:
        """The file with the private key that signs potret."""
        return self.kunci_potret or self.ruang_kerja / "kunci-potret.pem"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments, then variables, then the TOML file."""
        toml = TomlConfigSettingsSource(settings_cls, toml_file=_berkas_pengaturan())
        return init_settings, env_settings, toml


def read_pengaturan(**nilai: object) -> Pengaturan:
    """Settings from arguments, variables and file; raises GalatPengaturan with one line."""
    _periksa_variabel()
    berkas = _berkas_pengaturan()
    try:
        return Pengaturan(**nilai)
    except tomllib.TOMLDecodeError as galat:
        raise GalatPengaturan(f"Berkas pengaturan {berkas} bukan TOML yang sah: {galat}") from None
    except OSError as galat:
        raise GalatPengaturan(f"Berkas pengaturan {berkas}: {galat.strerror}") from None
    except ValidationError as galat:
        raise GalatPengaturan(_satu_baris(galat)) from None


def _berkas_pengaturan() -> Path | None:
    bernama = os.environ.get(VARIABEL_BERKAS)
    if not bernama:
        return BERKAS_BAWAAN if BERKAS_BAWAAN.is_file() else None
    if not Path(bernama).is_file():
        # The reader of TOML passes over a missing file in silence; a named one must be there.
        raise GalatPengaturan(f"{VARIABEL_BERKAS} menunjuk {bernama}, berkas itu tidak ada")
    return Path(bernama)


def _periksa_variabel() -> None:
    """A misspelt variable would silently leave the default in force, so it is refused."""
    dikenal = {f"{AWALAN}{nama.upper()}" for nama in Pengaturan.model_fields} | {VARIABEL_BERKAS}
    for nama in sorted(os.environ):
        if nama.upper().startswith(AWALAN) and nama.upper() not in dikenal:
            # The prefix is the same in all of them and would make any two names look alike.
            pendek = sorted(satu.removeprefix(AWALAN) for satu in dikenal)
            mirip = difflib.get_close_matches(nama.upper().removeprefix(AWALAN), pendek, 1)
            saran = f"; maksudnya {AWALAN}{mirip[0]}?" if mirip else ""
            raise GalatPengaturan(f"Variabel {nama} tidak dikenal{saran}")


def _satu_baris(galat: ValidationError) -> str:
    """Every defect on one line; values are not repeated, one of them may be a secret."""
    return "Pengaturan tidak dapat dipakai: " + "; ".join(
        " ".join((*map(str, satu["loc"]), _sebab(satu))) for satu in galat.errors()
    )


def _sebab(satu: object) -> str:
    jenis, pesan, isi = satu["type"], satu["msg"], satu.get("ctx", {})
    if jenis == "value_error":
        return str(pesan).removeprefix("Value error, ")
    return _SEBAB.get(jenis, "tidak dapat dipakai").format(**isi)
