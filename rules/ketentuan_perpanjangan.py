"""What of the law is about more time for one instansi, before finalisasi and after."""

from pydantic import BaseModel, ConfigDict, Field


class KetentuanPerpanjangan(BaseModel):
    """The part of Ketentuan that rules/perpanjangan.py and rules/pembukaan.py read."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    perpanjangan_usulan_sesudah: str = Field(
        description="Tahap yang sesudahnya harus ada usulan supaya waktu diperpanjang (kosong: tanpa syarat)"
    )
    finalisasi_ulang_terbit: tuple[str, ...] = Field(
        description="Dokumen yang dibuat dari potret finalisasi ulang satu instansi"
    )
