"""What readers find at an address: the page, where it went, or that it is gone."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.auth.models import User
from django.core import signing
from django.test import Client

from newsroom.publishing import lifecycle
from newsroom.publishing.addresses import Address, look_up
from newsroom.publishing.editions import Change, Edition
from newsroom.publishing.parts import DraftParts, LiveParts
from newsroom.publishing.previews import preview_url
from newsroom.publishing.refusals import Impossible
from tests.publishing.making import changed, live_note, live_piece, make_note, make_piece
from tests.publishing.moments import hour

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.database,
    pytest.mark.urls("tests.pieces.urls"),
]


def test_nothing_stands_where_nothing_was_published(editor: User, client: Client) -> None:
    lifecycle.record(content=make_piece(slug="draft"), by=editor)
    assert look_up("/pieces/draft/", "en", hour(9)) is None
    assert client.get("/en/pieces/draft/").status_code == 404


def test_a_live_piece_stands_in_its_own_language(editor: User) -> None:
    _piece, edition = live_piece(editor, slug="here")
    assert look_up("/pieces/here/", "en", hour(2)).edition == edition
    assert look_up("/pieces/here/", "ja", hour(2)) is None


def test_what_has_no_language_stands_in_all_three(editor: User, moderator: User) -> None:
    live_note(editor, moderator, slug="everywhere")
    assert Address.objects.count() == 3
    for language in ("en", "ja", "ko"):
        assert look_up("/pieces/everywhere/", language, hour(2)).is_live


def test_old_addresses_lead_to_the_newest(editor: User, client: Client) -> None:
    piece, _edition = live_piece(editor, slug="one")
    for number, slug in enumerate(["two", "three"], start=2):
        piece.slug = slug
        revision = changed(piece, slug, editor, number)
        lifecycle.publish(revision=revision, by=editor, at=hour(number), change=Change.MINOR)
    for old in ("one", "two"):
        response = client.get(f"/en/pieces/{old}/")
        assert (response.status_code, response["Location"]) == (301, "/en/pieces/three/")


def test_a_piece_can_return_to_its_old_address(editor: User) -> None:
    piece, _edition = live_piece(editor, slug="one")
    for number, slug in enumerate(["two", "one"], start=2):
        piece.slug = slug
        revision = changed(piece, slug * number, editor, number)
        lifecycle.publish(revision=revision, by=editor, at=hour(number), change=Change.MINOR)
    assert not look_up("/pieces/one/", "en", hour(4)).moved
    assert look_up("/pieces/two/", "en", hour(4)).moved


def test_a_withdrawn_piece_is_gone_with_reason_and_date(editor: User, client: Client) -> None:
    piece, _edition = live_piece(editor, slug="wrong", title="Secret title", text="Secret words")
    lifecycle.withdraw(content=piece, reason="The letter was forged.", by=editor, at=hour(30))
    response = client.get("/en/pieces/wrong/")
    assert response.status_code == 410
    page = response.content.decode()
    assert "The letter was forged." in page
    assert "2 January 2026" in page or "Jan. 2, 2026" in page
    assert "Secret" not in page


def test_a_piece_that_ended_is_gone_without_a_word_of_it(editor: User, client: Client) -> None:
    _piece, edition = live_piece(editor, slug="over", title="Secret title")
    lifecycle.set_end(edition=edition, ends=hour(9), by=editor, at=hour(2))
    response = client.get("/en/pieces/over/")
    assert response.status_code == 410
    assert "Secret" not in response.content.decode()


def test_a_cancelled_schedule_gives_its_address_back(editor: User) -> None:
    first = lifecycle.record(content=make_piece(slug="wanted"), by=editor, at=hour(1))
    ahead = lifecycle.publish(revision=first, by=editor, at=hour(2), opens=hour(9))
    lifecycle.cancel(edition=ahead, by=editor, at=hour(3))
    assert not Address.objects.exists()


def test_of_two_that_race_for_an_address_the_database_lets_one_win(
    editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    live_piece(editor, slug="same")
    other = make_piece(slug="same", language="ja")
    revision = lifecycle.record(content=other, by=editor, at=hour(2))
    monkeypatch.setattr("newsroom.publishing.lifecycle.claims.languages_claimed", lambda _: ("en",))
    with pytest.raises(Impossible, match="just taken"):
        lifecycle.publish(revision=revision, by=editor, at=hour(3))
    assert Edition.objects.count() == 1


def test_live_parts_come_one_query_per_depth(
    editor: User, moderator: User, django_assert_num_queries: object
) -> None:
    notes = [live_note(editor, moderator)[0] for _number in range(3)]
    middles = [live_piece(editor, 2, shows=(note,))[0] for note in notes]
    parts = LiveParts(hour(3))
    with django_assert_num_queries(2):
        parts.load(middle.pk for middle in middles)
    with django_assert_num_queries(0):
        assert {parts.get(note.pk).title for note in notes} == {note.title for note in notes}


def test_a_part_that_ended_leaves_nothing_and_a_withdrawn_one_its_notice(
    editor: User, moderator: User
) -> None:
    ended, edition = live_piece(editor)
    lifecycle.set_end(edition=edition, ends=hour(3), by=editor, at=hour(2))
    note, _edition = live_note(editor, moderator)
    lifecycle.withdraw(content=note, reason="Forged.", by=moderator, at=hour(3))
    parts = LiveParts(hour(4))
    assert parts.get(ended.pk) is None
    withdrawn = parts.get(note.pk)
    assert (withdrawn.snapshot, withdrawn.title) == ({}, "")
    assert (withdrawn.withdrawal.at, withdrawn.withdrawal.reason) == (hour(3), "Forged.")


def test_the_moments_of_parts_are_their_openings_and_ends(editor: User) -> None:
    opening = make_piece()
    revision = lifecycle.record(content=opening, by=editor, at=hour(1))
    lifecycle.publish(revision=revision, by=editor, at=hour(2), opens=hour(9))
    ending, edition = live_piece(editor)
    lifecycle.set_end(edition=edition, ends=hour(7), by=editor, at=hour(2))
    parts = LiveParts(hour(3))
    parts.load([opening.pk, ending.pk])
    assert parts.moments == (hour(7), hour(9))


def test_draft_parts_are_the_newest_and_marked(editor: User) -> None:
    live, _edition = live_piece(editor)
    edited, _edition = live_piece(editor)
    changed(edited, "Newer", editor, 2)
    draft = make_note()
    lifecycle.record(content=draft, by=editor, at=hour(2))
    parts = DraftParts(hour(3))
    parts.load([live.pk, edited.pk, draft.pk])
    assert [parts.get(c.pk).is_public for c in (live, edited, draft)] == [True, False, False]
    assert parts.get(edited.pk).snapshot["text"] == "Newer"


def test_a_preview_shows_a_draft_to_the_holder_of_its_address(editor: User, client: Client) -> None:
    revision = lifecycle.record(content=make_piece(text="Draft words"), by=editor)
    response = client.get(preview_url(revision))
    assert "Draft words" in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"


def test_a_forged_expired_or_erased_preview_is_not_found(
    editor: User, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    revision = lifecycle.record(content=make_piece(), by=editor)
    url = preview_url(revision)
    forged = "/preview/" + signing.dumps(revision.pk, salt="another") + "/"
    assert client.get(forged).status_code == 404
    monkeypatch.setattr("newsroom.publishing.previews.VALID_FOR", dt.timedelta(seconds=-1))
    assert client.get(url).status_code == 404


def test_the_substantive_date_follows_the_piece_and_its_parts(
    editor: User, moderator: User
) -> None:
    note, _edition = live_note(editor, moderator, 1)
    middle, _edition = live_piece(editor, 2, shows=(note,))
    piece, _edition = live_piece(editor, 3, shows=(middle,))

    def last_changed(at: float) -> object:
        return (
            Edition.objects.live(hour(at))
            .with_last_changed(hour(at))
            .get(content=piece)
            .last_changed
        )

    assert last_changed(3) == hour(3)
    minor = changed(piece, "Comma", editor, 4)
    lifecycle.publish(revision=minor, by=editor, at=hour(4), change=Change.MINOR)
    assert last_changed(4) == hour(3)
    update = changed(middle, "Middle updated", editor, 5)
    lifecycle.publish(revision=update, by=editor, at=hour(5), change=Change.UPDATE)
    assert last_changed(5) == hour(3)
    corrected = changed(middle, "Middle corrected", editor, 6)
    lifecycle.publish(
        revision=corrected, by=editor, at=hour(6), change=Change.CORRECTION, note="Wrong year."
    )
    assert last_changed(6) == hour(6)
    lifecycle.withdraw(content=note, reason="Forged.", by=moderator, at=hour(7))
    assert last_changed(7) == hour(7)
    assert last_changed(6.5) == hour(6)
