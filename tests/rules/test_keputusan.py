"""Which warnings an instansi has confirmed, and when it must be asked again."""

from datetime import UTC, date, datetime

import polars as pl
import pytest

from rules.keputusan import beyond_tolerance, konfirmasi
from rules.ketentuan import ketentuan_on
from rules.periksa import SKEMA_TEMUAN

NIK = "3201014107900001"
HARI = [datetime(2022, 9, hari, tzinfo=UTC) for hari in range(20, 30)]
TANYA = {
    "id_berkas": 1, "kode_instansi": "5105", "lembar": "Data", "baris": 2, "kunci_baris": NIK,
    "kode_aturan": "B-NIK-LAHIR", "isian": f"{NIK} | 01-06-1990", "keputusan": "BENAR",
    "alasan": "Sesuai KTP", "oleh": "ADMIN", "waktu": HARI[0],
}  # fmt: skip
KUNCI = pl.LazyFrame(
    schema={"id_berkas": pl.Int32, "bentuk": pl.String, "lembar": pl.String, "baris": pl.UInt32, "kunci_baris": pl.String}
)  # fmt: skip


def decisions(*beda: dict[str, object]) -> pl.DataFrame:
    tipe = {"alasan": pl.String, "id_berkas": pl.Int32, "waktu": pl.Datetime("us", "UTC")}
    return pl.DataFrame([TANYA | satu for satu in beda], schema_overrides=tipe)


def confirmed(
    *beda: dict[str, object],
    isian: str = str(TANYA["isian"]),
    nik: str | None = NIK,
    **lain: object,
) -> list[dict[str, object]]:
    """What holds of these decisions for one finding of one row."""
    temuan = pl.LazyFrame(
        [
            {
                "kode_aturan": "B-NIK-LAHIR",
                "id_tenaga": 7,
                "kode_instansi": "5105",
                "berat": "periksa",
                "isian": isian,
            }
            | lain
        ],
        schema=SKEMA_TEMUAN,
    )
    tenaga = pl.LazyFrame(
        {"id_tenaga": [7], "id_berkas": [3], "lembar": ["Data"], "baris": [2], "nik": [nik],
         "nama": ["SITI"], "tanggal_lahir": [date(1990, 6, 1)], "nomor_peserta_thk2": [None]},
        schema_overrides={"id_tenaga": pl.Int32, "id_berkas": pl.Int32, "baris": pl.UInt32, "nik": pl.String, "nomor_peserta_thk2": pl.String},
    )  # fmt: skip
    riwayat = pl.LazyFrame(
        {"id_riwayat": [9], "id_berkas": [3], "lembar": ["Riwayat"], "baris": [5], "nik": [NIK],
         "nomor_sk": ["800/1"], "tanggal_awal": [date(2020, 1, 2)]},
        schema_overrides={"id_riwayat": pl.Int32, "id_berkas": pl.Int32, "baris": pl.UInt32},
    )  # fmt: skip
    return konfirmasi(temuan, tenaga, riwayat, KUNCI, decisions(*beda)).to_dicts()


def test_a_reasoned_confirmation_is_kept_with_who_and_when() -> None:
    assert confirmed({}) == [
        {
            "kode_aturan": "B-NIK-LAHIR",
            "id_tenaga": 7,
            "id_riwayat": None,
            "kode_instansi": "5105",
            "id_berkas": 1,
            "alasan": "Sesuai KTP",
            "oleh": "ADMIN",
            "waktu": HARI[0],
        }
    ]


@pytest.mark.parametrize(
    ("keputusan", "sebab"),
    [
        ([{"alasan": None}], "no reason given"),
        ([{"keputusan": "PERBAIKI"}], "the instansi wants to mend it"),
        ([{}, {"keputusan": "PERBAIKI", "waktu": HARI[1]}], "the later answer counts"),
        ([{"isian": f"{NIK} | 02-06-1990"}], "asked about another value"),
        ([{"kode_aturan": "B-NIK-SERI"}], "asked by another rule"),
        ([{"kode_instansi": "5108"}], "answered by another instansi"),
        ([{"kunci_baris": "3201014107900002"}], "about another row"),
    ],
)
def test_an_answer_that_is_no_answer_to_this_question(
    keputusan: list[dict[str, object]], sebab: str
) -> None:
    assert confirmed(*keputusan) == [], sebab


def test_the_latest_reason_stands() -> None:
    (satu,) = confirmed({}, {"alasan": "Sesuai akta", "waktu": HARI[2], "id_berkas": 2})
    assert (satu["alasan"], satu["id_berkas"], satu["waktu"]) == ("Sesuai akta", 2, HARI[2])


def test_a_row_without_a_nik_is_known_by_name_and_birth_date() -> None:
    assert confirmed({"kunci_baris": "~ SITI 1990-06-01 "}, nik=None)
    assert not confirmed({"kunci_baris": "~ SITI 1990-06-02 "}, nik=None)


def test_a_history_row_is_known_by_person_and_sk() -> None:
    kunci = f"{NIK} ~ 800/1 2020-01-02"
    lain = {"id_riwayat": 9, "kode_aturan": "R-JABATAN", "isian": "Satpam"}
    assert confirmed(
        {"kunci_baris": kunci} | {k: lain[k] for k in ("kode_aturan", "isian")}, **lain
    )


def test_a_key_that_came_along_wins_over_the_content() -> None:
    """The NIK was mended in the answer itself: the other answers of that row still hold."""
    kunci = KUNCI.collect().vstack(
        pl.DataFrame(
            [(3, "data_utama", "Data", 2, "lama")], schema=KUNCI.collect_schema(), orient="row"
        )
    )
    temuan = pl.LazyFrame([{"kode_aturan": "B-NIK-LAHIR", "id_tenaga": 7, "kode_instansi": "5105", "isian": str(TANYA["isian"])}], schema=SKEMA_TEMUAN)  # fmt: skip
    tenaga = pl.LazyFrame(
        {"id_tenaga": [7], "id_berkas": [3], "lembar": ["Data"], "baris": [2], "nik": [NIK], "nama": ["SITI"]},
        schema_overrides={"id_tenaga": pl.Int32, "id_berkas": pl.Int32, "baris": pl.UInt32},
    )  # fmt: skip
    riwayat = pl.LazyFrame(
        schema={"id_riwayat": pl.Int32, "id_berkas": pl.Int32, "lembar": pl.String, "baris": pl.UInt32,
                "nik": pl.String, "nomor_sk": pl.String, "tanggal_awal": pl.Date},
    )  # fmt: skip
    hasil = konfirmasi(temuan, tenaga, riwayat, kunci.lazy(), decisions({"kunci_baris": "lama"}))
    assert hasil.height == 1


@pytest.mark.parametrize(
    ("aturan", "dikonfirmasi", "orang", "lebih"),
    [
        ("B-NAMA-GELAR", 11, 100, True),
        ("B-NAMA-GELAR", 10, 100, False),
        ("B-NAMA-GELAR", 9, 20, False),
        ("B-NIK-LAHIR", 25, 100, False),
        ("B-NIK-LAHIR", 26, 100, True),
    ],
    ids=["beyond", "at-the-limit", "too-few-to-judge", "own-limit", "beyond-own-limit"],
)
def test_who_confirms_everything_shows(
    aturan: str, dikonfirmasi: int, orang: int, lebih: bool
) -> None:
    baris = {
        "kode_instansi": "5105",
        "kode_aturan": aturan,
        "aturan": "Nama",
        "dikonfirmasi": dikonfirmasi,
        "orang": orang,
    }
    hasil = beyond_tolerance(pl.DataFrame([baris]), ketentuan_on(date(2022, 9, 20)))
    assert hasil.height == lebih
