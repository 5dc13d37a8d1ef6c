"""Translations at the desk: begun from the original, kept up to date, seen in lists."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from newsroom.publishing import lifecycle
from newsroom.publishing.content import Content
from newsroom.publishing.editions import Change
from newsroom.publishing.revisions import head_of
from newsroom.publishing.topics import Topic
from tests.factories import published, recorded
from tests.pieces.models import Note, Piece, Shown

from .desk import at_the_desk, opened, piece_form, saved, told, url

pytestmark = pytest.mark.django_db

LIST = "/admin/pieces/piece/"


def make(title: str = "Straits", **fields: Any) -> Piece:
    return Piece.objects.create(**{"title": title, "slug": title.lower(), **fields})


@pytest.fixture
def original(editor: User) -> Piece:
    """Readers see it; it shows a piece that has a Japanese translation, and one that has none."""
    there, alone = make("There"), make("Alone")
    for part in (there, alone):
        published(part, by=editor)
    translate(there, editor)
    piece = make(text="What happened.")
    piece.topics.add(Topic.objects.create(name="History", slug="history"))
    for position, part in enumerate((there, alone)):
        Shown.objects.create(piece=piece, part=part, position=position)
    published(piece, by=editor)
    return piece


def translate(piece: Piece, by: User, language: str = "ja") -> Piece:
    made, _lost = lifecycle.translate(revision=head_of(piece), language=language, by=by)
    return Piece.objects.get(pk=made.content_id)


def correct(piece: Piece, text: str, by: User) -> None:
    lifecycle.publish(
        revision=saved(piece, text, by), by=by, change=Change.CORRECTION, note="It was wrong."
    )


def text_of(response: Any) -> str:
    return " ".join(response.content.decode().split())


def test_a_translation_begins_with_words_structure_and_what_exists_in_its_language(
    original: Piece, editor: User
) -> None:
    client = at_the_desk(editor)
    page = client.get(url(original, "translations"))
    assert "Translate to Japanese" in text_of(page)
    response = client.post(
        url(original, "translations"), {"revision": 1, "language": "ja"}, follow=True
    )
    japanese = Piece.objects.get(original=original)
    assert response.redirect_chain[-1][0] == url(japanese)
    assert (japanese.language, japanese.slug, japanese.text) == ("ja", "straits", "What happened.")
    assert [topic.name for topic in japanese.topics.all()] == ["History"]
    shown = [row.part for row in japanese.shown.order_by("position")]
    assert [(part.title, part.language) for part in shown] == [("There", "ja"), ("Alone", "en")]
    assert original.shown.count() == 2
    assert told(response)[0].startswith("1 part is not in Japanese yet.")
    assert japanese.basis.revision == head_of(original)
    assert head_of(japanese).author == editor


def test_the_draft_can_be_saved_before_all_its_parts_are_translated_and_not_be_published(
    original: Piece, editor: User
) -> None:
    japanese, client = translate(original, editor), at_the_desk(editor)
    form = opened(client.get(url(japanese)))
    response = client.post(url(japanese), {**form, "text": "何が起きたか", "_continue": ""})
    assert response.status_code == 302
    found = text_of(client.get(url(japanese, "publish")))
    assert "“Alone” is in English. Choose its translation, or take it out." in found


def test_parts_that_were_translated_meanwhile_take_their_place(
    original: Piece, editor: User
) -> None:
    japanese = translate(original, editor)
    [alone] = Content.objects.filter(title="Alone")
    client = at_the_desk(editor)
    page = client.get(url(japanese, "translations"))
    assert url(alone, "translations") in text_of(page)
    nothing = client.post(url(japanese, "own_parts"), follow=True)
    assert "None of its parts" in told(nothing)[0]
    translate(Piece.objects.get(pk=alone.pk), editor)
    version = japanese.version
    client.post(url(japanese, "own_parts"))
    japanese.refresh_from_db()
    assert {row.part.language for row in japanese.shown.all()} == {"ja"}
    assert (japanese.version, head_of(japanese).number) == (version + 1, 2)


def test_what_readers_see_is_offered_before_a_newer_draft(original: Piece, editor: User) -> None:
    saved(original, "Not yet public.", editor)
    page = at_the_desk(editor).get(url(original, "translations"))
    assert [text.number for text in page.context["texts"]] == [1, 2]


def test_of_two_who_begin_it_at_once_the_second_is_led_to_what_the_first_made(
    original: Piece, editor: User
) -> None:
    client, form = at_the_desk(editor), {"revision": 1, "language": "ja"}
    client.post(url(original, "translations"), form)
    second = client.post(url(original, "translations"), form)
    japanese = Piece.objects.get(original=original)
    assert second.status_code == 200
    assert "It exists in Japanese already." in text_of(second)
    assert url(japanese) in text_of(second)


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"revision": "x", "language": "ja"},
        {"revision": 2**40, "language": "ja"},
        {"revision": 1, "language": "xx"},
        {"revision": 1, "language": "en"},
        {"revision": 7, "language": "ja"},
    ],
)
def test_nonsense_begins_nothing(form: dict[str, Any], original: Piece, editor: User) -> None:
    response = at_the_desk(editor).post(url(original, "translations"), form)
    assert response.status_code in (200, 404)
    assert not original.translations.exists()


def test_who_may_add_may_translate_and_who_only_reads_may_not(
    original: Piece, writer: User, moderator: User
) -> None:
    form = {"revision": 1, "language": "ja"}
    reading = at_the_desk(moderator)
    assert "Translate to" not in text_of(reading.get(url(original, "translations")))
    refused = reading.post(url(original, "translations"), form)
    assert "You have no right" in text_of(refused)
    assert not original.translations.exists()
    at_the_desk(writer).post(url(original, "translations"), form)
    assert original.translations.exists()


def test_a_kind_that_is_one_in_all_languages_has_no_such_page(editor: User) -> None:
    note = Note.objects.create(title="Note", slug="note")
    recorded(note, editor)
    client = at_the_desk(editor)
    assert client.get(url(note, "translations")).status_code == 404
    assert client.post(url(note, "basis")).status_code == 404
    assert "Translations" not in [link.label for link in client.get(url(note)).context["links"]]


def test_a_form_says_how_far_it_is_behind_until_somebody_brought_it_up_to_date(
    original: Piece, editor: User, writer: User
) -> None:
    japanese, client = translate(original, editor), at_the_desk(editor)
    assert "Mark as up to date" not in text_of(client.get(url(japanese)))
    correct(original, "What really happened.", editor)
    page = client.get(url(japanese))
    assert "The English text changed since:" in text_of(page)
    assert page.context["upkeep"].gap.size == (1, 0)
    diff = client.get(page.context["upkeep"].gap.url)
    assert (diff.context["old"].number, diff.context["new"].number) == (1, 2)
    assert "up to date" not in text_of(at_the_desk(writer).get(url(japanese)))
    refused = at_the_desk(writer).post(url(japanese, "basis"), {"revision": 2})
    assert refused.status_code == 403
    done = client.post(url(japanese, "basis"), {"revision": 2, "from_form": 1}, follow=True)
    assert done.redirect_chain[-1][0] == url(japanese)
    assert "The English text changed since:" not in text_of(done)
    assert Content.objects.get(pk=japanese.pk).basis.revision.number == 2


def test_of_a_translation_made_by_hand_one_is_asked_what_it_stands_for(
    original: Piece, editor: User
) -> None:
    client = at_the_desk(editor)
    form = piece_form(title="海峡", slug="straits", language="ja", original=original.pk)
    client.post(reverse("admin:pieces_piece_add"), {**form, "_continue": ""})
    japanese = Piece.objects.get(original=original)
    assert "Nobody has said which English text" in text_of(client.get(url(japanese)))
    client.post(url(japanese, "basis"), {"revision": 1})
    assert "Nobody has said" not in text_of(client.get(url(japanese)))


def test_the_publish_page_says_which_translations_will_be_behind(
    original: Piece, editor: User
) -> None:
    japanese = translate(original, editor)
    saved(original, "What really happened.", editor)
    page = at_the_desk(editor).get(url(original, "publish"))
    assert [one.pk for one in page.context["falling_behind"]] == [japanese.pk]
    assert "Unless the change is minor, these translations are behind" in text_of(page)


def test_lists_show_languages_and_what_is_behind_and_filter_by_it(
    original: Piece, editor: User
) -> None:
    japanese = translate(original, editor)
    korean = make("해협", slug="straits", language="ko", original=original)
    recorded(korean, editor)
    correct(original, "What really happened.", editor)
    client = at_the_desk(editor)

    def found(*asked: str) -> set[int]:
        response = client.get(LIST, {"translations": asked})
        return {row.pk for row in response.context["cl"].result_list}

    page = text_of(client.get(LIST))
    for row in (original, japanese, korean):
        assert url(row) in page
    assert f'class="is-behind" href="{url(original, "compare")}?from=1&amp;to=2"' in page
    assert found("behind") == {japanese.pk}
    assert found("unsaid") == {korean.pk}
    [there, alone] = Piece.objects.filter(title__in=("There", "Alone"), language="en").order_by(
        "pk"
    )
    assert found("no_ja") == {alone.pk}
    assert found("no_ko") == {there.pk, alone.pk}
    assert found("no_en") == set()
    assert found("behind", "no_ja") == {japanese.pk, alone.pk}
    assert client.get(LIST, {"translations": "nonsense"}).status_code == 302


def test_a_list_asks_no_more_for_many_families_than_for_one(editor: User) -> None:
    client = at_the_desk(editor)
    counts = []
    for numbers in (range(1), range(1, 50)):
        for number in numbers:
            piece = make(f"Piece {number}", slug=f"piece-{number}")
            published(piece, by=editor)
            for language in ("ja", "ko"):
                translate(piece, editor, language)
            correct(piece, "Corrected.", editor)
        client.get(LIST)
        with CaptureQueriesContext(connection) as captured:
            page = client.get(LIST)
        counts.append(len(captured))
    assert text_of(page).count("is-behind") >= 50
    assert counts[0] == counts[1]
