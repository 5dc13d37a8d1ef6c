"""What a withdrawal of a quote changes for readers, and that staff were told before."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from newsroom.publishing import lifecycle
from newsroom.publishing.reach import Effect
from tests.admin_desk.desk import at_the_desk
from tests.machine import FULL_SIZE

from .quoted import IN_JAPANESE, WORDS, Quoted, quoted_site, what_readers_find

pytestmark = [pytest.mark.django_db, pytest.mark.scaled]

MANY = 500 if FULL_SIZE else 3
REASON = "She never said it."


@pytest.fixture
def site(editor: User, moderator: User) -> Quoted:
    return quoted_site(editor, moderator, MANY)


def page_of(site: Quoted, step: str, by: User):
    return at_the_desk(by).get(f"/admin/quotes/quote/{site.quote.pk}/{step}/")


def told(page) -> dict[str, Effect]:
    return {each.address: each.effect for each in page.context["live_pages"]}


def differing(before, after) -> set[str]:
    """Pages that read differently; their forms and the further pages of lists apart."""
    own = [address for address in before if "?" not in address and "challenge" not in address]
    return {address for address in own if _read(before[address]) != _read(after[address])}


def _read(answer) -> tuple[int, str]:
    return answer.status, answer.body


def test_the_page_lists_exactly_what_the_withdrawal_changes(site: Quoted, moderator: User) -> None:
    listed = told(page_of(site, "withdraw", moderator))
    before = what_readers_find()
    lifecycle.withdraw(content=site.quote, reason=REASON, by=moderator)
    after = what_readers_find()
    assert differing(before, after) == set(listed)
    for words in (WORDS, IN_JAPANESE):
        assert [address for address, answer in after.items() if words in answer.body] == []
