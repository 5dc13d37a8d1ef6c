import datetime as dt

import pytest
from django.urls import reverse

from newsroom.publishing.revisions import head_of
from promos.models import Promo
from tests.admin_desk.desk import at_the_desk
from tests.factories import make_promo

pytestmark = pytest.mark.django_db

WORDS = {
    "edit_version": 0,
    "title": "Spring",
    "language": "en",
    "heading": "Learn Korean",
    "cta_label": "See the courses",
}


def courses(*rows: dict[str, object]) -> dict[str, object]:
    """What a browser posts for the rows of courses."""
    posted: dict[str, object] = {"courses-TOTAL_FORMS": len(rows), "courses-INITIAL_FORMS": 0}
    for number, row in enumerate(rows):
        posted |= {f"courses-{number}-{name}": value for name, value in row.items()}
    return posted


def test_a_promo_is_written_on_one_screen_with_its_courses_and_window(writer):
    posted = WORDS | courses(
        {"position": 2, "title": "Hangul"}, {"position": 1, "title": "Greetings"}
    )
    posted |= {"relationship": "own", "shown_until": "2026-03-01T12:30", "_continue": "1"}
    at_the_desk(writer).post(reverse("admin:promos_promo_add"), posted)
    promo = Promo.objects.get()
    assert promo.shown_until == dt.datetime(2026, 3, 1, 12, 30, tzinfo=dt.UTC)
    assert [row["title"] for row in head_of(promo).snapshot["courses"]] == ["Greetings", "Hangul"]


def test_what_stands_on_the_original_is_refused_on_a_translation_in_words(editor):
    original = make_promo()
    posted = WORDS | courses() | {"language": "ja", "original": original.pk, "relationship": "own"}
    response = at_the_desk(editor).post(reverse("admin:promos_promo_add"), posted)
    assert "change it on the original" in response.content.decode()


def test_the_list_and_the_form_open(editor):
    promo, desk = make_promo(courses=["Hangul"]), at_the_desk(editor)
    assert "Spring courses" in desk.get(reverse("admin:promos_promo_changelist")).content.decode()
    form = desk.get(reverse("admin:promos_promo_change", args=[promo.pk])).content.decode()
    assert "Hangul" in form
