"""WHEN: the moments of the census. Importing this package settles Prefect's surroundings first."""

import os

# Prefect reads these once, at import. What an operator has set stays as it is.
_BAWAAN = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_LOGGING_LEVEL": "WARNING",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    "DO_NOT_TRACK": "1",
}
for _nama, _nilai in _BAWAAN.items():
    os.environ.setdefault(_nama, _nilai)
