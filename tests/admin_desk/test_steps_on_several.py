"""Submit, publish, withdraw and change the topics of several contents of a list at once."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from typing import Any

import pytest
from django.contrib.auth.models import User

from newsroom.publishing import lifecycle
from newsroom.publishing.admin.bulk import publishing
from newsroom.publishing.admin.bulk.chosen import MOST
from newsroom.publishing.audit import AuditEntry
from newsroom.publishing.editions import Change, Edition
from newsroom.publishing.reach import Effect
from newsroom.publishing.reviews import Review
from newsroom.publishing.revisions import Revision, head_of
from newsroom.publishing.topics import Topic
from tests.factories import approved, published, recorded
from tests.pieces.models import Note, Piece, Shown

from .desk import at_the_desk, saved, told

pytestmark = [pytest.mark.django_db, pytest.mark.database]

PIECES = "/admin/pieces/piece/"
NOTES = "/admin/pieces/note/"
STEPS = ("submit", "publish", "withdraw", "add_topics", "remove_topics")


def draft(title: str, by: User, **fields: Any) -> Piece:
    piece = Piece.objects.create(title=title, slug=title.lower(), **fields)
    recorded(piece, by)
    return piece


class Opened:
    """The page of a step, as somebody has it before them."""

    def __init__(self, user: User, step: str, contents: Sequence[Any], base: str = PIECES) -> None:
        self.client = at_the_desk(user)
        self.url = f"{base}several/{step}/?ids={','.join(str(each.pk) for each in contents)}"
        self.page = self.client.get(self.url)
        text = self.page.content.decode()
        self.form = {
            "item": re.findall(r'name="item" value="([^"]+)"', text),
            "once": "".join(re.findall(r'name="once" value="([^"]+)"', text)),
        }

    def press(self, **fields: Any) -> dict[str, tuple[str, str]]:
        """By title, what came of it and in which words."""
        answer = self.client.post(self.url, {**self.form, **fields})
        assert answer.status_code == 302, answer.context["form"].errors
        return came_of(self.client.get(answer.url))


def came_of(page: Any) -> dict[str, tuple[str, str]]:
    return {
        outcome["title"]: (str(group["state"]), " ".join(outcome["words"]))
        for group in page.context["groups"]
        for outcome in group["outcomes"]
    }


def states(outcomes: dict[str, tuple[str, str]]) -> dict[str, str]:
    return {title: state for title, (state, _words) in outcomes.items()}


# Who may


@pytest.mark.parametrize(
    ("who", "base", "may"),
    [
        ("writer", PIECES, {"submit", "add_topics", "remove_topics"}),
        ("editor", PIECES, set(STEPS)),
        ("moderator", PIECES, set()),
        ("admin", PIECES, set(STEPS)),
        ("writer", NOTES, {"submit", "add_topics", "remove_topics"}),
        ("editor", NOTES, {"submit", "publish", "add_topics", "remove_topics"}),
        ("moderator", NOTES, set(STEPS)),
    ],
)
def test_a_step_is_offered_and_open_to_those_who_may_take_it(who, base, may, request, admin):
    made = Piece.objects.create(title="P") if base == PIECES else Note.objects.create(title="N")
    recorded(made, admin)
    user = request.getfixturevalue(who)
    page = at_the_desk(user).get(base).content.decode()
    offered = {step for step in STEPS if re.search(rf'value="{step}_\w*several"', page)}
    assert offered == may
    for step in STEPS:
        opened = Opened(user, step, [made], base)
        assert opened.page.status_code == (200 if step in may else 403), step
        if step not in may:
            before = AuditEntry.objects.count()
            item = f"{made.pk}-{head_of(made).pk}-0"
            forged = {"item": item, "once": uuid.uuid4(), "reason": "So.", "change": "update"}
            assert opened.client.post(opened.url, forged).status_code == 403
            assert AuditEntry.objects.count() == before


def test_nobody_else_finds_what_came_of_it(editor, writer, client):
    opened = Opened(editor, "publish", [draft("Secret", editor)])
    result = opened.client.post(opened.url, opened.form).url
    assert "Secret" in opened.client.get(result).content.decode()
    assert "Secret" not in at_the_desk(writer).get(result).content.decode()
    assert client.get(result).status_code == 302


# The way there


def test_what_is_ticked_in_the_list_is_asked_about_and_the_list_is_kept(editor):
    one, two, _three = (draft(title, editor) for title in ("One", "Two", "Three"))
    client = at_the_desk(editor)
    ticked = {"action": "publish_several", "_selected_action": [one.pk, two.pk]}
    page = client.post(f"{PIECES}?standing=draft", ticked, follow=True)
    assert [item["row"].title for item in page.context["items"]] == ["One", "Two"]
    assert page.context["back_url"] == f"{PIECES}?standing=draft"


def test_too_many_are_refused_in_words(editor):
    for number in range(MOST + 1):
        Piece.objects.create(title=f"Piece {number}")
    client = at_the_desk(editor)
    first = Piece.objects.first().pk
    everything = {"action": "publish_several", "_selected_action": first, "select_across": 1}
    assert "You chose 101. At most 100" in told(client.post(PIECES, everything, follow=True))[0]
    tokens = [f"{pk}-0-0" for pk in Piece.objects.values_list("pk", flat=True)]
    client.post(f"{PIECES}several/publish/", {"item": tokens, "once": uuid.uuid4()})
    assert "You chose 101. At most 100" in told(client.get(PIECES))[0]


NONSENSE = ("x", "1-2", "999-1-1", "9" * 30 + "-1-1", "")


def test_what_makes_no_sense_is_answered_in_words(editor):
    client = at_the_desk(editor)
    draft("Piece", editor)
    page = f"{PIECES}several/publish/?ids=a,,%00,{'9' * 30}"
    answers = [client.post(page, {"once": "no", "item": item}, follow=True) for item in NONSENSE]
    chosen = {"action": "publish_several", "_selected_action": "x'"}
    answers += [client.get(page, follow=True), client.post(PIECES, chosen, follow=True)]
    for answer in answers:
        assert told(answer) == ["Nothing is chosen, or it is not there any more."]
    assert not Edition.objects.exists()


# Publishing


def test_each_is_published_or_refused_by_itself_with_the_reason(editor, writer):
    part = draft("Part", editor)
    shows = Piece.objects.create(title="Shows", slug="shows")
    Shown.objects.create(piece=shows, part=part)
    recorded(shows, editor)
    pieces = [
        draft("Fine", writer),
        draft("Blocked", writer, text="[block]"),
        draft("Warned", writer, text="[warn]"),
        shows,
        live := draft("Live", editor),
    ]
    published(live, by=editor)
    outcomes = Opened(editor, "publish", pieces).press(change="update")
    assert states(outcomes) == {
        "Fine": "done",
        "Blocked": "refused",
        "Warned": "refused",
        "Shows": "refused",
        "Live": "nothing",
    }
    assert "The text says block." in outcomes["Blocked"][1]
    assert "open its publish page and give one" in outcomes["Warned"][1]
    assert "together with it" in outcomes["Shows"][1]
    public = Edition.objects.values_list("content__title", flat=True)
    assert sorted(public) == ["Fine", "Live"]


def test_what_needs_approval_is_never_published_without_it(moderator, editor):
    notes = [Note.objects.create(title=title, slug=title) for title in ("ok", "waits", "never")]
    for note in notes:
        recorded(note, editor)
    approved(head_of(notes[0]), moderator)
    lifecycle.submit(revision=head_of(notes[1]), by=editor)
    outcomes = Opened(editor, "publish", notes, NOTES).press()
    assert states(outcomes) == {"ok": "done", "waits": "refused", "never": "refused"}


def test_readers_are_told_what_kind_of_change_it_is(editor):
    old, new = draft("Old", editor), draft("New", editor)
    published(old, by=editor)
    saved(old, "Edited.", editor)
    opened = Opened(editor, "publish", [old, new])
    assert opened.client.post(opened.url, opened.form).context["form"].errors["change"]
    forged = {**opened.form, "change": "correction"}
    assert opened.client.post(opened.url, forged).context["form"].errors["change"]
    assert states(opened.press(change="minor", note="A comma.")) == {"Old": "done", "New": "done"}
    changes = Edition.objects.order_by("pk").values_list("content__title", "change", "note")
    assert set(changes[1:]) == {("Old", "minor", "A comma."), ("New", "first", "")}


def test_what_was_saved_meanwhile_is_looked_at_again_first(editor, writer):
    piece, other = draft("Edited", writer), draft("Other", writer)
    for step, fields in (("publish", {}), ("submit", {})):
        opened = Opened(editor, step, [piece, other])
        saved(piece, f"Something new before {step}.", writer)
        outcomes = opened.press(**fields)
        assert outcomes["Edited"][0] == "refused"
        assert "changed meanwhile" in outcomes["Edited"][1]
    assert not Edition.objects.filter(content=piece).exists()
    assert not Review.objects.filter(revision__content=piece).exists()


def test_sent_twice_it_is_done_once_and_a_reload_shows_it_again(editor):
    piece = draft("Piece", editor)
    published(piece, by=editor)
    saved(piece, "Edited.", editor)
    opened = Opened(editor, "publish", [piece])
    first, second = opened.press(change="update"), opened.press(change="update")
    assert first == second == {"Piece": ("done", "Published: readers see revision 2 now.")}
    assert piece.editions.count() == 2
    again = {**opened.form, "once": uuid.uuid4()}
    result = opened.client.post(opened.url, {**again, "change": "update"}).url
    assert states(came_of(opened.client.get(result))) == {"Piece": "nothing"}
    assert piece.editions.count() == 2


def test_two_who_publish_at_the_same_moment_publish_once(editor, monkeypatch):
    """The other one comes between the look at the row and the step's lock."""
    piece = draft("Piece", editor)
    published(piece, by=editor)
    head = saved(piece, "Edited.", editor)
    opened = Opened(editor, "publish", [piece])
    ours = lifecycle.publish

    def after_theirs(**step: Any) -> Edition:
        ours(revision=head, by=editor, change=Change.UPDATE)
        return ours(**step)

    monkeypatch.setattr(publishing.lifecycle, "publish", after_theirs)
    assert states(opened.press(change="update")) == {"Piece": "refused"}


def test_a_failing_database_spoils_one_item_alone(editor, monkeypatch):
    from django.db import OperationalError

    one, two = draft("One", editor), draft("Two", editor)
    opened, ours = Opened(editor, "publish", [one, two]), lifecycle.publish

    def locked(**step: Any) -> Edition:
        edition = ours(**step)
        if edition.content_id == one.pk:
            raise OperationalError("database is locked")
        return edition

    monkeypatch.setattr(publishing.lifecycle, "publish", locked)
    assert states(opened.press()) == {"One": "refused", "Two": "done"}
    assert list(Edition.objects.values_list("content", flat=True)) == [two.pk]


# Submitting


def test_each_is_submitted_once_and_only_by_who_may_write_it(writer, editor):
    mine, theirs, waiting = draft("Mine", writer), draft("Theirs", editor), draft("W", writer)
    lifecycle.submit(revision=head_of(waiting), by=writer)
    unfit = draft("Unfit", writer, text="[block]")
    outcomes = Opened(writer, "submit", [mine, theirs, waiting, unfit]).press()
    assert states(outcomes) == {
        "Mine": "done",
        "Theirs": "refused",
        "W": "nothing",
        "Unfit": "done",
    }
    assert "1 finding must be settled" in outcomes["Unfit"][1]
    assert Review.objects.count() == 3


# Withdrawing


def test_several_are_withdrawn_for_one_reason_that_readers_are_told(editor):
    part, page, other = draft("Part", editor), Piece(title="Page", slug="page"), draft("D", editor)
    page.save()
    Shown.objects.create(piece=page, part=part)
    translation = Piece.objects.create(title="部分", slug="part", language="ja", original=part)
    for piece in (part, page, translation):
        published(piece, by=editor)
    opened = Opened(editor, "withdraw", [part, other])
    told = {page.title: page.effect for page in opened.page.context["live_pages"]}
    assert told == {"Part": Effect.GONE, "部分": Effect.GONE, "Page": Effect.LEFT_OUT}
    without = opened.client.post(opened.url, opened.form)
    assert without.context["form"].errors["reason"]
    assert not Edition.objects.filter(withdrawn=True).exists()
    outcomes = opened.press(reason="A source was taken back.")
    assert states(outcomes) == {"Part": "done", "D": "nothing"}
    withdrawn = Edition.objects.filter(withdrawn=True)
    assert {(each.title, each.withdrawal_reason) for each in withdrawn} == {
        ("Part", "A source was taken back."),
        ("部分", "A source was taken back."),
    }


def test_originals_and_their_translations_go_together_and_come_together(editor):
    original = draft("Original", editor)
    translation = Piece.objects.create(title="訳", slug="yaku", language="ja", original=original)
    recorded(translation, editor)
    both = [translation, original]
    assert set(states(Opened(editor, "publish", both).press()).values()) == {"done"}
    outcomes = Opened(editor, "withdraw", both).press(reason="So.")
    assert set(states(outcomes).values()) == {"done"}


def test_a_correction_published_meanwhile_is_not_withdrawn_unseen(editor):
    piece = draft("Piece", editor)
    published(piece, by=editor)
    saved(piece, "Corrected.", editor)
    opened = Opened(editor, "withdraw", [piece])
    published(piece, by=editor, change=Change.CORRECTION, note="It was wrong.")
    assert states(opened.press(reason="Wrong.")) == {"Piece": "refused"}
    assert not Edition.objects.filter(withdrawn=True).exists()


# Topics


def test_topics_are_added_and_removed_by_a_revision_each_and_readers_see_it_later(editor, writer):
    trade, history = (Topic.objects.create(name=name, slug=name) for name in ("Trade", "History"))
    live, theirs = draft("Live", writer), draft("Theirs", editor)
    published(live, by=editor)
    live.topics.add(history)
    recorded(live, writer)
    opened = Opened(writer, "add_topics", [live, theirs])
    outcomes = opened.press(topics=[trade.pk])
    assert states(outcomes) == {"Live": "done", "Theirs": "refused"}
    assert set(live.topics.all()) == {trade, history}
    assert set(head_of(live).read()["topics"]) == {trade.pk, history.pk}
    assert not theirs.topics.exists()
    assert not live.editions.get().topics.exists()
    again = Opened(writer, "add_topics", [live]).press(topics=[trade.pk])
    assert states(again) == {"Live": "nothing"}
    remove = Opened(writer, "remove_topics", [live])
    assert set(remove.page.context["form"].fields["topics"].queryset) == {trade, history}
    assert states(remove.press(topics=[history.pk])) == {"Live": "done"}
    assert set(head_of(live).read()["topics"]) == {trade.pk}


def test_whoever_has_the_form_open_hears_of_topics_that_were_added(editor):
    piece, trade = draft("Piece", editor), Topic.objects.create(name="Trade", slug="trade")
    version = Piece.objects.get(pk=piece.pk).version
    Opened(editor, "add_topics", [piece]).press(topics=[trade.pk])
    assert Piece.objects.get(pk=piece.pk).version == version + 1


# How much it asks


def test_each_further_item_costs_a_bounded_number_of_queries(editor, django_assert_max_num_queries):
    pieces = [draft(f"Piece {number}", editor) for number in range(20)]
    opened = Opened(editor, "publish", pieces)
    with django_assert_max_num_queries(15):
        assert len(opened.client.get(opened.url).context["items"]) == 20
    with django_assert_max_num_queries(20 * 40):
        opened.press()
    assert Revision.objects.filter(editions__isnull=False).count() == 20
