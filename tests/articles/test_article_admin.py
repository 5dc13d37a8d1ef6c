"""Writing articles at the desk."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from articles.models import Article, Author, Section
from articles.snapshots import BLOCKS
from newsroom.publishing import lifecycle
from newsroom.publishing.inspection import inspect
from newsroom.publishing.previews import preview_url
from newsroom.publishing.revisions import Revision, head_of
from tests.admin_desk.desk import at_the_desk, opened, told
from tests.articles.making import add_parts, make_article, make_author, make_image
from tests.factories import published, recorded

pytestmark = pytest.mark.django_db

SAVE = {"_continue": "Save draft"}
ADD = "/admin/articles/article/add/"


def url(article: Article) -> str:
    return f"/admin/articles/article/{article.pk}/change/"


@pytest.fixture
def article(editor: User, moderator: User) -> Article:
    """A draft with a block of each type and a row in each list."""
    article = make_article(authors=[make_author()], lead_image=make_image())
    add_parts(article, editor, moderator)
    recorded(article, editor)
    return article


def test_saving_what_was_opened_changes_nothing(article: Article, editor: User) -> None:
    desk = at_the_desk(editor)
    response = desk.post(url(article), opened(desk.get(url(article))) | SAVE, follow=True)
    assert told(response) == ["Nothing has changed since revision 1: there is no new one."]
    assert Revision.objects.filter(content=article.pk).count() == 1


def test_a_section_is_changed_and_recorded(article: Article, editor: User) -> None:
    desk = at_the_desk(editor)
    form = opened(desk.get(url(article)))
    name = next(name for name, value in form.items() if value == "How it began")
    desk.post(url(article), form | {name: "How it really began"} | SAVE)
    section = article.articles_section_set.order_by("ordering").first()
    assert (section.heading, section.anchor) == ("How it really began", "how-it-began")
    assert head_of(article).number == 2


def test_a_block_is_inserted_between_others(article: Article, editor: User) -> None:
    desk = at_the_desk(editor)
    form = opened(desk.get(url(article)))
    prefix, number = "articles_section_set", int(form["articles_section_set-TOTAL_FORMS"])
    new = {"heading": "In between", "text": "<p>More.</p>", "region": "main", "ordering": 15}
    form |= {f"{prefix}-{number}-{name}": value for name, value in new.items()}
    desk.post(url(article), form | {f"{prefix}-TOTAL_FORMS": number + 1} | SAVE)
    blocks = head_of(article).snapshot["blocks"]
    assert [block.get("heading") for block in blocks[:2]] == ["How it began", "In between"]
    assert Section.objects.get(heading="In between").anchor == "in-between"


def test_markup_that_is_not_allowed_is_taken_out(article: Article, editor: User) -> None:
    desk = at_the_desk(editor)
    form = opened(desk.get(url(article)))
    name = next(name for name, value in form.items() if value == "<p>It began with a letter.</p>")
    desk.post(url(article), form | {name: "<p onclick=x>Hello<script>x</script></p>"} | SAVE)
    assert article.articles_section_set.order_by("ordering").first().text == "<p>Hello</p>"


@pytest.mark.parametrize("block", ["quote", "picture", "promo"])
def test_a_block_keeps_its_place_in_the_draft_until_its_part_is_chosen(
    article: Article, editor: User, block: str
) -> None:
    published(article.authors.get().author, by=editor)
    before = published(article, by=editor)
    desk = at_the_desk(editor)
    form = opened(desk.get(url(article)))
    model = BLOCKS[block][0]
    prefix = f"articles_{model._meta.model_name}_set"
    number = int(form[f"{prefix}-TOTAL_FORMS"])
    new = {"region": "main", "ordering": 15} | ({"caption": "Typed"} if block == "picture" else {})
    form |= {f"{prefix}-{number}-{name}": value for name, value in new.items()}
    desk.post(url(article), form | {f"{prefix}-TOTAL_FORMS": number + 1} | SAVE)
    head = head_of(article)
    assert (head.number, head.snapshot["blocks"][1]["type"]) == (2, block)
    assert head.snapshot["blocks"][1].get("caption", "") == new.get("caption", "")
    places = [it for name, it in opened(desk.get(url(article))).items() if "-ordering" in name]
    assert "15" in map(str, places)
    found = [finding.code for finding in inspect([head], timezone.now()).obstacles]
    assert found == ["not_chosen"]
    for shown in (
        f"/en{before.path}",
        preview_url(head),
        f"/admin/articles/article/{article.pk}/compare/",
    ):
        assert desk.get(shown, follow=True).status_code == 200
    desk.post(url(article), opened(desk.get(url(article))) | {"title": "Other"} | SAVE)
    lifecycle.restore(revision=head, by=editor)
    assert model.objects.filter(parent=article).count() == number + 1


def test_writers_write_articles_of_their_own_alone(article: Article, writer: User) -> None:
    desk = at_the_desk(writer)
    form = opened(desk.get(ADD)) | {"title": "My own", "slug": "my-own"}
    desk.post(ADD, form | SAVE)
    own = Article.objects.get(slug="my-own")
    assert head_of(own).author == writer
    assert desk.post(url(article), {}).status_code == 403


def test_the_form_asks_for_all_that_an_article_is_made_of(editor: User) -> None:
    page = at_the_desk(editor).get(ADD).content.decode()
    for name in ("authors", "events", "questions", "cited_sources", "articles_section_set"):
        assert f"{name}-TOTAL_FORMS" in page
    assert "content_editor" in page


def test_authors_are_written_and_listed(editor: User) -> None:
    desk = at_the_desk(editor)
    add = "/admin/articles/author/add/"
    desk.post(add, opened(desk.get(add)) | {"title": "Hana Mori", "slug": "hana-mori"} | SAVE)
    author = Author.objects.get()
    published(author, by=editor)
    assert "Hana Mori" in desk.get("/admin/articles/author/").content.decode()
