"""A closing of the census of four as a process of its own, to be killed: python -m tests.penutupan_kecil SAAT."""

import sys
from datetime import datetime

from flows.close_tahap import close_tahap
from flows.layar import ready
from tests.flows.empat_instansi import only_four

if __name__ == "__main__":
    ready()
    with only_four():
        print(close_tahap(datetime.fromisoformat(sys.argv[1])))
