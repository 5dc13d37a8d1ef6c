"""What lists of contents are narrowed by, and found by."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from newsroom.publishing.topics import Topic
from newsroom.staff.models import Preferences
from tests.articles.making import make_article, make_author
from tests.factories import published, recorded
from tests.pieces.models import Note, Piece

from .desk import at_the_desk, saved

pytestmark = pytest.mark.django_db

LIST = "/admin/pieces/piece/"
NOW = timezone.now()


def draft(title: str, by: User, *, at: dt.datetime | None = None, **fields: Any) -> Piece:
    piece = Piece.objects.create(title=title, slug=fields.pop("slug", title.lower()), **fields)
    recorded(piece, by, at=at)
    return piece


def found(user: User, **asked: Any) -> set[str]:
    page = at_the_desk(user).get(LIST, asked)
    assert page.status_code == 200
    return {piece.title for piece in page.context["cl"].result_list}


def test_several_statuses_and_languages_hold_at_once_and_each_link_adds_or_takes_away(editor):
    draft("Draft", editor)
    published(draft("Live", editor, language="ja"), by=editor)
    published(ended := draft("Edited", editor, language="ko"), by=editor)
    saved(ended, "Again.", editor)
    assert found(editor, standing=["draft", "live"]) == {"Draft", "Live"}
    assert found(editor, language=["ja", "ko"]) == {"Live", "Edited"}
    assert found(editor, standing=["draft", "live"], language=["ja"]) == {"Live"}
    page = at_the_desk(editor).get(LIST, {"standing": ["draft", "live"], "q": "i"})
    text = page.content.decode()
    assert 'href="?q=i&amp;standing=live" class="held" aria-current="true">Draft' in text
    assert 'href="?q=i&amp;standing=draft&amp;standing=live&amp;standing=ended">Ended' in text
    # What else is asked goes along with the search and with each small form.
    assert text.count('type="hidden" name="standing" value="live"') >= 3


def test_a_topic_is_found_in_drafts_whether_readers_see_it_or_not(editor):
    trade, history = (Topic.objects.create(name=name, slug=name) for name in ("Trade", "History"))
    draft("One", editor).topics.add(trade)
    draft("Two", editor).topics.add(trade, history)
    draft("None", editor)
    assert found(editor, topic=trade.pk) == {"One", "Two"}
    assert found(editor, topic=[trade.pk, history.pk]) == {"One", "Two"}
    assert found(editor, topic=history.pk) == {"Two"}
    page = at_the_desk(editor).get(LIST, {"topic": trade.pk}).content.decode()
    assert "Trade" in re.sub(r"<table.*</table>", "", page, flags=re.DOTALL)


def test_articles_are_found_by_who_signs_them(editor):
    aki, bo = make_author("Aki"), make_author("Bo")
    for author in (aki, bo):
        recorded(make_article(title=f"By {author}", authors=[author], sources=()), editor)
    page = at_the_desk(editor).get("/admin/articles/article/", {"byline": aki.pk})
    assert [article.title for article in page.context["cl"].result_list] == ["By Aki"]


def test_whoever_began_it_and_whoever_saved_it_last_may_be_two(writer, editor):
    both = draft("Both", writer)
    saved(both, "By the editor.", editor)
    draft("Writer's", writer)
    assert found(editor, saved_by=editor.pk) == {"Both"}
    assert found(editor, begun_by=writer.pk) == {"Both", "Writer's"}
    assert found(editor, saved_by=writer.pk, begun_by=writer.pk) == {"Writer's"}


def test_only_people_who_saved_such_a_thing_are_offered(writer, editor, moderator):
    draft("Piece", writer)
    note = Note.objects.create(title="Note")
    recorded(note, moderator)
    page = at_the_desk(editor).get(LIST).content.decode()
    assert f'<option value="{writer.pk}">wren' in page
    assert ">mo<" not in page


def test_days_are_those_of_this_person_s_time_zone(editor):
    Preferences.objects.create(user=editor, time_zone="Asia/Tokyo")
    draft("Before", editor, at=dt.datetime(2026, 3, 9, 14, 59, tzinfo=dt.UTC))
    draft("First", editor, at=dt.datetime(2026, 3, 9, 15, 0, tzinfo=dt.UTC))
    draft("Last", editor, at=dt.datetime(2026, 3, 11, 14, 59, tzinfo=dt.UTC))
    draft("After", editor, at=dt.datetime(2026, 3, 11, 15, 0, tzinfo=dt.UTC))
    both = {"saved_from": "2026-03-10", "saved_to": "2026-03-11"}
    assert found(editor, **both) == {"First", "Last"}
    mixed_up = {"saved_from": "2026-03-11", "saved_to": "2026-03-10"}
    assert found(editor, **mixed_up) == {"First", "Last"}
    assert found(editor, saved_from="2026-03-12") == {"After"}
    assert found(editor, saved_to="2026-03-09") == {"Before"}


def test_what_was_published_on_a_day_is_found_and_what_is_scheduled_is_not(editor):
    long_ago = timezone.now() - dt.timedelta(days=40)
    published(draft("Old", editor, at=long_ago), by=editor, at=long_ago)
    published(draft("New", editor), by=editor)
    ahead = timezone.now() + dt.timedelta(hours=1)
    published(draft("Scheduled", editor), by=editor, opens=ahead)
    today = timezone.localdate()
    assert found(editor, published_from=today - dt.timedelta(days=1)) == {"New"}
    assert found(editor, published_to=today - dt.timedelta(days=30)) == {"Old"}


def test_the_links_for_days_ask_for_what_they_say(editor):
    draft("Piece", editor)
    page = at_the_desk(editor).get(LIST).content.decode()
    today = timezone.localdate()
    for first in (today, today - dt.timedelta(days=6), today.replace(day=1)):
        assert f'href="?saved_from={first}"' in page
        assert found(editor, saved_from=first) == {"Piece"}


@pytest.mark.parametrize(
    "asked",
    [
        {"standing": "nonsense"},
        {"language": "xx"},
        {"topic": "999"},
        {"topic": "1'--"},
        {"saved_by": "abc"},
        {"saved_by": "9" * 40},
        {"saved_from": "yesterday"},
        {"published_to": "9999-12-31"},
        {"saved_to": "\0"},
        {"nothing_of_ours": "1"},
    ],
)
def test_what_the_list_cannot_be_asked_is_said_and_the_whole_list_shown(asked, editor):
    draft("Piece", editor)
    page = at_the_desk(editor).get(LIST, asked, follow=True)
    assert page.status_code == 200
    assert "Here is the whole list." in page.content.decode()
    assert len(page.context["cl"].result_list) == 1


def test_a_search_finds_parts_of_words_addresses_and_numbers_in_any_script(editor):
    draft("日韓関係の改善", editor, slug="kaizen", language="ja")
    draft("한일 관계의 개선", editor, slug="개선", language="ko")
    trade = draft("Trade", editor, slug="rice-and-cars")
    for words, title in (
        ("関係", "日韓関係の改善"),
        ("改善 日韓", "日韓関係の改善"),
        ("관계", "한일 관계의 개선"),
        (unicodedata.normalize("NFD", "관계"), "한일 관계의 개선"),
        ("cars", "Trade"),
        (str(trade.pk), "Trade"),
    ):
        assert found(editor, q=words) == {title}, words
    assert found(editor, q="%") == set()
    assert found(editor, q="9" * 30) == set()


def test_status_is_sorted_the_way_a_draft_goes(editor):
    published(draft("Live", editor), by=editor)
    draft("Draft", editor)
    column = at_the_desk(editor).get(LIST).context["cl"].list_display.index("standing")
    for order, titles in ((f"{column}", ["Draft", "Live"]), (f"-{column}", ["Live", "Draft"])):
        rows = at_the_desk(editor).get(LIST, {"o": order}).context["cl"].result_list
        assert [row.title for row in rows] == titles


def test_an_empty_list_says_what_to_do(editor, moderator):
    assert "Write the first piece" in at_the_desk(editor).get(LIST).content.decode()
    assert "Write the first" not in at_the_desk(moderator).get(LIST).content.decode()
    draft("Piece", editor)
    page = at_the_desk(editor).get(LIST, {"q": "elsewhere"}).content.decode()
    assert "Nothing fits what you asked for." in page
