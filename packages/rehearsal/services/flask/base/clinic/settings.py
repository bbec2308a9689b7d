import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent


def _read(path):
    """KEY=value lines; what is set in the environment already wins."""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            key, found, value = line.strip().partition("=")
            if found and not key.startswith("#"):
                os.environ.setdefault(key, value)


if os.environ.get("ENV_FILE"):
    _read(os.environ["ENV_FILE"])

VERSION = (BASE_DIR / "VERSION").read_text(encoding="utf-8").strip()
DATABASE = {
    "unix_socket": os.environ["MYSQL_SOCKET"],
    "database": os.environ["MYSQL_DATABASE"],
    # User and password, readable by the service alone.
    "read_default_file": os.environ["MYSQL_DEFAULTS"],
    "charset": "utf8mb4",
}
