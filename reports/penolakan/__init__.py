"""The letter that tells an instansi why a file could not be used."""

from reports.penolakan.surat import Berkas, SuratPenolakan, render_penolakan, surat_from

__all__ = ["Berkas", "SuratPenolakan", "render_penolakan", "surat_from"]
