"""An expert's name, address and place in a list."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from quotes.models import Expert, NameOrder
from tests.factories import make_expert

pytestmark = pytest.mark.django_db


def test_an_expert_is_one_content_in_every_language() -> None:
    assert make_expert().language == ""


def test_the_address_is_made_from_the_name() -> None:
    assert make_expert("Yūki Satō").slug == "yūki-satō"


def test_a_namesake_has_an_address_of_their_own() -> None:
    make_expert("Aki Moriyama")
    namesake = make_expert("Aki Moriyama")
    assert namesake.slug == f"aki-moriyama-{namesake.translation_key.hex[:8]}"


def test_saving_again_keeps_the_address() -> None:
    expert = make_expert("Aki Moriyama")
    expert.title = "Aki Moriyama-Tanaka"
    expert.save()
    assert expert.slug == "aki-moriyama"


@pytest.mark.parametrize(
    ("name", "order", "sorted_as"),
    [
        ("Yūki Satō", NameOrder.GIVEN_FIRST, "sato yuki"),
        ("Kim Jiyoung", NameOrder.FAMILY_FIRST, "kim jiyoung"),
        ("Mary Ann Smith", NameOrder.GIVEN_FIRST, "smith mary ann"),
        ("Pelé", NameOrder.GIVEN_FIRST, "pele"),
    ],
)
def test_an_expert_is_sorted_by_family_name(name: str, order: str, sorted_as: str) -> None:
    assert Expert(title=name, name_order=order)._sorted_as() == sorted_as


def test_a_given_sort_key_stays() -> None:
    assert make_expert("Aki Moriyama", sort_key="mori").sort_key == "mori"


def test_an_expert_made_by_a_program_is_valid() -> None:
    Expert(title="Aki Moriyama").full_clean()


def test_an_expert_has_a_name() -> None:
    with pytest.raises(ValidationError, match="title"):
        Expert(title="").full_clean()
