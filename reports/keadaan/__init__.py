"""The page on which an instansi sees where it stands, since when, and what to do next."""

from reports.keadaan.isi import Keadaan, pages, render_keadaan

__all__ = ["Keadaan", "pages", "render_keadaan"]
