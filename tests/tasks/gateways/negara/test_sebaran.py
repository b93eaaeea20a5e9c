"""Largest remainder: totals close, everyone gets at least the minimum, order never matters."""

import numpy as np
import pytest

from tasks.gateways.negara.acak import acak_urut, balik_urut
from tasks.gateways.negara.sebaran import bagi


def test_the_parts_add_up_and_follow_the_shares() -> None:
    assert bagi(10, [1, 1, 1]).tolist() == [4, 3, 3]
    assert bagi(7, [5, 2]).tolist() == [5, 2]
    assert bagi(0, [1, 2]).tolist() == [0, 0]


def test_the_minimum_comes_first() -> None:
    assert bagi(5, [1000, 1, 1, 0], minimum=1).tolist() == [3, 1, 1, 0]


def test_too_little_for_everyone_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot split 2"):
        bagi(2, [1, 1, 1], minimum=1)


@pytest.mark.parametrize("n", [1, 2, 3, 10, 997])
def test_the_permutation_is_one_and_has_an_inverse(n: int) -> None:
    semua = np.arange(n)
    acak = acak_urut(semua, n, 2022)
    assert sorted(acak.tolist()) == semua.tolist()
    assert balik_urut(acak, n, 2022).tolist() == semua.tolist()
