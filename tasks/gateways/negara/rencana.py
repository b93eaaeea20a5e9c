"""The plan: how many people of each fate every instansi sends. Whole numbers only, no person yet."""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from rules.rujukan import rujukan
from tasks.gateways.negara.acak import baku, pecahan
from tasks.gateways.negara.pengaturan import pengaturan
from tasks.gateways.negara.sebaran import bagi, skalakan

I64 = NDArray[np.int64]


@dataclass(frozen=True)
class Rencana:
    """Per-instansi plan of one nation.

    `instansi` (626 rows, by code): kode, nama, jenis, kelompok, wilayah, diam, baru, sptjm, and the
    counts a_thk, a_pasang, a_non, b, d, c_thk, c_non (people), terlambat, induk (THK-II who are only
    in the master list). A stays, B leaves before finalisasi, C comes after pra-final, D leaves after it.
    """

    skala: float
    benih: int
    instansi: pl.DataFrame

    def jumlah(self, *kolom: str) -> int:
        """Sum of count columns over the nation."""
        return int(self.instansi.select(pl.sum_horizontal(kolom).sum()).item())


def jumlah_cacat(jenis: str, skala: float) -> int:
    """How many people carry this seeded defect; never none."""
    return max(1, skalakan(pengaturan()["cacat"][jenis]["jumlah"], skala))


def susun_rencana(skala: float, benih: int) -> Rencana:
    """Plan a nation; raises ValueError when the scale leaves an instansi without a person."""
    dasar = _peserta(benih)
    nasib = _empat_nasib(skala)
    pra = _ukuran(dasar, nasib["A"] + nasib["B"] + nasib["D"], skala, benih)
    dasar = dasar.with_columns(pola=pl.Series(_pola(pra), dtype=pl.String))
    tabel = _sebar_nasib(dasar, pra, nasib, skala)
    tabel = _sebar_thk2(tabel, skala)
    return Rencana(skala, benih, _sebar_tambahan(tabel, skala, benih))


def _empat_nasib(skala: float) -> dict[str, int]:
    t = pengaturan()["terbit"]
    prafinal = sum(t["prafinal"].values())
    b = t["jabatan_prafinal"] - sum(t["anomali"][x] for x in ("SATPAM", "KEBERSIHAN", "PENGEMUDI"))
    d = t["penutupan"] - t["akhir"]
    a = prafinal - b - d
    tetap = [a, b, t["akhir"] - a, d]
    return dict(zip("ABCD", bagi(skalakan(sum(tetap), skala), tetap).tolist(), strict=True))


def _peserta(benih: int) -> pl.DataFrame:
    """The 626 with who is silent, who only comes after pra-final and who signs: seeded where unpublished."""
    t = pengaturan()["terbit"]
    instansi = (
        pl.read_csv(rujukan("instansi.csv"), infer_schema=False)
        .filter(pl.col("sensus_2022") == "1")
        .select(
            kode="kode_instansi",
            nama=pl.col("nama").str.strip_chars(),
            jenis="jenis",
            kelompok="kelompok",
            wilayah="kode_wilayah",
        )
        .sort("kode")
    )
    kode = instansi["kode"].cast(pl.Int64).to_numpy()
    tetap = instansi["kode"].is_in(list(t["terbesar"])).to_numpy()
    diam = instansi["kode"].is_in(t["diam"]["D"]).to_numpy().copy()
    pusat = (instansi["jenis"] == "P").to_numpy()
    _pilih(diam, t["instansi_diam"]["P"], pusat & ~tetap, pecahan(benih, "diam", kode))
    baru = np.zeros(len(kode), dtype=bool)
    sptjm = np.zeros(len(kode), dtype=bool)
    for jenis, ini in (("P", pusat), ("D", ~pusat)):
        selisih = t["instansi_akhir"][jenis] - t["instansi_prafinal"][jenis]
        _pilih(baru, selisih, ini & ~tetap & ~diam, pecahan(benih, "baru", kode))
        _pilih(
            sptjm,
            t["sptjm_instansi"][jenis],
            ini & ~diam,
            pecahan(benih, "sptjm", kode) - 2.0 * tetap,
        )
    return instansi.with_columns(diam=diam, baru=baru, sptjm=sptjm)


def _pilih(
    tanda: NDArray[np.bool_], banyak: int, boleh: NDArray[np.bool_], nilai: NDArray[np.float64]
) -> None:
    urut = np.argsort(np.where(boleh & ~tanda, nilai, np.inf), kind="stable")
    tanda[urut[:banyak]] = True


def _ukuran(dasar: pl.DataFrame, total: int, skala: float, benih: int) -> I64:
    """People at pra-final per instansi; the published five exactly, the rest around the population."""
    t = pengaturan()["terbit"]
    pusat = (dasar["jenis"] == "P").to_numpy()
    sptjm = dasar["sptjm"].to_numpy()
    tetap = np.array([skalakan(t["terbesar"].get(kode, 0), skala) for kode in dasar["kode"]])
    hadir = ~(dasar["diam"].to_numpy() | dasar["baru"].to_numpy())
    bobot = np.where(hadir & (tetap == 0), _bobot(dasar, benih), 0.0)
    n_pusat, n_daerah = bagi(total, [t["prafinal"]["P"], t["prafinal"]["D"]]).tolist()
    ukuran = tetap.copy()
    ukuran[pusat] += bagi(n_pusat - int(tetap[pusat].sum()), bobot[pusat], 1)
    belum_pusat = int(ukuran[pusat & ~sptjm].sum())
    bersptjm = sum(t["sptjm_orang"].values()) / t["akhir"]
    n_belum = bagi(total, [bersptjm, 1 - bersptjm]).tolist()[1] - belum_pusat
    for ini, banyak in ((~pusat & ~sptjm, n_belum), (~pusat & sptjm, n_daerah - n_belum)):
        ukuran[ini] += bagi(banyak - int(tetap[ini].sum()), bobot[ini], 1)
    return ukuran


def _bobot(dasar: pl.DataFrame, benih: int) -> NDArray[np.float64]:
    b = pengaturan()["bentuk"]
    penduduk = dict(
        pl.read_csv(rujukan("penduduk_kabkota.csv"), infer_schema=False)
        .select("kode", pl.col("total").cast(pl.Int64))
        .iter_rows()
    )
    rata = sum(penduduk.values()) / len(penduduk)
    akar = np.array([(penduduk.get(w, rata) / rata) ** 0.5 for w in dasar["wilayah"]])
    z = baku(benih, "ukuran", dasar["kode"].cast(pl.Int64).to_numpy())
    z = np.clip(z, -b["simpangan_maks"], b["simpangan_maks"])
    pusat = (dasar["jenis"] == "P").to_numpy()
    provinsi = (dasar["kelompok"] == "PROV").to_numpy()
    daerah = akar * np.where(provinsi, b["bobot_provinsi"], 1.0) * np.exp(b["sebar_daerah"] * z)
    return np.where(pusat, np.exp(b["sebar_pusat"] * z), daerah)


def _pola(pra: I64) -> list[str | None]:
    """The pattern each instansi is seeded with: the largest first, the patterns in turn."""
    pola = {nama: isi["instansi"] for nama, isi in pengaturan()["pola"].items()}
    giliran = [
        nama for n in range(max(pola.values())) for nama, banyak in pola.items() if n < banyak
    ]
    hasil: list[str | None] = [None] * len(pra)
    for i, nama in zip(np.argsort(-pra, kind="stable").tolist(), giliran, strict=False):
        hasil[i] = nama
    return hasil


def _sebar_nasib(
    dasar: pl.DataFrame, pra: I64, nasib: dict[str, int], skala: float
) -> pl.DataFrame:
    """Split each instansi's people into A, B, D and add C so that the SPTJM totals close."""
    d = bagi(nasib["D"], np.maximum(pra - 1, 0))
    b = bagi(nasib["B"], np.maximum(pra - 1 - d, 0))
    a = pra - b - d
    t = pengaturan()["terbit"]
    sptjm, baru = dasar["sptjm"].to_numpy(), dasar["baru"].to_numpy()
    akhir = nasib["A"] + nasib["C"]
    bersptjm = sum(t["sptjm_orang"].values())
    target = bagi(akhir, [bersptjm, t["akhir"] - bersptjm])
    ukuran = np.where(baru, np.median(pra[pra > 0]) * 10.0, pra)
    lonjakan = (dasar["pola"] == "W-LONJAKAN").fill_null(False).to_numpy()
    ukuran = ukuran * np.where(lonjakan, pengaturan()["pola_isi"]["lonjakan"], 1.0)
    c = np.zeros_like(pra)
    for ini, tujuan in ((sptjm, target[0]), (~sptjm, target[1])):
        c[ini & baru] = 1
        sisa = int(tujuan - a[ini].sum() - c[ini].sum())
        c[ini] += bagi(sisa, ukuran[ini])
    return dasar.with_columns(a=a, b=b, c=c, d=d)


def _sebar_thk2(tabel: pl.DataFrame, skala: float) -> pl.DataFrame:
    """THK-II among the final people, by SPTJM; then between A and C; then the pairs sharing a number."""
    t = pengaturan()["terbit"]
    a, c = tabel["a"].to_numpy(), tabel["c"].to_numpy()
    sptjm = tabel["sptjm"].to_numpy()
    final = a + c
    thk = np.zeros_like(final)
    n_thk = bagi(int(final.sum()), [sum(t["thk2"]), sum(t["non"])])[0]
    s = t["sptjm_orang"]["thk2"]
    for ini, banyak in zip((sptjm, ~sptjm), bagi(int(n_thk), [s, sum(t["thk2"]) - s]), strict=True):
        thk[ini] = bagi(int(banyak), final[ini])
    c_thk = np.maximum(thk * c // np.maximum(final, 1), thk - a)
    a_thk = thk - c_thk
    pasang = jumlah_cacat("NOMOR_THK2", skala)
    a_pasang = 2 * bagi(pasang, a_thk // 2)
    return tabel.with_columns(
        a_thk=a_thk - a_pasang, a_pasang=a_pasang, a_non=a - a_thk, c_thk=c_thk, c_non=c - c_thk
    ).drop("a", "c")


def _sebar_tambahan(tabel: pl.DataFrame, skala: float, benih: int) -> pl.DataFrame:
    """Late rows, the THK-II nobody registers, and the choices of style and time."""
    p = pengaturan()
    kode = tabel["kode"].cast(pl.Int64).to_numpy()
    hadir = ~tabel["diam"].to_numpy()
    pra = (
        tabel.select(pl.sum_horizontal("a_thk", "a_pasang", "a_non", "b", "d"))
        .to_series()
        .to_numpy()
    )
    telat = np.zeros(len(kode), dtype=bool)
    _pilih(telat, p["terlambat"]["instansi"], hadir & (pra > 0), pecahan(benih, "telat", kode))
    n_telat = max(p["terlambat"]["instansi"], skalakan(p["terlambat"]["orang"], skala))
    terdaftar = int(tabel.select(pl.sum_horizontal("a_thk", "a_pasang", "c_thk").sum()).item())
    # The second of a pair has no number of its own in the master list.
    terdaftar -= int(tabel["a_pasang"].sum()) // 2
    terdaftar += jumlah_cacat("THK2-COCOK", skala)
    n_induk = skalakan(p["terbit"]["induk_thk2"], skala) - terdaftar
    return tabel.with_columns(
        terlambat=bagi(n_telat, np.where(telat, pra, 0), 1),
        induk=bagi(n_induk, np.maximum(pra, np.median(pra[pra > 0]))),
        aduan=bagi(max(3, skalakan(p["bentuk"]["aduan"], skala)), pra),
        gaya=pl.Series(_gaya(kode, benih)),
        **_tanda(hadir, pra, kode, benih),
    )


def _gaya(kode: I64, benih: int) -> list[str]:
    """Workbook style of each instansi, by the shares of [bentuk.gaya]; the rest is plain."""
    bagian = pengaturan()["bentuk"]["gaya"]
    batas = np.cumsum(list(bagian.values()))
    nama = [*bagian, "baku"]
    return [nama[x] for x in np.searchsorted(batas, pecahan(benih, "gaya", kode), side="right")]


def _tanda(
    hadir: NDArray[np.bool_], pra: I64, kode: I64, benih: int
) -> dict[str, NDArray[np.bool_]]:
    """Yes-or-no choices per instansi, by quota of those who send."""
    b = pengaturan()["bentuk"]
    n = int(hadir.sum())
    lama = hadir & (pra > 0)
    kecil = lama & (pra <= np.quantile(pra[lama], 0.5))
    banyak = {
        "awal": (round(b["instansi_awal"] * n), lama),
        "perpanjangan": (round(b["perpanjangan"] * n), lama),
        "indeks": (round(b["indeks"] * n), kecil),
        "dokumen": (b["dokumen_instansi"], kecil),
        "rusak": (len(b["rusak"]), kecil),
    }
    hasil: dict[str, NDArray[np.bool_]] = {}
    for nama, (kuota, boleh) in banyak.items():
        tanda = np.zeros(len(kode), dtype=bool)
        _pilih(tanda, kuota, boleh, pecahan(benih, nama, kode))
        hasil[nama] = tanda
    hasil["indeks"] |= hasil["dokumen"]
    hasil["awal"] &= ~hasil["rusak"]
    hasil["ulang"] = hasil["awal"] & (pecahan(benih, "ulang", kode) < b["kirim_ulang"])
    return hasil
