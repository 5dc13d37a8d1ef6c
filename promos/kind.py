"""How promos are published: as parts of articles, with no page of their own."""

from newsroom.publishing.kinds import Children, Kind
from newsroom.publishing.rights import EDITORS_RUN

from . import findings, outline, pages, snapshots
from .models import Course, Promo

PROMO = Kind(
    model=Promo,
    schema=1,
    take=snapshots.take,
    put_back=snapshots.put_back,
    project=snapshots.project,
    outline=outline.outline,
    findings=findings.find,
    rights=EDITORS_RUN,
    children=(Children(Course, "promo", order_by=("position", "pk")),),
    has_page=False,
    compose=pages.compose,
    template="promos/preview.html",
)
