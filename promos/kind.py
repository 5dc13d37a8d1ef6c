"""How promos are published: as parts of articles, with no page of their own."""

from newsroom.publishing.kinds import Children, Kind, Translates
from newsroom.publishing.rights import EDITORS_RUN
from newsroom.publishing.snapshots import values

from . import findings, outline, pages, snapshots
from .models import FACTS, Course, Promo

PROMO = Kind(
    model=Promo,
    schema=1,
    take=snapshots.take,
    put_back=snapshots.put_back,
    project=snapshots.project,
    outline=outline.outline,
    findings=findings.find,
    rights=EDITORS_RUN,
    translates=Translates(left_out=values(Promo(), FACTS)),
    children=(Children(Course, "promo", order_by=("position", "pk")),),
    has_page=False,
    compose=pages.compose,
    template="promos/preview.html",
)
