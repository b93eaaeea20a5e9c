"""The synthetic nation: what 626 instansi and BKN's neighbours would have put in the inbox in 2022."""

from tasks.gateways.negara.bangkitkan import GELOMBANG, Ringkasan, generate_negara

__all__ = ["GELOMBANG", "Ringkasan", "generate_negara"]
