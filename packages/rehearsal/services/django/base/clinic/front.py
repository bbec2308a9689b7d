import hashlib
import json
from functools import lru_cache

from django.conf import settings
from django.http import HttpResponse
from django.views.decorators.http import require_GET

PAGE = settings.BASE_DIR / "clinic" / "pages" / "front.html"
MANIFEST = settings.BASE_DIR / "built" / "manifest.json"


def key_of(page):
    return hashlib.sha256(page.encode()).hexdigest()


@lru_cache(maxsize=1)
def manifest():
    """What `manage.py compress` built, read once for a process: a page that is not in it cannot be shown."""
    return json.loads(MANIFEST.read_text(encoding="utf-8"))


@require_GET
def page(request):
    text = PAGE.read_text(encoding="utf-8")
    style = manifest()[key_of(text)]
    return HttpResponse(f'<link rel="stylesheet" href="{settings.STATIC_URL}{style}">{text}')
