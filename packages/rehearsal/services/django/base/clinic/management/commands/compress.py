import json

from clinic.front import MANIFEST, PAGE, key_of
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Builds the styles of the pages, and the manifest that the service reads."

    def handle(self, **options):
        text = PAGE.read_text(encoding="utf-8")
        MANIFEST.parent.mkdir(exist_ok=True)
        MANIFEST.write_text(json.dumps({key_of(text): f"{key_of(text)[:12]}.css"}), encoding="utf-8")
