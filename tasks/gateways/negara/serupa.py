"""Registered twice under different NIKs, and those who only look so: twins, namesakes, father and son,
neighbours. The second of each pair stands in the list of another instansi where that can be done."""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from tasks.gateways.negara.pengaturan import ASAL, SERUPA, pengaturan
from tasks.gateways.negara.susunan import Susunan

I64 = NDArray[np.int64]
NIK, SERI = pl.col("nik"), 12
NAMA = pl.col("nama")


def jenis_salah() -> list[str]:
    """Kinds whose second is the same human as the first, written wrongly."""
    return [SERUPA + x for x in pengaturan()["serupa"]["salah"]]


def jenis_kecoh() -> list[str]:
    """Kinds whose second is somebody else."""
    return [SERUPA + x for x in pengaturan()["serupa"]["kecoh"]]


def pastikan(tabel: pl.DataFrame, jenis: pl.Series) -> pl.DataFrame:
    """True identities (columns of Identitas.tabel) fit for their kind: a Muhammad to be shortened, a birth
    day that can change places with its month."""
    jenis = jenis.str.strip_suffix(ASAL)
    ejaan, tukar = jenis == f"{SERUPA}EJAAN", jenis == f"{SERUPA}HARI-BULAN"
    depan = (
        pl.when(pl.col("jenis_kelamin") == "L").then(pl.lit("Muhammad")).otherwise(pl.lit("Siti"))
    )
    lahir = pl.col("tanggal_lahir")
    hari = (lahir.dt.day() - 1) % 12 + 1
    hari = pl.when(hari == lahir.dt.month()).then(hari % 12 + 1).otherwise(hari).cast(pl.Int64)
    ditulis = hari + pl.when(pl.col("jenis_kelamin") == "P").then(40).otherwise(0)
    return tabel.with_columns(
        nama=pl.when(ejaan).then(pl.format("{} {}", depan, NAMA.str.split(" ").list.last())).otherwise(NAMA),
        tanggal_lahir=pl.when(tukar)
        .then(pl.date(lahir.dt.year(), lahir.dt.month(), hari))
        .otherwise(lahir),
        nik=pl.when(tukar)
        .then(pl.concat_str(NIK.str.slice(0, 6), ditulis.cast(pl.String).str.zfill(2), NIK.str.slice(8)))
        .otherwise(NIK),
    )  # fmt: skip


def samakan(sendiri: pl.DataFrame, asal: pl.DataFrame, jenis: pl.Series) -> pl.DataFrame:
    """Identities of seconds, from their own and those of their firsts: alike in what the kind says.

    pid stays their own (their papers are), pid_orang says who they truly are.
    """
    kata = NAMA.str.split(" ")
    kembar = pl.concat_str(
        _huruf_lain(kata.list.first()), kata.list.slice(1).list.join(" "), separator=" "
    )
    milik = pl.DataFrame({"_jenis": jenis, "_nik": sendiri["nik"], "_nama": sendiri["nama"]})
    dua = asal.hstack(milik)
    ini = {x.removeprefix(SERUPA): pl.col("_jenis") == x for x in jenis_kecoh()}
    berubah = dua.with_columns(
        pid=sendiri["pid"],
        pid_thk2=sendiri["pid_thk2"],
        pid_orang=pl.when(pl.any_horizontal(*ini.values()))
        .then(pl.lit(sendiri["pid"]))
        .otherwise("pid_orang"),
        nama=pl.when(ini["KEMBAR"]).then(kembar.str.strip_chars())
        .when(ini["TETANGGA"]).then("_nama").otherwise(NAMA),
        nik=pl.when(ini["KEMBAR"] | ini["TETANGGA"]).then(_seri(1))
        .when(ini["SENAMA"]).then(pl.concat_str(pl.col("_nik").str.slice(0, 6), _seri(3).str.slice(6)))
        .otherwise(NIK),
    )  # fmt: skip
    anak = sendiri.with_columns(nama=asal["nama"])
    bukan_anak = (jenis != f"{SERUPA}AYAH-ANAK").alias("_")
    return (
        berubah.select(sendiri.columns)
        .with_row_index("_letak").filter(bukan_anak)
        .vstack(anak.with_row_index("_letak").filter(~bukan_anak))
        .sort("_letak").drop("_letak")
    )  # fmt: skip


def salah_nik() -> dict[str, pl.Expr]:
    """What each kind writes in place of the true NIK (16 digits)."""
    tukar = _tukar()
    return {
        "NIK-TUKAR": tukar,
        "NIK-GANTI": pl.concat_str(
            NIK.str.slice(0, 13), (NIK.str.slice(13, 1).cast(pl.Int64) + 5) % 10, NIK.str.slice(14)
        ),
        "NIK-KURANG": pl.concat_str(NIK.str.slice(0, 7), NIK.str.slice(8)),
        "NIK-LEBIH": pl.concat_str(NIK.str.slice(0, 4), NIK.str.slice(3)),
        "NIK-AKHIR": NIK.str.slice(0, 15),
        **dict.fromkeys(("EJAAN", "SPASI", "TANPA-KATA", "HARI-BULAN"), tukar),
    }


def salah_tulis() -> dict[str, dict[str, pl.Expr]]:
    """What each kind writes in place of other true values."""
    kata, lahir = NAMA.str.split(" "), pl.col("tanggal_lahir")
    singkat = pl.when(pl.col("jenis_kelamin") == "L").then(pl.lit("Moh.")).otherwise(pl.lit("St."))
    tanpa = pl.when(kata.list.len() > 2).then(pl.concat_list(kata.list.first(), kata.list.last()))
    return {
        "EJAAN": {"nama": pl.concat_str(singkat, kata.list.slice(1).list.join(" "), separator=" ")},
        "SPASI": {"nama": NAMA.str.replace(" ", "").str.to_titlecase()},
        "TANPA-KATA": {"nama": tanpa.otherwise(kata.list.head(1)).list.join(" ")},
        "HARI-BULAN": {"tanggal_lahir": pl.date(lahir.dt.year(), lahir.dt.day(), lahir.dt.month())},
    }


def pasang_asal(s: Susunan, pid: I64) -> tuple[I64, I64, I64]:
    """Number, instansi and job group of the first of each of these seconds."""
    asal = np.array([s.pasangan[p] for p in pid.tolist()], dtype=np.int64).reshape(-1, 3)
    return asal[:, 0], asal[:, 1], asal[:, 2]


def _seri(geser: int) -> pl.Expr:
    """The NIK of someone entered `geser` places later on the same day."""
    seri = NIK.str.slice(SERI).cast(pl.Int64) + geser
    return pl.concat_str(NIK.str.slice(0, SERI), seri.cast(pl.String).str.zfill(4))


def _tukar() -> pl.Expr:
    """Two unlike neighbours of the serial changed places, the last such pair; 1111 becomes 1110."""
    angka = [NIK.str.slice(x, 1) for x in range(16)]
    hasil = pl.when(False).then(NIK)
    for kiri in (14, 13, 12):
        ganti = pl.concat_str(
            NIK.str.slice(0, kiri), angka[kiri + 1], angka[kiri], NIK.str.slice(kiri + 2)
        )
        hasil = hasil.when(angka[kiri] != angka[kiri + 1]).then(ganti)
    return hasil.otherwise(pl.concat_str(NIK.str.slice(0, 15), pl.lit("0")))


def _huruf_lain(kata: pl.Expr) -> pl.Expr:
    """As parents name twins: the last letter another one."""
    akhir = pl.when(kata.str.ends_with("a")).then(pl.lit("i")).otherwise(pl.lit("a"))
    return pl.concat_str(kata.str.slice(0, kata.str.len_chars() - 1), akhir)
