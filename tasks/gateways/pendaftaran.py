"""One registration in the gudang with everything behind it; weighs the rules again on the one row."""

from functools import cached_property
from typing import Any

import duckdb
import polars as pl

from reports import tulisan
from reports.istilah import BAWAAN_GANDA, JENIS_GANDA, KEADAAN_KASUS, SEBAB_GANDA
from reports.penjelasan import (
    KETERANGAN,
    AturanDinilai,
    KasusGanda,
    KriteriaDinilai,
    MasaKerja,
    Nilai,
    Pendaftaran,
    Periode,
    Pihak,
    TemuanLain,
    bulan_from,
    catatan_from,
)
from reports.render import query as sql_of
from rules.bulan_kerja import Periode as PeriodeKerja
from rules.bulan_kerja import RincianBulan, rinci_bulan
from rules.ketentuan import Ketentuan
from rules.periksa import check, prepare
from rules.riwayat_kerja import unit_terbukti
from rules.rule import KRITERIA, Aturan
from tasks.gateways.gudang import query
from tasks.gateways.instansi import scan_unit
from tasks.gateways.jejak_nilai import DASAR, JejakNilai, show

Baris = dict[str, Any]
_GELAP = {
    "BELUM_TERBACA": ("tanggal_mulai", "tanggal_awal", "tanggal_akhir"),
    "BAYAR_BELUM_DIKETAHUI": ("pembayaran",),
}


class PembacaPendaftaran:
    """One gudang, its law and rules, asked about single rows."""

    def __init__(
        self, gudang: duckdb.DuckDBPyConnection, k: Ketentuan, aturan: tuple[Aturan, ...]
    ) -> None:
        self.gudang, self.k = gudang, k
        self.aturan = {satu.kode: satu for satu in aturan}
        self.jejak = JejakNilai(gudang)

    def registration(self, orang: pl.DataFrame) -> Pendaftaran:
        """One row of query.sql with everything behind it. Raises ValueError where the months one by one
        do not add up to the months that were judged."""
        isi = orang.row(0, named=True)
        temuan = self._rows("temuan", isi["id_tenaga"])
        riwayat = self._frame("riwayat", isi["id_tenaga"])
        lampau = riwayat.to_dicts()
        dinilai = isi["putusan_keseluruhan"] is not None
        rincian = self._months(orang, riwayat) if dinilai else None
        return Pendaftaran(
            instansi=f"{isi['kode_instansi']} {isi['nama_instansi']}",
            berkas=isi["kunci"],
            waktu=isi["waktu"],
            tempat=f"lembar {isi['lembar']} baris {isi['baris']}",
            status=isi["status_baris"],
            nama=isi["nama"] or tulisan.KOSONG,
            kategori=isi["kategori"],
            keseluruhan=isi["putusan_keseluruhan"],
            kriteria=self._criteria(orang, isi, lampau, rincian) if rincian else (),
            masa_kerja=self._tenure(isi, lampau, rincian) if rincian else None,
            temuan=tuple(
                self._finding(satu, isi, lampau)
                for satu in temuan
                if not self.aturan[satu["kode_aturan"]].memutus
            ),
            catatan=catatan_from(self._rows("catatan", isi["id_tenaga"]), self._names()),
            ganda=self._cases(isi["id_tenaga"]),
        )

    def _frame(self, nama: str, id_tenaga: int) -> pl.DataFrame:
        return query(self.gudang, sql_of(f"penjelasan/{nama}"), id_tenaga)

    def _rows(self, nama: str, id_tenaga: int) -> list[Baris]:
        return self._frame(nama, id_tenaga).to_dicts()

    def _names(self) -> dict[str, str]:
        return {kode: satu.nama for kode, satu in self.aturan.items()}

    @cached_property
    def _units(self) -> pl.LazyFrame:
        """Units that prove an instansi; of the whole nation, so asked once."""
        return unit_terbukti(
            scan_unit(), query(self.gudang, sql_of("penjelasan/unit")).lazy()
        ).collect().lazy()  # fmt: skip

    def _months(self, orang: pl.DataFrame, riwayat: pl.DataFrame) -> RincianBulan:
        unit = self._units if riwayat["unit_kerja"].drop_nulls().len() else None
        rincian = rinci_bulan(orang.lazy(), riwayat.lazy(), unit, self.k)
        dinilai = orang["bulan_kerja"].item()
        if rincian.bulan_kerja != dinilai:
            raise ValueError(
                f"{rincian.bulan_kerja} months one by one, {dinilai} were judged: this gudang was built "
                "by other code"
            )
        return rincian

    def _criteria(
        self, orang: pl.DataFrame, isi: Baris, lampau: list[Baris], rincian: RincianBulan
    ) -> tuple[KriteriaDinilai, ...]:
        memutus = tuple(satu for satu in self.aturan.values() if satu.memutus)
        topeng, _ = prepare(orang.schema, self.k, memutus)
        hasil = orang.select(ungkapan.alias(satu.kode) for satu, ungkapan in topeng.items()).row(
            0, named=True
        )
        temuan = check(orang.lazy(), self.k, memutus).temuan
        kata = {kode: (pesan, ubah) for kode, pesan, ubah in temuan.select("kode_aturan", "pesan", "pengubah").iter_rows()}  # fmt: skip
        return tuple(
            KriteriaDinilai(
                nama=kriteria,
                putusan=isi[f"putusan_{kriteria}"],
                aturan=tuple(
                    self._judged(satu, hasil[satu.kode], *kata.get(satu.kode, (None, None)), isi=isi,
                                 perlu=() if hasil[satu.kode] is not None else self._missing(satu, isi, lampau, rincian))
                    for satu in topeng
                    if satu.kriteria == kriteria
                ),
            )
            for kriteria in KRITERIA
        )  # fmt: skip

    def _judged(
        self,
        satu: Aturan,
        hasil: bool | None,
        pesan: str | None,
        pengubah: str | None,
        isi: Baris,
        perlu: tuple[Nilai, ...],
    ) -> AturanDinilai:
        if hasil is None:
            pengubah = _needed(perlu)
        return AturanDinilai(
            kode=satu.kode, nama=satu.nama, dasar=satu.kutipan(self.k), hukum=satu.dasar, hasil=hasil,
            pesan=pesan, pengubah=pengubah, nilai=self._values(satu, isi), diperlukan=perlu,
            pengecualian=_waiver(satu.kode, isi) if hasil is False else None,
        )  # fmt: skip

    def _missing(
        self, satu: Aturan, isi: Baris, lampau: list[Baris], rincian: RincianBulan
    ) -> tuple[Nilai, ...]:
        """The cells that must be filled and readable before this rule can be judged."""
        if not satu.butuh_riwayat:
            return tuple(self.jejak.value(nama, isi) for nama in satu.butuh if isi[nama] is None)
        baris = {None: isi} | {satu["id_riwayat"]: satu for satu in lampau}
        boleh = {*satu.butuh, *satu.butuh_riwayat}
        return tuple(
            self.jejak.value(nama, baris[p.id_riwayat])
            for p in rincian.periode
            for nama in _doubtful(p, baris[p.id_riwayat])
            if nama in boleh
        )

    def _finding(self, temuan: Baris, isi: Baris, riwayat: list[Baris]) -> TemuanLain:
        """A finding that decides nothing, with the values of the row it was found in."""
        satu = self.aturan[temuan["kode_aturan"]]
        baris = next((r for r in riwayat if r["id_riwayat"] == temuan["id_riwayat"]), isi)
        return TemuanLain(
            kode=satu.kode,
            nama=satu.nama,
            berat=temuan["berat"],
            dasar=temuan["dasar"],
            hukum=satu.dasar,
            pesan=temuan["pesan"],
            pengubah=temuan["pengubah"],
            sel=self.jejak.place(baris, *([temuan["kolom"]] if temuan["kolom"] else [])),
            nilai=self._values(satu, baris),
        )

    def _values(self, satu: Aturan, isi: Baris) -> tuple[Nilai, ...]:
        """The values the rule used: the column it points at, the one it shows, those of its expression."""
        akar = [DASAR.get(nama, nama) for nama in satu(self.k).meta.root_names()]
        kolom = dict.fromkeys([satu.kolom, satu.nilai, *akar])
        return tuple(self.jejak.value(nama, isi) for nama in kolom if nama and nama in isi)

    def _tenure(self, isi: Baris, lampau: list[Baris], rincian: RincianBulan) -> MasaKerja:
        baris = {None: isi} | {satu["id_riwayat"]: satu for satu in lampau}
        return MasaKerja(
            bulan_kerja=rincian.bulan_kerja,
            minimum=self.k.masa_kerja_minimum_bulan,
            acuan=self.k.tanggal_acuan,
            periode=tuple(
                self._period(nomor, satu, baris[satu.id_riwayat])
                for nomor, satu in enumerate(rincian.periode, 1)
            ),
            bulan=bulan_from(rincian),
        )

    def _period(self, nomor: int, satu: PeriodeKerja, baris: Baris) -> Periode:
        utama = satu.id_riwayat is None
        mulai = "tanggal_mulai" if utama else "tanggal_awal"
        bayar = baris["pembayaran_sk"] if utama else baris["pembayaran"]
        return Periode(
            nomor=nomor,
            asal=self.jejak.place(baris, mulai, "tanggal_akhir", *(() if utama else ("pembayaran",))),
            awal=show(baris[mulai]),
            akhir=show(baris["tanggal_akhir"]),
            pembayaran=bayar or ("dianggap dibayar langsung" if utama else tulisan.KOSONG),
            sebab=satu.sebab,
            keterangan=KETERANGAN[satu.sebab],
            bulan=satu.bulan,
            dihitung=satu.dihitung,
            bertumpang=satu.bertumpang,
            sesudah_acuan=satu.sesudah_acuan,
        )  # fmt: skip

    def _cases(self, id_tenaga: int) -> tuple[KasusGanda, ...]:
        kasus: dict[int, list[Baris]] = {}
        for satu in self._rows("ganda", id_tenaga):
            kasus.setdefault(satu["id_kasus"], []).append(satu)
        return tuple(_case(baris) for baris in kasus.values())


def _case(baris: list[Baris]) -> KasusGanda:
    """One case from its rows, one for each other registration."""
    satu = baris[0]
    return KasusGanda(
        jenis=satu["jenis"],
        arti=JENIS_GANDA[satu["jenis"]],
        sebab=SEBAB_GANDA[satu["sebab"]],
        bukti=satu["bukti"],
        keadaan=KEADAAN_KASUS[satu["keadaan"]],
        bawaan=BAWAAN_GANDA[satu["bawaan"]],
        dihitung=satu["dihitung"],
        pihak=tuple(Pihak(**{nama: lain[nama] for nama in Pihak.model_fields}) for lain in baris),
    )


def _doubtful(periode: PeriodeKerja, baris: Baris) -> list[str]:
    """The columns of a period that keep it from being counted; a reversed one is both its dates."""
    kolom = [nama for nama in _GELAP.get(periode.sebab or "", ()) if nama in baris]
    rusak = [
        nama
        for nama in kolom
        if baris[nama] is None and (nama != "tanggal_akhir" or nama in (baris["tak_terbaca"] or ()))
    ]
    return rusak or kolom


def _waiver(kode: str, isi: Baris) -> str | None:
    """The number of the approval that excuses the row from this rule, and until when."""
    awalan = f"{kode} menurut "
    semua = (isi["pengecualian_menurut"] or "").split("; ")
    return "; ".join(s.removeprefix(awalan) for s in semua if s.startswith(awalan)) or None


def _needed(perlu: tuple[Nilai, ...]) -> str:
    """What must be there before this can be judged at all."""
    if not perlu:
        return "Yang diminta: keterangan yang dipakai aturan ini; sampai ada, belum dapat dinilai."
    sel = "; ".join(
        f"{n.letak.judul} ({n.letak.berkas}, lembar {n.letak.lembar} sel {n.letak.sel}, sekarang {_now(n)})"
        if n.letak
        else f"{n.nama} (sekarang {_now(n)})"
        for n in perlu
    )
    return f"Yang diminta: isian yang terisi dan terbaca, sesuai dengan dokumennya, pada {sel}."


def _now(nilai: Nilai) -> str:
    return "kosong" if nilai.teks == tulisan.KOSONG else nilai.teks
