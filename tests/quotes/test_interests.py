"""Declared interests: on the page of the expert and beside quotes of their time, if public."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from newsroom.publishing import lifecycle
from newsroom.publishing.drafts import read_draft
from newsroom.publishing.findings import Case
from newsroom.publishing.kinds import kind_of
from newsroom.sources.models import Citation
from quotes.models import Expert, Interest, InterestKind, Record
from quotes.periods import overlap
from quotes.snapshots import take_expert
from tests.factories import make_expert, make_source, published, recorded
from tests.quotes.making import live_quote
from tests.quotes.test_quote_admin import rows, signed_in

pytestmark = pytest.mark.django_db

FUND = {"organisation": "Example Fund", "statement_en": "Pays for the chair", "kind": "funding"}


def with_interest(**fields: Any) -> Expert:
    expert = make_expert()
    Interest.objects.create(expert=expert, **FUND | fields)
    return expert


def live(editor: User, moderator: User, quote: Any = None, **fields: Any) -> tuple[str, str]:
    """The pages of an expert with an interest, and of a quote of theirs."""
    expert = with_interest(**fields)
    expert_edition = published(expert, by=editor, approved_by=moderator)
    _quote, edition = live_quote(editor, moderator, expert=expert, **quote or {})
    pages = [Client().get(f"/en{it.path}").content.decode() for it in (expert_edition, edition)]
    return pages[0], pages[1]


def test_it_stands_on_the_experts_page_with_its_source(editor: User, moderator: User) -> None:
    source = make_source("Annual report", url="https://example.org/report")
    page, _quote = live(editor, moderator, since="2019", until="2021", source=source)
    for told in ("Declared interests", "Funding", "Pays for the chair", "Example Fund", "2019"):
        assert told in page
    assert '<a href="https://example.org/report"' in page
    assert Citation.objects.filter(source=source, revision__content__kind="expert").exists()


def test_it_stands_beside_quotes_of_its_time_and_no_others(editor: User, moderator: User) -> None:
    cases = [
        ({"since": "2024", "until": "2026"}, "2025-05-14", True),
        ({"since": "2024"}, "2025-05-14", True),
        ({"until": "2025"}, "2025-05-14", True),
        ({}, "2025-05-14", True),
        ({"since": "2024", "until": "2024"}, "2025-05-14", False),
        ({"since": "2026"}, "2025-05-14", False),
        ({"since": "2025-05~"}, "2025-05", True),
    ]
    wrong = []
    for period, said_on, shown in cases:
        _page, quote = live(editor, moderator, quote={"said_on": said_on}, **period)
        if ("Declared interest" in quote) != shown:
            wrong.append((period, said_on))
    assert wrong == []


def test_what_is_not_public_is_nowhere(editor: User, moderator: User) -> None:
    for page in live(editor, moderator, is_public=False):
        assert "Example Fund" not in page
        assert "Declared" not in page


def test_it_is_told_in_the_readers_language(editor: User, moderator: User) -> None:
    expert = with_interest(statement_ja="講座の費用を負担", kind=InterestKind.PARTY)
    path = published(expert, by=editor, approved_by=moderator).path
    assert "講座の費用を負担" in Client().get(f"/ja{path}").content.decode()
    assert "Pays for the chair" in Client().get(f"/ko{path}").content.decode()


def test_a_speaker_who_may_not_be_named_has_no_interests_shown(
    editor: User, moderator: User
) -> None:
    """They would tell who it is."""
    expert = with_interest()
    published(expert, by=editor, approved_by=moderator)
    off = {"record": Record.BACKGROUND, "record_reason": "Asked.", "described_as": "A voter"}
    _quote, edition = live_quote(editor, moderator, expert=None, **off)
    assert "Declared" not in Client().get(f"/en{edition.path}").content.decode()


def test_an_expert_comes_back_with_interests(editor: User) -> None:
    expert = with_interest(since="2019", source=make_source())
    before, kept = recorded(expert, editor), list(expert.interests.values())
    expert.interests.update(organisation="Another")
    recorded(expert, editor)
    after, lost = lifecycle.restore(revision=before, by=editor)
    assert lost == []
    assert after.snapshot == before.snapshot
    assert list(expert.interests.values()) == kept


def test_revisions_from_before_interests_load_without(editor: User) -> None:
    expert = make_expert()
    old = take_expert(read_draft(expert))
    del old["interests"]
    assert kind_of(expert).load(old, 1)["interests"] == []


def test_a_period_out_of_order_and_an_empty_interest_are_refused() -> None:
    expert = with_interest(since="2020", until="2019")
    kind, case = kind_of(expert), Case(content=expert, opens=timezone.now())
    found = [f.key for f in kind.findings(kind.take(read_draft(expert)), case)]
    assert found == [f"bad_period:interest-{expert.interests.get().pk}"]
    with pytest.raises(ValidationError, match="in order"):
        expert.interests.get().full_clean()
    with pytest.raises(ValidationError, match="Say what the interest is"):
        Interest(expert=expert).full_clean()


def test_it_is_written_in_the_form_of_the_expert(writer: User) -> None:
    form = {"title": "Aki Moriyama", "name_order": "given_first", "edit_version": 0}
    interest = {**FUND, "position": 0, "since": "2019", "is_public": "on"}
    form |= rows("affiliations") | rows("profile_links") | rows("interests", interest)
    answer = signed_in(writer).post(reverse("admin:quotes_expert_add"), form)
    assert answer.status_code == 302
    row = Interest.objects.get()
    assert (row.organisation, row.since, row.is_public) == ("Example Fund", "2019", True)


def test_spans_that_may_share_a_day_overlap() -> None:
    cases = {
        ("2019/2021", "2020"): True,
        ("2019/2021", "2021-12-31"): True,
        ("2019/2021", "2022"): False,
        ("2019/..", "2030"): True,
        ("../2019", "2020-01-01"): False,
        ("", "2020"): True,
        ("202X", "2025-05"): True,
    }
    assert {case: overlap(*case) for case in cases} == cases
