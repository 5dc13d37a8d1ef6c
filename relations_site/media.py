"""The one view for media, where no server in front serves them."""

import mimetypes
import re

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

# Names are ours, made from the bytes: what a name gives never changes. No way up, nothing hidden.
NAME = re.compile(r"(?:[0-9A-Za-z_-]+/)*[0-9A-Za-z_-]+(?:\.[0-9A-Za-z_-]+)+")
SHOWN = {"image/jpeg", "image/png", "image/webp", "image/gif", "image/avif"}
FOREVER = "public, max-age=31536000, immutable"


@require_safe
def media(request: HttpRequest, name: str) -> FileResponse:
    """A stored file: images to look at, everything else to save. Nothing in it may run."""
    if not NAME.fullmatch(name):
        raise Http404(name)
    try:
        file = default_storage.open(name)
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        raise Http404(name) from None
    kind, _ = mimetypes.guess_type(name)
    shown = kind in SHOWN
    return FileResponse(
        file,
        as_attachment=not shown,
        content_type=kind if shown else "application/octet-stream",
        headers={
            "Cache-Control": FOREVER,
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )
