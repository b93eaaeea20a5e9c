"""Planted-defect audit: every rule has its seeds, and finds exactly those, from inbox to gudang."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rules.rule import load_rules
from tasks.gateways.negara.kunci_jawaban import kode_temuan
from tests.flows.tempat import Tempat
from tests.sensus_tanam import LAIN, Urutan, deliver, expected, seeded_codes, strangers
from tests.tanaman import BERINDEKS, KETIGA, PERTAMA, TANAM

KODE = {satu.kode for satu in load_rules()}
# Seeded in the synthetic nation too, and there held against the answer key at every closing.
# Patterns of an instansi bear the name of the rule that sees them.
NEGARA = {kode for isi in kode_temuan().values() for kode in isi if kode} | {"G-NIK-INSTANSI"}
NEGARA |= set(kode_temuan()) & KODE
_TEMUAN = """
SELECT m.kode_aturan, m.kode_instansi,
    CASE WHEN m.tempat_baris IS NOT NULL THEN m.tempat_lembar || ' ' || m.tempat_baris
         WHEN m.id_riwayat IS NOT NULL THEN 'riwayat ' || r.baris
         WHEN m.id_tenaga IS NOT NULL THEN 'utama ' || t.baris
         ELSE 'dokumen' END AS tempat
FROM temuan AS m LEFT JOIN tenaga AS t USING (id_tenaga) LEFT JOIN riwayat AS r USING (id_riwayat)
"""

# The same without numbers and places: who, and what is said.
_ISI = """
SELECT m.kode_instansi, t.nik, t.nama, r.nomor_sk, m.kode_aturan, m.nilai, m.isian
FROM temuan AS m LEFT JOIN tenaga AS t USING (id_tenaga) LEFT JOIN riwayat AS r USING (id_riwayat)
"""
_PUTUSAN = "SELECT t.kode_instansi, t.nik, t.nama, p.* EXCLUDE id_tenaga FROM putusan AS p JOIN tenaga AS t USING (id_tenaga)"


@pytest.fixture(scope="module")
def sensus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tempat]:
    """The planted census after one night."""
    with pytest.MonkeyPatch.context() as ubah:
        tempat = Tempat(tmp_path_factory.mktemp("sensus")).settle(ubah)
        deliver(tempat.simpanan)
        hasil = tempat.night()
        assert hasil.ditolak == 0
        yield tempat


TEMPAT_TANAM = {"the planted census": seeded_codes(), "the synthetic nation": NEGARA}


@pytest.mark.parametrize("kode", sorted(KODE))
def test_every_rule_has_its_seeds_somewhere(kode: str) -> None:
    di = [nama for nama, isi in TEMPAT_TANAM.items() if kode in isi]
    assert di, f"{kode} has no seed: add one to tests/tanaman.py"


def test_no_seed_is_of_a_rule_that_does_not_exist() -> None:
    assert seeded_codes() | NEGARA <= KODE


def test_every_finding_is_a_seed_and_every_seed_is_found(sensus: Tempat) -> None:
    ditemukan = sensus.select(_TEMUAN)
    assert sorted(set(ditemukan) - expected()) == [], "found, yet never planted"
    assert sorted(expected() - set(ditemukan)) == [], "planted, yet not found"
    assert len(ditemukan) == len(set(ditemukan)), "found once each"


@pytest.fixture
def lain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tempat:
    """Another place for the same census."""
    return Tempat(tmp_path).settle(monkeypatch)


@pytest.mark.parametrize(
    "urutan",
    [
        Urutan(instansi=(KETIGA, PERTAMA, BERINDEKS), balik=True),
        pytest.param(Urutan(balik=True, bagian=3), marks=pytest.mark.nightly),
    ],
    ids=["rows-and-instansi", "files"],
)
def test_the_order_of_a_delivery_changes_nothing(
    sensus: Tempat, lain: Tempat, urutan: Urutan
) -> None:
    deliver(lain.simpanan, urutan)
    lain.answer()
    assert sorted(lain.select(_ISI), key=str) == sorted(sensus.select(_ISI), key=str)
    assert sorted(lain.select(_PUTUSAN), key=str) == sorted(sensus.select(_PUTUSAN), key=str)


def test_an_instansi_that_has_nothing_to_do_with_the_others_changes_nothing(
    sensus: Tempat, lain: Tempat
) -> None:
    strangers(deliver(lain.simpanan))
    lain.answer()
    assert (LAIN,) in lain.select("SELECT DISTINCT kode_instansi FROM tenaga")
    for sql in (_ISI, _PUTUSAN):
        sisanya = [satu for satu in lain.select(sql) if satu[0] != LAIN]
        assert sorted(sisanya, key=str) == sorted(sensus.select(sql), key=str)


def test_every_row_is_there(sensus: Tempat) -> None:
    assert sensus.select("SELECT count(*) FROM tenaga") == [(len(TANAM),)]
    assert sensus.select("SELECT count(*) FROM galat") == [(0,)]


def test_each_instansi_is_answered_its_own_seeds(sensus: Tempat) -> None:
    for kode in (PERTAMA, BERINDEKS, KETIGA):
        tentang_orang = {
            aturan for aturan, instansi, tempat in expected()
            if instansi == kode and tempat.split()[0] in ("utama", "riwayat")
        }  # fmt: skip
        # `answered` knows people by their NIK: those whose cell holds none are left out.
        assert tentang_orang - {a for _, a in sensus.answered(kode)} <= {"L-NIK", "B-NIK-PANJANG"}
