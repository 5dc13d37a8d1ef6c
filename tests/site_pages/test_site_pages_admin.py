"""Site pages at the desk: editors write them, others read."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User

from newsroom.publishing.revisions import Revision
from tests.admin_desk.desk import at_the_desk
from tests.articles.making import make_article

pytestmark = pytest.mark.django_db

NO_ROWS = {"picks-TOTAL_FORMS": 0, "picks-INITIAL_FORMS": 0}
FORMS = {
    "page": {"title": "About us", "slug": "about", "body": "<p>We write.</p>", "language": "en"},
    "frontpage": {"title": "What neighbours say", "language": "en"} | NO_ROWS,
    "identity": {"title": "The Strait Review", "language": "en"},
}


@pytest.mark.parametrize(("model", "form"), FORMS.items())
def test_editors_write_site_pages(editor: User, model: str, form: dict[str, Any]) -> None:
    desk = at_the_desk(editor)
    add = f"/admin/site_pages/{model}/add/"
    assert desk.get(add).status_code == 200
    desk.post(add, form | {"_continue": "Save draft"})
    revision = Revision.objects.get()
    assert revision.snapshot["title"] == form["title"]
    assert desk.get(f"/admin/site_pages/{model}/{revision.content_id}/change/").status_code == 200
    assert form["title"] in desk.get(f"/admin/site_pages/{model}/").content.decode()


@pytest.mark.parametrize("model", FORMS)
def test_others_do_not(writer: User, moderator: User, model: str) -> None:
    for user in (writer, moderator):
        assert at_the_desk(user).get(f"/admin/site_pages/{model}/add/").status_code == 403


def test_articles_are_chosen_for_the_front_page(editor: User) -> None:
    lead, picked = make_article(title="Lead"), make_article(title="Picked")
    rows = {"picks-TOTAL_FORMS": 1, "picks-0-article": picked.pk, "picks-0-position": 0}
    form = FORMS["frontpage"] | {"lead": lead.pk} | rows | {"_continue": "Save draft"}
    at_the_desk(editor).post("/admin/site_pages/frontpage/add/", form)
    snapshot = Revision.objects.get().snapshot
    assert (snapshot["lead"], snapshot["picks"][0]["article"]) == (lead.pk, picked.pk)


@pytest.mark.parametrize("model", ["frontpage", "identity"])
def test_a_second_one_in_a_language_is_refused_in_words(editor: User, model: str) -> None:
    desk = at_the_desk(editor)
    add = f"/admin/site_pages/{model}/add/"
    for _time in range(2):
        response = desk.post(add, FORMS[model] | {"_continue": "Save draft"})
    assert response.status_code == 200
    assert response.context["adminform"].form.errors
    assert Revision.objects.count() == 1


def test_a_reserved_address_is_refused_in_words(editor: User) -> None:
    form = FORMS["page"] | {"slug": "articles", "_continue": "Save draft"}
    response = at_the_desk(editor).post("/admin/site_pages/page/add/", form)
    assert response.context["adminform"].form.errors["slug"]


@pytest.mark.parametrize("model", ["frontpage", "identity"])
def test_the_one_that_a_language_has_already_is_led_to(editor: User, model: str) -> None:
    desk = at_the_desk(editor)
    add = f"/admin/site_pages/{model}/add/"
    form = FORMS[model] | {"_continue": "Save draft"}
    desk.post(add, form)
    there = Revision.objects.get().content_id
    page = desk.post(add, form).content.decode()
    assert "There is one in English already." in page
    assert f'<a href="/admin/site_pages/{model}/{there}/change/">Open it</a>' in page
    assert "has this address already" not in page
    assert Revision.objects.count() == 1
