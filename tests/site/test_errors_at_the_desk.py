"""What is not there, or not for this person, is said in the desk's own look, with the way back."""

import pytest
from django.contrib.auth.models import User

from newsroom.staff.models import Preferences
from tests.admin_desk.desk import at_the_desk

pytestmark = pytest.mark.django_db

MISSING = ["/admin/no-such-page/", "/admin/articles/article/999/history/", "/admin/account/no/"]
TO_THE_DESK = '<a href="/admin/">To the desk</a>'


@pytest.mark.parametrize("path", MISSING)
def test_whoever_asks_for_what_is_not_there_finds_back_to_the_desk(editor, path):
    answer = at_the_desk(editor).get(path)
    page = answer.content.decode()
    assert answer.status_code == 404
    assert TO_THE_DESK in page
    assert "admin_desk/desk" in page
    assert answer["Cache-Control"] == "no-store"


def test_so_does_whoever_may_not_see_it(writer):
    answer = at_the_desk(writer).get("/admin/auth/user/")
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "Ask an admin if you need it." in page
    assert TO_THE_DESK in page


def test_it_is_said_in_the_persons_language(writer):
    Preferences.objects.create(user=writer, language="ja")
    page = at_the_desk(writer).get("/admin/no-such-page/").content.decode()
    assert '<html lang="ja"' in page
    assert "ページが見つかりません" in page


def test_whoever_is_signed_in_without_the_desk_is_shown_nothing_of_it(client):
    client.force_login(User.objects.create_user("reader"))
    answer = client.get("/admin/account/second-factor/recovery-codes/")
    page = answer.content.decode()
    assert answer.status_code == 404
    assert '<a href="/admin/login/">Sign in</a>' in page
    assert "nav-sidebar" not in page
    assert "To the desk" not in page


def test_readers_have_their_own_page_still(client):
    answer = client.get("/en/no-such-page/")
    assert answer.status_code == 404
    assert "admin_desk" not in answer.content.decode()
