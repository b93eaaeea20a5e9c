"""The answer to the SPTJM of an instansi: accepted or not, why, and what is left to do."""

from reports.sptjm_jawaban.surat import Diterima, JawabanSptjm, Kiriman, letter_from, render_jawaban

__all__ = ["Diterima", "JawabanSptjm", "Kiriman", "letter_from", "render_jawaban"]
