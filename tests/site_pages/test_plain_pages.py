"""Plain pages: about, contact, privacy and the like, at the root of their language."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import URLResolver, get_resolver
from django.utils import timezone

from newsroom.publishing import lifecycle
from newsroom.publishing.addresses import RESERVED_SLUGS
from newsroom.publishing.drafts import read_draft
from newsroom.publishing.findings import Case, Severity
from newsroom.publishing.kinds import kind_of
from newsroom.publishing.refusals import NotAllowed
from relations_site.urls import reader_pages
from site_pages.models import Page
from tests.factories import published, recorded
from tests.site_pages.making import live_page

pytestmark = pytest.mark.django_db


def test_a_page_stands_at_the_root_of_its_language(client: Client, editor: User) -> None:
    live_page(editor)
    answer = client.get("/en/about/")
    assert "<p>We write.</p>" in answer.content.decode()
    assert client.get("/ja/about/").status_code == 404


def test_a_draft_has_no_page(client: Client, editor: User) -> None:
    recorded(Page.objects.create(title="About", slug="about", body="<p>Soon.</p>"), editor)
    assert client.get("/en/about/").status_code == 404


def test_edits_wait_for_their_publication(client: Client, editor: User) -> None:
    page, _edition = live_page(editor)
    Page.objects.update(body="<p>Not public yet.</p>")
    recorded(page, editor)
    assert "Not public yet." not in client.get("/en/about/").content.decode()


def test_a_withdrawn_page_is_gone(client: Client, editor: User) -> None:
    page, _edition = live_page(editor)
    lifecycle.withdraw(content=page, reason="Out of date.", by=editor)
    assert client.get("/en/about/").status_code == 410


@pytest.mark.parametrize("slug", sorted(RESERVED_SLUGS))
def test_an_address_of_the_site_itself_is_refused(slug: str) -> None:
    page = Page(title="Clash", slug=slug, body="<p>Hidden.</p>")
    with pytest.raises(ValidationError) as refusal:
        page.full_clean()
    assert "slug" in refusal.value.error_dict
    page.save()
    assert found(page) == {"address_reserved": Severity.BLOCK}


def test_every_address_below_a_language_is_reserved() -> None:
    """A page at one of them could be published and never be found."""
    routes = [str(pattern.pattern) for pattern in flat(reader_pages)]
    first_parts = {route.partition("/")[0] for route in routes}
    assert {part for part in first_parts if part and "<" not in part} <= RESERVED_SLUGS


def flat(patterns):
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from flat(pattern.url_patterns)
        else:
            yield pattern


def test_plain_pages_hide_no_other_address() -> None:
    assert str(list(flat(reader_pages))[-1].pattern) == "<uslug:slug>/"
    assert get_resolver().resolve("/en/topics/").url_name == "topics"


@pytest.mark.parametrize(("body", "codes"), [("", ["no_text"]), ("<p>We write.</p>", [])])
def test_a_page_has_a_text(body: str, codes: list[str]) -> None:
    page = Page.objects.create(title="About", slug="about", body=body)
    assert list(found(page)) == codes


def found(page: Page) -> dict[str, Severity]:
    kind, case = kind_of(page), Case(content=page, opens=timezone.now())
    findings = kind.findings(kind.take(read_draft(page)), case)
    return {finding.code: finding.severity for finding in findings}


def test_editors_alone_write_them(editor: User, writer: User) -> None:
    page = Page.objects.create(title="About", slug="about", body="<p>We write.</p>")
    with pytest.raises(NotAllowed):
        recorded(page, writer)
    published(page, by=editor)


def test_a_restored_page_is_as_before(editor: User) -> None:
    page = Page.objects.create(title="About", slug="about", body="<p>We write.</p>")
    before = recorded(page, editor)
    Page.objects.update(body="<p>Else.</p>")
    recorded(page, editor)
    restored, lost = lifecycle.restore(revision=before, by=editor)
    assert (restored.digest, lost) == (before.digest, [])
