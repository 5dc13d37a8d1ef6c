"""Search by words of a title, and the way to everything that one may do."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.publishing.admin.pickers.search import PER_PAGE
from tests.admin_desk.desk import at_the_desk
from tests.factories import make_event, make_quote, recorded
from tests.queries.counting import queries_of

pytestmark = pytest.mark.django_db

FIND = "/admin/find/"


def found(user, words: str, **more) -> list[str]:
    response = at_the_desk(user).get(FIND, {"q": words, **more})
    return [card.choice.label for card in response.context["cards"]]


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("海峡をまたぐトンネルの八十年", "トンネル"),
        ("한일 어업 협정의 역사", "협정"),
        ("A Ferry Joins the Ports", "ports ferry"),
    ],
)
def test_parts_of_words_are_found_in_any_order(writer, title, words):
    make_event(title=title, slug="sought")
    make_event(title="Another one", slug="another")
    assert found(writer, words) == [title]


def test_what_is_known_by_its_address_or_number_is_found(writer):
    event = make_event(title="Sought", slug="old-address")
    assert found(writer, "old-addr") == found(writer, str(event.pk)) == ["Sought"]


def test_results_say_kind_language_and_where_it_stands_and_lead_to_the_form(writer):
    event = make_event(title="海峡", language="ja", slug="straits")
    recorded(event, writer)
    page = at_the_desk(writer).get(FIND, {"q": "海峡"}).content.decode()
    assert f'href="/admin/timeline/event/{event.pk}/change/"' in page
    assert "Event · 日本語" in page
    assert "badge-draft" in page


def test_who_may_not_see_a_kind_does_not_find_it(writer, admin):
    make_quote("Between us.")
    assert len(found(writer, "between")) == 1
    writer.groups.clear()
    assert found(writer, "between") == []
    dialog = at_the_desk(writer).get(FIND).content.decode().split('<template id="command">')[1]
    assert "/admin/quotes/quote/" not in dialog
    assert "/admin/quotes/quote/add/" in at_the_desk(admin).get(FIND).content.decode()


def test_strangers_and_forged_questions_get_no_answer_but_no_error_either(client, writer):
    assert client.get(FIND, {"q": "the"}).status_code == 302
    for forged in ({"q": "x" * 300}, {"q": "\x00"}, {"q": "the", "page": "-1"}):
        assert at_the_desk(writer).get(FIND, forged).status_code == 200


def test_without_words_nothing_is_asked_and_with_them_as_much_for_many_as_for_one(writer):
    client = at_the_desk(writer)
    make_event(title="The first", slug="first")
    none = queries_of(client, [FIND])[FIND]
    one = queries_of(client, [f"{FIND}?q=the"])[f"{FIND}?q=the"]
    for number in range(50):
        make_event(title=f"The {number}", slug=f"n-{number}")
    with CaptureQueriesContext(connection) as asked:
        assert len(client.get(FIND, {"q": "the"}).context["cards"]) == PER_PAGE
    assert len(one) == len(none) + 2
    assert len([q for q in asked if "django_session" not in q["sql"]]) <= len(one)
    assert found(writer, "the", page=5) == ["The 1", "The 0", "The first"]


@pytest.mark.parametrize(
    ("who", "may", "may_not"),
    [
        ("writer", "/admin/articles/article/add/", "/admin/site_pages/page/add/"),
        ("editor", "/admin/manuscripts/importedmanuscript/add/", "/admin/auth/user/"),
        ("moderator", "/admin/quotes/expert/add/", "/admin/articles/article/add/"),
        ("admin", "/admin/auth/user/", "/admin/publishing/auditentry/add/"),
    ],
)
def test_actions_are_those_that_this_person_may_do(request, who, may, may_not):
    page = at_the_desk(request.getfixturevalue(who)).get("/admin/calendar/").content.decode()
    dialog = page.split('<template id="command">')[1]
    assert f'data-url="{may}"' in dialog
    assert f'data-url="{may_not}"' not in dialog
    assert 'data-form="logout-form"' in dialog


def test_a_manuscript_is_imported_not_begun(editor):
    assert '">Import a manuscript</div>' in at_the_desk(editor).get(FIND).content.decode()
