"""Steps taken at once by many threads: one wins, the others are told, nothing is half done."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection

from newsroom.publishing import lifecycle
from newsroom.publishing.audit import first_broken_entry
from newsroom.publishing.editions import Change, Edition
from newsroom.publishing.models import Address, Content, Revision
from newsroom.publishing.refusals import Refused
from newsroom.publishing.reviews import Decision
from newsroom.publishing.rights import Role, grant_on_migrate
from tests.cast import person
from tests.factories import approved
from tests.pieces.models import Shown
from tests.publishing.making import make_note, make_piece

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]

THREADS = 6


@pytest.fixture(autouse=True)
def _groups(transactional_db: None) -> None:
    """A transactional test begins with empty tables: the groups are granted anew."""
    from django.apps import apps

    Group.objects.all().delete()
    for label in ("publishing", "pieces"):
        grant_on_migrate(apps.get_app_config(label))


@pytest.fixture
def edith(transactional_db: None) -> User:
    return person("edith", Role.EDITOR)


@pytest.fixture
def mo(transactional_db: None) -> User:
    return person("mo", Role.MODERATOR)


def at_once(*acts: Callable[[], object]) -> list[str]:
    """Run all acts in threads that start together; tells how each ended."""
    barrier = Barrier(len(acts))

    def run(act: Callable[[], object]) -> str:
        try:
            barrier.wait()
            act()
        except Refused:
            return "refused"
        else:
            return "done"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(run, acts))


def test_of_many_saves_of_one_version_one_wins(edith: User) -> None:
    piece = make_piece()
    claim = lambda: lifecycle.claim_version(content=piece, expected=0, by=edith)  # noqa: E731
    assert at_once(*[claim] * THREADS) == ["done"] + ["refused"] * (THREADS - 1)
    assert Content.objects.get(pk=piece.pk).version == 1


def test_many_publish_at_once_and_none_comes_out_of_order(edith: User) -> None:
    revision = lifecycle.record(content=make_piece(), by=edith)
    lifecycle.publish(revision=revision, by=edith)
    publish = lambda: lifecycle.publish(  # noqa: E731
        revision=revision, by=edith, change=Change.UPDATE
    )
    assert at_once(*[publish] * THREADS) == ["done"] * THREADS
    editions = list(Edition.objects.order_by("live_from"))
    for before, after in itertools.pairwise(editions):
        assert before.live_until == after.live_from
    assert editions[-1].live_until is None
    assert first_broken_entry() is None


def test_two_that_show_each_other_are_published_without_deadlock(edith: User) -> None:
    one, two = make_piece(), make_piece()
    alone = [lifecycle.record(content=piece, by=edith) for piece in (one, two)]
    for revision in alone:
        lifecycle.publish(revision=revision, by=edith)
    Shown.objects.create(piece=one, part=two)
    Shown.objects.create(piece=two, part=one)
    revisions = [lifecycle.record(content=piece, by=edith) for piece in (one, two)]
    acts = [
        lambda revision=revision: lifecycle.publish(
            revision=revision, by=edith, change=Change.UPDATE
        )
        for revision in revisions * 3
    ]
    assert at_once(*acts) == ["done"] * len(acts)


def test_of_two_that_want_one_address_one_gets_it(edith: User) -> None:
    revisions = []
    for _number in range(2):
        piece = make_piece(slug="")
        piece.slug = "same"
        revisions.append(_recorded_with_slug(piece, edith))
    acts = [lambda r=r: lifecycle.publish(revision=r, by=edith) for r in revisions]
    assert at_once(*acts) == ["done", "refused"]
    assert Address.objects.count() == 1


def _recorded_with_slug(piece: object, by: User) -> Revision:
    """Two drafts cannot hold one slug; their revisions can, one after the other."""
    piece.save()
    revision = lifecycle.record(content=piece, by=by)
    piece.slug = ""
    piece.save()
    return revision


def test_one_of_two_decisions_counts(edith: User, mo: User) -> None:
    other = person("mia", Role.MODERATOR)
    revision = lifecycle.record(content=make_note(), by=edith)
    review = lifecycle.submit(revision=revision, by=edith)
    acts = [
        lambda: lifecycle.decide(review=review, decision=Decision.APPROVED, by=mo),
        lambda: lifecycle.decide(review=review, decision=Decision.REJECTED, reason="No.", by=other),
    ]
    assert at_once(*acts) == ["done", "refused"]


def test_of_many_who_approve_what_two_have_to_the_first_two_do(edith: User) -> None:
    people = [person(f"moderator-{number}", Role.MODERATOR) for number in range(4)]
    revision = lifecycle.record(content=make_note(text="[two]"), by=edith)
    review = lifecycle.submit(revision=revision, by=edith)
    acts = [
        lambda by=by: lifecycle.decide(review=review, decision=Decision.APPROVED, by=by)
        for by in people * 2
    ]
    assert at_once(*acts) == ["done"] * 2 + ["refused"] * 6
    review.refresh_from_db()
    assert {review.first_approved_by, review.decided_by} < set(people)
    assert review.first_approved_by != review.decided_by


def test_saving_and_publishing_at_once_loses_neither(edith: User, mo: User) -> None:
    note = make_note()
    revision = lifecycle.record(content=note, by=edith)
    approved(revision, mo)
    note.text = "Changed"
    note.save()
    acts = [
        lambda: lifecycle.record(content=note, by=edith),
        lambda: lifecycle.publish(revision=revision, by=mo),
    ]
    assert at_once(*acts) == ["done", "done"]
    assert Edition.objects.get().revision == revision
    assert Revision.objects.count() == 2


def test_withdrawing_an_original_while_its_translation_is_published(edith: User) -> None:
    piece = make_piece()
    lifecycle.publish(revision=lifecycle.record(content=piece, by=edith), by=edith)
    japanese = make_piece(language="ja", original=piece)
    revision = lifecycle.record(content=japanese, by=edith)
    acts = [
        lambda: lifecycle.withdraw(content=piece, reason="Forged.", by=edith),
        lambda: lifecycle.publish(revision=revision, by=edith),
    ]
    outcome = at_once(*acts)
    assert outcome in (["done", "done"], ["done", "refused"])
    assert not Edition.objects.filter(live_until=None).exists()
