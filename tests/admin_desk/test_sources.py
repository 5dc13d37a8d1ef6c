import pytest

from newsroom.publishing import lifecycle
from newsroom.sources.models import CitedSource, Source
from quotes.models import Expert

from .desk import at_the_desk

pytestmark = pytest.mark.django_db

SOURCES = "/admin/sources/source/"


def source_form(**fields):
    names = ("title", "author", "publisher", "published_on", "language", "url", "archived_url")
    empty = dict.fromkeys((*names, "accessed_on", "note"), "")
    return {**empty, "title": "The treaty", **fields}


@pytest.fixture
def source() -> Source:
    return Source.objects.create(title="The treaty", publisher="The ministry")


def test_everybody_who_writes_adds_sources_and_editors_change_them(writer, editor):
    at_the_desk(writer).post(f"{SOURCES}add/", source_form())
    page = f"{SOURCES}{Source.objects.get().pk}/change/"
    assert at_the_desk(writer).post(page, source_form(title="Forged")).status_code == 403
    at_the_desk(editor).post(page, source_form(title="The treaty of 1965"))
    assert Source.objects.get().title == "The treaty of 1965"


def test_an_address_that_is_none_is_an_error_of_the_form(writer):
    form = source_form(url="javascript:alert(1)")
    response = at_the_desk(writer).post(f"{SOURCES}add/", form)
    assert response.context["adminform"].form.errors["url"]


def test_a_source_is_found_by_title_author_or_publisher(writer, source):
    answer = at_the_desk(writer).get(f"{SOURCES}choices/", {"q": "ministry"}).json()
    assert [found["id"] for found in answer["results"]] == [str(source.pk)]


def test_a_source_that_a_draft_cites_is_not_deleted(editor, source):
    expert = Expert.objects.create(title="An expert")
    CitedSource.objects.create(content=expert, source=source)
    lifecycle.record(content=expert, by=editor)
    at_the_desk(editor).post(f"{SOURCES}{source.pk}/delete/", {"post": "yes"})
    assert Source.objects.exists()
