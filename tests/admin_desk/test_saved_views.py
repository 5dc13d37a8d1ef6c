"""Views of a list, saved under a name."""

from __future__ import annotations

from typing import Any

import pytest

from newsroom.bookmarks.models import MOST, Bookmark
from tests.factories import recorded
from tests.pieces.models import Piece

from .desk import at_the_desk, told

pytestmark = pytest.mark.django_db

LIST = "/admin/pieces/piece/"
SAVE = f"{LIST}views/save/"


def save(client: Any, name: str, query: str) -> list[str]:
    answer = client.post(SAVE, {"name": name, "query": query}, follow=True)
    assert answer.redirect_chain[-1][0].startswith(LIST)
    return told(answer)


def test_a_view_is_saved_shown_followed_and_removed(editor, writer):
    recorded(Piece.objects.create(title="Piece"), editor)
    client = at_the_desk(editor)
    assert 'name="query" value="q=pi&amp;standing=draft"' in (
        client.get(LIST, {"standing": "draft", "q": "pi", "p": "1"}).content.decode()
    )
    assert save(client, " My  drafts ", "q=pi&standing=draft") == ["Saved as “My drafts”."]
    page = client.get(LIST).content.decode()
    assert '<a href="?q=pi&amp;standing=draft">My drafts</a>' in page
    on_it = client.get(f"{LIST}?q=pi&standing=draft").content.decode()
    assert 'standing=draft" aria-current="page">My drafts' in on_it
    assert "My drafts" not in at_the_desk(writer).get(LIST).content.decode()
    mine = Bookmark.objects.get()
    remove = f"{LIST}views/{mine.pk}/remove/"
    assert at_the_desk(writer).post(remove).status_code == 404
    assert client.get(remove).status_code == 405
    answer = client.post(remove, {"query": "q=pi\r\nX: 1"}, follow=True)
    assert told(answer) == ["The view is removed. The list stays as it is."]
    assert not Bookmark.objects.exists()


def test_the_same_name_is_saved_anew(editor):
    client = at_the_desk(editor)
    save(client, "Mine", "q=one")
    save(client, "Mine", "q=two")
    assert [each.query for each in Bookmark.objects.all()] == ["q=two"]


@pytest.mark.parametrize(
    ("name", "query", "said"),
    [
        ("", "q=x", "Give the view a name."),
        (" \u3000 ", "q=x", "Give the view a name."),
        ("Whole", "", "This is the whole list"),
        ("Whole", "p=3&all=&_popup=1&_facets=True", "This is the whole list"),
        ("Evil", "https://evil.example/?x=1", "cannot be asked"),
        ("Evil", "standing=nonsense", "cannot be asked"),
        ("Evil", "topics__uses__content_object__title=x", "cannot be asked"),
        ("Long", "q=" + "x" * 3000, "at most 2000"),
        ("Long", "q=" + "関" * 1000, "too much"),
    ],
)
def test_what_is_no_view_of_this_list_is_refused_in_words(name, query, said, editor):
    answer = save(at_the_desk(editor), name, query)
    assert said in answer[0]
    assert not Bookmark.objects.exists()


def test_only_what_the_list_understands_is_kept(editor):
    save(at_the_desk(editor), "Mine", "standing=draft&p=2&e=1&_popup=1&standing=live&o=1")
    assert Bookmark.objects.get().query == "o=1&standing=draft&standing=live"


def test_there_is_an_end_to_what_one_can_look_through(editor, moderator):
    client = at_the_desk(editor)
    for number in range(MOST):
        Bookmark.objects.create(user=editor, list="pieces.piece", name=f"{number}", query="q=x")
    assert "Remove one first" in save(client, "One more", "q=x")[0]
    assert save(client, "3", "q=y") == ["Saved as “3”."]
    assert save(at_the_desk(moderator), "Mine", "q=x") == ["Saved as “Mine”."]


def test_nobody_saves_views_of_a_list_that_is_closed_to_them(reader, client, writer):
    writer.groups.clear()
    assert at_the_desk(writer).post(SAVE, {"name": "x", "query": "q=x"}).status_code == 403
    assert client.post(SAVE, {"name": "x", "query": "q=x"}).status_code == 302
    assert not Bookmark.objects.exists()
