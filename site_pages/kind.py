"""How site pages are published."""

from newsroom.publishing.kinds import Children, Kind, Translates
from newsroom.publishing.rights import EDITORS_ONLY

from . import findings, outline, pages, snapshots
from .models import FrontPage, FrontPick, Identity, Page

PAGE = Kind(
    model=Page,
    schema=1,
    take=snapshots.take_page,
    put_back=snapshots.put_page_back,
    project=snapshots.project_page,
    outline=outline.page_outline,
    findings=findings.find_in_page,
    rights=EDITORS_ONLY,
    translates=Translates(),
    compose=pages.plain_page,
    template="pages/page.html",
)
FRONT_PAGE = Kind(
    model=FrontPage,
    schema=1,
    take=snapshots.take_front_page,
    put_back=snapshots.put_front_page_back,
    project=snapshots.project_front_page,
    outline=outline.front_page_outline,
    findings=findings.find_in_front_page,
    rights=EDITORS_ONLY,
    children=(Children(FrontPick, "front_page", order_by=("position", "pk")),),
    compose=pages.front_page,
    template="front.html",
)
IDENTITY = Kind(
    model=Identity,
    schema=1,
    take=snapshots.take_identity,
    put_back=snapshots.put_identity_back,
    project=snapshots.project_identity,
    outline=outline.identity_outline,
    findings=findings.find_in_identity,
    rights=EDITORS_ONLY,
    has_page=False,
)
