"""What of the law is about plausibility: thresholds from which somebody at BKN should look."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class KetentuanKewajaran(BaseModel):
    """The part of Ketentuan that the rules of group kewajaran read; all of it asumsi."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    tumpuk_hari: int = Field(description="Jendela sebelum batas tempat tanggal menumpuk (hari)")
    tumpuk_ruas: int = Field(description="Ruas hari yang dihitung bersama dalam jendela itu")
    tumpuk_orang: int = Field(description="Orang paling sedikit dalam tumpukan")
    tumpuk_simpangan: float = Field(description="Simpangan baku tumpukan di atas bagian bangsa")
    libur_mulai_wajar: tuple[int, ...] = Field(
        description="Tanggal mulai yang lazim walau hari libur"
    )
    sk_hari_kerja: Literal[True] = Field(description="SK ditandatangani pada hari kerja")
    sk_susulan_hari: int = Field(description="SK terbit paling lama sesudah tanggal mulai (hari)")
    sk_nomor_ragam: int = Field(
        description="Banyaknya tanggal dan penandatangan bagi satu nomor SK"
    )
    sk_kolektif_orang: dict[str, int] = Field(
        description="Orang terbanyak dalam satu nomor SK menurut penandatangan"
    )
    sk_kolektif_orang_lain: int = Field(
        description="Orang terbanyak dalam satu nomor SK bagi penandatangan lain"
    )
    sk_urut_nomor: int = Field(description="Nomor SK paling sedikit supaya urutannya dinilai")
    sk_urut_geser: float = Field(description="Bagian buku agenda yang boleh terlompati nomor SK")
    sk_urut_kacau: float = Field(
        description="Bagian nomor tidak urut yang membuat urutan tidak dinilai"
    )
    dokumen_nomor_sk: int = Field(description="Nomor SK terbanyak bagi satu berkas SK")
    dokumen_unit_bukti: int = Field(description="Unit terbanyak bagi satu bukti pembayaran")
    jabatan_samar: dict[str, str] = Field(
        description="Sebutan lain jabatan yang dikecualikan dan kelasnya"
    )
    jabatan_samar_kemiripan: float = Field(
        description="Kemiripan ejaan dengan jabatan yang dikecualikan"
    )
    jabatan_samar_huruf: int = Field(description="Huruf paling sedikit supaya ejaan dibandingkan")
    jabatan_samar_bukan: tuple[str, ...] = Field(
        description="Kata wajar yang ejaannya dekat dengan kata yang dikecualikan"
    )
    lonjakan_orang: int = Field(description="Orang baru paling sedikit dalam lonjakan")
    lonjakan_kelipatan: float = Field(description="Kelipatan dari tumbuhnya instansi lain")
    thk2_tidur_bulan: int = Field(description="Jeda kerja THK-II paling lama (bulan)")
