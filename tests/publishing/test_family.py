"""Language and original of a piece are fixed by what was published of it."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from newsroom.publishing import lifecycle
from newsroom.publishing.addresses import look_up
from newsroom.publishing.audit import AuditEntry
from newsroom.publishing.content import Content
from newsroom.publishing.editions import Edition
from newsroom.publishing.pages import facts_of
from newsroom.publishing.refusals import Blocked
from tests.pieces.models import Piece
from tests.publishing.making import live_piece, make_piece
from tests.publishing.moments import hour

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_a_published_piece_keeps_its_language_and_original(editor: User) -> None:
    original, _edition = live_piece(editor)
    piece, _edition = live_piece(editor, language="ja")
    for field, value in (("language", "ko"), ("original", original)):
        fresh = Piece.objects.get(pk=piece.pk)
        setattr(fresh, field, value)
        with pytest.raises(ValidationError, match="cannot change any more"):
            fresh.full_clean()
        with pytest.raises(ValidationError, match="cannot change any more"):
            fresh.save()
    assert Edition.objects.live(hour(2)).filter(content=piece, language="ja").exists()


def test_a_live_translation_cannot_be_parted_from_its_original(editor: User) -> None:
    original, _edition = live_piece(editor)
    translation, _edition = live_piece(editor, 2, language="ja", original=original)
    translation.original = None
    with pytest.raises(ValidationError, match="cannot change any more"):
        translation.save()


def test_nothing_is_its_own_original_and_no_original_becomes_a_translation(editor: User) -> None:
    piece, other = make_piece(), make_piece(language="ko")
    make_piece(language="ja", original=piece)
    for original in (piece, other):
        piece.original = original
        with pytest.raises(ValidationError, match="same kind"):
            piece.full_clean()


def test_an_old_revision_in_another_language_is_not_published(editor: User) -> None:
    piece = make_piece()
    english = lifecycle.record(content=piece, by=editor, at=hour(1))
    piece.language = "ja"
    piece.save()
    lifecycle.record(content=piece, by=editor, at=hour(2))
    english.content.refresh_from_db()
    with pytest.raises(Blocked, match="another language"):
        lifecycle.publish(revision=english, by=editor, at=hour(3))


def test_what_befalls_translations_is_audited(editor: User) -> None:
    original, edition = live_piece(editor)
    translation = make_piece(language="ja", original=original)
    revision = lifecycle.record(content=translation, by=editor, at=hour(2))
    lifecycle.publish(revision=revision, by=editor, at=hour(3), opens=hour(20))
    lifecycle.set_end(edition=edition, ends=hour(10), by=editor, at=hour(4))
    told = AuditEntry.objects.filter(content_id=translation.pk).values_list("action", flat=True)
    assert set(told) == {"record", "publish", "cancel"}


def test_a_page_reads_differently_when_its_translation_opens(editor: User) -> None:
    original, _edition = live_piece(editor, slug="piece")
    translation = make_piece(language="ja", original=original)
    revision = lifecycle.record(content=translation, by=editor, at=hour(2))
    lifecycle.publish(revision=revision, by=editor, at=hour(3), opens=hour(20))
    facts = facts_of(look_up("/pieces/piece/", "en", hour(4)), "en", hour(4))
    assert facts.alternates == ()
    assert facts.next_change() == hour(20)


def test_slugs_are_stored_and_found_in_composed_form(editor: User, client: object) -> None:
    piece = make_piece(slug="caf\u0065\u0301", title="Café")
    assert piece.slug == "caf\u00e9"
    assert Content.objects.filter(slug="caf\u00e9").exists()
