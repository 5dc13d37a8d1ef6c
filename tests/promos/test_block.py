import datetime as dt

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from newsroom.publishing import lifecycle
from newsroom.publishing.pages import PageFacts
from newsroom.publishing.parts import LiveParts
from promos.models import Course, Promo, Relationship
from promos.pages import PromoBlock, promo_block, promo_moments
from tests.factories import make_promo, published

NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)

pytestmark = pytest.mark.django_db


def block_of(promo: Promo, *, at: dt.datetime = NOON, language: str = "en") -> PromoBlock | None:
    parts = LiveParts(at)
    part = parts.get(promo.pk)
    return promo_block(part, parts, PageFacts(language=language, path="/a/", at=at))


def live(editor, **fields) -> Promo:
    promo = make_promo(**fields)
    published(promo, by=editor, at=NOON - 10 * HOUR)
    return promo


def test_a_block_shows_what_the_live_edition_says(editor):
    promo = live(editor, pitch="Ten lessons.", courses=["Hangul", "Grammar"])
    Promo.objects.update(pitch="Edited since.")
    block = block_of(promo)
    assert block.pitch == "Ten lessons."
    assert [course.title for course in block.courses] == ["Hangul", "Grammar"]


def test_a_block_is_shown_within_its_window_alone(editor):
    promo = live(editor, shown_from=NOON - HOUR, shown_until=NOON + HOUR)
    shown = [block_of(promo, at=NOON + n * HOUR) is not None for n in (-2, -1, 0, 1)]
    assert shown == [False, True, True, False]


def test_the_page_is_told_when_the_window_opens_and_ends(editor):
    promo = live(editor, shown_from=NOON - HOUR, shown_until=NOON + HOUR)
    parts = LiveParts(NOON)
    assert promo_moments(parts.get(promo.pk), parts) == (NOON - HOUR, NOON + HOUR)


def test_a_withdrawn_promo_leaves_nothing(editor):
    promo = live(editor)
    lifecycle.withdraw(content=promo, reason="Sold out", by=editor, at=NOON - HOUR)
    parts = LiveParts(NOON)
    assert block_of(promo) is None
    assert promo_moments(parts.get(promo.pk), parts) == ()


@pytest.mark.parametrize(
    ("relationship", "rel"),
    [
        (Relationship.OWN, "sponsored noopener"),
        (Relationship.AFFILIATE, "sponsored noopener"),
        (Relationship.PAID, "sponsored noopener"),
        (Relationship.HOUSE, "noopener"),
    ],
)
def test_links_are_sponsored_on_all_but_house_promos(editor, relationship, rel):
    promo = live(editor, relationship=relationship, advertiser="Example Ltd")
    Course.objects.create(promo=promo, title="Hangul", url="https://example.org/hangul")
    published(promo, by=editor, change="update", at=NOON - HOUR)
    html = rendered(block_of(promo))
    assert html.count("<a ") == html.count(f'rel="{rel}"') == 2


@pytest.mark.parametrize(
    ("relationship", "label"),
    [
        (Relationship.OWN, "Advertisement · From our publisher"),
        (Relationship.AFFILIATE, "Advertisement"),
        (Relationship.PAID, "Advertisement"),
        (Relationship.HOUSE, "Notice from this site"),
    ],
)
def test_the_label_says_what_it_is(editor, relationship, label):
    block = block_of(live(editor, relationship=relationship, advertiser="Example Ltd"))
    assert str(block.label) == label


def test_label_and_disclosure_stand_before_the_heading(editor):
    html = rendered(block_of(live(editor, disclosure="We earn from every sale.")))
    order = [html.index(words) for words in ("From our", "We earn", "Learn Korean", "See the")]
    assert order == sorted(order)


def test_a_translation_has_its_words_and_the_address_and_window_of_the_original(editor):
    original = live(
        editor,
        relationship=Relationship.PAID,
        advertiser="Example Ltd",
        shown_until=NOON + HOUR,
    )
    translation = live(editor, original=original, language="ja", heading="韓国語を学ぶ")
    block = block_of(translation, language="ja")
    assert (block.heading, block.cta_url) == ("韓国語を学ぶ", "https://example.org/courses")
    assert (block.advertiser, block.rel) == ("Example Ltd", "sponsored noopener")
    assert block_of(translation, at=NOON + HOUR, language="ja") is None


def rendered(block: PromoBlock, language: str = "en") -> str:
    with override(language):
        return render_to_string("components/promo.html", {"promo": block})
