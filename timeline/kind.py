"""How events are published."""

from newsroom.publishing.kinds import Appearance, Children, Kind, Translates
from newsroom.publishing.rights import EDITORS_RUN
from newsroom.sources.snapshots import CITED_SOURCES

from . import findings, outline, pages, snapshots
from .models import Event, StatusChange

EVENT = Kind(
    model=Event,
    schema=1,
    take=snapshots.take,
    put_back=snapshots.put_back,
    project=snapshots.project,
    outline=outline.outline,
    findings=findings.find,
    rights=EDITORS_RUN,
    translates=Translates(left_out=snapshots.FACTS_OF_ORIGINAL),
    children=(
        Children(StatusChange, "event", order_by=("on", "pk"), select_related=("source",)),
        CITED_SOURCES,
    ),
    compose=pages.compose,
    template="timeline/event.html",
    appears=Appearance(lists=("/timeline/", "/"), under_topics=True),
)
