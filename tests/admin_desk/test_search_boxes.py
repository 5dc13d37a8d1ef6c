"""What the form's search boxes find, and where links to a content of any kind lead."""

import pytest

from newsroom.publishing.topics import Topic
from tests.pieces.models import Note, Piece

from .desk import at_the_desk, url

pytestmark = pytest.mark.django_db


def found(user, field: str, term: str = "", **more: str) -> list[str]:
    model, _, name = field.partition(".")
    asked = {"app_label": "pieces", "model_name": model, "field_name": name, "term": term, **more}
    answer = at_the_desk(user).get("/admin/autocomplete/", asked)
    return [result["text"] for result in answer.json()["results"]]


def test_a_part_is_found_by_its_title_whatever_its_kind(writer):
    Piece.objects.create(title="Bridges", slug="bridges")
    Note.objects.create(title="A bridge, noted")
    assert found(writer, "shown.part", "bridge") == ["A bridge, noted", "Bridges"]


def test_an_original_is_of_the_same_kind_and_no_translation(writer):
    original = Piece.objects.create(title="Bridges", slug="bridges")
    Piece.objects.create(title="橋", slug="hashi", language="ja", original=original)
    Note.objects.create(title="A note")
    page = at_the_desk(writer).get("/admin/pieces/piece/add/").content.decode()
    assert 'data-ajax--url="/admin/autocomplete/?kind=piece"' in page
    assert found(writer, "piece.original", kind="piece") == ["Bridges"]


def test_topics_are_found_by_their_names_in_any_language(writer):
    Topic.objects.create(name="Trade", name_ja="貿易", slug="trade")
    assert found(writer, "piece.topics", "貿易") == ["Trade"]


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
    assert "/admin/publishing/content/" not in client.get("/admin/").content.decode()
