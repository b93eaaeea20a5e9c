"""Whom today's rules would judge otherwise than the frozen potret, for those who may let a rule reject."""

from reports.bayangan.teks import PotretDinilai, render_bayangan

__all__ = ["PotretDinilai", "render_bayangan"]
