"""Great Expectations: did we load it right? Measures of the gudang in, a verdict and Data Docs out."""

import logging
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl

# The library keeps a site of its own beside ours and would write every page twice.
_HALAMAN = "mutu"


@dataclass(frozen=True)
class Ukuran:
    """One measured frame and what must hold of it: GE expectation class name → its arguments."""

    nama: str
    rangka: pl.DataFrame
    harapan: tuple[tuple[str, dict[str, Any]], ...]


@dataclass(frozen=True)
class Mutu:
    """The outcome: which expectations failed (measure, expectation, what was seen)."""

    gagal: tuple[str, ...]
    diperiksa: int


def expect_measures(ukuran: list[Ukuran], tanggal: datetime, dokumen: Path) -> Mutu:
    """Validates each measure and writes the Data Docs to `dokumen`; never raises for failed data."""
    # read at import time by the library: no telemetry leaves a government machine
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    import great_expectations as gx

    logging.getLogger("great_expectations.data_context.types.base").setLevel(logging.WARNING)
    konteks = gx.get_context(mode="ephemeral")
    konteks.variables.progress_bars = {"globally": False}
    _add_docs(konteks, dokumen)
    sumber = konteks.data_sources.add_pandas("gudang")
    hasil = [_validate(gx, konteks, sumber, satu, tanggal) for satu in ukuran]
    konteks.build_data_docs(site_names=[_HALAMAN])
    gagal = [
        f"{satu.nama}: {sebab}"
        for satu, run in zip(ukuran, hasil, strict=True)
        for sebab in _sebab(run)
    ]
    return Mutu(tuple(gagal), sum(len(satu.harapan) for satu in ukuran))


def _add_docs(konteks: Any, dokumen: Path) -> None:
    konteks.add_data_docs_site(
        site_name=_HALAMAN,
        site_config={
            "class_name": "SiteBuilder",
            "site_index_builder": {"class_name": "DefaultSiteIndexBuilder"},
            # A validation's page tells what was expected too; the library is slow at making pages.
            "site_section_builders": {"expectations": "None", "profiling": "None"},
            "store_backend": {
                "class_name": "TupleFilesystemStoreBackend",
                # The library refuses a relative path.
                "base_directory": str(dokumen.resolve()),
            },
        },
    )


def _validate(gx: Any, konteks: Any, sumber: Any, ukuran: Ukuran, tanggal: datetime) -> Any:
    suite = konteks.suites.add(gx.ExpectationSuite(name=ukuran.nama))
    for nama, isi in ukuran.harapan:
        suite.add_expectation(getattr(gx.expectations, nama)(**isi))
    batch = sumber.add_dataframe_asset(ukuran.nama).add_batch_definition_whole_dataframe("semua")
    definisi = konteks.validation_definitions.add(
        gx.ValidationDefinition(name=ukuran.nama, data=batch, suite=suite)
    )
    rangka = ukuran.rangka.to_pandas(types_mapper=pd.ArrowDtype)
    run = gx.RunIdentifier(run_name=ukuran.nama, run_time=tanggal)
    return definisi.run(batch_parameters={"dataframe": rangka}, run_id=run)


def _sebab(run: Any) -> list[str]:
    return [
        f"{satu.expectation_config.type} {satu.expectation_config.kwargs.get('column', '')}: "
        f"{satu.result.get('partial_unexpected_list', satu.result)}"
        for satu in run.results
        if not satu.success
    ]
