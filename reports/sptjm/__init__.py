"""The SPTJM draft that the PPK of an instansi signs."""

from reports.sptjm.surat import Sptjm, render_sptjm

__all__ = ["Sptjm", "render_sptjm"]
