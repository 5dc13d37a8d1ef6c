import pytest
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.forms import modelform_factory
from django.test.utils import isolate_apps

from newsroom.dates.fields import EdtfField

with isolate_apps("newsroom.richtext"):

    class Moment(models.Model):
        when = EdtfField(blank=True)

        class Meta:
            app_label = "richtext"

        def __str__(self) -> str:
            return self.when


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("2023-03", "2023-03"),
        (" 16 March 2023\r\n", "2023-03-16"),
        ("2023\u202e", "2023"),
        ("", ""),
    ],
)
def test_words_are_stored_as_edtf(typed: str, stored: str) -> None:
    field = Moment._meta.get_field("when")
    moment = Moment(when=typed)
    moment.full_clean()
    assert moment.when == stored
    assert field.get_db_prep_save(typed, connection) == stored


def test_a_form_takes_words_and_says_which() -> None:
    form = modelform_factory(Moment, fields=["when"])({"when": "令和5年3月16日"})
    assert "16 March 2023" in form.fields["when"].help_text
    assert form.is_valid()
    assert form.instance.when == "2023-03-16"


def test_no_date_is_refused_in_the_form_and_by_the_database() -> None:
    form = modelform_factory(Moment, fields=["when"])({"when": "soon"})
    assert "“soon” is not understood as a date." in form.errors["when"][0]
    with pytest.raises(ValidationError):
        Moment._meta.get_field("when").get_db_prep_save("soon", connection)


def test_half_a_character_does_not_come_back_in_the_refusal() -> None:
    with pytest.raises(ValidationError) as refusal:
        Moment(when="2023\ud800").full_clean()
    assert "half a character" in str(refusal.value)


def test_migrations_know_a_plain_field() -> None:
    assert Moment._meta.get_field("when").deconstruct()[1:] == (
        "django.db.models.CharField",
        [],
        {"max_length": 64, "blank": True},
    )
