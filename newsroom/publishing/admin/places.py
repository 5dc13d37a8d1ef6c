"""The scripts that lead whoever saved back to where they were, or to what was refused."""

from __future__ import annotations

from django.forms.widgets import Script
from js_asset import ImportMap, Media

MODULES = ("fields", "kept", "wrong")
MEDIA = Media(
    importmap=ImportMap({f"place/{name}": f"admin_desk/place/{name}.js" for name in MODULES}),
    js=[Script("admin_desk/place/index.js", type="module")],
)
