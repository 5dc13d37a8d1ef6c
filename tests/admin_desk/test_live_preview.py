"""The reader's page of what is typed: all of it, nothing kept, for those who may write it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Picture
from newsroom.publishing import kinds, lifecycle
from newsroom.publishing.content import Content
from newsroom.publishing.editions import Change
from newsroom.publishing.revisions import Revision
from newsroom.publishing.topics import Topic
from tests.articles.making import (
    add_parts,
    live_article,
    make_article,
    make_author,
    make_image,
    place,
)
from tests.cast import person
from tests.factories import make_quote, published, recorded
from tests.pieces.models import Piece

from .desk import at_the_desk, opened, piece_form, url

pytestmark = pytest.mark.django_db

ADD = "/admin/articles/article/add/"
SECTIONS = "articles_section_set"


@pytest.fixture
def article(editor: User, moderator: User) -> Article:
    article = make_article(authors=[make_author()], lead_image=make_image())
    place(article, Picture, image=make_image())
    add_parts(article, editor, moderator)
    recorded(article, editor)
    return article


def change(content: Content) -> str:
    options = content._meta
    return f"/admin/{options.app_label}/{options.model_name}/{content.pk}/change/"


def form_of(desk: Client, address: str) -> dict[str, Any]:
    return opened(desk.get(address))


def preview(desk: Client, address: str, form: dict[str, Any], status: int = 200) -> Any:
    """What the pane gets."""
    at = address.replace("/change/", "/").rstrip("/") + "/live-preview/"
    response = desk.post(at, form, headers={"accept": "application/json"})
    assert response.status_code == status
    return response.json() if status == 200 else response


def test_it_shows_what_is_typed_and_not_saved(article: Article, editor: User) -> None:
    desk = at_the_desk(editor)
    form = form_of(desk, change(article))
    number = form[f"{SECTIONS}-TOTAL_FORMS"]
    form |= {
        "title": "Typed just now",
        "topics": [Topic.objects.create(name="Trade").pk],
        f"{SECTIONS}-0-text": "<p>Typed <em>words</em></p>",
        f"{SECTIONS}-1-DELETE": "on",
        f"{SECTIONS}-{number}-heading": "A new block",
        f"{SECTIONS}-{number}-region": "main",
        f"{SECTIONS}-{number}-ordering": 1,
        f"{SECTIONS}-TOTAL_FORMS": number + 1,
    }
    deleted = form[f"{SECTIONS}-1-heading"]
    shown = preview(desk, change(article), form)
    page = shown["page"]
    assert shown["problems"] == []
    for words in ("Typed just now", "Typed <em>words</em>", "A new block", "Trade"):
        assert words in page
    assert deleted not in page
    assert page.index("A new block") < page.index("Typed <em>words</em>")


def test_a_moved_block_stands_where_it_was_moved(article: Article, editor: User) -> None:
    desk = at_the_desk(editor)
    form = form_of(desk, change(article))
    first, second = form[f"{SECTIONS}-0-heading"], form[f"{SECTIONS}-1-heading"]
    form[f"{SECTIONS}-0-ordering"] = 9999
    page = preview(desk, change(article), form)["page"]
    assert page.index(f">{second}</h2>") < page.index(f">{first}</h2>")


def test_a_piece_that_was_never_saved_has_one(editor: User) -> None:
    desk = at_the_desk(editor)
    form = form_of(desk, ADD) | {"title": "Brand new", "standfirst": "From the start."}
    page = preview(desk, ADD, form)["page"]
    assert "Brand new" in page
    assert "From the start." in page
    assert not Article.objects.exists()


KINDS = ("author", "event", "question", "quote", "expert", "promo", "page")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_one_from_an_empty_form_on(kind: str, admin: User) -> None:
    model = kinds.kind_named(kind).model
    # A published piece without parts: what has no id must not seem to stand there.
    live_article(admin, title="Somebody else's")
    address = f"/admin/{model._meta.app_label}/{model._meta.model_name}/add/"
    desk = at_the_desk(admin)
    shown = preview(desk, address, form_of(desk, address))
    assert "<main" in shown["page"]
    assert "Somebody else" not in shown["page"].partition("<main")[2]


def test_a_form_with_gaps_is_shown_as_far_as_it_goes(article: Article, editor: User) -> None:
    desk = at_the_desk(editor)
    form = form_of(desk, change(article)) | {"title": "", "standfirst": "Still typing"}
    shown = preview(desk, change(article), form)
    assert "Still typing" in shown["page"]
    (problem,) = shown["problems"]
    assert problem == {
        "where": "Title",
        "message": "This field is required.",
        "field": "id_title",
    }


def test_nothing_is_written(article: Article, editor: User) -> None:
    desk = at_the_desk(editor)
    form = form_of(desk, change(article)) | {"title": "Typed"}
    before = (Revision.objects.count(), Content.objects.get(pk=article.pk).version)
    with CaptureQueriesContext(connection) as captured:
        preview(desk, change(article), form)
    said = {query["sql"].split()[0] for query in captured.captured_queries}
    assert said == {"SELECT"}
    assert (Revision.objects.count(), Content.objects.get(pk=article.pk).version) == before


def test_no_file_is_stored(editor: User, settings: Any, tmp_path: Path) -> None:
    settings.STORAGES = settings.STORAGES | {
        "private": settings.STORAGES["private"] | {"OPTIONS": {"location": tmp_path}}
    }
    quote = make_quote()
    recorded(quote, editor)
    desk = at_the_desk(editor)
    form = form_of(desk, change(quote))
    file = BytesIO(b"x" * 3_000_000)
    file.name = "talk.txt"
    shown = preview(desk, change(quote), form | {"evidence-0-file": file})
    assert shown["problems"] == []
    assert list(tmp_path.rglob("*")) == []


def test_who_may_not_write_it_gets_none(article: Article, writer: User, moderator: User) -> None:
    form = form_of(at_the_desk(moderator), change(article))
    for somebody in (writer, moderator, person("nobody")):
        preview(at_the_desk(somebody), change(article), form, status=403)
    preview(at_the_desk(moderator), ADD, form, status=403)
    response = preview(Client(), change(article), form, status=302)
    assert response["Location"].startswith("/admin/login/")


def test_it_is_asked_for_by_post_with_a_token(article: Article, editor: User) -> None:
    desk = at_the_desk(editor)
    assert desk.get(f"{change(article).removesuffix('change/')}live-preview/").status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor)
    preview(strict, change(article), {}, status=403)


def test_what_was_deleted_meanwhile_is_shown_as_a_new_draft(editor: User) -> None:
    piece = Piece.objects.create(title="Bridges", slug="bridges")
    form = piece_form(piece, text="Words.")
    address = url(piece)
    lifecycle.delete(content=piece, by=editor)
    assert "Words." in preview(at_the_desk(editor), address, form)["page"]


@pytest.mark.parametrize("accept", ["application/json", "text/html"])
def test_nobody_keeps_or_indexes_it(article: Article, editor: User, accept: str) -> None:
    desk = at_the_desk(editor)
    form = form_of(desk, change(article))
    at = change(article).replace("change", "live-preview")
    response = desk.post(at, form, headers={"accept": accept})
    assert response["Cache-Control"].startswith("private, no-store")
    assert response["X-Robots-Tag"] == "noindex"
    assert response["X-Frame-Options"] == "DENY"


def test_as_a_whole_page_it_says_what_it_is_and_what_is_missing(
    article: Article, editor: User
) -> None:
    desk = at_the_desk(editor)
    form = form_of(desk, change(article)) | {"title": "", "standfirst": "Still typing"}
    page = desk.post(change(article).replace("change", "live-preview"), form).content.decode()
    assert "Preview: not public." in page
    assert "Title: This field is required." in page
    assert "Still typing" in page
    assert "site.js" in page


def test_in_the_pane_no_script_is_asked_for(article: Article, editor: User) -> None:
    """The frame lets none run, and says so in the console."""
    desk = at_the_desk(editor)
    page = preview(desk, change(article), form_of(desk, change(article)))["page"]
    assert "<script" not in page
    assert "Preview: not public." not in page


def test_the_page_is_in_the_language_of_the_article(article: Article, editor: User) -> None:
    desk = at_the_desk(editor)
    form = form_of(desk, ADD) | {"title": "橋", "language": "ja"}
    page = preview(desk, ADD, form)["page"]
    assert '<html lang="ja">' in page
    assert desk.get(ADD).headers["Content-Language"] == "en"


def test_what_cannot_be_shown_is_told_in_words(
    editor: User, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_args: object) -> None:
        raise RuntimeError

    piece = kinds.kind_named("piece")
    monkeypatch.setitem(kinds._kinds, "piece", replace(piece, compose=fail))
    desk = at_the_desk(editor)
    shown = preview(desk, "/admin/pieces/piece/add/", piece_form())
    assert shown["page"] is None
    assert shown["problems"][-1]["message"].startswith("It cannot be shown as it is now.")
    page = desk.post("/admin/pieces/piece/add/live-preview/", piece_form())
    assert "It cannot be shown as it is now." in page.content.decode()
    assert "There is no preview of this piece." in caplog.text


def test_parts_that_readers_do_not_see_yet_are_marked(editor: User, moderator: User) -> None:
    author = make_author()
    recorded(author, editor)
    article = make_article(authors=[author])
    made = add_parts(article, editor, moderator)
    recorded(article, editor)
    desk = at_the_desk(editor)

    def marks() -> int:
        return preview(desk, change(article), form_of(desk, change(article)))["page"].count(
            'class="not-public"'
        )

    assert marks() == 1  # the author
    for part in made:
        part.slug += "-again"
        part.save()
        recorded(part, editor)
    assert marks() == 1 + len(made)


def test_readers_see_no_mark(editor: User, moderator: User, client: Client) -> None:
    article, _edition = live_article(editor, title="Bridges")
    add_parts(article, editor, moderator)
    recorded(article, editor)
    published(article, by=editor, change=Change.UPDATE)
    page = client.get("/en/articles/bridges/").content.decode()
    assert "Event part" in page
    assert "not-public" not in page


def test_it_asks_no_more_of_fifty_than_of_one(
    article: Article, editor: User, moderator: User
) -> None:
    few = _queries(article, editor)
    add_parts(article, editor, moderator, number=49)
    for _number in range(49):
        place(article, Picture, image=make_image())
    assert len(_queries(article, editor)) == len(few)


def _queries(article: Article, editor: User) -> list[str]:
    desk = at_the_desk(editor)
    form = form_of(desk, change(article))
    preview(desk, change(article), form)
    with CaptureQueriesContext(connection) as captured:
        preview(desk, change(article), form)
    return [query["sql"] for query in captured.captured_queries]


def test_the_link_to_what_was_saved_says_what_it_is(
    article: Article, editor: User, client: Client
) -> None:
    page = at_the_desk(editor).get(change(article)).content.decode()
    address = page.partition(f'value="{settings.SITE_URL}/preview/')[2].partition('"')[0]
    assert "It shows Revision 1 as it was saved" in page
    assert "How neighbours talk" in client.get(f"/preview/{address}").content.decode()


def test_a_form_that_may_not_be_written_or_pops_up_has_none(
    article: Article, editor: User, moderator: User
) -> None:
    assert "preview-pane" in at_the_desk(editor).get(change(article)).content.decode()
    assert "preview-pane" not in at_the_desk(moderator).get(change(article)).content.decode()
    popup = at_the_desk(editor).get(ADD, {"_popup": "1"}).content.decode()
    assert "preview-pane" not in popup
