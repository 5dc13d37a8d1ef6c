"""How questions are published."""

from newsroom.publishing.ageing import with_review_every
from newsroom.publishing.kinds import Appearance, Kind, Translates
from newsroom.publishing.rights import EDITORS_RUN
from newsroom.sources.snapshots import CITED_SOURCES

from . import findings, outline, pages, snapshots
from .models import Question

QUESTION = Kind(
    model=Question,
    schema=2,
    take=snapshots.take,
    put_back=snapshots.put_back,
    project=snapshots.project,
    outline=outline.outline,
    findings=findings.find,
    rights=EDITORS_RUN,
    # Its sources are shown with it as they stand on the original.
    translates=Translates(left_out={"citations": [], "reviewed_on": None}),
    children=(CITED_SOURCES,),
    compose=pages.compose,
    template="faqs/question.html",
    upgrades={1: with_review_every},
    appears=Appearance(lists=("/faqs/", "/"), under_topics=True),
)
