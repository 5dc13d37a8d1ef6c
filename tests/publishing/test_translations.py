"""A translation is public only while its original is."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from newsroom.publishing import lifecycle
from newsroom.publishing.editions import Change, Edition
from newsroom.publishing.refusals import Blocked, Impossible, Refused
from newsroom.publishing.revisions import Revision
from tests.machine import FULL_SIZE
from tests.pieces.models import Piece
from tests.publishing.making import live_piece, make_piece
from tests.publishing.moments import hour

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def translation_of(piece: Piece, by: User, at: float = 2) -> Revision:
    translation = make_piece(language="ja", original=piece)
    return lifecycle.record(content=translation, by=by, at=hour(at))


def until(edition: Edition) -> dt.datetime | None:
    edition.refresh_from_db()
    return edition.live_until


def test_a_translation_waits_for_its_original(editor: User) -> None:
    piece = make_piece()
    lifecycle.record(content=piece, by=editor, at=hour(1))
    japanese = translation_of(piece, editor)
    with pytest.raises(Blocked, match=f"“{piece}” is not public"):
        lifecycle.publish(revision=japanese, by=editor, at=hour(3))


def test_a_translation_ends_with_its_original(editor: User) -> None:
    piece, original = live_piece(editor)
    lifecycle.set_end(edition=original, ends=hour(20), by=editor, at=hour(2))
    edition = lifecycle.publish(revision=translation_of(piece, editor), by=editor, at=hour(3))
    assert edition.live_until == hour(20)
    lifecycle.set_end(edition=original, ends=hour(30), by=editor, at=hour(4))
    assert until(edition) == hour(30)
    lifecycle.set_end(edition=original, ends=None, by=editor, at=hour(5))
    assert until(edition) is None
    lifecycle.set_end(edition=original, ends=hour(9), by=editor, at=hour(6))
    assert until(edition) == hour(9)


def test_an_earlier_end_of_its_own_stays(editor: User) -> None:
    piece, original = live_piece(editor)
    lifecycle.set_end(edition=original, ends=hour(20), by=editor, at=hour(2))
    edition = lifecycle.publish(
        revision=translation_of(piece, editor), by=editor, at=hour(3), ends=hour(10)
    )
    lifecycle.set_end(edition=original, ends=hour(30), by=editor, at=hour(4))
    assert until(edition) == hour(10)


def test_a_later_end_than_the_originals_is_refused(editor: User) -> None:
    piece, original = live_piece(editor)
    lifecycle.set_end(edition=original, ends=hour(20), by=editor, at=hour(2))
    japanese = translation_of(piece, editor)
    with pytest.raises(Impossible, match="original ends before"):
        lifecycle.publish(revision=japanese, by=editor, at=hour(3), ends=hour(21))
    edition = lifecycle.publish(revision=japanese, by=editor, at=hour(4))
    with pytest.raises(Impossible, match="original ends before"):
        lifecycle.set_end(edition=edition, ends=hour(21), by=editor, at=hour(5))


def test_withdrawing_the_original_withdraws_its_translations(editor: User) -> None:
    piece, _original = live_piece(editor)
    edition = lifecycle.publish(revision=translation_of(piece, editor), by=editor, at=hour(3))
    lifecycle.withdraw(content=piece, reason="Invented.", by=editor, at=hour(5))
    edition.refresh_from_db()
    assert (edition.withdrawn, edition.withdrawal_reason) == (True, "Invented.")
    assert not Edition.objects.live(hour(5)).exists()


def test_withdrawing_the_original_cancels_scheduled_translations(editor: User) -> None:
    piece, _original = live_piece(editor)
    japanese = translation_of(piece, editor)
    lifecycle.publish(revision=japanese, by=editor, at=hour(3), opens=hour(9))
    lifecycle.withdraw(content=piece, reason="Invented.", by=editor, at=hour(5))
    assert not Edition.objects.filter(content=japanese.content).exists()


def test_cancelling_a_scheduled_original_cancels_its_scheduled_translations(
    editor: User,
) -> None:
    piece = make_piece()
    revision = lifecycle.record(content=piece, by=editor, at=hour(1))
    ahead = lifecycle.publish(revision=revision, by=editor, at=hour(2), opens=hour(9))
    japanese = translation_of(piece, editor)
    lifecycle.publish(revision=japanese, by=editor, at=hour(3), opens=hour(10))
    lifecycle.cancel(edition=ahead, by=editor, at=hour(4))
    assert not Edition.objects.exists()


def test_withdrawing_a_translation_leaves_the_original(editor: User) -> None:
    piece, original = live_piece(editor)
    japanese = translation_of(piece, editor)
    lifecycle.publish(revision=japanese, by=editor, at=hour(3))
    lifecycle.withdraw(content=japanese.content, reason="Clumsy.", by=editor, at=hour(5))
    assert Edition.objects.live(hour(6)).get() == original


def test_an_original_is_of_the_same_kind_and_no_translation_itself(editor: User) -> None:
    piece = make_piece()
    japanese = make_piece(language="ja", original=piece)
    assert japanese.translation_key == piece.translation_key
    with pytest.raises(ValidationError, match="same kind"):
        make_piece(language="ko", original=japanese)


@pytest.mark.parametrize("before", [(), (3,)])
def test_a_translation_that_opens_as_its_original_is_withdrawn_is_never_seen(
    before: tuple[int, ...], editor: User
) -> None:
    piece = make_piece()
    original = lifecycle.record(content=piece, by=editor, at=hour(0))
    lifecycle.publish(revision=original, by=editor, at=hour(1))
    japanese = translation_of(piece, editor, at=0)
    for opens in (*before, 5):
        change = Change.UPDATE if opens > min((*before, 5)) else None
        moment = {"at": hour(opens - 1), "opens": hour(opens)}
        lifecycle.publish(revision=japanese, by=editor, change=change, **moment)
    lifecycle.withdraw(content=piece, reason="Wrong.", by=editor, at=hour(5))
    theirs = Edition.objects.filter(content=japanese.content_id)
    assert [edition.withdrawn for edition in theirs] == [True for _ in before]
    assert not Edition.objects.live(hour(5)).exists()


@pytest.mark.scaled
@pytest.mark.parametrize("seed", range(200 if FULL_SIZE else 6))
def test_no_random_life_shows_a_translation_without_its_original(seed: int, editor: User) -> None:
    rng = random.Random(seed)
    piece = make_piece()
    original = lifecycle.record(content=piece, by=editor, at=hour(0))
    japanese = translation_of(piece, editor, at=0)
    for now in range(1, 25):
        try:
            _random_step(rng, now, [original, japanese], editor)
        except Refused:
            continue
        for tick in range(now * 2, 120):
            seen = set(
                Edition.objects.live(hour(tick / 2)).values_list("content__language", flat=True)
            )
            assert seen in (set(), {"en"}, {"en", "ja"}), f"at {tick / 2} after {now}"


def _random_step(rng: random.Random, now: int, revisions: list[Revision], by: User) -> None:
    revision, at = rng.choice(revisions), hour(now)
    editions = list(Edition.objects.filter(content=revision.content_id))
    act = rng.randrange(5)
    if act <= 1:
        opens = rng.choice([at, hour(now + rng.randrange(1, 20))])
        ends = rng.choice([lifecycle.INHERIT, None, hour(now + rng.randrange(1, 30))])
        change = Change.UPDATE if editions else None
        lifecycle.publish(revision=revision, by=by, at=at, opens=opens, ends=ends, change=change)
    elif act == 2:
        lifecycle.withdraw(content=revision.content, reason="Wrong.", by=by, at=at)
    elif editions and act == 3:
        lifecycle.cancel(edition=rng.choice(editions), by=by, at=at)
    elif editions:
        ends = rng.choice([None, hour(now + rng.randrange(1, 30))])
        lifecycle.set_end(edition=rng.choice(editions), ends=ends, by=by, at=at)
