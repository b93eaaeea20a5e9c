import polars as pl
import pytest

from rules.jabatan import jabatan_baku


@pytest.mark.parametrize(
    ("jabatan", "baku"),
    [(" Petugas  Kebersihan. ", "PETUGAS KEBERSIHAN"), ("supir/driver", "SUPIR DRIVER"), (" - ", None), (None, None)],
)  # fmt: skip
def test_titles_are_compared_whole(jabatan, baku):
    frame = pl.DataFrame({"jabatan": [jabatan]}, schema={"jabatan": pl.String})
    assert frame.select(jabatan_baku(pl.col("jabatan"))).item() == baku
