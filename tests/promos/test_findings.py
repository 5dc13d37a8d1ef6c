import datetime as dt

import pytest

from newsroom.publishing import lifecycle
from newsroom.publishing.drafts import read_draft
from newsroom.publishing.findings import Case, Severity
from newsroom.publishing.refusals import Blocked
from promos.findings import find
from promos.models import Course, Promo, Relationship
from promos.snapshots import take
from tests.factories import make_promo, recorded

NOW = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)

pytestmark = pytest.mark.django_db


def found(promo: Promo) -> dict[str, Severity]:
    case = Case(content=promo, opens=NOW)
    return {finding.key: finding.severity for finding in find(take(read_draft(promo)), case)}


def test_nothing_stands_in_the_way_of_a_complete_promo():
    assert found(make_promo(courses=["Korean for beginners"])) == {}


def test_a_promo_says_who_earns_before_it_is_published():
    promo = make_promo(relationship="")
    assert found(promo) == {"no_disclosure:relationship": Severity.BLOCK}


@pytest.mark.parametrize("relationship", [Relationship.PAID, Relationship.AFFILIATE])
def test_a_promo_for_others_names_them(relationship):
    assert found(make_promo(relationship=relationship)) == {
        "no_disclosure:advertiser": Severity.BLOCK
    }
    assert found(make_promo(relationship=relationship, advertiser="Example Ltd")) == {}


@pytest.mark.parametrize(
    ("field", "code"),
    [("cta_url", "no_address"), ("cta_label", "no_cta_label"), ("heading", "no_heading")],
)
def test_a_promo_without_one_of_its_necessities_is_blocked(field, code):
    assert found(make_promo(**{field: ""})) == {code: Severity.BLOCK}


def test_addresses_that_are_no_web_addresses_are_blocked():
    promo = make_promo()
    Promo.objects.update(cta_url="javascript:alert(1)")
    Course.objects.create(promo=promo, title="Free", url="ftp://example.org/")
    assert found(promo) == {
        "unsafe_address:javascript:alert(1)": Severity.BLOCK,
        "unsafe_address:ftp://example.org/": Severity.BLOCK,
    }


@pytest.mark.parametrize(
    "words",
    [
        "Profitable reading",
        "a guide to mastering grammar",
        "Guaranteed results",
        "必ず話せるようになる",
        "儲かる方法",
        "수익 보장",
    ],
)
@pytest.mark.parametrize("field", ["heading", "pitch", "urging", "cta_label"])
def test_a_promise_of_profit_is_to_be_checked(field, words):
    assert found(make_promo(**{field: words})) == {"promised_profit": Severity.WARN}


def test_a_promise_in_the_title_of_a_course_counts_and_the_message_names_it():
    promo = make_promo(courses=["Profits with verbs"])
    [finding] = find(take(read_draft(promo)), Case(content=promo, opens=NOW))
    assert finding.code == "promised_profit"
    assert "Profits" in str(finding.message)


@pytest.mark.parametrize("words", ["Learn how the Stock Market works", "株式の読み方", "주식 공부"])
def test_what_puts_money_at_risk_says_what_may_be_lost(words):
    assert found(make_promo(pitch=words)) == {"no_risk_line": Severity.WARN}
    assert found(make_promo(pitch=words, risk_line="You may lose money.")) == {}


def test_a_masterpiece_and_a_trademark_promise_nothing():
    assert found(make_promo(pitch="A masterpiece, and a trademark.")) == {}


def test_a_translation_is_judged_by_its_words_alone():
    original = make_promo()
    translation = make_promo(original=original, language="ja")
    assert found(translation) == {}


def test_facts_on_a_translation_are_blocked():
    translation = make_promo(original=make_promo(), language="ja", relationship=Relationship.PAID)
    assert found(translation) == {"facts_on_translation": Severity.BLOCK}


def test_the_refusal_names_address_and_disclosure_at_once(editor):
    imported = Promo.objects.create(title="Imported", heading="Learn", cta_label="Here")
    with pytest.raises(Blocked) as refusal:
        lifecycle.publish(revision=recorded(imported, editor), by=editor)
    assert {finding.code for finding in refusal.value.findings} == {"no_disclosure", "no_address"}
