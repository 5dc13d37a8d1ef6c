"""How questions are published."""

from newsroom.publishing.ageing import with_review_every
from newsroom.publishing.kinds import Kind
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
    children=(CITED_SOURCES,),
    compose=pages.compose,
    template="faqs/question.html",
    upgrades={1: with_review_every},
)
