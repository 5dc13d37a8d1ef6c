"""What the translation of each kind begins with: words come along, facts stay with the original."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from articles.models import PromoHere, QuestionsHere, QuoteHere, Section, TimelineHere
from newsroom.publishing import lifecycle
from newsroom.publishing.content import Publishable
from newsroom.publishing.findings import Severity
from newsroom.publishing.inspection import own_findings
from newsroom.publishing.kinds import all_kinds, kind_of
from newsroom.publishing.revisions import head_of
from promos.models import Relationship
from quotes.models import Form
from site_pages.models import FrontPage, Identity, Page
from tests.articles.making import make_article, make_author, make_image, place
from tests.factories import (
    make_event,
    make_expert,
    make_promo,
    make_question,
    make_quote,
    recorded,
)
from timeline.models import StatusChange

pytestmark = pytest.mark.django_db


def translate(content: Publishable, by: User, language: str = "ja") -> Any:
    revision = recorded(content, by)
    made, lost = lifecycle.translate(revision=revision, language=language, by=by)
    assert lost == []
    return kind_of(content).model.objects.get(pk=made.content_id)


def blocked(content: Any) -> set[str]:
    """The codes of what its first revision must still settle, but for words and approval."""
    found = own_findings(head_of(content), timezone.now())
    return {finding.code for finding in found if finding.severity == Severity.BLOCK}


def test_an_article_keeps_its_body_and_shows_what_exists_in_the_language(editor: User) -> None:
    event, question, promo = make_event(), make_question(), make_promo()
    quote = make_quote(expert=make_expert())
    image, author = make_image(), make_author()
    article = make_article(
        title="Bridges", slug="bridges", authors=[author], lead_image=image, standfirst="Why."
    )
    place(article, Section, heading="First", text="<p>One</p>")
    for block, part in ((QuoteHere, {"quote": quote}), (PromoHere, {"promo": promo})):
        place(article, block, **part)
    place(article, TimelineHere)
    place(article, QuestionsHere)
    article.events.create(event=event, headline="Here", position=1)
    article.questions.create(question=question, position=1)
    own = {part.kind: translate(part, editor) for part in (event, promo, quote)}
    japanese = translate(article, editor)
    before, after = head_of(article).read(), head_of(japanese).read()
    assert [block["type"] for block in after["blocks"]] == [
        block["type"] for block in before["blocks"]
    ]
    assert not {b["id"] for b in after["blocks"] if b["type"] == "section"} & {
        b["id"] for b in before["blocks"] if b["type"] == "section"
    }
    shown = {block["type"]: block for block in after["blocks"]}
    assert (shown["quote"]["quote"], shown["promo"]["promo"]) == (own["quote"].pk, own["promo"].pk)
    assert [(row["event"], row["headline"]) for row in after["events"]] == [
        (own["event"].pk, "Here")
    ]
    assert [row["question"] for row in after["questions"]] == [question.pk]
    assert [row["author"] for row in after["authors"]] == [author.pk]
    assert [row["source"] for row in after["citations"]] == [
        row["source"] for row in before["citations"]
    ]
    assert (after["lead_image"], after["lead_image_shown"]["language"]) == (image.pk, "ja")
    assert (after["slug"], after["standfirst"]) == ("bridges", "Why.")


def test_an_event_leaves_date_status_countries_and_sources_to_its_original(editor: User) -> None:
    event = make_event(place="Seoul", countries="JP KR", text="<p>They met.</p>")
    StatusChange.objects.create(event=event, status="planned")
    japanese = translate(event, editor)
    assert (japanese.title, japanese.place, japanese.text) == (
        event.title,
        "Seoul",
        "<p>They met.</p>",
    )
    assert (japanese.date, japanese.status, japanese.countries) == ("", "", "")
    assert not japanese.status_changes.exists()
    assert not japanese.cited_sources.exists()
    japanese.full_clean()
    assert blocked(japanese) == set()


def test_a_quote_leaves_expert_date_and_evidence_and_asks_who_translated_it(
    editor: User,
) -> None:
    quote = make_quote(expert=make_expert(), form=Form.TRANSLATED, translator="Jo", venue="Tokyo")
    japanese = translate(quote, editor)
    assert (japanese.text, japanese.speaker, japanese.role) == (
        quote.text,
        quote.speaker,
        quote.role,
    )
    assert (japanese.expert, japanese.said_on, japanese.venue) == (None, "", "")
    assert (japanese.form, japanese.translator) == (Form.DIRECT, "")
    assert not japanese.evidence.exists()
    japanese.full_clean()
    assert blocked(japanese) == {"not_approved"}


def test_a_promo_leaves_who_earns_address_and_window_and_keeps_its_courses(editor: User) -> None:
    promo = make_promo(courses=["One", "Two"], advertiser="Academy", relationship="paid")
    japanese = translate(promo, editor)
    assert (japanese.heading, japanese.advertiser) == (promo.heading, "Academy")
    assert (japanese.relationship, japanese.cta_url, japanese.shown_from) == ("", "", None)
    assert [course.title for course in japanese.courses.all()] == ["One", "Two"]
    assert promo.relationship == Relationship.PAID
    japanese.full_clean()
    assert blocked(japanese) == set()


def test_a_question_shows_the_sources_of_its_original_and_was_not_reviewed(editor: User) -> None:
    question = make_question(reviewed_on="2026-01-01")
    japanese = translate(question, editor)
    assert (japanese.answer, japanese.reviewed_on) == (question.answer, None)
    assert not japanese.cited_sources.exists()
    assert blocked(japanese) == set()


def test_a_page_takes_its_address_along_where_that_is_free(editor: User) -> None:
    page = Page.objects.create(title="About", slug="about", body="<p>Us</p>")
    recorded(Page.objects.create(title="他", slug="about", language="ko"), editor)
    japanese, korean = translate(page, editor), translate(page, editor, "ko")
    assert [(one.slug, one.body) for one in (japanese, korean)] == [
        ("about", "<p>Us</p>"),
        ("", "<p>Us</p>"),
    ]


def test_only_kinds_with_originals_have_translations() -> None:
    without = {kind.name for kind in all_kinds() if kind.translates is None}
    assert {FrontPage.kind_name, Identity.kind_name, "author", "expert"} <= without
    assert not without & {"article", "event", "quote", "question", "promo", "page"}
