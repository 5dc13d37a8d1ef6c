"""What pickers find and show, who may search, and what they refuse."""

import gc
import weakref
from typing import Any

import pytest
from django.contrib import admin as django_admin
from django.contrib.auth.models import Group, User
from django.test import RequestFactory

from newsroom.publishing.admin.pickers.shelf import shelf_of
from newsroom.publishing.rights import Role
from newsroom.publishing.topics import Topic
from tests.cast import person
from tests.factories import (
    make_event,
    make_expert,
    make_promo,
    make_question,
    make_quote,
    make_source,
    recorded,
)
from tests.pieces.models import Note, Piece, Shown

from .desk import at_the_desk, piece_form, url

pytestmark = [pytest.mark.django_db, pytest.mark.database]

PIECES = "/admin/pieces/piece/choices/"
QUOTES = "/admin/quotes/quote/choices/"


def results(user: User, address: str, **asked: Any) -> list[dict[str, str]]:
    answer = at_the_desk(user).get(address, asked)
    assert answer.status_code == 200, answer.content
    return answer.json()["results"]


def found(user: User, address: str, q: str = "", **asked: Any) -> list[str]:
    return [result["label"] for result in results(user, address, q=q, **asked)]


def test_a_part_is_found_by_its_title_whatever_its_kind(writer):
    Piece.objects.create(title="Bridges", slug="bridges")
    Note.objects.create(title="A bridge, noted")
    contents = "/admin/publishing/content/choices/"
    assert found(writer, contents, "bridge") == ["Bridges", "A bridge, noted"]


def test_contents_of_any_kind_are_found_by_those_who_may_view_that_kind(db):
    Piece.objects.create(title="Bridges", slug="bridges")
    contents = "/admin/publishing/content/choices/"
    assert found(person("nobody"), contents) == []


def test_an_original_is_in_another_language_and_no_translation(writer):
    original = Piece.objects.create(title="Bridges", slug="bridges")
    Piece.objects.create(title="橋", slug="hashi", language="ja", original=original)
    Piece.objects.create(title="港", slug="minato", language="ja")
    Note.objects.create(title="A note")
    page = at_the_desk(writer).get("/admin/pieces/piece/add/").content.decode()
    assert f'data-choices="{PIECES}?originals=on"' in page
    assert found(writer, PIECES, originals="on", language="ja") == ["Bridges"]


def test_topics_are_found_by_their_names_in_any_language(writer):
    Topic.objects.create(name="Trade", name_ja="貿易", slug="trade")
    assert found(writer, "/admin/publishing/topic/choices/", "易") == ["Trade"]


@pytest.mark.parametrize(
    "words", ["minister treaty", "treaty minister", "TREATY", "新", "신뢰 신", "신뢰"]
)
def test_all_words_are_searched_for_in_any_order_and_one_letter_is_enough(words, editor):
    make_quote("The treaty holds. 新しい 신뢰", speaker="A minister")
    make_quote("Nothing of that.", speaker="A clerk")
    assert found(editor, QUOTES, words) == ["The treaty holds. 新しい 신뢰"]


def test_korean_typed_in_parts_of_letters_is_found(editor):
    make_quote("신뢰가 쌓인다.")
    assert found(editor, QUOTES, "\u1109\u1175\u11ab\u1105\u116c") == ["신뢰가 쌓인다."]


def test_what_fits_best_comes_first_then_what_is_newest(editor):
    for title in ("On trade", "Trade in 1965", "Old trade", "Trade today"):
        Piece.objects.create(title=title)
    assert found(editor, PIECES, "trade") == [
        *("Trade today", "Trade in 1965"),
        *("Old trade", "On trade"),
    ]


def test_only_what_is_in_the_language_of_the_page_is_found(editor):
    for language in ("en", "ja", "ko"):
        make_event(title=f"Event in {language}", slug="", language=language)
    events = "/admin/timeline/event/choices/"
    assert found(editor, events, language="ja") == ["Event in ja"]
    assert len(found(editor, events)) == 3
    make_expert()
    assert found(editor, "/admin/quotes/expert/choices/", language="ja") == ["Aki Moriyama"]


def test_results_come_a_page_at_a_time(editor):
    for number in range(30):
        Piece.objects.create(title=f"Piece {number}")
    client = at_the_desk(editor)
    pages = [client.get(PIECES, {"page": page}).json() for page in (1, 2, 3, 4)]
    assert [len(page["results"]) for page in pages] == [12, 12, 6, 0]
    assert [page["more"] for page in pages] == [True, True, False, False]
    assert len({result["id"] for page in pages for result in page["results"]}) == 30


def test_a_quote_shows_its_words_its_speaker_and_where_it_stands(editor):
    quote = make_quote("Trust is built slowly.", speaker="Aki Moriyama", organisation="A school")
    recorded(quote, editor)
    (shown,) = results(editor, QUOTES, q="trust")
    for words in ("Trust is built slowly.", "Aki Moriyama · A school · 14 May 2025", "badge-draft"):
        assert words in shown["html"]
    assert shown["url"] == f"/admin/quotes/quote/{quote.pk}/change/"


def test_a_translation_shows_the_facts_of_its_original(editor):
    original = make_event(title="The leaders meet", date="2023-03-16", status="happened")
    make_event(title="首脳会談", slug="", original=original, language="ja")
    (shown,) = results(editor, "/admin/timeline/event/choices/", language="ja")
    assert "16 March 2023 · Happened" in shown["html"]


def test_questions_promos_and_sources_show_what_they_are(editor):
    make_question(title="Why?", short_answer="Because of 1965.")
    make_promo(heading="Learn Korean", advertiser="A school", shown_from="2026-01-05T00:00Z")
    make_source("The treaty", publisher="A ministry", published_on="1965")
    for address, words in {
        "/admin/faqs/question/choices/": "Because of 1965.",
        "/admin/promos/promo/choices/": "Learn Korean · A school · Our own product",
        "/admin/sources/source/choices/?q=treaty+ministry": "A ministry · 1965",
    }.items():
        assert words in results(editor, address)[0]["html"], address


def test_what_is_typed_into_a_draft_is_shown_as_text(editor):
    Piece.objects.create(title="<img src=x onerror=alert(1)>")
    assert "&lt;img" in results(editor, PIECES)[0]["html"]


def test_one_is_told_of_by_its_id(editor):
    piece = Piece.objects.create(title="Bridges")
    assert found(editor, PIECES, id=piece.pk) == ["Bridges"]
    assert found(editor, PIECES, id=piece.pk + 1) == []


@pytest.mark.parametrize(
    "forged",
    ["id=x", "id=1e9", "id=99999999999999999999", "page=0", "page=x", "language=xx", "q=%00"],
)
def test_what_cannot_be_asked_is_refused(forged, editor):
    answer = at_the_desk(editor).get(f"{PIECES}?{forged}")
    assert answer.status_code == 400
    assert list(answer.json()) == ["errors"]


def test_who_may_not_view_a_kind_finds_nothing_of_it(db):
    quote = make_quote("Nobody knows this yet.")
    stranger = person("stranger")
    for asked in ({"q": "nobody"}, {"id": quote.pk}):
        answer = at_the_desk(stranger).get(QUOTES, asked)
        assert answer.status_code == 403
        assert b"Nobody knows" not in answer.content


def test_a_form_shows_nothing_of_what_this_person_may_not_view(db):
    """A group of somebody's own making may write pieces and see nothing else."""
    note = Note.objects.create(title="Nobody knows this yet.")
    own = person("own", Role.WRITER)
    piece = Piece.objects.create(title="Mine")
    recorded(piece, own)
    Shown.objects.create(piece=piece, part=note)
    writers = Group.objects.get(name=Role.WRITER)
    writers.permissions.remove(*writers.permissions.filter(codename="view_note"))
    client = at_the_desk(own)
    assert "Nobody knows" not in client.get(url(piece)).content.decode()
    posted = client.post(url(piece), piece_form(piece))
    assert posted.status_code == 200
    assert "no longer there" in posted.content.decode()


@pytest.mark.parametrize("field", ["topics", "original", "shown-0-part"])
@pytest.mark.parametrize("value", ["abc", "-1", "0", "1e3", "99999999999999999999", "１２", "'"])
def test_a_forged_id_is_told_of_in_words(field, value, editor):
    piece = Piece.objects.create(title="Bridges", slug="bridges")
    form = {**piece_form(piece, title="Typed"), "shown-TOTAL_FORMS": 1}
    form |= {"shown-0-part": "", "shown-0-position": 3, field: value}
    response = at_the_desk(editor).post(url(piece), form)
    assert response.status_code == 200
    page = response.content.decode()
    assert "This is no longer there. Choose another one." in page
    assert "Typed</textarea>" in page


def test_what_was_chosen_and_is_gone_is_told_of_and_the_rest_is_kept(editor):
    piece = Piece.objects.create(title="Bridges", slug="bridges")
    note = Note.objects.create(title="A note")
    form = piece_form(piece, **{"shown-TOTAL_FORMS": 2})
    form |= {"shown-0-part": note.pk, "shown-1-part": note.pk + 1000}
    form |= {"shown-0-position": 1, "shown-1-position": 2}
    page = at_the_desk(editor).post(url(piece), form).content.decode()
    assert "This is no longer there. Choose another one." in page
    assert '<span class="choice-label">A note</span>' in page
    assert '<span class="choice-gone">No longer there.</span>' in page


def test_a_new_one_is_made_in_place_by_those_who_may(writer):
    writers = Group.objects.get(name=Role.WRITER)
    page = at_the_desk(writer).get("/admin/articles/article/add/").content.decode()
    assert 'href="/admin/quotes/quote/add/?_popup=1"' in page
    writers.permissions.remove(*writers.permissions.filter(codename="add_quote"))
    page = at_the_desk(writer).get("/admin/articles/article/add/").content.decode()
    assert 'href="/admin/quotes/quote/add/?_popup=1"' not in page


def test_what_is_made_in_place_is_recorded_and_told_to_the_form(editor):
    client = at_the_desk(editor)
    opened = client.get("/admin/pieces/piece/add/?_popup=1&language=ja")
    assert opened.context["adminform"].form["language"].value() == "ja"
    form = piece_form(title="New", language="ja", _popup="1", _save="Save")
    answer = client.post("/admin/pieces/piece/add/?_popup=1", form)
    piece = Piece.objects.get()
    assert f"&quot;value&quot;: &quot;{piece.pk}&quot;" in answer.content.decode()
    assert piece.revisions.count() == 1


def test_a_content_leads_on_to_the_page_of_its_kind(writer):
    note = Note.objects.create(title="A note")
    response = at_the_desk(writer).get(f"/admin/publishing/content/{note.pk}/change/")
    assert response.url == url(note)


def test_contents_of_all_kinds_have_no_list_and_no_form(admin):
    client = at_the_desk(admin)
    note = Note.objects.create(title="A note")
    assert client.get("/admin/publishing/content/").url == "/admin/"
    assert client.get("/admin/publishing/content/add/").status_code == 403
    assert client.get(f"/admin/publishing/content/{note.pk}/delete/").status_code == 403
    assert 'href="/admin/publishing/content/' not in client.get("/admin/").content.decode()


def test_what_pickers_found_goes_with_the_request(rf: RequestFactory, editor):
    note = Note.objects.create(title="A note")
    request = rf.get("/")
    request.user = editor
    shelf = shelf_of(request, django_admin.site.get_model_admin(Note))
    assert shelf.get(note.pk) == note
    gone = weakref.ref(request)
    del request, shelf
    gc.collect()
    assert gone() is None


@pytest.mark.parametrize("forged", ["abc", "9" * 30, "٣"])
def test_what_can_be_no_content_is_not_found(forged, writer):
    answer = at_the_desk(writer).get(f"/admin/publishing/content/{forged}/change/")
    assert answer.status_code == 404
