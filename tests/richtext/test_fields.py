"""What the fields store is clean, whichever way it came."""

from collections.abc import Iterator

import pytest
from django.contrib.admin import ModelAdmin
from django.contrib.admin.sites import AdminSite
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.db.migrations.writer import MigrationWriter
from django.forms import ModelForm
from django.template import Context, Engine
from django.test import RequestFactory
from django.test.utils import isolate_apps
from django_prose_editor.widgets import AdminProseEditorWidget, ProseEditorWidget

from newsroom.richtext.fields import CleanCharField, CleanTextField, RichTextField, SafeURLField
from tests.richtext.payloads import UNSAFE_URLS

with isolate_apps("newsroom.richtext"):

    class Note(models.Model):
        title = CleanCharField(max_length=40)
        summary = CleanTextField(blank=True)
        body = RichTextField(blank=True)
        link = SafeURLField(blank=True)

        class Meta:
            app_label = "richtext"

        def __str__(self) -> str:
            return self.title


UNCLEAN = {
    "title": " Cafe\u0301\r\nRelations\x00 ",
    "summary": "one\r\ntwo\u202e",
    "body": "<div onclick=x>a<script>b</script></div>",
    "link": " https://example.org/ ",
}
CLEAN = {
    "title": "Café Relations",
    "summary": "one\ntwo",
    "body": "<p>a</p>",
    "link": "https://example.org/",
}


def values(note: Note) -> dict[str, str]:
    return {name: getattr(note, name) for name in CLEAN}


@pytest.fixture
def _table(transactional_db: None) -> Iterator[None]:
    with connection.schema_editor() as editor:
        editor.create_model(Note)
    yield
    with connection.schema_editor() as editor:
        editor.delete_model(Note)


@pytest.mark.database
@pytest.mark.usefixtures("_table")
def test_every_way_into_the_database_cleans() -> None:
    saved = Note.objects.create(**UNCLEAN)
    assert values(saved) == CLEAN  # the object shows what was stored
    Note.objects.bulk_create([Note(**UNCLEAN)])
    Note.objects.create(title="x")
    Note.objects.filter(title="x").update(**UNCLEAN)
    assert [values(note) for note in Note.objects.all()] == [CLEAN] * 3
    assert Note.objects.filter(title=UNCLEAN["title"]).count() == 3


def test_full_clean_cleans() -> None:
    note = Note(**UNCLEAN)
    note.full_clean()
    assert values(note) == CLEAN


@pytest.mark.parametrize("name", ["title", "summary", "body", "link"])
def test_half_a_character_is_an_error_of_its_field(name: str) -> None:
    note = Note(**{"title": "x", name: "a\ud800"})
    with pytest.raises(ValidationError) as refusal:
        note.full_clean()
    assert list(refusal.value.message_dict) == [name]


def test_an_empty_paragraph_does_not_satisfy_a_required_text() -> None:
    field = RichTextField()
    with pytest.raises(ValidationError, match="blank"):
        field.clean("<p> </p>", None)


@pytest.mark.parametrize("url", [url for url in UNSAFE_URLS if url])
def test_unsafe_addresses_are_refused(url: str) -> None:
    if "\u202e" in url:  # cleaning makes it harmless before it is looked at
        assert SafeURLField().clean(url, None) == "https://example.org/gnp.exe"
        return
    with pytest.raises(ValidationError, match="full web address"):
        SafeURLField().clean(url, None)


def test_migrations_know_plain_fields() -> None:
    fields = [Note._meta.get_field(name) for name in CLEAN]
    assert [MigrationWriter.serialize(field)[0] for field in fields] == [
        "models.CharField(max_length=40)",
        "models.TextField(blank=True)",
        "models.TextField(blank=True)",
        "models.URLField(blank=True, max_length=2000)",
    ]


class NoteForm(ModelForm):
    class Meta:
        model = Note
        fields = ("title", "summary", "body", "link")


def test_a_form_shows_the_editor_and_stores_clean_text() -> None:
    form = NoteForm(UNCLEAN | {"title": "x"})
    assert isinstance(form.fields["body"].widget, ProseEditorWidget)
    assert "data-django-prose-editor-configurable" in str(form["body"])
    assert form.is_valid(), form.errors
    assert values(form.instance) == CLEAN | {"title": "x"}


def test_the_stock_admin_shows_the_editor(rf: RequestFactory) -> None:
    form = ModelAdmin(Note, AdminSite()).get_form(rf.get("/"))()
    assert isinstance(form.fields["body"].widget, AdminProseEditorWidget)
    assert "&quot;Heading&quot;:{&quot;levels&quot;:[3]}" in str(form["body"])
    assert "django-prose-editor/configurable" in str(form.media)


def test_templates_clean_what_reached_the_database_another_way() -> None:
    engine = Engine(libraries={"richtext": "newsroom.richtext.templatetags.richtext"})
    template = engine.from_string("{% load richtext %}{{ body|richtext }}{{ body }}")
    shown = template.render(Context({"body": "<p onclick=x>a</p>"}))
    assert shown == "<p>a</p>&lt;p onclick=x&gt;a&lt;/p&gt;"
