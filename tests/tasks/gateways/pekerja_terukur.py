"""The reading process, and beside it what it took: its peak memory in KiB into the folder named."""

import os
import resource
import subprocess
import sys
from pathlib import Path

from tasks.gateways.pembaca import PERINTAH


def main() -> None:
    subprocess.run(PERINTAH, check=False)
    puncak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    (Path(sys.argv[1]) / f"{os.getpid()}.puncak").write_text(str(puncak))


if __name__ == "__main__":
    main()
