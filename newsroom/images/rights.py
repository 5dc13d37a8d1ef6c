"""Who may change which image: editors any, writers their own until readers see it."""

from __future__ import annotations

from typing import Any

from newsroom.publishing.rights import READ, WRITE_ALL, Right, Rights, Role, may

from .models import Image
from .uses import was_public

IMAGES: Rights = {
    Role.WRITER: READ | {Right.ADD, Right.WRITE, Right.DELETE},
    Role.EDITOR: WRITE_ALL,
    Role.MODERATOR: READ,
}


def may_change(user: Any, image: Image) -> bool:
    if may(user, Right.WRITE_OTHERS, Image):
        return True
    is_own = image.added_by_id == user.pk
    return is_own and may(user, Right.WRITE, Image) and not was_public(image)
