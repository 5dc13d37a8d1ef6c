"""What falls due is found, the longest due first, and sooner where a page shows a plan."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from newsroom.publishing import lifecycle
from newsroom.publishing.editions import Change
from newsroom.publishing.reviews_due import reviews_due
from tests.factories import make_event, published

from .aged import DAY, a_question, ago, an_article

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def due(*, within: int = 0) -> list[tuple[str, int]]:
    """Titles of what is due, each with the days since it fell due."""
    at = timezone.now()
    found = reviews_due(at, at + within * DAY)
    return [(one.edition.title, round((at - one.at) / DAY)) for one in found]


def test_what_is_due_longest_comes_first(editor: User) -> None:
    a_question(editor, 200, title="Half a year?")
    a_question(editor, 300, title="A week?", review_every=7)
    a_question(editor, 100, title="Not yet?")
    a_question(editor, 3000, title="Never?", review_every=None)
    assert due() == [("A week?", 293), ("Half a year?", 20)]
    assert due(within=80) == [("A week?", 293), ("Half a year?", 20), ("Not yet?", -80)]


def test_a_page_that_shows_a_plan_falls_due_after_thirty_days(editor: User) -> None:
    planned = make_event(title="A plan", status="planned", date="2031")
    happened = make_event(title="The past")
    an_article(editor, planned, days=31, title="Plans")
    an_article(editor, happened, days=31, title="Facts")
    an_article(editor, days=31, title="Never", review_every=None)
    assert due() == [("Plans", 1)]


def test_a_plan_that_happened_hurries_nobody(editor: User) -> None:
    event = make_event(title="A plan", status="planned", date="2031")
    an_article(editor, event, days=31, title="Plans")
    event.status, event.date = "happened", "2025"
    event.save()
    published(event, by=editor, change=Change.UPDATE)
    assert due() == []


def test_a_translated_plan_hurries_like_its_original(editor: User) -> None:
    original = make_event(title="予定", language="ja", status="planned", date="2031")
    published(original, by=editor, at=ago(40))
    translation = make_event(title="A plan", original=original)
    an_article(editor, translation, days=31, title="Plans")
    assert due() == [("Plans", 1)]


def test_who_publishes_it_again_has_reviewed_it(editor: User) -> None:
    edition = a_question(editor, 200, title="Half a year?")
    lifecycle.publish(revision=edition.revision, by=editor, change=Change.MINOR)
    assert due() == []


def test_what_was_withdrawn_needs_no_review(editor: User) -> None:
    edition = a_question(editor, 200, title="Half a year?")
    lifecycle.withdraw(content=edition.content, reason="Wrong.", by=editor)
    assert due() == []


def test_one_query_finds_one_or_fifty(editor: User) -> None:
    for number in range(50):
        a_question(editor, 200, title=f"Half a year {number}?")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert len(due()) == 50
    assert len(queries) == 1


def told(**options: object) -> str:
    out = StringIO()
    call_command("review_due", stdout=out, **options)
    return out.getvalue()


def test_the_command_lists_what_is_due(editor: User) -> None:
    edition = a_question(editor, 200, title="Half a year?")
    day = (edition.live_from + 180 * DAY).date()
    line = f"{day}  Half a year? (question {edition.content_id}, en)"
    assert told().splitlines() == [line, "1 review is due."]
    [row] = json.loads(told(json=True))
    assert (row["kind"], row["path"], row["days_overdue"], row["shows_plans"]) == (
        "question",
        edition.path,
        20,
        False,
    )


def test_the_command_looks_ahead(editor: User) -> None:
    a_question(editor, 175, title="Soon?")
    assert told().splitlines() == ["0 reviews are due."]
    assert "Soon?" in told(days=10)


@pytest.mark.parametrize("days", ["-1", "x", "99999", "1.5", "３"])
def test_a_number_of_days_that_is_none_is_refused_in_words(days: str) -> None:
    with pytest.raises(CommandError, match="give a number of days from 0 to 3650"):
        call_command("review_due", f"--days={days}")
