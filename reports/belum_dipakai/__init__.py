"""The letter that says which deliveries wait or came too late, and that nothing of them is lost."""

from reports.belum_dipakai.surat import (
    BelumDipakai,
    Kiriman,
    Sampai,
    letter_from,
    render_belum_dipakai,
)

__all__ = ["BelumDipakai", "Kiriman", "Sampai", "letter_from", "render_belum_dipakai"]
