import pytest
from django.urls import reverse

from newsroom.publishing.revisions import head_of
from tests.admin_desk.desk import at_the_desk
from tests.factories import make_event, make_source
from timeline.models import Event

pytestmark = pytest.mark.django_db


def rows(prefix: str, *rows: dict[str, object]) -> dict[str, object]:
    """What a browser posts for the rows of an inline."""
    posted: dict[str, object] = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": 0}
    for number, row in enumerate(rows):
        posted |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return posted


def event_form(**fields: object) -> dict[str, object]:
    opened = {"edit_version": 0, "title": "A festival", "slug": "a-festival", "language": "en"}
    return opened | rows("cited_sources") | rows("status_changes") | fields


def test_an_event_is_written_on_one_screen_with_its_sources_and_history(writer):
    source = make_source("Statement").pk
    posted = event_form(date="c. March 2020", status="postponed", _continue="1")
    posted |= rows("cited_sources", {"source": source, "position": 0})
    posted |= rows(
        "status_changes",
        {"status": "postponed", "on": "24 March 2020", "source": source},
        {"status": "planned", "on": "2019"},
    )
    at_the_desk(writer).post(reverse("admin:timeline_event_add"), posted)
    snapshot = head_of(Event.objects.get()).snapshot
    assert snapshot["date"] == "2020-03~"
    assert [row["shown"]["title"] for row in snapshot["citations"]] == ["Statement"]
    history = [(row["status"], row["on"]) for row in snapshot["status_changes"]]
    assert history == [("planned", "2019"), ("postponed", "2020-03-24")]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"date": "some day"}, "not understood as a date"),
        ({"countries": "Japan"}, "two capital letters"),
    ],
)
def test_a_form_with_nonsense_comes_back_with_words(writer, fields, words):
    response = at_the_desk(writer).post(reverse("admin:timeline_event_add"), event_form(**fields))
    assert words in response.content.decode()
    assert not Event.objects.exists()


def test_what_stands_on_the_original_is_refused_on_a_translation_in_words(editor):
    posted = event_form(language="ja", original=make_event().pk, date="2023")
    response = at_the_desk(editor).post(reverse("admin:timeline_event_add"), posted)
    assert "change it on the original" in response.content.decode()


def test_the_list_and_the_form_open(editor):
    event, desk = make_event(), at_the_desk(editor)
    assert "16 March 2023" in desk.get(reverse("admin:timeline_event_changelist")).content.decode()
    form = desk.get(reverse("admin:timeline_event_change", args=[event.pk])).content.decode()
    assert "Headline" in form
    assert "Treaty series" in form


def test_the_list_has_two_columns_of_different_names(editor):
    make_event()
    page = at_the_desk(editor).get("/admin/timeline/event/").content.decode()
    assert "Happened or planned<" in page
    assert page.count('data-filter-title="status"') == 1
