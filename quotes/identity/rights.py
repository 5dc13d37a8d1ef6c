"""Who keeps the lists of public figures and organisations: moderators; everybody reads them."""

from __future__ import annotations

from newsroom.publishing.rights import READ, Right, Rights, Role, grant

from .models import KnownOrganisation, Office, PublicFigure, Settlement

LISTS: Rights = {Role.MODERATOR: READ | {Right.ADD, Right.WRITE, Right.DELETE}}
# Made on the page of a review, and only taken back here.
SETTLEMENTS: Rights = {Role.MODERATOR: READ | {Right.DELETE}}


def grant_all() -> None:
    for model in (Office, PublicFigure, KnownOrganisation):
        grant(model, LISTS)
    grant(Settlement, SETTLEMENTS)
