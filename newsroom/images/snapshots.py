"""Images in snapshots: the file and the words as they were when the revision was made."""

from __future__ import annotations

from newsroom.publishing.kinds import Snapshot

from .models import Image
from .names import CENTRE


def freeze(image: Image, language: str) -> Snapshot:
    """What readers of `language` get of an image; `image.texts` should be prefetched."""
    text = next((text for text in image.texts.all() if text.language == language), None)
    return {
        "image": image.pk,
        "file": image.file,
        "width": image.width,
        "height": image.height,
        "focus": list(image.focus),
        "alt": text.alt if text else "",
        "caption": text.caption if text else "",
        "decorative": image.decorative,
        "credit": image.credit,
        "licence": image.licence,
        "language": language,
    }


def with_focus(frozen: Snapshot) -> Snapshot:
    """As today, what was frozen when images had no focal point."""
    return {"focus": list(CENTRE), **frozen}


def lacks_words(frozen: Snapshot) -> bool:
    """Whether it has neither words instead of it nor is said to be decorative."""
    return not frozen["alt"] and not frozen["decorative"]
