"""Questions in snapshots: the answers, and the sources as they were."""

from __future__ import annotations

from typing import cast

from django.utils.text import Truncator

from newsroom.publishing.ageing import review_after
from newsroom.publishing.drafts import Draft
from newsroom.publishing.kinds import Projection, Snapshot
from newsroom.publishing.snapshots import content_values, put_content_back, values
from newsroom.richtext.words import plain_text
from newsroom.sources.snapshots import cited_ids, put_citations_back, take_citations

from .models import Question

_FIELDS = ("short_answer", "answer", "reviewed_on", "review_every")
_LENGTH_OF_SUMMARY = 200


def take(draft: Draft) -> Snapshot:
    question = cast("Question", draft.content)
    return {
        **content_values(draft),
        "id": question.pk,
        **values(question, _FIELDS),
        "citations": take_citations(draft, question.answer),
    }


def put_back(question: Question, snapshot: Snapshot) -> list[str]:
    lost = put_content_back(question, snapshot, _FIELDS)
    return lost + put_citations_back(question, snapshot["citations"])


def project(snapshot: Snapshot) -> Projection:
    slug, original, citations = snapshot["slug"], snapshot["original"], snapshot["citations"]
    start_of_answer = Truncator(plain_text(snapshot["answer"])).chars(_LENGTH_OF_SUMMARY)
    return Projection(
        title=snapshot["title"],
        path=f"/faqs/{slug}/" if slug else "",
        summary=snapshot["short_answer"] or start_of_answer,
        topics=tuple(snapshot["topics"]),
        review_after=review_after(snapshot),
        uses=(original,) if original else (),
        attachments={"source": cited_ids(citations)},
    )
