"""Every fate of a returned letter, as its sender reads it, and the table of those that count."""

import json
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path

import polars as pl
import pytest

from rules.kalender import WIB
from rules.pembukaan import SKEMA
from rules.sptjm import Sebutan
from tasks.gateways.mendarat_sptjm import AWALAN
from tasks.gateways.penyusun.surat import judge_surat, susun_sptjm
from tasks.gateways.simpanan import Simpanan
from tasks.gateways.simpanan_folder import SimpananFolder
from tasks.gateways.sptjm_pdf import IsiSptjm
from tasks.gateways.tanda_tangan_pdf import TandaTangan

INSTANSI = pl.DataFrame({"kode_instansi": ["5105", "3012"], "nama": ["Kab. Contoh", "Kab. Lain"]})
PRA, FINAL, LAIN = "a" * 64, "b" * 64, "c" * 64
SESUDAH = datetime(2022, 11, 2, 9, tzinfo=WIB)


@pytest.fixture
def simpanan(tmp_path: Path) -> Simpanan:
    """A store in which two tahap of two instansi are frozen."""
    simpanan = SimpananFolder(tmp_path)
    for tahap, sidik in (("prafinalisasi", PRA), ("finalisasi", FINAL)):
        daftar = [{"kode_instansi": "3012", "sidik": LAIN}, {"kode_instansi": "5105", "sidik": sidik}]  # fmt: skip
        simpanan.put(f"potret/{tahap}/manifest.json", json.dumps({"instansi": daftar}).encode())
    return simpanan


def received(simpanan: Simpanan, *surat: tuple[IsiSptjm | None, datetime]) -> pl.DataFrame:
    """Receipts of letters of 5105, each examined (or not yet) with this result."""
    for nomor, (isi, _) in enumerate(surat, 1):
        if isi:
            simpanan.put(f"{AWALAN}{nomor:064x}.json", json.dumps(asdict(isi)).encode())
    return pl.DataFrame(
        [(n, "5105", saat, f"{n:064x}", "sptjm", False) for n, (_, saat) in enumerate(surat, 1)],
        schema=["id_berkas", "kode_instansi", "waktu", "sha256", "jenis", "diabaikan"],
        orient="row",
    )


def names(*sidik: str, kode: str = "5105") -> IsiSptjm:
    """A letter whose text names these potret."""
    return IsiSptjm(1, teks=tuple(Sebutan("finalisasi", kode, satu).teks for satu in sidik))


def signed_by(*tanda: TandaTangan) -> IsiSptjm:
    """A letter with the right potret and these signatures."""
    return IsiSptjm(1, names(FINAL).teks, tanda_tangan=tanda)


KASUS = [
    (IsiSptjm(cacat="F-SPTJM-BUKAN-PDF"), SESUDAH, "F-SPTJM-BUKAN-PDF", "bukan PDF"),
    (IsiSptjm(cacat="F-SPTJM-RUSAK"), SESUDAH, "F-SPTJM-RUSAK", "rusak atau terpotong"),
    (IsiSptjm(cacat="F-SPTJM-SANDI"), SESUDAH, "F-SPTJM-SANDI", "kata sandi"),
    (IsiSptjm(99, cacat="F-SPTJM-PANJANG"), SESUDAH, "F-SPTJM-PANJANG", "99 halaman; yang diperiksa paling banyak 20"),
    (IsiSptjm(cacat="F-SPTJM-BESAR"), SESUDAH, "F-SPTJM-BESAR", "lebih dari 25 MB"),
    (IsiSptjm(1), SESUDAH, "F-SPTJM-TANPA-SIDIK", "tidak ditemukan"),
    (names(FINAL, PRA), SESUDAH, "F-SPTJM-DUA", "lebih dari satu potret"),
    (names(LAIN, kode="3012"), SESUDAH, "F-SPTJM-INSTANSI", "untuk instansi lain: Kab. Lain."),
    (names(LAIN, kode="XX"), SESUDAH, "F-SPTJM-INSTANSI", "untuk instansi lain: kode XX."),
    (names("d" * 64), SESUDAH, "F-SPTJM-ASING", "sidik dddddddd…, yang bukan sidik potret mana pun"),
    (names(PRA), SESUDAH, "F-SPTJM-LAMA", "batas 30 September 2022 pukul 23.59 WIB (sidik aaaaaaaa…); yang berlaku potret Finalisasi"),
    (names(FINAL), SESUDAH - timedelta(days=9), "F-SPTJM-DINI", "Belum ada potret final"),
    (signed_by(TandaTangan("A", True), TandaTangan("B", False)), SESUDAH, "F-SPTJM-TANDA-TANGAN", "elektronik B pada"),
    (signed_by(TandaTangan("", None)), SESUDAH, "F-SPTJM-TANDA-TANGAN-LAIN", "tidak dapat diperiksa"),
]  # fmt: skip


TANPA = SKEMA.to_frame()


@pytest.mark.parametrize(("isi", "saat", "kode", "pesan"), KASUS, ids=[f"{k[2]}-{n}" for n, k in enumerate(KASUS)])  # fmt: skip
def test_a_refusal_says_why(simpanan: Simpanan, isi: IsiSptjm, saat: datetime, kode: str, pesan: str) -> None:  # fmt: skip
    ditolak, diterima = judge_surat(simpanan, received(simpanan, (isi, saat)), INSTANSI, TANPA)
    assert diterima == {}
    assert ditolak[1]["kode"] == kode
    assert pesan in ditolak[1]["pesan"]


@pytest.mark.parametrize(
    ("isi", "cara", "siapa"),
    [
        (names(FINAL), "TEKS", None),
        (IsiSptjm(1, qr=names(FINAL).teks), "QR", None),
        (IsiSptjm(1, names(FINAL).teks, names(FINAL).teks), "TEKS", None),
        (signed_by(TandaTangan("A", True)), "TEKS", "A (rantai sertifikat tidak diperiksa)"),
        (signed_by(TandaTangan("A", True, True), TandaTangan("B", True, False)), "TEKS",
         "A (rantai sertifikat dipercaya); B (rantai sertifikat tidak dipercaya)"),
    ],
)  # fmt: skip
def test_an_accepted_letter_is_shown_with_its_signers(
    simpanan: Simpanan, isi: IsiSptjm, cara: str, siapa: str | None
) -> None:
    terima = received(simpanan, (isi, SESUDAH))
    ditolak, diterima = judge_surat(simpanan, terima, INSTANSI, TANPA)
    assert ditolak == {}
    tabel = susun_sptjm(terima.with_columns(status=pl.lit("BERLAKU")), diterima)
    assert tabel.drop("waktu").rows() == [("5105", 1, "finalisasi", FINAL, cara, siapa)]


def test_the_last_accepted_one_counts_whatever_came_after(simpanan: Simpanan) -> None:
    isi = (names(FINAL), names(FINAL), names(PRA), None)
    terima = received(simpanan, *((satu, SESUDAH + timedelta(n)) for n, satu in enumerate(isi)))
    ditolak, diterima = judge_surat(simpanan, terima, INSTANSI, TANPA)
    assert set(ditolak) == {3}
    berkas = terima.with_columns(
        status=pl.when(pl.col("id_berkas") == 3).then(pl.lit("DITOLAK")).otherwise(pl.lit("BERLAKU"))
    )  # fmt: skip
    assert susun_sptjm(berkas, diterima)["id_berkas"].to_list() == [2]


def test_without_letters_nothing_is_looked_up(simpanan: Simpanan) -> None:
    assert judge_surat(simpanan, received(simpanan), INSTANSI, TANPA) == ({}, {})


def test_a_withdrawn_finalisasi_takes_no_letter_unless_one_was_accepted_before(
    tmp_path: Path,
) -> None:
    """`sah` signs the re-opened potret before BKN withdraws it, `tanpa` only afterwards."""
    simpanan, cabut = SimpananFolder(tmp_path), SESUDAH + timedelta(20)
    ulang = "finalisasi_ulang_202211101700"
    for tahap, sidik in (("finalisasi", FINAL), (ulang, LAIN)):
        isi = {"instansi": [{"kode_instansi": "5105", "sidik": sidik}]}
        isi |= {"batas": "2022-11-10T17:00:00+07:00", "dasar": "Surat BKN S/1"}
        simpanan.put(f"potret/{tahap}/manifest.json", json.dumps(isi).encode())
    dibuka = pl.DataFrame({"kode_instansi": ["5105"], "tahap": [ulang], "dibatalkan": [cabut]})
    sesudah = names(LAIN), cabut + timedelta(1)
    sah = received(simpanan, (names(LAIN), cabut - timedelta(1)), sesudah)
    ditolak, diterima = judge_surat(simpanan, sah, INSTANSI, dibuka)
    assert (ditolak, [potret.tahap for potret, _ in diterima.values()]) == ({}, [ulang, ulang])
    tanpa = received(simpanan, (names(FINAL), SESUDAH), sesudah)
    ditolak, diterima = judge_surat(simpanan, tanpa, INSTANSI, dibuka)
    assert [potret.tahap for potret, _ in diterima.values()] == ["finalisasi"]
    assert ditolak[2]["kode"] == "F-SPTJM-LAMA"
