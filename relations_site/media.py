"""The one view for media, where no server in front serves them."""

import mimetypes
import re

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from newsroom.images.names import stands_in_for

# Names are ours, made from the bytes: what a name gives never changes. No way up, nothing hidden.
NAME = re.compile(r"(?:[0-9A-Za-z_-]+/)*[0-9A-Za-z_-]+(?:\.[0-9A-Za-z_-]+)+")
SHOWN = {"image/jpeg", "image/png", "image/webp", "image/gif", "image/avif"}
FOREVER = "public, max-age=31536000, immutable"
UNTIL_IT_IS_MADE = "public, max-age=60"


@require_safe
def media(request: HttpRequest, name: str) -> FileResponse:
    """A stored file: images to look at, everything else to save. Nothing in it may run.

    Pages name renditions and crops before these are made: the whole picture stands in meanwhile.
    """
    if not NAME.fullmatch(name):
        raise Http404(name)
    if file := _stored(name):
        return _response(name, file, FOREVER)
    whole = stands_in_for(name)
    if whole and (file := _stored(whole)):
        return _response(whole, file, UNTIL_IT_IS_MADE)
    raise Http404(name)


def _stored(name: str) -> File[bytes] | None:
    try:
        return default_storage.open(name)
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return None


def _response(name: str, file: File[bytes], kept: str) -> FileResponse:
    kind, _ = mimetypes.guess_type(name)
    shown = kind in SHOWN
    return FileResponse(
        file,
        as_attachment=not shown,
        content_type=kind if shown else "application/octet-stream",
        headers={
            "Cache-Control": kept,
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )
