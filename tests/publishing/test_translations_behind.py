"""Which translations are behind: readers of the original were shown other words, in substance."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.contrib.auth.models import User

from newsroom.publishing import lifecycle
from newsroom.publishing.content import Content
from newsroom.publishing.editions import Change, Edition
from newsroom.publishing.refusals import Refused
from newsroom.publishing.revisions import Revision
from newsroom.publishing.translations import falls_behind, translations_behind, with_basis
from tests.machine import FULL_SIZE
from tests.pieces.models import Piece
from tests.publishing.making import changed, live_piece, make_piece
from tests.publishing.moments import hour

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def translated(revision: Revision, by: User, at: float = 2) -> Content:
    return lifecycle.translate(revision=revision, language="ja", by=by, at=hour(at))[0].content


def is_behind(at: float) -> bool:
    return translations_behind(hour(at)).exists()


def change_to(text: str, piece: Piece, by: User, at: float, change: Change) -> Edition:
    revision = changed(piece, text, by, at)
    return lifecycle.publish(revision=revision, by=by, at=hour(at), change=change, note="Told.")


@pytest.mark.parametrize(
    ("change", "behind"),
    [(change, change is not Change.MINOR) for change in Change if change is not Change.FIRST],
)
def test_it_is_behind_what_readers_see_unless_the_change_is_minor(
    change: Change, behind: bool, editor: User
) -> None:
    piece, edition = live_piece(editor)
    translated(edition.revision, editor)
    change_to("New", piece, editor, 5, change)
    assert not is_behind(4.9)
    assert is_behind(5) == behind


def test_minor_changes_alone_never_make_it_behind_and_none_hides_a_substantive_one(
    editor: User,
) -> None:
    piece, edition = live_piece(editor)
    translated(edition.revision, editor)
    for at in (3, 4):
        change_to(f"Comma {at}", piece, editor, at, Change.MINOR)
    assert not is_behind(4)
    change_to("Fact", piece, editor, 5, Change.CORRECTION)
    change_to("Fact, comma", piece, editor, 6, Change.MINOR)
    assert translations_behind(hour(6)).get().behind_since == hour(5)


def test_what_nobody_published_and_what_is_scheduled_puts_nothing_behind(editor: User) -> None:
    piece, edition = live_piece(editor)
    translated(edition.revision, editor)
    draft = changed(piece, "New", editor, 3)
    assert not is_behind(4)
    ahead = {"at": hour(5), "opens": hour(9)}
    lifecycle.publish(revision=draft, by=editor, change=Change.UPDATE, **ahead)
    assert [is_behind(at) for at in (5, 8.9, 9)] == [False, False, True]


def test_a_translation_of_a_draft_waits_for_that_draft_or_a_newer_one(editor: User) -> None:
    piece, _edition = live_piece(editor)
    older = changed(piece, "Older", editor, 2)
    draft = changed(piece, "Draft", editor, 3)
    translated(draft, editor, 4)
    lifecycle.publish(revision=older, by=editor, at=hour(5), change=Change.UPDATE)
    assert not is_behind(5)
    lifecycle.publish(revision=draft, by=editor, at=hour(6), change=Change.UPDATE)
    assert not is_behind(6)
    # What readers were shown before counts as well, once they go back to it.
    lifecycle.publish(revision=older, by=editor, at=hour(7), change=Change.CORRECTION, note="No.")
    assert is_behind(7)


def test_an_original_published_first_with_other_words_is_ahead_of_it(editor: User) -> None:
    piece = make_piece()
    translated(lifecycle.record(content=piece, by=editor, at=hour(1)), editor)
    revision = changed(piece, "As published", editor, 3)
    lifecycle.publish(revision=revision, by=editor, at=hour(4))
    assert is_behind(4)


def test_the_same_words_again_are_nothing_to_catch_up_with(editor: User) -> None:
    piece, edition = live_piece(editor)
    translated(edition.revision, editor)
    change_to("New", piece, editor, 3, Change.UPDATE)
    restored, _lost = lifecycle.restore(revision=edition.revision, by=editor, at=hour(4))
    assert restored.number == 3
    lifecycle.publish(revision=restored, by=editor, at=hour(5), change=Change.UPDATE)
    assert [is_behind(at) for at in (3, 5)] == [True, False]


def test_a_withdrawn_original_asks_for_nothing_until_it_is_back(editor: User) -> None:
    piece, edition = live_piece(editor)
    translated(edition.revision, editor)
    change_to("New", piece, editor, 3, Change.UPDATE)
    lifecycle.withdraw(content=piece, reason="Wrong.", by=editor, at=hour(4))
    assert not is_behind(4)
    newest = changed(piece, "New, comma", editor, 5)
    lifecycle.publish(revision=newest, by=editor, at=hour(6), change=Change.MINOR)
    assert is_behind(6)


def test_whoever_brings_it_up_to_date_says_which_text_it_stands_for(editor: User) -> None:
    piece, edition = live_piece(editor)
    translation = translated(edition.revision, editor)
    now = change_to("New", piece, editor, 3, Change.UPDATE)
    assert [falling.pk for falling in falls_behind(now.revision)] == [translation.pk]
    lifecycle.stand_for(content=translation, revision=now.revision, by=editor, at=hour(4))
    assert not is_behind(4)
    assert not falls_behind(now.revision)


def test_nothing_is_known_of_a_translation_made_by_hand_until_somebody_says_it(
    editor: User,
) -> None:
    piece, edition = live_piece(editor)
    translation = make_piece(language="ja", original=piece)
    lifecycle.record(content=translation, by=editor, at=hour(2))
    change_to("New", piece, editor, 3, Change.UPDATE)
    [row] = with_basis(Content.objects.filter(pk=translation.pk), hour(4))
    assert (row.stands_for, row.behind_since) == (None, None)
    lifecycle.stand_for(content=translation, revision=edition.revision, by=editor, at=hour(5))
    [row] = with_basis(Content.objects.filter(pk=translation.pk), hour(5))
    assert (row.stands_for, row.behind_since) == (1, hour(3))


def test_what_it_stood_for_says_nothing_once_it_has_another_original(editor: User) -> None:
    piece, edition = live_piece(editor)
    translation = Piece.objects.get(pk=translated(edition.revision, editor).pk)
    change_to("New", piece, editor, 3, Change.UPDATE)
    other, _edition = live_piece(editor)
    translation.original = other
    translation.save()
    [row] = with_basis(Content.objects.filter(pk=translation.pk), hour(4))
    assert (row.stands_for, row.behind_since) == (None, None)


@dataclass
class Shown:
    """An edition of the original, as it was asked for."""

    start: int
    text: str
    number: int
    substantive: bool


@dataclass
class Account:
    """An independent account: it goes through what readers were shown, one after the other."""

    shown: list[Shown] = field(default_factory=list)
    gone: set[int] = field(default_factory=set)

    def behind_since(self, at: int, basis: Any) -> int | None:
        since, is_known = None, False
        begun = sorted((s for s in self.shown if s.start <= at), key=lambda s: s.start)
        for each in begun:
            if each.text == basis.text:
                since, is_known = None, True
            elif each.substantive and (is_known or each.number > basis.number):
                since = each.start if since is None else since
        return since if begun and begun[-1].start not in self.gone else None


@dataclass
class Stood:
    text: str
    number: int


@pytest.mark.scaled
@pytest.mark.parametrize("seed", range(200 if FULL_SIZE else 6))
def test_random_lives_agree_with_an_independent_account(seed: int, editor: User) -> None:
    rng, account = random.Random(seed), Account()
    piece = make_piece(text="a")
    revisions = {1: lifecycle.record(content=piece, by=editor, at=hour(0))}
    translation = translated(revisions[1], editor, at=0)
    basis = Stood("a", 1)
    for now in range(1, 25):
        text = rng.choice("abcd")
        made = changed(piece, text, editor, now)
        revisions[made.number] = made
        chosen = made if rng.random() < 0.6 else rng.choice(list(revisions.values()))
        act = rng.random()
        if act < 0.6:
            _publish(rng, account, chosen, editor, now)
        elif act < 0.75:
            _withdraw(account, piece, editor, now)
        elif act < 0.9:
            lifecycle.stand_for(content=translation, revision=chosen, by=editor, at=hour(now))
            basis = Stood(chosen.read()["text"], chosen.number)
        for tick in (now, now + 2, 40):
            expected = account.behind_since(tick, basis)
            [row] = with_basis(Content.objects.filter(pk=translation.pk), hour(tick))
            assert row.stands_for == basis.number
            assert row.behind_since == (None if expected is None else hour(expected)), f"at {tick}"


def _publish(rng: random.Random, account: Account, revision: Revision, by: User, now: int) -> None:
    start = rng.choice([now, now, now + 3])
    change = rng.choice([Change.MINOR, Change.MINOR, Change.UPDATE, Change.CORRECTION])
    asked = {"at": hour(now), "opens": hour(start), "note": "Told."}
    try:
        edition = lifecycle.publish(revision=revision, by=by, change=change, **asked)
    except Refused:
        return
    substantive = edition.change != Change.MINOR
    text = revision.read()["text"]
    account.shown.append(Shown(start, text, revision.number, substantive))


def _withdraw(account: Account, piece: Piece, by: User, now: int) -> None:
    """What lies ahead goes with what readers see."""
    try:
        lifecycle.withdraw(content=piece, reason="Wrong.", by=by, at=hour(now))
    except Refused:
        return
    account.shown = [each for each in account.shown if each.start <= now]
    account.gone.add(max(each.start for each in account.shown))
