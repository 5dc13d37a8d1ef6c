"""A quote is approved once its words stand in the evidence, or were heard in it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from newsroom.publishing import lifecycle
from newsroom.publishing.audit import AuditEntry
from newsroom.publishing.drafts import read_draft
from newsroom.publishing.refusals import Blocked, Impossible, NotAllowed, Unexplained
from newsroom.publishing.revisions import Revision
from newsroom.sources.models import Source
from quotes.hearing import hear, take_back
from quotes.models import Evidence, EvidenceKind, Form, Hearing, Quote
from quotes.proof import prove
from quotes.snapshots import take_quote
from tests.factories import approved, make_expert, make_quote, recorded
from tests.quotes.making import WORDS, live_expert, make_translation
from tests.quotes.test_quote_admin import quote_form, signed_in
from tests.quotes.test_quote_findings import found

pytestmark = pytest.mark.django_db

OTHER = "Neighbours who argue in the open have nothing to lose."
DAY = dt.date(2025, 5, 14)
RECORDING = {"kind": EvidenceKind.RECORDING, "obtained_on": DAY, "file": "evidence/a/talk.mp3"}
REPORT = {"kind": EvidenceKind.REPORT}


def quote_with(*evidence: dict[str, Any], **fields: Any) -> Quote:
    quote = make_quote(**{"expert": make_expert(), "cited": False, **fields})
    for row in evidence:
        source = Source.objects.create(title="A lecture")
        shown = {"source": source, "locator": "p. 7"} if "file" not in row else {"sha256": "a" * 64}
        Evidence.objects.create(quote=quote, **shown | row)
    return quote


def in_the_way(*evidence: dict[str, Any], **fields: Any) -> set[str]:
    return set(found(quote_with(*evidence, **fields)))


def passage(words: str, **row: Any) -> dict[str, Any]:
    return {"passage": words, **row}


def test_one_passage_that_holds_the_words_is_enough() -> None:
    assert in_the_way(passage(f"She said: “{WORDS}”")) == set()
    assert in_the_way(passage(OTHER), passage(WORDS)) == set()
    assert in_the_way(passage(OTHER), passage(OTHER)) == {"words_differ"}
    assert in_the_way(passage(OTHER), {}) == {"words_differ"}
    assert in_the_way({}) == set()


@pytest.mark.parametrize("kind", [kind for kind in EvidenceKind if kind != EvidenceKind.REPORT])
def test_a_passage_is_compared_whatever_holds_it(kind: EvidenceKind) -> None:
    assert in_the_way(passage(OTHER, kind=kind)) == {"words_differ"}
    assert in_the_way(passage(WORDS, kind=kind)) == set()


def test_what_others_report_counts_where_nothing_is_nearer() -> None:
    assert in_the_way(passage(WORDS, **REPORT)) == set()
    assert in_the_way(passage(OTHER, **REPORT)) == {"words_differ"}
    assert in_the_way(passage(WORDS, **REPORT), passage(OTHER)) == {"words_differ"}
    assert in_the_way(passage(OTHER, **REPORT), passage(WORDS)) == set()
    assert in_the_way(passage(WORDS, **REPORT), RECORDING) == {"not_heard"}


def test_a_recording_is_heard_unless_a_passage_holds_the_words() -> None:
    assert in_the_way(RECORDING) == {"not_heard"}
    assert in_the_way({"kind": EvidenceKind.INTERVIEW}) == {"not_heard"}
    assert in_the_way(RECORDING, passage(WORDS)) == set()
    assert in_the_way(RECORDING, passage(OTHER)) == {"words_differ"}


@pytest.mark.parametrize(
    ("form", "text", "obstacles"),
    [
        (Form.DIRECT, "Neighbours who argue in the open have something", {"words_cut"}),
        (Form.DIRECT, "Neighbours who argue in the open have something […]", set()),
        (Form.PARTIAL, "Neighbours who argue in the open have something", set()),
        (Form.PARTIAL, OTHER, {"words_differ"}),
        (Form.PARAPHRASE, OTHER, set()),
        (Form.DIRECT, "Nеighbours who argue in the open", {"words_differ", "lookalike_letters"}),
        (Form.PARTIAL, "Neigh\u00adbours who argue", {"unseen_letters"}),
    ],
)
def test_the_form_says_what_is_looked_for(form: str, text: str, obstacles: set[str]) -> None:
    assert in_the_way(passage(WORDS), form=form, text=text) == obstacles


def test_of_a_translated_quote_the_original_words_are_looked_for() -> None:
    said = {"form": Form.TRANSLATED, "translator": "Kim Minji", "words_language": "ko"}
    assert in_the_way(passage("말이다."), original_words="말이다", **said) == set()
    assert in_the_way(passage(WORDS), original_words="말이다", **said) == {"words_differ"}
    assert in_the_way(RECORDING, original_words="말이다", **said) == {"not_heard"}
    assert in_the_way(passage(WORDS), **said) == {"no_original_words"}
    assert in_the_way(passage("말이다."), **said) == {"no_original_words", "words_differ"}


def test_a_translation_is_checked_through_its_original_alone() -> None:
    translation = make_translation(quote_with(passage(OTHER)))
    assert found(translation) == {}
    assert prove(take_quote(read_draft(translation))).words == ""


def test_the_message_says_which_words(writer: User, moderator: User) -> None:
    revision = recorded(quote_with(passage(OTHER)), writer)
    with pytest.raises(Blocked, match="“something” in place of “nothing”"):
        approved(revision, moderator)


@pytest.fixture
def revision(writer: User, editor: User, moderator: User) -> Revision:
    expert = live_expert(editor, moderator)
    return recorded(quote_with(RECORDING, expert=expert), writer)


def heard_at(revision: Revision, by: User, timecode: str = "12:34") -> Hearing:
    row = revision.read()["evidence"][0]["id"]
    return hear(revision=revision, evidence=row, timecode=timecode, by=by)


def test_what_a_moderator_heard_can_be_approved(revision: Revision, moderator: User) -> None:
    with pytest.raises(Blocked, match="Nobody has heard"):
        approved(revision, moderator)
    heard_at(revision, moderator, " １２：３４ ")
    assert Hearing.objects.get().timecode == "12:34"
    entry = AuditEntry.objects.first()
    assert entry
    assert (entry.action, entry.by, entry.details["timecode"]) == ("hear", "mo", "12:34")
    approved(revision, moderator)


def test_hearing_makes_no_revision(revision: Revision, moderator: User) -> None:
    heard_at(revision, moderator)
    assert Revision.objects.filter(content=revision.content).count() == 1


@pytest.mark.parametrize(
    ("change", "holds"),
    [
        ({"text": OTHER}, False),
        ({"text": WORDS.replace("something", "“something”")}, False),
        ({"text": WORDS.rstrip(".").replace(" ", "\u00a0")}, False),
        ({"text": WORDS.replace(" ", "\u00a0")}, True),
        ({"speaker": "Another"}, True),
    ],
)
def test_it_counts_for_these_words_alone(
    change: dict[str, str], holds: bool, revision: Revision, moderator: User
) -> None:
    heard_at(revision, moderator)
    Quote.objects.filter(pk=revision.content_id).update(**change)
    assert ("not_heard" not in found(Quote.objects.get())) is holds


@pytest.mark.parametrize("change", [{"sha256": "b" * 64}, {"file": ""}, {"kind": "letter"}])
def test_it_counts_for_this_recording_alone(
    change: dict[str, str], revision: Revision, moderator: User
) -> None:
    heard_at(revision, moderator)
    assert found(Quote.objects.get()) == {}
    Evidence.objects.update(source=Source.objects.create(title="Radio"), locator="p. 1", **change)
    quote = Quote.objects.get()
    assert set(found(quote)) == (set() if "kind" in change else {"not_heard"})


def test_whoever_wrote_it_does_not_hear_it(revision: Revision, moderator: User) -> None:
    own = recorded(quote_with(RECORDING), moderator)
    with pytest.raises(NotAllowed, match="somebody else"):
        heard_at(own, moderator)


@pytest.mark.parametrize("role", ["writer", "editor"])
def test_only_moderators_hear(
    role: str, revision: Revision, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(NotAllowed):
        heard_at(revision, request.getfixturevalue(role))
    assert not Hearing.objects.exists()


@pytest.mark.parametrize(
    "timecode", ["", "soon", "12:99", "12.34", "1:2:3:4", "12:34 or so", "-1:00"]
)
def test_a_time_is_said(timecode: str, revision: Revision, moderator: User) -> None:
    with pytest.raises(Unexplained, match="12:34"):
        heard_at(revision, moderator, timecode)


def test_nothing_is_heard_in_what_can_be_read(writer: User, moderator: User) -> None:
    for row in (passage(OTHER, **RECORDING), {"kind": EvidenceKind.LETTER}):
        with pytest.raises(Impossible, match="no such recording"):
            heard_at(recorded(quote_with(row), writer), moderator)
    paraphrase = quote_with(RECORDING, form=Form.PARAPHRASE)
    with pytest.raises(Impossible, match="no such recording"):
        heard_at(recorded(paraphrase, writer), moderator)


def test_what_was_heard_is_taken_back_and_kept(
    revision: Revision, moderator: User, editor: User
) -> None:
    hearing = heard_at(revision, moderator)
    approved(revision, moderator)
    for wrong, refusal in (("", Unexplained), (" ", Unexplained)):
        with pytest.raises(refusal):
            take_back(hearing=hearing, reason=wrong, by=moderator)
    with pytest.raises(NotAllowed):
        take_back(hearing=hearing, reason="Another voice.", by=editor)
    take_back(hearing=hearing, reason="Another voice.", by=moderator)
    with pytest.raises(Blocked, match="Nobody has heard"):
        lifecycle.publish(revision=revision, by=editor)
    with pytest.raises(Impossible, match="already"):
        take_back(hearing=hearing, reason="Again.", by=moderator)
    kept = Hearing.objects.get()
    assert (kept.timecode, kept.taken_back_by, kept.why_taken_back) == (
        "12:34",
        moderator,
        "Another voice.",
    )
    assert AuditEntry.objects.filter(action="unhear", details__reason="Another voice.").exists()
    heard_at(revision, moderator, "15:00")
    lifecycle.publish(revision=revision, by=editor)
    assert Hearing.objects.count() == 2


def test_heard_in_one_of_two_recordings_is_enough(writer: User, moderator: User) -> None:
    quote = quote_with(RECORDING, {**RECORDING, "sha256": "b" * 64})
    assert set(found(quote)) == {"not_heard"}
    heard_at(recorded(quote, writer), moderator)
    assert found(quote) == {}


def test_it_is_not_taken_back_under_what_is_scheduled(
    revision: Revision, moderator: User, editor: User
) -> None:
    """It would open with words that nobody heard."""
    hearing = heard_at(revision, moderator)
    approved(revision, moderator)
    opens = timezone.now() + dt.timedelta(days=1)
    edition = lifecycle.publish(revision=revision, by=editor, opens=opens)
    with pytest.raises(Impossible, match="scheduled"):
        take_back(hearing=hearing, reason="Another voice.", by=moderator)
    lifecycle.cancel(edition=edition, by=editor)
    take_back(hearing=hearing, reason="Another voice.", by=moderator)


def test_nothing_else_writes_what_was_heard(revision: Revision, moderator: User) -> None:
    heard_at(revision, moderator)
    with pytest.raises(RuntimeError, match="lifecycle alone"):
        Hearing.objects.update(timecode="0:00")


def test_asking_costs_a_query_at_most(django_assert_num_queries: Any) -> None:
    for count, row in ((1, RECORDING), (0, passage(OTHER))):
        snapshot = take_quote(read_draft(quote_with(*[row] * 20)))
        with django_assert_num_queries(count):
            prove(snapshot)


# At the desk


def review_page(revision: Revision, moderator: User) -> str:
    lifecycle.submit(revision=revision, by=revision.author)
    url = reverse("admin:quotes_quote_review", args=[revision.content_id])
    return signed_in(moderator).get(url).content.decode()


def test_the_review_marks_the_words_in_the_passage(writer: User, moderator: User) -> None:
    quote = quote_with(passage(f"Before <b>. {WORDS} After."))
    shown = review_page(recorded(quote, writer), moderator)
    assert f"Before &lt;b&gt;. <mark>{WORDS[:-1]}</mark>. After." in shown


def test_the_review_shows_what_differs(writer: User, moderator: User) -> None:
    shown = review_page(recorded(quote_with(passage(OTHER)), writer), moderator)
    assert "“something” in place of “nothing”" in shown
    assert " nothing" in shown[shown.index("<del>") : shown.index("</del>")]
    assert " something" in shown[shown.index("<ins>") : shown.index("</ins>")]


def hear_at_the_desk(revision: Revision, by: User, **posted: Any) -> Any:
    row = revision.read()["evidence"][0]["id"]
    form = {"revision": revision.number, "evidence": row, "timecode": "12:34"} | posted
    url = reverse("admin:quotes_quote_heard", args=[revision.content_id])
    return signed_in(by).post(url, form, follow=True)


def test_the_review_asks_and_then_tells_where_it_was_heard(
    revision: Revision, moderator: User
) -> None:
    assert "I heard exactly these words" in review_page(revision, moderator)
    after = hear_at_the_desk(revision, moderator).content.decode()
    assert "Heard at 12:34 by mo" in after
    assert "Nobody has heard" not in after


@pytest.mark.parametrize(
    "posted", [{"timecode": "soon"}, {"timecode": ""}, {"evidence": "x"}, {"evidence": 10**30}]
)
def test_what_was_amiss_is_said(
    posted: dict[str, Any], revision: Revision, moderator: User
) -> None:
    answer = hear_at_the_desk(revision, moderator, **posted)
    assert answer.status_code == 200
    assert "error" in answer.content.decode()
    assert not Hearing.objects.exists()


def test_the_page_is_closed_to_who_does_not_decide(
    revision: Revision, editor: User, client: Client
) -> None:
    assert hear_at_the_desk(revision, editor).status_code == 403
    url = reverse("admin:quotes_quote_heard", args=[revision.content_id])
    assert client.post(url, {}).status_code == 302


def test_it_is_taken_back_at_the_desk_by_moderators_alone(
    revision: Revision, writer: User, editor: User, moderator: User, client: Client
) -> None:
    hearing = heard_at(revision, moderator)
    assert "Take it back" in review_page(revision, moderator)
    url = reverse("admin:quotes_quote_hearings", args=[revision.content_id])
    form = {"hearing": hearing.pk, "reason": "Another voice."}
    for user in (writer, editor):
        assert signed_in(user).post(url, form).status_code == 403
        change = reverse("admin:quotes_quote_change", args=[revision.content_id])
        assert url not in signed_in(user).get(change).content.decode()
    assert client.post(url, form).status_code == 302
    desk = signed_in(moderator)
    for wrong in ({"hearing": "x"}, {"hearing": 10**30}, {"reason": ""}, {"reason": "x" * 1001}):
        assert "errorlist" in desk.post(url, form | wrong).content.decode()
    assert desk.get(url).status_code == 200
    assert not Hearing.objects.exclude(taken_back_at=None).exists()
    assert "Taken back by mo" in desk.post(url, form, follow=True).content.decode()
    assert "Nobody has said yet" in review_page(revision, moderator)
    change = reverse("admin:quotes_quote_change", args=[revision.content_id])
    assert url in desk.get(change).content.decode()


def test_another_quotes_hearing_is_not_taken_back_here(
    revision: Revision, writer: User, moderator: User
) -> None:
    hearing = heard_at(revision, moderator)
    other = recorded(quote_with(RECORDING), writer)
    url = reverse("admin:quotes_quote_hearings", args=[other.content_id])
    signed_in(moderator).post(url, {"hearing": hearing.pk, "reason": "Another voice."})
    assert not Hearing.objects.exclude(taken_back_at=None).exists()


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (passage(WORDS), "The passage holds the words."),
        (passage(OTHER), "“something” in place of “nothing”"),
        ({}, "No passage to compare the words with"),
    ],
)
def test_saving_tells_whether_the_words_were_found(
    row: dict[str, Any], told: str, writer: User
) -> None:
    source = Source.objects.create(title="A lecture")
    evidence = {"kind": EvidenceKind.PUBLICATION, "source": source.pk, "locator": "p. 7", **row}
    form = quote_form(evidence, text=WORDS, _continue="1")
    answer = signed_in(writer).post(reverse("admin:quotes_quote_add"), form, follow=True)
    assert told in " ".join(str(message) for message in answer.context["messages"])
