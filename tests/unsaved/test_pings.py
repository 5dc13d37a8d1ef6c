"""What an open form asks: only for those who may write it, about nobody else's work, cheaply."""

import datetime as dt

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.utils import timezone

from newsroom.publishing import lifecycle
from newsroom.unsaved import presence
from newsroom.unsaved.models import Buffer, Presence
from newsroom.unsaved.names import form_of
from tests.admin_desk.desk import at_the_desk, url
from tests.cast import person
from tests.factories import recorded
from tests.pieces.models import Piece

from .desk import ADD_PIECE_PINGS, Browser, piece_form, ping_url, tab_name

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(writer) -> Piece:
    piece = Piece.objects.create(title="Bridges", slug="bridges", text="First words.")
    recorded(piece, writer)
    return piece


@pytest.fixture
def wren(writer, draft) -> Browser:
    return Browser(writer, ping_url(draft))


@pytest.fixture
def edith(editor, draft) -> Browser:
    return Browser(editor, ping_url(draft))


# Who else is here


def test_each_sees_who_else_has_it_open(wren, edith, editor):
    editor.first_name, editor.last_name = "Edith", "Wharton"
    editor.save()
    assert wren.say(version=0).json()["here"] == ""
    assert edith.say(version=0).json()["here"] == "wren has this open, too."
    assert wren.say(version=0).json()["here"] == "Edith Wharton has this open, too."
    edith.say(leaves=True)
    assert wren.say(version=0).json()["here"] == ""


def test_whoever_was_not_heard_of_for_a_while_is_gone(wren, edith, editor, draft):
    long_ago = timezone.now() - dt.timedelta(seconds=presence.SECONDS_PRESENT + 1)
    presence.touch(editor, form_of(Piece, draft.pk), long_ago)
    assert wren.say(version=0).json()["here"] == ""
    assert presence.prune() == 1


def test_asking_writes_nothing(wren, edith):
    edith.ask(version=0)
    assert not Presence.objects.exists()


# Whether it was saved meanwhile


def test_a_form_is_told_before_it_is_saved_that_somebody_else_saved(wren, edith, draft):
    assert wren.say(version=0).json()["moved"] == ""
    edith.client.post(url(draft), piece_form(draft, text="Edith's.", _continue="Save draft"))
    moved = wren.say(version=0).json()["moved"]
    assert moved.startswith("edith saved this at ")
    assert wren.ask(version=0).json()["moved"] == moved
    assert wren.say(version=1).json()["moved"] == ""


# Rights


def test_nobody_reaches_the_work_of_somebody_else(wren, admin, draft):
    tab = tab_name()
    wren.keep(piece_form(draft, text="For nobody else."), tab)
    ada = Browser(admin, ping_url(draft))
    assert b"For nobody else." not in ada.client.get(url(draft)).content
    brought = ada.client.post(url(draft), {"_bring_back": tab}, follow=True)
    assert b"For nobody else." not in brought.content
    ada.drop(tab)
    assert Buffer.objects.filter(tab=tab).exists()


def test_a_tab_of_the_same_name_replaces_nobody_elses(wren, edith, draft):
    tab = tab_name()
    wren.keep(piece_form(draft, text="Wren's."), tab)
    edith.keep(piece_form(draft, text="Edith's."), tab)
    assert Buffer.objects.filter(tab=tab).count() == 2


def test_there_is_no_admin_of_what_is_kept(admin):
    client = at_the_desk(admin)
    assert client.get("/admin/unsaved/").status_code == 404
    assert not Permission.objects.filter(content_type__app_label="unsaved").exists()


def test_only_who_may_write_it_may_keep_it(writer, moderator, draft):
    other = Browser(person("wanda", None), ping_url(draft))
    for browser in (Browser(moderator, ping_url(draft)), other):
        assert browser.keep(piece_form(draft), tab_name()).status_code == 403
        assert browser.ask().status_code == 403
    assert Browser(moderator, ADD_PIECE_PINGS).say().status_code == 403
    assert not Buffer.objects.exists()


def test_who_is_signed_out_is_told_so_and_not_led_astray(wren, draft):
    wren.client.logout()
    assert wren.keep(piece_form(draft), tab_name()).status_code == 401
    assert wren.ask().status_code == 401


def test_a_page_of_one_person_keeps_nothing_for_the_next_who_signs_in(writer, editor, draft):
    wrens_page = Browser(writer, ping_url(draft), client=at_the_desk(editor))
    assert wrens_page.keep(piece_form(draft), tab_name()).status_code == 409
    assert not Buffer.objects.exists()


def test_a_form_of_something_deleted_is_told_so(wren, editor, draft):
    lifecycle.delete(content=draft, by=editor)
    assert wren.ask().status_code == 404


def test_pings_need_the_token_like_every_form(writer, draft):
    client = Client(enforce_csrf_checks=True)
    client.force_login(writer)
    wren = Browser(writer, ping_url(draft), client=client)
    assert wren.say(version=0).status_code == 403
    token = wren.ask().json()["csrf"]
    wren.writer["x-csrftoken"] = token
    assert wren.say(version=0).status_code == 200


# Bad input


@pytest.mark.parametrize(
    "sent",
    [
        {"tab": "x", "stamp": "1", "pairs": []},
        {"tab": "a-tab-of-mine", "stamp": "soon", "pairs": []},
        {"tab": "a-tab-of-mine", "stamp": "1", "pairs": "text"},
        {"tab": "a-tab-of-mine", "stamp": "1", "pairs": [["text"]]},
        {"tab": "a-tab-of-mine", "stamp": "1", "pairs": [["text", 1]]},
        {"tab": "a-tab-of-mine", "stamp": "1", "pairs": [["text", "x" * 2_000_001]]},
        {"tab": "a-tab-of-mine", "stamp": "1", "pairs": [["text", "x" * 18_000_001]]},
    ],
    ids=["tab", "stamp", "no list", "no pair", "no text", "long", "longer than any request"],
)
def test_what_cannot_be_kept_is_refused_in_numbers(wren, sent):
    assert wren.say(**sent).status_code == 413
    assert not Buffer.objects.exists()


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"{", b"\xff", b"[" * 100_000],
    ids=["empty", "no object", "half", "no text", "deep"],
)
def test_what_is_no_json_is_refused(wren, body):
    response = wren.client.post(
        wren.url, body, content_type="application/json", headers=wren.writer
    )
    assert response.status_code == 413


def test_odd_versions_and_tabs_break_nothing(wren):
    for odd in ("", "x", "9" * 40, "-1"):
        assert wren.ask(version=odd).status_code == 200
        assert wren.drop(odd).status_code == 200


# What it costs


@pytest.mark.parametrize("others", [1, 50])
def test_a_ping_costs_the_same_however_many_are_here(
    others, wren, draft, editor, django_assert_max_num_queries
):
    form = form_of(Piece, draft.pk)
    for number in range(others):
        presence.touch(person(f"p{number}"), form)
    wren.say(version=0)
    with django_assert_max_num_queries(9) as asked:
        wren.say(version=0)
    writes = [q["sql"] for q in asked if not q["sql"].startswith("SELECT")]
    assert len(writes) == 1
    assert "unsaved_presence" in writes[0]


def test_keeping_costs_two_queries_more(wren, draft, django_assert_max_num_queries):
    wren.say(version=0)
    tab = tab_name()
    wren.keep(piece_form(draft), tab)
    form = piece_form(draft, text="More.")
    with django_assert_max_num_queries(11):
        wren.keep(form, tab, stamp=2)


def test_a_ping_reads_no_snapshot(wren, draft, django_assert_max_num_queries):
    wren.say(version=0)
    with django_assert_max_num_queries(11) as asked:
        wren.say(version=5)
    assert not [q["sql"] for q in asked if '"snapshot"' in q["sql"]]
