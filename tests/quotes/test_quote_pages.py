"""What readers find of quotes and experts at their addresses."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from newsroom.publishing import lifecycle
from newsroom.publishing.addresses import look_up
from newsroom.publishing.editions import Change
from newsroom.publishing.pages import facts_of
from newsroom.publishing.parts import LiveParts
from newsroom.publishing.previews import preview_url
from quotes.expert_pages import expert_page
from quotes.pages import quote_page
from tests.factories import make_expert, make_quote, make_source, published, recorded
from tests.publishing.making import make_piece
from tests.quotes.making import WORDS, live_expert, live_quote

pytestmark = [pytest.mark.django_db, pytest.mark.database]

Get = Callable[[str], HttpResponse]


@pytest.fixture
def get(client: Client) -> Get:
    return client.get


def text(answer: HttpResponse) -> str:
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_quote_has_a_page(get: Get, editor: User, moderator: User) -> None:
    _quote, edition = live_quote(editor, moderator)
    page = text(get(f"/en{edition.path}"))
    for shown in (WORDS, "Aki Moriyama", "historian", "As reported.", "A lecture", "12:03"):
        assert shown in page
    assert 'href="/en/experts/aki-moriyama/"' in page


def test_a_draft_has_none(get: Get, editor: User) -> None:
    quote = make_quote(expert=make_expert())
    recorded(quote, editor)
    assert get(f"/en/quotes/{quote.slug}/").status_code == 404
    assert get("/en/experts/aki-moriyama/").status_code == 404


def test_a_preview_shows_drafts_as_they_will_look(get: Get, editor: User) -> None:
    quote = make_quote(expert=make_expert())
    expert = recorded(quote.expert, editor)
    for revision in (expert, recorded(quote, editor)):
        page = text(get(preview_url(revision)))
        assert "Aki Moriyama" in page
        assert "Preview: not public." in page
    assert WORDS in page
    assert 'href="/en/experts/aki-moriyama/"' in page


def test_an_edited_quote_stays_as_approved(get: Get, editor: User, moderator: User) -> None:
    quote, edition = live_quote(editor, moderator)
    quote.text = "Not yet approved."
    quote.save()
    recorded(quote, editor)
    for address in (edition.path, "/quotes/", "/experts/aki-moriyama/"):
        page = text(get(f"/en{address}"))
        assert WORDS in page
        assert "Not yet approved." not in page


def test_a_withdrawn_quote_leaves_its_notice_and_no_words(
    get: Get, editor: User, moderator: User
) -> None:
    quote, edition = live_quote(editor, moderator)
    live_quote(editor, moderator, expert=quote.expert, text="Other words.")
    lifecycle.withdraw(content=quote, reason="It was never said.", by=moderator)
    gone = get(f"/en{edition.path}")
    assert gone.status_code == 410
    assert "It was never said." in gone.content.decode()
    assert "Moriyama" not in gone.content.decode()
    for address in ("/quotes/", "/experts/aki-moriyama/"):
        page = text(get(f"/en{address}"))
        assert WORDS not in page
        assert "Other words." in page


def test_a_page_says_what_was_corrected(get: Get, editor: User, moderator: User) -> None:
    quote, edition = live_quote(editor, moderator)
    quote.text = "Corrected words."
    quote.save()
    published(
        quote,
        by=editor,
        approved_by=moderator,
        change=Change.CORRECTION,
        note="One word was wrong.",
    )
    page = text(get(f"/en{edition.path}"))
    assert "Corrected words." in page
    assert "One word was wrong." in page


def test_a_quote_says_where_it_is_used(get: Get, editor: User, moderator: User) -> None:
    quote, edition = live_quote(editor, moderator)
    live_quote(editor, moderator, original=quote)
    published(make_piece(title="Shown to readers", shows=(quote,)), by=editor)
    recorded(make_piece(title="Still a draft", shows=(quote,)), editor)
    page = text(get(f"/en{edition.path}"))
    assert page.count('class="card-title"') == 1
    assert "Shown to readers" in page
    assert "Still a draft" not in page


def test_a_translation_has_a_page_in_its_language(get: Get, editor: User, moderator: User) -> None:
    original, edition = live_quote(editor, moderator)
    _translation, translated = live_quote(editor, moderator, original=original)
    page = text(get(f"/ja{translated.path}"))
    assert "率直に争う隣人には失うものがある。" in page
    assert "2025年5月14日" in page
    assert WORDS in page
    assert re.search(rf'hreflang="en" href="[^"]*/en{edition.path}"', page)
    assert "率直に争う" in text(get("/ja/quotes/"))
    assert "率直に争う" not in text(get("/en/quotes/"))


def test_an_experts_page_shows_who_it_is(get: Get, editor: User, moderator: User) -> None:
    live_expert(
        editor,
        moderator,
        name_kanji="森山 亜希",
        bio_en="Writes on treaties.",
        public_note="Not the minister.",
    )
    page = text(get("/en/experts/aki-moriyama/"))
    shown = ("Aki Moriyama", "森山 亜希", "Writes on treaties.", "Not the minister.", "2015")
    for each in (*shown, "historian", "Example University"):
        assert each in page
    assert "<h1>森山 亜希</h1>" in text(get("/ja/experts/aki-moriyama/")).replace("\n", "")


def test_an_experts_page_shows_their_quotes_in_the_readers_language(
    get: Get, editor: User, moderator: User
) -> None:
    original, _edition = live_quote(editor, moderator)
    live_quote(editor, moderator, original=original)
    another = live_expert(editor, moderator, title="Minato Seok")
    live_quote(editor, moderator, expert=another, text="Words of somebody else.")
    english, japanese = (
        text(get("/en/experts/aki-moriyama/")),
        text(get("/ja/experts/aki-moriyama/")),
    )
    assert WORDS in english
    assert "率直に争う" not in english
    assert "率直に争う" in japanese
    assert "Words of somebody else." not in english + japanese


def test_a_corrected_speaker_moves_the_quote_in_all_languages(
    get: Get, editor: User, moderator: User
) -> None:
    original, _edition = live_quote(editor, moderator)
    live_quote(editor, moderator, original=original)
    original.expert = live_expert(editor, moderator, title="Minato Seok")
    original.save()
    published(original, by=editor, approved_by=moderator, change=Change.CORRECTION, note="Who.")
    assert WORDS not in text(get("/en/experts/aki-moriyama/"))
    assert "率直に争う" not in text(get("/ja/experts/aki-moriyama/"))
    assert "率直に争う" in text(get("/ja/experts/minato-seok/"))


def test_a_speaker_who_will_be_corrected_keeps_the_quote_until_then(
    get: Get, editor: User, moderator: User
) -> None:
    original, _edition = live_quote(editor, moderator)
    live_quote(editor, moderator, original=original)
    original.expert = live_expert(editor, moderator, title="Minato Seok")
    original.save()
    tomorrow = timezone.now() + dt.timedelta(days=1)
    published(
        original,
        by=editor,
        approved_by=moderator,
        change=Change.CORRECTION,
        note="Who.",
        opens=tomorrow,
    )
    assert "率直に争う" in text(get("/ja/experts/aki-moriyama/"))
    assert "率直に争う" not in text(get("/ja/experts/minato-seok/"))


def test_experts_are_listed_by_family_name(get: Get, editor: User, moderator: User) -> None:
    for name in ("Aki Moriyama", "Zoe Ahn", "Ben Öberg"):
        live_expert(editor, moderator, title=name)
    page = text(get("/en/experts/"))
    assert page.index("Zoe Ahn") < page.index("Aki Moriyama") < page.index("Ben Öberg")
    assert "historian · Example University" in " ".join(page.split())


def test_a_language_without_quotes_says_what_the_others_have(
    get: Get, editor: User, moderator: User
) -> None:
    _quote, edition = live_quote(editor, moderator)
    page = text(get("/ja/quotes/"))
    assert f'href="/en{edition.path}"' in page
    assert WORDS not in page


def test_a_list_is_read_by_the_page(get: Get, editor: User, moderator: User) -> None:
    expert = live_expert(editor, moderator)
    for number in range(21):
        live_quote(editor, moderator, expert=expert, text=f"Words {number:02}.")
    assert text(get("/en/quotes/")).count("<figure") == 20
    second = text(get("/en/quotes/?page=2"))
    assert second.count("<figure") == 1
    assert "Words 00." in second


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("/en/quotes/", 5),
        ("/ja/quotes/", 5),
        ("/en/experts/", 5),
        ("/en/experts/aoi-one/", 8),
        ("/ja/experts/aoi-one/", 8),
    ],
)
def test_queries_do_not_grow_with_the_number_of_quotes(
    address: str, most: int, get: Get, editor: User, moderator: User
) -> None:
    experts = [live_expert(editor, moderator, title=name) for name in ("Aoi One", "Beni Two")]

    def publish_one_each() -> None:
        for expert in experts:
            original, _edition = live_quote(editor, moderator, expert=expert)
            live_quote(editor, moderator, original=original)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            text(get(address))
        return len(captured)

    publish_one_each()
    few = queries()
    for _more in range(5):
        publish_one_each()
    assert queries() == few <= most


def test_the_queries_of_a_quote_do_not_grow_with_what_is_known_of_it(
    get: Get, editor: User, moderator: User
) -> None:
    original, _edition = live_quote(editor, moderator)
    translation, edition = live_quote(editor, moderator, original=original)

    def more() -> None:
        piece = make_piece(title=f"Piece {original.version}", shows=(translation,), language="ja")
        published(piece, by=editor)
        original.venue += "."
        original.save()
        original.evidence.create(source=make_source(), locator="1")
        correction = {"change": Change.CORRECTION, "note": f"More: {original.venue}"}
        published(original, by=editor, approved_by=moderator, **correction)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            text(get(f"/ja{edition.path}"))
        return len(captured)

    more()
    few = queries()
    for _once in range(4):
        more()
    page = text(get(f"/ja{edition.path}"))
    assert (page.count("More: "), page.count('class="card-title"')) == (5, 5)
    assert queries() == few <= 9


def test_a_page_says_when_it_will_read_differently(editor: User, moderator: User) -> None:
    now = timezone.now()
    soon = now + dt.timedelta(hours=1)
    expert = live_expert(editor, moderator)
    _quote, edition = live_quote(editor, moderator, expert=expert)
    later = make_quote(expert=expert, text="Words to come.")
    published(later, by=editor, approved_by=moderator, opens=soon)
    at = timezone.now()
    for path, compose, change in (
        ("/experts/aki-moriyama/", expert_page, soon),
        (edition.path, quote_page, None),
    ):
        found = look_up(path, "en", at)
        assert found
        page = compose(found.edition.read(), LiveParts(at), facts_of(found, "en", at))
        assert page.next_change == change
