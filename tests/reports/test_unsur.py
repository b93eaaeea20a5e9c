from datetime import date

import pytest
from pydantic import ValidationError

from reports.unsur import Dasar, Instansi, dasar_from
from rules.instrumen import instrumen_on
from rules.ketentuan import ketentuan_on


def test_the_legal_basis_comes_from_the_law_in_force():
    k = ketentuan_on(date(2022, 10, 1))
    dasar = dasar_from(
        instrumen_on(date(2022, 10, 1)), [k.sumber["usia_minimum"], k.sumber["pengumuman_hari"]]
    )
    assert [d.butir for d in dasar if d.butir] == [("huruf e",), ("butir 3",)]
    assert not any("B/1971" in d.instrumen for d in dasar)


def test_contents_refuse_unknown_fields():
    with pytest.raises(ValidationError):
        Dasar.model_validate({"instrumen": "B/1", "butirnya": "a"})


def test_an_instansi_is_paid_from_its_own_budget():
    assert Instansi(kode="1", nama="A", jenis="P").anggaran == "APBN"
    assert Instansi(kode="1", nama="A", jenis="D").anggaran == "APBD"
