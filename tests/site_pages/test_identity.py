"""What the site says of itself on every page."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.utils import timezone, translation

from newsroom.publishing import lifecycle
from newsroom.publishing.drafts import read_draft
from newsroom.publishing.findings import Case, Severity
from newsroom.publishing.kinds import kind_of
from site_pages.context import site
from site_pages.models import Identity
from tests.factories import recorded
from tests.site_pages.making import live_identity, live_page

pytestmark = [pytest.mark.django_db, pytest.mark.database]

HOME = "/en/articles/"


def text(client: Client, address: str = HOME) -> str:
    return client.get(address).content.decode()


def test_pages_bear_the_name_the_publisher_and_the_follow_line(
    client: Client, editor: User
) -> None:
    live_identity(editor, follow_label="Follow us", follow_url="https://example.org/follow")
    page = text(client)
    for shown in ("The Strait Review", "Strait Press", "Follow us", "https://example.org/follow"):
        assert shown in page


def test_the_footer_leads_to_the_plain_pages_of_the_language(client: Client, editor: User) -> None:
    live_page(editor)
    live_page(editor, language="ja", title="私たちについて")
    assert 'href="/en/about/">About us' in text(client)
    assert 'href="/ja/about/">私たちについて' in text(client, "/ja/articles/")
    assert "About us" not in text(client, "/ja/articles/")


def test_a_draft_says_nothing(client: Client, editor: User) -> None:
    recorded(Identity.objects.create(title="Not public", follow_label="Not public"), editor)
    assert "Not public" not in text(client)
    assert "Relations" in text(client)


def test_a_language_without_an_identity_borrows_another(client: Client, editor: User) -> None:
    live_identity(editor, language="ko", title="해협")
    assert "해협" in text(client, "/ja/articles/")
    live_identity(editor)
    assert "The Strait Review" in text(client, "/ja/articles/")
    live_identity(editor, language="ja", title="海峡")
    assert "海峡" in text(client, "/ja/articles/")


def test_a_withdrawn_identity_leaves_what_the_code_says(client: Client, editor: User) -> None:
    identity = live_identity(editor)
    lifecycle.withdraw(content=identity, reason="Wrong.", by=editor)
    assert "The Strait Review" not in text(client)


def test_one_field_says_that_the_site_is_a_sample_and_keeps_search_engines_out(
    client: Client, editor: User
) -> None:
    noindex = '<meta name="robots" content="noindex">'
    assert noindex not in text(client)
    live_identity(editor, sample_notice=True)
    page = text(client)
    assert noindex in page
    assert "Sample content" in page


def test_a_language_has_one_identity() -> None:
    Identity.objects.create(title="One")
    with pytest.raises(IntegrityError):
        Identity.objects.create(title="Another")


@pytest.mark.parametrize(("template", "queries"), [("{{ site.name }}{{ site.url }}", 1), ("–", 0)])
def test_the_database_is_asked_once_and_only_where_a_template_asks(
    django_assert_num_queries, editor: User, template: str, queries: int
) -> None:
    live_identity(editor)
    live_page(editor)
    with django_assert_num_queries(queries), translation.override("en"):
        Template(template).render(Context(site(RequestFactory().get("/"))))


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({"publisher": "Strait Press"}, {}),
        ({}, {"no_publisher": Severity.WARN}),
        (
            {"publisher": "Strait Press", "follow_label": "Follow us"},
            {"follow_without_address": Severity.WARN},
        ),
    ],
)
def test_what_is_missing_is_named(fields: dict[str, str], codes: dict[str, Severity]) -> None:
    identity = Identity.objects.create(title="The Strait Review", **fields)
    kind, case = kind_of(identity), Case(content=identity, opens=timezone.now())
    found = kind.findings(kind.take(read_draft(identity)), case)
    assert {finding.code: finding.severity for finding in found} == codes


def test_a_restored_identity_is_as_before(editor: User) -> None:
    identity = Identity.objects.create(title="One", tagline="Read on", sample_notice=True)
    before = recorded(identity, editor)
    Identity.objects.update(tagline="", sample_notice=False)
    recorded(identity, editor)
    restored, lost = lifecycle.restore(revision=before, by=editor)
    assert (restored.digest, lost) == (before.digest, [])
