"""What goes stale falls due for review, so many days after readers first saw it that way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from newsroom.publishing import lifecycle
from newsroom.publishing.content import Publishable
from newsroom.publishing.editions import Change, Edition
from newsroom.publishing.guard import lifecycle_step
from newsroom.publishing.kinds import kind_of
from newsroom.publishing.revisions import Revision, digest
from tests.articles.making import make_article, make_author
from tests.factories import make_event, make_question, published, recorded
from tests.publishing.moments import hour

pytestmark = [pytest.mark.django_db, pytest.mark.database]

Make = Callable[..., Publishable]


def article(**fields: object) -> Publishable:
    return make_article(**fields)


MAKERS = [article, make_question]


def opened(content: Publishable, by: User, **how: object) -> Edition:
    revision = recorded(content, by, at=hour(1))
    keys = [f.key for f in kind_of(content).findings(revision.read(), None) if f.key == "no_author"]
    reasons = {(content.pk, key): "By the house." for key in keys}
    return lifecycle.publish(revision=revision, by=by, at=hour(2), reasons=reasons, **how)


@pytest.mark.parametrize("make", MAKERS)
def test_half_a_year_after_its_opening_an_edition_falls_due(make: Make, editor: User) -> None:
    edition = opened(make(), editor, opens=hour(9))
    assert edition.review_due == hour(9) + dt.timedelta(days=180)


@pytest.mark.parametrize("make", MAKERS)
def test_the_interval_is_the_pieces_own(make: Make, editor: User) -> None:
    assert opened(make(review_every=30), editor).review_due == hour(2) + dt.timedelta(days=30)


@pytest.mark.parametrize("make", MAKERS)
def test_without_an_interval_nothing_falls_due(make: Make, editor: User) -> None:
    assert opened(make(review_every=None), editor).review_due is None


@pytest.mark.parametrize("days", [0, 3651])
def test_an_interval_of_no_days_or_of_an_age_is_refused(days: int) -> None:
    content = make_question(review_every=days)
    with pytest.raises(ValidationError) as refusal:
        content.full_clean()
    assert "review_every" in refusal.value.message_dict


def test_kinds_that_do_not_go_stale_never_fall_due(editor: User) -> None:
    assert published(make_event(), by=editor).review_due is None


def test_the_review_moves_with_the_opening(editor: User) -> None:
    edition = opened(make_question(), editor, opens=hour(9))
    moved = lifecycle.reschedule(edition=edition, opens=hour(20), ends=None, by=editor, at=hour(3))
    assert moved.review_due == hour(20) + dt.timedelta(days=180)


@pytest.fixture
def old(editor: User) -> Revision:
    """A revision from before there was an interval, live."""
    edition = opened(make_question(), editor)
    revision = edition.revision
    snapshot = {name: it for name, it in revision.snapshot.items() if name != "review_every"}
    with lifecycle_step():
        Revision.objects.filter(pk=revision.pk).update(
            schema=1, snapshot=snapshot, digest=digest(snapshot)
        )
    return Revision.objects.get(pk=revision.pk)


def test_a_revision_from_before_there_was_an_interval_still_opens(
    old: Revision, editor: User
) -> None:
    again = lifecycle.publish(revision=old, by=editor, at=hour(5), change=Change.MINOR)
    assert again.review_due == hour(5) + dt.timedelta(days=180)


def test_saving_what_an_older_schema_said_records_nothing(old: Revision, editor: User) -> None:
    assert recorded(old.content, editor) == old


def test_an_old_revision_is_restored_with_the_interval_its_row_was_given(
    old: Revision, editor: User
) -> None:
    model = kind_of(old.content).model
    model.objects.filter(pk=old.content_id).update(review_every=7)
    recorded(old.content, editor)
    restored, skipped = lifecycle.restore(revision=old, by=editor)
    assert (restored.snapshot["review_every"], skipped) == (180, [])


def test_staff_set_the_interval_in_the_form(admin_client) -> None:
    for content in (make_article(authors=[make_author()]), make_question()):
        options = content._meta
        address = f"/admin/{options.app_label}/{options.model_name}/{content.pk}/change/"
        assert 'name="review_every"' in admin_client.get(address).content.decode()
