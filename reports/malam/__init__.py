"""The story of one night, told to the data team."""

from reports.malam.cerita import Malam, Terbit, render_malam

__all__ = ["Malam", "Terbit", "render_malam"]
