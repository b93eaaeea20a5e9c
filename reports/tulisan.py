"""How numbers, dates and hours are written for Indonesian readers."""

from datetime import date, datetime, timedelta, timezone

BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
# A fixed offset: WIB has no summer time, and the machine may carry no time zone database.
WIB = timezone(timedelta(hours=7), "WIB")
KOSONG = "\N{EN DASH}"


def angka(nilai: int | None) -> str:
    """Whole number with dots: 1234567 -> '1.234.567'; None -> a dash."""
    return KOSONG if nilai is None else f"{nilai:,}".replace(",", ".")


def persen(bagian: int, seluruh: int, desimal: int = 1) -> str:
    """Share as '7,6%'; a dash when there is no whole to share."""
    if not seluruh:
        return KOSONG
    return f"{100 * bagian / seluruh:.{desimal}f}%".replace(".", ",")


def tanggal(hari: date | datetime | None) -> str:
    """Date in words: '8 Oktober 2022'; a moment is read in WIB; None -> a dash."""
    if hari is None:
        return KOSONG
    if isinstance(hari, datetime):
        hari = _wib(hari)
    return f"{hari.day} {BULAN[hari.month - 1]} {hari.year}"


def pukul(saat: datetime) -> str:
    """Hour in WIB: 'pukul 17.00 WIB'. Raises ValueError for a moment without a zone."""
    return f"pukul {_wib(saat):%H.%M} WIB"


def saat(waktu: datetime | None) -> str:
    """Date and hour in WIB: '22 Oktober 2022 pukul 17.00 WIB'; None -> a dash."""
    return KOSONG if waktu is None else f"{tanggal(waktu)} {pukul(waktu)}"


def sidik_pendek(sidik: str) -> str:
    """First 16 characters of a digest: enough to compare by eye."""
    return sidik[:16]


def _wib(waktu: datetime) -> datetime:
    if waktu.tzinfo is None:
        raise ValueError("a moment shown to people needs its time zone")
    return waktu.astimezone(WIB)
