"""A namesake of a public figure stops a quote until somebody else says who it is."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from newsroom.publishing import lifecycle
from newsroom.publishing.audit import AuditEntry
from newsroom.publishing.findings import Finding, Severity
from newsroom.publishing.inspection import kind_findings
from newsroom.publishing.refusals import Blocked, Impossible, NotAllowed, Unexplained
from newsroom.publishing.revisions import Revision
from quotes.identity.findings import NEARLY_KNOWN, OUTSIDE_TERM, SAME_NAME, SETTLED, find_in_quote
from quotes.identity.models import PublicFigure, Settlement, Verdict
from quotes.identity.settling import reopen, settle
from quotes.models import Quote
from tests.factories import approved, make_expert, make_quote, recorded
from tests.quotes.making import live_expert, make_translation

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("known_names")]

NAMESAKE = {"speaker": "Kim Jong-un", "role": "professor", "organisation": "Example University"}


def kim() -> PublicFigure:
    return PublicFigure.objects.get(name="Kim Jong-un")


def revision_of(by: User, **fields: Any) -> Revision:
    return recorded(make_quote(**{"expert": make_expert(), **NAMESAKE, **fields}), by)


OURS = {SAME_NAME, OUTSIDE_TERM, SETTLED, NEARLY_KNOWN}


def found(revision: Revision) -> list[Finding]:
    return [f for f in kind_findings(revision, timezone.now()) if f.code in OURS]


def codes(revision: Revision) -> list[str]:
    return [finding.code for finding in found(revision)]


def settled(revision: Revision, by: User, **how: Any) -> Settlement:
    said = {"verdict": Verdict.DIFFERENT, "reason": "The university lists him.", "figure": kim()}
    return settle(revision=revision, by=by, **said | how)


def test_a_namesake_is_neither_approved_nor_published(writer: User, moderator: User) -> None:
    revision = revision_of(writer, honorific="Dr.")
    with pytest.raises(Blocked, match=r"name of a public figure: Kim Jong-un \(Leader of North"):
        approved(revision, moderator)
    with pytest.raises(Blocked, match="name of a public figure"):
        lifecycle.publish(revision=revision, by=moderator)


@pytest.mark.database
def test_a_different_person_with_a_reason_settles_it(
    writer: User, editor: User, moderator: User
) -> None:
    quote = make_quote(expert=live_expert(editor, moderator), **NAMESAKE)
    revision = recorded(quote, writer)
    settled(revision, moderator)
    assert codes(revision) == ["namesake_settled"]
    assert lifecycle.publish(revision=approved(revision, moderator), by=editor)


def test_who_settled_it_and_why_is_in_the_audit(writer: User, moderator: User) -> None:
    settled(revision_of(writer), moderator)
    entry = AuditEntry.objects.first()
    assert entry
    assert (entry.action, entry.by) == ("settle_namesake", "mo")
    assert entry.details["reason"] == "The university lists him."
    assert entry.details["figure"] == "Kim Jong-un"


def test_it_holds_for_the_same_claim_however_it_is_written_and_ends_with_it(
    writer: User, moderator: User
) -> None:
    revision = revision_of(writer)
    settled(revision, moderator)
    quote = Quote.objects.get(pk=revision.content_id)
    quote.text, quote.speaker, quote.role = "Other words.", "KIM Jong Un", "Professor"
    quote.save()
    assert codes(recorded(quote, writer)) == ["namesake_settled"]
    quote.role = "chairman"
    quote.save()
    assert codes(recorded(quote, writer)) == ["name_of_public_figure"]
    quote.role, quote.speaker = "professor", "Kim Jong-il"
    quote.save()
    assert codes(recorded(quote, writer)) == ["name_of_public_figure"]


def test_nobody_settles_what_they_wrote_and_only_who_decides_may(
    writer: User, editor: User, moderator: User, admin: User
) -> None:
    for author in (moderator, admin):
        with pytest.raises(NotAllowed, match="You wrote this revision"):
            settled(revision_of(author), author)
    for other in (writer, editor):
        with pytest.raises(NotAllowed, match="no right"):
            settled(revision_of(admin), other)
    assert not Settlement.objects.exists()


def test_without_a_reason_or_a_warning_there_is_nothing_to_settle(
    writer: User, moderator: User
) -> None:
    with pytest.raises(Unexplained):
        settled(revision_of(writer), moderator, reason=" ")
    with pytest.raises(Impossible, match="no such warning"):
        settled(revision_of(writer, speaker="Aki Moriyama"), moderator)


def test_this_person_explains_another_role_and_not_an_office_at_the_wrong_time(
    writer: User, moderator: User
) -> None:
    biden = PublicFigure.objects.get(name="Joe Biden")
    senator = revision_of(writer, speaker="Joe Biden", role="senator", organisation="")
    assert codes(senator) == ["name_of_public_figure"]
    settled(senator, moderator, figure=biden, verdict=Verdict.SAME)
    assert codes(senator) == ["namesake_settled"]
    early = {"role": "President of the United States", "organisation": "", "said_on": "2016"}
    president = revision_of(writer, speaker="Joe Biden", **early)
    assert codes(president) == ["office_outside_term"]
    with pytest.raises(Impossible, match="corrected"):
        settled(president, moderator, figure=biden, verdict=Verdict.SAME)
    settled(president, moderator, figure=biden)
    assert codes(president) == ["namesake_settled"]


def test_what_was_said_can_be_taken_back(writer: User, moderator: User, editor: User) -> None:
    revision = revision_of(writer)
    settlement = settled(revision, moderator)
    with pytest.raises(NotAllowed):
        reopen(settlement=settlement, by=editor)
    reopen(settlement=settlement, by=moderator)
    assert codes(revision) == ["name_of_public_figure"]
    entry = AuditEntry.objects.first()
    assert entry
    assert entry.action == "reopen_namesake"


def test_no_settlement_is_written_behind_the_step(moderator: User) -> None:
    with pytest.raises(RuntimeError):
        Settlement.objects.create(figure=kim(), name="x", by=moderator, at=timezone.now())


def test_the_day_of_a_translation_is_that_of_its_original(editor: User) -> None:
    original = make_quote(
        speaker="Joe Biden", role="President", organisation="United States", said_on="2022"
    )
    translation = make_translation(original, speaker="ジョー・バイデン", role="米大統領")
    assert codes(recorded(translation, editor)) == []
    original.said_on = "2016"
    original.save()
    assert codes(recorded(translation, editor)) == ["office_outside_term"]


def test_an_expert_of_that_name_is_stopped_as_well(writer: User, moderator: User) -> None:
    for names in ({"title": "Kim Jong Un"}, {"name_kanji": "金正恩"}, {"name_hangul": "김정은"}):
        expert = make_expert(**{"title": "K. Jongun", **names})
        revision = recorded(expert, writer)
        assert codes(revision) == ["name_of_public_figure"], names
        with pytest.raises(Blocked):
            approved(revision, moderator)
    settled(revision, moderator)
    assert codes(revision) == ["namesake_settled"]
    expert.affiliations.create(role_en="minister")
    assert codes(recorded(expert, writer)) == ["name_of_public_figure"]


def test_an_organisation_nearly_known_is_asked_about(writer: User) -> None:
    asked = revision_of(writer, speaker="Aki Moriyama", organisation="Korean Foundation")
    [finding] = found(asked)
    assert (finding.key, finding.severity) == (f"{NEARLY_KNOWN}:organisation", Severity.WARN)
    assert "“Korea Foundation”. Did you mean" in finding.message
    expert = make_expert()
    expert.affiliations.update(organisation="Korean Foundation")
    assert codes(recorded(expert, writer)) == ["organisation_nearly_known"]


def test_however_many_figures_are_listed_the_queries_are_as_many(
    writer: User, django_assert_num_queries: Any
) -> None:
    snapshot = revision_of(writer).read()
    with django_assert_num_queries(5):
        list(find_in_quote(snapshot))
    for number in range(30):
        more = PublicFigure.objects.create(name=f"Kim Jong-un the {'x' * number}th")
        more.set_spellings(["Kim Jong-un", "김정은"])
        more.terms.create(office=kim().terms.get().office, since="1900")
    with django_assert_num_queries(5):
        assert len(list(find_in_quote(snapshot))) == 31


@pytest.fixture
def waiting(writer: User) -> Revision:
    revision = revision_of(writer)
    lifecycle.submit(revision=revision, by=writer)
    return revision


def page(revision: Revision, name: str) -> str:
    kind = revision.content.kind
    return reverse(f"admin:quotes_{kind}_{name}", args=[revision.content_id])


def posted(revision: Revision, **fields: Any) -> dict[str, Any]:
    prefix = f"figure-{kim().pk}"
    said = {"verdict": "different", "reason": "The university lists him."} | fields
    form = {f"{prefix}-{name}": value for name, value in said.items()}
    return {"revision": revision.number, "figure": kim().pk, **form}


def test_it_is_settled_on_the_page_of_the_review(
    waiting: Revision, moderator: User, client: Client
) -> None:
    client.force_login(moderator)
    review = page(waiting, "review")
    assert "Settle it" in client.get(review).content.decode()
    assert "Say how you know" not in client.get(review).content.decode()
    answer = client.post(page(waiting, "identity"), posted(waiting))
    assert answer.status_code == 302
    assert answer["Location"] == review
    shown = client.get(review).content.decode()
    assert "The university lists him." in shown
    assert "Say otherwise" in shown


def test_a_form_that_lacks_something_comes_back_as_it_was_sent(
    waiting: Revision, moderator: User, client: Client
) -> None:
    client.force_login(moderator)
    answer = client.post(page(waiting, "identity"), posted(waiting, verdict="", reason="Because."))
    assert answer.status_code == 200
    assert "Because." in answer.content.decode()
    assert "This field is required" in answer.content.decode()
    for figure in ("", "999999", "x"):
        lost = client.post(page(waiting, "identity"), {**posted(waiting), "figure": figure})
        assert lost.status_code == 302
    assert not Settlement.objects.exists()


@pytest.mark.parametrize("role", ["writer", "editor"])
def test_the_page_is_for_who_decides(
    role: str, waiting: Revision, client: Client, request: pytest.FixtureRequest
) -> None:
    client.force_login(request.getfixturevalue(role))
    assert client.get(page(waiting, "identity")).status_code == 403
    assert client.post(page(waiting, "identity"), posted(waiting)).status_code == 403
    assert not Settlement.objects.exists()


def test_its_author_is_told_that_somebody_else_settles_it(moderator: User, client: Client) -> None:
    own = revision_of(moderator)
    client.force_login(moderator)
    shown = client.get(page(own, "identity")).content.decode()
    assert "You wrote this revision" in shown
    assert "Settle it" not in shown
    again = client.post(page(own, "identity"), posted(own))
    assert "You wrote this revision" in again.content.decode()
    assert not Settlement.objects.exists()


def test_the_form_leads_to_the_page_where_there_is_a_namesake(
    waiting: Revision, writer: User, moderator: User, client: Client
) -> None:
    other = recorded(make_quote(speaker="Hana Mori", expert=make_expert()), writer)
    client.force_login(moderator)
    assert page(waiting, "identity") in client.get(page(waiting, "change")).content.decode()
    assert page(other, "identity") not in client.get(page(other, "change")).content.decode()
    client.force_login(writer)
    assert page(waiting, "identity") not in client.get(page(waiting, "change")).content.decode()


def test_the_list_of_quotes_leads_moderators_to_the_public_figures(
    writer: User, moderator: User, client: Client
) -> None:
    quotes, figures = (
        reverse(f"admin:quotes_{name}_changelist") for name in ("quote", "publicfigure")
    )
    for user, times in ((writer, 0), (moderator, 1)):
        client.force_login(user)
        tools = client.get(quotes).content.decode().partition('class="object-tools"')[2]
        assert tools.partition("</ul>")[0].count(f'href="{figures}"') == times
