import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from newsroom.publishing import lifecycle
from newsroom.publishing.previews import preview_url
from promos.models import Promo, Relationship
from tests.factories import make_promo, recorded

NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)

pytestmark = pytest.mark.django_db


def test_a_restored_revision_brings_back_fields_and_courses(editor):
    promo = make_promo(shown_from=NOON, pitch="First.", courses=["Hangul", "Grammar"])
    before = recorded(promo, editor)
    promo.courses.first().delete()
    Promo.objects.update(pitch="Second.", shown_from=None)
    recorded(promo, editor)
    restored, lost = lifecycle.restore(revision=before, by=editor)
    promo.refresh_from_db()
    assert (promo.pitch, promo.shown_from, lost) == ("First.", NOON, [])
    assert [course.title for course in promo.courses.all()] == ["Hangul", "Grammar"]
    assert restored.digest == before.digest


@pytest.mark.parametrize(
    "fact",
    [
        {"relationship": Relationship.OWN},
        {"cta_url": "https://example.org/"},
        {"shown_from": NOON},
        {"shown_until": NOON},
    ],
)
def test_a_translation_cannot_hold_what_stands_on_its_original(fact):
    translation = make_promo(original=make_promo(), language="ko")
    for name, value in fact.items():
        setattr(translation, name, value)
    with pytest.raises(ValidationError) as refusal:
        translation.full_clean()
    assert list(refusal.value.error_dict) == list(fact)


def test_a_window_that_ends_before_it_begins_is_refused():
    promo = make_promo()
    promo.shown_from = promo.shown_until = NOON
    with pytest.raises(ValidationError, match="Choose a later end"):
        promo.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        promo.save()


def test_an_address_must_be_a_web_address():
    promo = make_promo()
    promo.cta_url = "javascript:alert(1)"
    with pytest.raises(ValidationError) as refusal:
        promo.full_clean()
    assert list(refusal.value.error_dict) == ["cta_url"]


def test_a_preview_shows_the_block_even_outside_its_window(editor, client):
    promo = make_promo(shown_until=NOON.replace(year=2000))
    response = client.get(preview_url(recorded(promo, editor)))
    assert "Learn Korean" in response.content.decode()
