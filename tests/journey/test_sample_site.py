"""What a visitor finds on the sample site, and what waits behind it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.utils import timezone

from articles.models import Article
from manuscripts.models import ImportedManuscript
from newsroom.publishing.audit import first_broken_entry
from newsroom.publishing.editions import Edition
from newsroom.publishing.findings import Severity
from newsroom.publishing.inspection import inspect
from newsroom.publishing.models import AuditEntry, Content, Review
from newsroom.publishing.revisions import Revision, head_of
from newsroom.sources.models import Citation
from quotes.models import Expert, Level, Quote

from . import sample
from .reading import texts_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_sample")]

LISTS = (
    *("/", "/articles/", "/authors/", "/timeline/", "/quotes/", "/experts/", "/faqs/"),
    *("/topics/", "/topics/diplomacy/"),
)


@pytest.fixture(scope="module")
def _sample(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """Loaded once for all tests of this file, each of which is rolled back to it."""
    with django_db_blocker.unblock(), transaction.atomic():
        sample.load()
        yield
        transaction.set_rollback(True)


def page(client: Client, path: str, language: str = "en") -> str:
    response = client.get(f"/{language}{path}")
    assert response.status_code == 200, path
    return response.content.decode()


def paths() -> list[str]:
    """Where readers find something, each address once."""
    live = Edition.objects.live(timezone.now()).exclude(path="")
    return sorted({*LISTS, *live.values_list("path", flat=True)})


def test_every_kind_has_something_live() -> None:
    live = Edition.objects.live(timezone.now())
    assert set(live.values_list("kind", flat=True)) == {
        "article",
        "author",
        "event",
        "expert",
        "front_page",
        "identity",
        "page",
        "promo",
        "question",
        "quote",
    }


def test_every_page_says_that_it_is_a_sample_and_keeps_search_engines_out(client: Client) -> None:
    for path in paths():
        html = page(client, path)
        assert '<meta name="robots" content="noindex">' in html, path
        assert "Sample content:" in html.partition("<main")[0], path


def test_the_timeline_has_eight_true_events_and_more(client: Client) -> None:
    html = page(client, "/timeline/")
    true = [told["title"] for told in sample.SAMPLE.events]
    assert len(true) >= 8
    assert [title for title in true if title not in html] == []


def test_the_plan_whose_date_has_passed_is_shown_as_such(client: Client) -> None:
    path = Edition.objects.get(kind="event", title__startswith="Sample:").path
    for place in (path, "/timeline/"):
        assert "Was planned for October 2024; outcome not yet confirmed" in page(client, place)


def test_invented_experts_say_so_and_are_only_ever_as_reported(client: Client) -> None:
    experts = Edition.objects.live(timezone.now()).filter(kind="expert")
    assert len(experts) == 2
    for expert in experts:
        html = page(client, expert.path)
        assert "(invented for this sample)" in html
        assert "Example" in html
    assert set(Quote.objects.values_list("level", flat=True)) == {Level.AS_REPORTED}
    assert page(client, "/quotes/").count("<strong>As reported.</strong>") == 2


def test_every_invented_person_has_an_invented_public_role() -> None:
    for expert in Expert.objects.all():
        affiliation = expert.affiliations.get()
        assert "invented for this sample" in affiliation.role_en
        assert affiliation.organisation.startswith("Example")


def test_the_promo_says_who_earns_before_its_heading(client: Client) -> None:
    html = page(client, Edition.objects.get(kind="article").path)
    promo = sample.manuscript().promo
    assert html.index("Advertisement") < html.index(promo.heading)
    assert "https://example.org/profitable-trader-series/301" in html


def test_the_front_page_leads_with_the_article(client: Client) -> None:
    assert Edition.objects.get(kind="article").path in page(client, "/")


def test_languages_without_content_say_so_and_link_to_what_there_is(client: Client) -> None:
    for language in ("ja", "ko"):
        assert 'href="/en/timeline/"' in page(client, "/timeline/", language)


def test_a_quote_waits_for_a_decision_and_readers_see_nothing_of_it(client: Client) -> None:
    waiting = Review.objects.filter(decision="").select_related("revision__content")
    assert {review.revision.content.kind for review in waiting} == {"expert", "quote"}
    told = sample.SAMPLE.settled["queue"]["quote"]
    for path in paths():
        html = page(client, path)
        assert told["speaker"] not in html, path
        assert told["text"][:30] not in html, path


def test_a_draft_waits_with_its_findings_and_readers_see_nothing_of_it(client: Client) -> None:
    name = sample.SAMPLE.settled["queue"]["manuscript"]
    draft = ImportedManuscript.objects.get(name=name).article
    found = inspect([head_of(draft)], timezone.now()).findings
    assert {f.code for f in found if f.severity == Severity.BLOCK} >= {
        "unsourced",
        "no_evidence",
        "not_approved",
    }
    words = [text for text in texts_of(sample.manuscript(name)) if len(text) > 40]
    for path in paths():
        html = page(client, path)
        assert not [text for text in words if text in html], path


def test_what_is_public_was_published_by_those_who_may() -> None:
    """Three people took the steps, and none decided on what they wrote."""
    assert {entry.by for entry in AuditEntry.objects.all()} == {"writer", "editor", "moderator"}
    for review in Review.objects.exclude(decision="").select_related("revision"):
        assert review.decided_by_id != review.revision.author_id
    assert not Revision.objects.filter(author__username="moderator").exists()
    assert first_broken_entry() is None


def test_a_second_load_redoes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    before = AuditEntry.objects.count(), Content.objects.count()
    call_command("load_sample")
    assert capsys.readouterr().out == "The sample is in already: nothing done.\n"
    assert (AuditEntry.objects.count(), Content.objects.count()) == before


def test_the_files_of_the_sample_agree_with_each_other() -> None:
    settled, manuscript = sample.SAMPLE.settled, sample.manuscript()
    headings = {section.full_heading for section in manuscript.sections}
    assert {section["heading"] for section in settled["sections"]} <= headings
    assert {told["title"] for told in settled["events"]} == {
        event.headline for event in manuscript.timeline
    }
    assert {told["title"] for told in settled["questions"]} == {
        faq.question for faq in manuscript.faqs
    }
    assert {told["speaker"] for told in settled["quotes"]} == {
        quote.speaker for quote in manuscript.quotes
    }
    cited = set(Citation.objects.values_list("source__title", flat=True))
    assert {told["title"] for told in sample.SAMPLE.sources.values()} == cited


def test_the_articles_of_the_sample_are_the_two_manuscripts() -> None:
    assert Article.objects.count() == ImportedManuscript.objects.count() == 2
