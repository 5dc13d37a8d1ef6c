"""Who decides on a quote sees its words beside the evidence for them."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from newsroom.publishing import lifecycle
from quotes.models import Evidence, EvidenceKind, Quote, Record
from tests.factories import make_expert, make_quote, recorded
from tests.quotes.making import WORDS, make_translation

pytestmark = pytest.mark.django_db


@pytest.fixture
def quote() -> Quote:
    return make_quote(
        honorific="Dr.",
        organisation="Example University",
        venue="Tokyo",
        record=Record.BACKGROUND,
        record_reason="Asked for it.",
        described_as="A historian of treaties",
    )


def page(quote: Quote, writer: User, moderator: User, client: Client) -> str:
    lifecycle.submit(revision=recorded(quote, writer), by=writer)
    client.force_login(moderator)
    return client.get(reverse("admin:quotes_quote_review", args=[quote.pk])).content.decode()


def test_it_shows_who_said_what_on_which_terms(
    quote: Quote, writer: User, moderator: User, client: Client
) -> None:
    shown = page(quote, writer, moderator, client)
    for told in (WORDS, "Dr.", "Aki Moriyama", "historian", "Example University", "Tokyo"):
        assert told in shown
    for told in ("On background", "Asked for it.", "A historian of treaties", "As reported"):
        assert told in shown
    assert "14 May 2025" in shown


def test_it_shows_each_piece_of_evidence_with_what_it_holds(
    quote: Quote, writer: User, moderator: User, client: Client
) -> None:
    letter = Evidence(
        quote=quote,
        kind=EvidenceKind.LETTER,
        obtained_on=dt.date(2025, 5, 15),
        passage="The passage itself",
        note="Two were present",
    )
    letter.file.save("letter.pdf", ContentFile(b"%PDF"))
    shown = page(quote, writer, moderator, client)
    assert '<a href="https://example.org/lecture" target="_blank"' in shown
    for told in ("A lecture", "12:03", "Letter", "15 May 2025", "The passage itself"):
        assert told in shown
    assert "Two were present" in shown
    assert f'<a href="{letter.file.url}">{letter.file.basename}</a>' in shown


def test_a_file_that_was_exchanged_since_is_not_given_for_the_one_under_review(
    quote: Quote, writer: User, moderator: User, client: Client
) -> None:
    letter = Evidence(quote=quote, kind=EvidenceKind.LETTER)
    letter.file.save("letter.pdf", ContentFile(b"%PDF"))
    before = letter.file.basename
    page(quote, writer, moderator, client)
    letter.file.save("other.pdf", ContentFile(b"%PDF other"))
    address = reverse("admin:quotes_quote_review", args=[quote.pk])
    shown = client.get(address).content.decode()
    assert before in shown
    assert letter.file.url not in shown


def test_a_translation_is_shown_with_the_evidence_of_its_original(
    quote: Quote, writer: User, moderator: User, client: Client
) -> None:
    recorded(quote, writer)
    shown = page(make_translation(quote), writer, moderator, client)
    for told in ("率直に争う", "森山 亜希", "A lecture", "Tokyo"):
        assert told in shown


def test_an_expert_is_decided_on_as_before(writer: User, moderator: User, client: Client) -> None:
    expert = make_expert()
    lifecycle.submit(revision=recorded(expert, writer), by=writer)
    client.force_login(moderator)
    answer = client.get(reverse("admin:quotes_expert_review", args=[expert.pk]))
    assert "How we know" not in answer.content.decode()
    assert answer.status_code == 200
