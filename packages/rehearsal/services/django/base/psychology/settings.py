import os
from pathlib import Path

from psychology.env_file import load_env_file

BASE_DIR = Path(__file__).resolve().parent.parent

if os.environ.get("ENV_FILE"):
    load_env_file(os.environ["ENV_FILE"])

VERSION = (BASE_DIR / "VERSION").read_text(encoding="utf-8").strip()

SECRET_KEY = os.environ["SECRET_KEY"]
DEBUG = False
ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "127.0.0.1,localhost").split(",")

INSTALLED_APPS = ["django.contrib.staticfiles", "clinic"]
MIDDLEWARE = ["clinic.metrics.CountRequests", "clinic.access_log.LogRequests"]
ROOT_URLCONF = "psychology.urls"
WSGI_APPLICATION = "psychology.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# No PASSWORD: libpq reads it from PGPASSFILE, so it is in no argument list and no settings dump.
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": os.environ["PGHOST"],
        "PORT": os.environ["PGPORT"],
        "NAME": os.environ["PGDATABASE"],
        "USER": os.environ["PGUSER"],
    }
}

USE_TZ = True
TIME_ZONE = "Europe/Moscow"
STATIC_URL = "/static/"
STATIC_ROOT = os.environ.get("STATIC_ROOT", str(BASE_DIR / "staticfiles"))
