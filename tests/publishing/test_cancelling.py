"""What is scheduled is taken back: with what was scheduled for its sake, or not at all."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission, User

from newsroom.publishing import lifecycle
from newsroom.publishing.audit import AuditEntry, first_broken_entry
from newsroom.publishing.editions import Change, Edition
from newsroom.publishing.refusals import Impossible, NotAllowed
from newsroom.publishing.uses import scheduled_with
from tests.cast import person
from tests.factories import approved
from tests.publishing.making import changed, live_piece, make_note, make_piece
from tests.publishing.moments import hour
from tests.publishing.test_rescheduling import opening, scheduled

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def whole(editor: User, moderator: User) -> Edition:
    """Shows a part, which shows a note: all are to open together."""
    note = make_note(title="The note")
    part = make_piece(title="The part", shows=(note,))
    parts = [lifecycle.record(content=content, by=editor, at=hour(1)) for content in (note, part)]
    approved(parts[0], moderator, at=hour(1.5))
    return scheduled(make_piece(title="The whole", shows=(part,)), editor, with_parts=parts)


def part_of(edition: Edition, title: str) -> Edition:
    return next(each for each in scheduled_with(edition) if each.content.title == title)


def test_what_was_scheduled_with_it_is_cancelled_with_it(whole: Edition, editor: User) -> None:
    lifecycle.cancel(edition=whole, by=editor, at=hour(3), together=scheduled_with(whole))
    assert not Edition.objects.exists()
    told = AuditEntry.objects.filter(action="cancel").values_list("details__opened", flat=True)
    assert [opened[:16] for opened in told] == ["2026-01-01T09:00"] * 3
    assert first_broken_entry() is None


def test_what_is_not_named_stays(whole: Edition, editor: User) -> None:
    note, part = part_of(whole, "The note").content, part_of(whole, "The part").content
    lifecycle.cancel(edition=whole, by=editor, at=hour(3))
    assert (opening(note), opening(part), opening(whole.content)) == ([hour(9)], [hour(9)], [])


def test_what_stays_loses_no_part(whole: Edition, editor: User) -> None:
    with pytest.raises(Impossible, match="“The note” stands on “The part”, which stays"):
        lifecycle.cancel(
            edition=whole, by=editor, at=hour(3), together=[part_of(whole, "The note")]
        )
    assert Edition.objects.count() == 3


def test_a_part_whose_older_edition_readers_see_leaves_no_gap(editor: User) -> None:
    part, _live = live_piece(editor)
    middle = make_piece(shows=(part,))
    revisions = [
        lifecycle.record(content=middle, by=editor, at=hour(1.5)),
        changed(part, "Second", editor, 1.6),
    ]
    whole = scheduled(make_piece(shows=(middle, part)), editor, with_parts=revisions)
    newer = next(each for each in scheduled_with(whole) if each.content_id == part.pk)
    lifecycle.cancel(edition=whole, by=editor, at=hour(3), together=[newer])
    assert (opening(part), opening(middle)) == ([hour(1)], [hour(9)])
    assert Edition.objects.get(content=part).live_until is None


def test_a_part_that_another_page_shows_cannot_be_cancelled_with_it(editor: User) -> None:
    part = make_piece()
    parts = lifecycle.record(content=part, by=editor, at=hour(1))
    first = scheduled(make_piece(shows=(part,)), editor, with_parts=[parts])
    scheduled(make_piece(shows=(part,)), editor, at=2.5)
    with pytest.raises(Impossible, match="Look again"):
        lifecycle.cancel(
            edition=first, by=editor, at=hour(3), together=Edition.objects.filter(content=part)
        )
    assert Edition.objects.count() == 3


def test_what_opens_at_another_time_cannot_be_slipped_in(whole: Edition, editor: User) -> None:
    other = scheduled(make_piece(), editor, at=2.5, opens=10)
    with pytest.raises(Impossible, match="Look again"):
        lifecycle.cancel(edition=whole, by=editor, at=hour(3), together=[other])
    assert Edition.objects.count() == 4


def test_each_is_cancelled_by_who_may_publish_it(whole: Edition) -> None:
    half = person("hal")
    half.user_permissions.add(Permission.objects.get(codename="publish_piece"))
    half = User.objects.get(pk=half.pk)
    with pytest.raises(NotAllowed):
        lifecycle.cancel(edition=whole, by=half, at=hour(3), together=scheduled_with(whole))
    assert Edition.objects.count() == 3
    lifecycle.cancel(edition=whole, by=half, at=hour(3))
    assert Edition.objects.count() == 2


def test_a_translation_may_stay_where_its_original_is_public_all_the_same(editor: User) -> None:
    original, _live = live_piece(editor)
    translation = make_piece(language="ja", original=original)
    first = lifecycle.publish(
        revision=changed(original, "Second", editor, 2),
        by=editor,
        at=hour(2.5),
        opens=hour(9),
        change=Change.MINOR,
    )
    second = scheduled(translation, editor, at=3)
    assert scheduled_with(first) == [second]
    lifecycle.cancel(edition=first, by=editor, at=hour(4))
    assert opening(translation) == [hour(9)]


def test_a_translation_is_cancelled_once_whether_it_was_named_or_not(editor: User) -> None:
    for named in (True, False):
        original = make_piece()
        first = scheduled(original, editor)
        translation = make_piece(language="ja", original=original)
        scheduled(translation, editor, at=3)
        together = scheduled_with(first) if named else ()
        lifecycle.cancel(edition=first, by=editor, at=hour(4), together=together)
        assert opening(translation) == []
        assert AuditEntry.objects.filter(action="cancel", content_id=translation.pk).count() == 1
