"""Who may do what with quotes and experts: nothing is public that no moderator approved."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from newsroom.publishing import lifecycle
from newsroom.publishing.editions import Edition
from newsroom.publishing.refusals import Blocked, NotAllowed
from newsroom.publishing.reviews import Decision
from tests.factories import approved, make_expert, make_quote, recorded
from tests.quotes.making import live_expert

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ["editor", "moderator", "admin"])
@pytest.mark.parametrize("make", [make_expert, make_quote])
def test_nobody_publishes_what_was_not_approved(
    role: str, make: type, writer: User, request: pytest.FixtureRequest
) -> None:
    revision = recorded(make(), writer)
    with pytest.raises(Blocked, match="This revision is not approved"):
        lifecycle.publish(revision=revision, by=request.getfixturevalue(role))
    assert not Edition.objects.exists()


def test_an_editor_does_not_decide_on_a_quote(writer: User, editor: User) -> None:
    revision = recorded(make_quote(expert=make_expert()), writer)
    review = lifecycle.submit(revision=revision, by=writer)
    with pytest.raises(NotAllowed):
        lifecycle.decide(review=review, decision=Decision.APPROVED, by=editor)


def test_a_moderator_does_not_decide_on_their_own_words(moderator: User) -> None:
    revision = recorded(make_quote(expert=make_expert()), moderator)
    with pytest.raises(NotAllowed, match="somebody else"):
        approved(revision, moderator)


def test_a_writer_proposes_and_does_not_publish(
    writer: User, editor: User, moderator: User
) -> None:
    quote = make_quote(expert=live_expert(editor, moderator))
    revision = approved(recorded(quote, writer), moderator)
    with pytest.raises(NotAllowed):
        lifecycle.publish(revision=revision, by=writer)
    assert lifecycle.publish(revision=revision, by=editor).title == "Aki Moriyama"


def test_a_quote_without_evidence_cannot_even_be_approved(
    writer: User, editor: User, moderator: User
) -> None:
    quote = make_quote(expert=live_expert(editor, moderator), cited=False)
    with pytest.raises(Blocked, match="Add evidence"):
        approved(recorded(quote, writer), moderator)
