"""A reading process that dies of certain files: by name `mati`, once `sekali`, a defect `galat`, a hang `lama`."""

import json
import os
import sys
import time
from pathlib import Path

MODUS = sys.argv[1] if len(sys.argv) > 1 else ""


def main() -> None:
    if MODUS == "tak-mulai":
        os._exit(3)
    print(json.dumps({"siap": True}), flush=True)
    for baris in sys.stdin:
        sumber = Path(json.loads(baris)["sumber"])
        tanda = sumber.with_suffix(".tanda")
        if sumber.stem == "mati" or (sumber.stem == "sekali" and not tanda.exists()):
            tanda.touch()
            os._exit(9)
        if sumber.stem == "lama":
            time.sleep(60)
        isi = (
            {"galat": "KeyError at x.py:1"}
            if sumber.stem == "galat"
            else {"baris": {"data_utama": 1}, "penolakan": None}
        )
        print(json.dumps(isi), flush=True)


if __name__ == "__main__":
    main()
