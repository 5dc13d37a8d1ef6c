"""Random lives of one content, against an oracle that paints ticks."""

from __future__ import annotations

import datetime as dt
import random
from copy import deepcopy

import pytest
from django.contrib.auth.models import User

from newsroom.publishing import lifecycle
from newsroom.publishing.editions import Change, Edition
from newsroom.publishing.refusals import NotAllowed, Refused
from newsroom.publishing.revisions import Revision, head_of
from tests.factories import recorded
from tests.machine import FULL_SIZE
from tests.pieces.models import Piece
from tests.publishing.making import changed
from tests.publishing.moments import EPOCH
from tests.publishing.oracle import TICKS, Oracle

pytestmark = [pytest.mark.django_db, pytest.mark.database]


STEPS = 9
MAY_PUBLISH = {"edith", "ada"}


def moment(tick: int | None) -> dt.datetime | None:
    return None if tick is None else EPOCH + dt.timedelta(hours=tick)


class Life:
    """One content lived twice: through the lifecycle and in the oracle's account."""

    def __init__(self, revision: Revision, cast: list[User], rng: random.Random) -> None:
        self.revision, self.cast, self.rng = revision, cast, rng
        self.by = cast[0]
        self.oracle = Oracle()
        self.editions: dict[int, Edition] = {}
        self.now = rng.randrange(3)

    def step(self) -> None:
        act = self.rng.choice(
            [
                self.publish,
                self.publish,
                self.cancel,
                self.reschedule,
                self.set_end,
                self.withdraw,
            ]
        )
        before = self.oracle.line()[: self.now]
        self.by = self.rng.choice(self.cast)
        account = deepcopy(self.oracle)
        expected, happened = act()
        if self.by.username not in MAY_PUBLISH:
            self.oracle, expected = account, False
        self.look_on()
        assert happened == expected, f"{act.__name__} at {self.now}"
        assert self.seen() == self.oracle.line(), f"after {act.__name__} at {self.now}"
        assert self.oracle.line()[: self.now] == before, "the past changed"
        self.check_rows()
        self.now += self.rng.choice([0, 1, 1, 2, 5])

    def look_on(self) -> None:
        """Steps that touch no edition: saving, submitting, restoring, by whoever may."""
        if self.rng.random() < 0.5:
            return
        writer = self.cast[0]
        content, at = Piece.objects.get(pk=self.revision.content_id), moment(self.now)
        changed(content, f"Text {self.rng.random()}", writer, self.now)
        head = head_of(content)
        lifecycle.submit(revision=head, by=writer, at=at)
        lifecycle.restore(revision=self.revision, by=writer, at=at)

    def publish(self) -> tuple[bool, bool]:
        start = self.now if self.rng.random() < 0.4 else self.now + self.rng.randrange(-2, 20)
        end = self.rng.choice(["inherit", None, start + self.rng.randrange(-1, 25)])
        name = len(self.editions)
        expected = self.oracle.publish(self.now, name, start, end)
        happened = self.attempt(
            lambda: self.editions.__setitem__(
                name,
                lifecycle.publish(
                    revision=self.revision,
                    by=self.by,
                    at=moment(self.now),
                    opens=moment(start),
                    ends=lifecycle.INHERIT if end == "inherit" else moment(end),
                    change=Change.UPDATE,
                ),
            )
        )
        return expected, happened

    def cancel(self) -> tuple[bool, bool]:
        name = self.pick()
        expected = self.oracle.cancel(self.now, name)
        return expected, self.attempt(
            lambda: lifecycle.cancel(edition=self.editions[name], by=self.by, at=moment(self.now))
        )

    def reschedule(self) -> tuple[bool, bool]:
        name, start = self.pick(), self.now + self.rng.randrange(-1, 20)
        end = self.rng.choice([None, start + self.rng.randrange(-1, 25)])
        expected = self.oracle.reschedule(self.now, name, start, end)
        happened = self.attempt(
            lambda: self.editions.__setitem__(
                name,
                lifecycle.reschedule(
                    edition=self.editions[name],
                    by=self.by,
                    at=moment(self.now),
                    opens=moment(start),
                    ends=moment(end),
                ),
            )
        )
        return expected, happened

    def set_end(self) -> tuple[bool, bool]:
        name, end = self.pick(), self.rng.choice([None, self.now + self.rng.randrange(-1, 25)])
        expected = self.oracle.set_end(self.now, name, end)
        return expected, self.attempt(
            lambda: lifecycle.set_end(
                edition=self.editions[name], ends=moment(end), by=self.by, at=moment(self.now)
            )
        )

    def withdraw(self) -> tuple[bool, bool]:
        expected = self.oracle.withdraw(self.now)
        return expected, self.attempt(
            lambda: lifecycle.withdraw(
                content=self.revision.content,
                reason="It was wrong.",
                by=self.by,
                at=moment(self.now),
            )
        )

    def pick(self) -> int:
        return self.rng.choice(list(self.editions) or [-1])

    def attempt(self, act: object) -> bool:
        try:
            act()
        except (Refused, KeyError):
            return False
        return True

    def seen(self) -> list[int | None]:
        """What readers get at every tick, by the names the oracle knows."""
        names = {edition.pk: name for name, edition in self.editions.items()}
        rows = list(Edition.objects.filter(content=self.revision.content_id))
        line: list[int | None] = []
        for tick in range(TICKS):
            live = [names[row.pk] for row in rows if row.is_live(moment(tick))]
            assert len(live) <= 1, f"two editions at {tick}"
            line.append(live[0] if live else None)
        return line

    def check_queries(self) -> None:
        """`live` and `latest_started` say in SQL what the rows say at every tick."""
        ours = Edition.objects.filter(content=self.revision.content_id)
        for tick, name in enumerate(self.seen()):
            live = list(ours.live(moment(tick)))
            assert [row.pk for row in live] == (
                [self.editions[name].pk] if name is not None else []
            )
            assert len(ours.latest_started(moment(tick))) <= 1
            assert set(live) <= set(ours.latest_started(moment(tick)))

    def check_rows(self) -> None:
        rows = list(Edition.objects.filter(content=self.revision.content_id).order_by("live_from"))
        for row in rows:
            assert row.first_published == rows[0].live_from
            assert (row.change == Change.FIRST) == (row is rows[0])


@pytest.mark.scaled
@pytest.mark.parametrize("seed", range(8 if FULL_SIZE else 2))
def test_every_random_life_agrees_with_the_oracle(
    seed: int, editor: User, admin: User, writer: User, moderator: User
) -> None:
    cast = [editor, editor, admin, writer, moderator]
    rng = random.Random(seed)
    for number in range(500 if FULL_SIZE else 25):
        piece = Piece.objects.create(title=f"Piece {number}", slug=f"piece-{number}")
        life = Life(recorded(piece, editor, at=EPOCH), cast, rng)
        for _step in range(STEPS):
            life.step()
        if number % 20 == 0:
            life.check_queries()


@pytest.mark.parametrize("role", ["writer", "moderator"])
def test_no_step_on_editions_is_open_to_who_may_not_publish(
    role: str, editor: User, request: pytest.FixtureRequest
) -> None:
    by = request.getfixturevalue(role)
    piece = Piece.objects.create(title="Piece", slug="piece")
    revision = recorded(piece, editor, at=EPOCH)
    live = lifecycle.publish(revision=revision, by=editor, at=moment(1))
    ahead = lifecycle.publish(
        revision=revision, by=editor, at=moment(2), opens=moment(9), change=Change.MINOR
    )
    for attempt in (
        lambda: lifecycle.publish(revision=revision, by=by, at=moment(3), change=Change.MINOR),
        lambda: lifecycle.cancel(edition=ahead, by=by, at=moment(3)),
        lambda: lifecycle.reschedule(
            edition=ahead, opens=moment(10), ends=None, by=by, at=moment(3)
        ),
        lambda: lifecycle.set_end(edition=live, ends=moment(8), by=by, at=moment(3)),
        lambda: lifecycle.withdraw(content=piece, reason="No.", by=by, at=moment(3)),
    ):
        with pytest.raises(NotAllowed):
            attempt()
    assert Edition.objects.filter(content=piece).count() == 2
