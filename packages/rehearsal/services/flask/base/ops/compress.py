"""Builds the styles of the pages, and the manifest that the service reads."""
import json

from clinic.app import MANIFEST, PAGE, key_of

text = PAGE.read_text(encoding="utf-8")
MANIFEST.parent.mkdir(exist_ok=True)
MANIFEST.write_text(json.dumps({key_of(text): f"{key_of(text)[:12]}.css"}), encoding="utf-8")
