"""Kartu pendataan: what the census holds of one person at its end, with the proof of standing in it."""

from reports.kartu.baris import render_kartu
from reports.kartu.isi import Kartu, SptjmKartu, sptjm_from

__all__ = ["Kartu", "SptjmKartu", "render_kartu", "sptjm_from"]
