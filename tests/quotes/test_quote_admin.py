"""How staff write quotes and experts."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from newsroom.publishing.revisions import head_of
from quotes.models import Evidence, EvidenceKind, Expert, Quote
from tests.cast import person
from tests.factories import make_expert, make_quote

pytestmark = pytest.mark.django_db


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def rows(prefix: str, *given: dict[str, Any]) -> dict[str, Any]:
    posted = {f"{prefix}-TOTAL_FORMS": len(given), f"{prefix}-INITIAL_FORMS": 0}
    for number, row in enumerate(given):
        posted |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return posted


def quote_form(*evidence: dict[str, Any], **fields: Any) -> dict[str, Any]:
    opened = {"language": "en", "form": "direct", "level": "as_reported", "edit_version": 0}
    written = {"text": "Words.", "speaker": "Aki Moriyama", "record": "on_the_record"}
    return {**opened, **written, **rows("evidence", *evidence), **fields}


def errors(answer: Any) -> dict[str, Any]:
    return dict(answer.context["adminform"].form.errors)


def test_a_quote_is_written_with_its_evidence(writer: User) -> None:
    letter = SimpleUploadedFile("letter.pdf", b"%PDF")
    row = {"kind": EvidenceKind.LETTER, "obtained_on": "2025-05-14", "file": letter}
    form = quote_form(row, said_on="14 May 2025", expert=make_expert().pk)
    answer = signed_in(writer).post(reverse("admin:quotes_quote_add"), form)
    assert answer.status_code == 302, errors(answer)
    quote = Quote.objects.get()
    assert quote.title == "Aki Moriyama: Words."
    assert quote.slug.startswith("aki-moriyama-")
    head = head_of(quote)
    assert head
    assert head.snapshot["said_on"] == "2025-05-14"
    assert head.snapshot["evidence"][0]["sha256"] == Evidence.objects.get().sha256 != ""


@pytest.mark.parametrize(
    ("said_on", "then"),
    [
        ("2014", ("fellow", "Example Institute")),
        ("14 May 2025", ("professor", "Example University")),
        ("", ("professor", "Example University")),
        ("1999", ("", "")),
    ],
)
def test_a_speaker_is_filled_in_as_on_the_day(
    said_on: str, then: tuple[str, str], writer: User
) -> None:
    expert = Expert.objects.create(title="Aki Moriyama", honorific="Dr.", name_kanji="森山 亜希")
    for place, role, since, until in (
        ("Example Institute", "fellow", "2012", "2019"),
        ("Example University", "professor", "2020", ""),
    ):
        row = {"organisation": place, "role_en": role, "since": since, "until": until}
        expert.affiliations.create(**row)
    form = quote_form(speaker="", said_on=said_on, expert=expert.pk)
    answer = signed_in(writer).post(reverse("admin:quotes_quote_add"), form)
    assert answer.status_code == 302, errors(answer)
    quote = Quote.objects.get()
    assert (quote.honorific, quote.speaker) == ("Dr.", "Aki Moriyama")
    assert (quote.role, quote.organisation) == then
    assert quote.slug.startswith("aki-moriyama-")


def test_a_translation_fills_in_its_speaker_from_the_original(editor: User) -> None:
    expert = make_expert(name_kanji="森山 亜希")
    expert.affiliations.update(role_ja="歴史家")
    original = make_quote(expert=expert)
    form = quote_form(language="ja", original=original.pk, text="言葉", speaker="")
    answer = signed_in(editor).post(reverse("admin:quotes_quote_add"), form)
    assert answer.status_code == 302, errors(answer)
    translation = Quote.objects.get(language="ja")
    assert (translation.speaker, translation.role) == ("森山 亜希", "歴史家")


def test_what_was_typed_of_the_speaker_stays(writer: User) -> None:
    expert = make_expert(honorific="Dr.")
    form = quote_form(speaker="A. Moriyama", expert=expert.pk)
    signed_in(writer).post(reverse("admin:quotes_quote_add"), form)
    quote = Quote.objects.get()
    assert (quote.honorific, quote.speaker, quote.role) == ("", "A. Moriyama", "")


def test_somebody_has_to_have_said_it(writer: User) -> None:
    for expert, wrong in (("", {"speaker"}), (make_expert().pk, {"said_on"})):
        form = quote_form(speaker="", expert=expert, said_on="1999" if not expert else "one day")
        answer = signed_in(writer).post(reverse("admin:quotes_quote_add"), form)
        assert set(errors(answer)) == wrong


def test_a_translation_is_written_with_words_alone(editor: User) -> None:
    original = make_quote()
    form = quote_form(language="ja", original=original.pk, text="言葉", speaker="森山 亜希")
    answer = signed_in(editor).post(reverse("admin:quotes_quote_add"), form)
    assert answer.status_code == 302, errors(answer)
    assert Quote.objects.get(language="ja").original_id == original.pk


def test_facts_on_a_translation_are_refused_where_they_stand(editor: User) -> None:
    form = quote_form(language="ja", original=make_quote().pk, venue="Tokyo", level="verified")
    answer = signed_in(editor).post(reverse("admin:quotes_quote_add"), form)
    assert set(errors(answer)) == {"venue", "level"}


def test_the_form_leads_to_the_file_by_its_checked_address(editor: User) -> None:
    quote = make_quote(cited=False)
    row = Evidence.objects.create(quote=quote, kind=EvidenceKind.LETTER, file="evidence/a/b.pdf")
    page = signed_in(editor).get(reverse("admin:quotes_quote_change", args=[quote.pk]))
    address = reverse("evidence_file", args=[row.pk])
    assert f'<a href="{address}">b.pdf</a>' in page.content.decode()


def test_who_may_only_look_sees_the_file_by_its_name_too() -> None:
    quote = make_quote(cited=False)
    row = Evidence.objects.create(quote=quote, kind=EvidenceKind.LETTER, file="evidence/a/b.pdf")
    looker = person("looker")
    looker.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    page = signed_in(looker).get(reverse("admin:quotes_quote_change", args=[quote.pk]))
    address = reverse("evidence_file", args=[row.pk])
    assert f'<a href="{address}">b.pdf</a>' in page.content.decode()


def test_an_expert_is_written_with_affiliations(writer: User) -> None:
    affiliation = {"organisation": "Example University", "role_en": "historian", "position": 0}
    form = {"title": "Aki Moriyama", "name_order": "given_first", "edit_version": 0}
    form |= rows("affiliations", affiliation) | rows("profile_links") | rows("interests")
    answer = signed_in(writer).post(reverse("admin:quotes_expert_add"), form)
    assert answer.status_code == 302, errors(answer)
    expert = Expert.objects.get()
    assert (expert.slug, expert.language) == ("aki-moriyama", "")
    head = head_of(expert)
    assert head
    assert head.snapshot["affiliations"][0]["organisation"] == "Example University"


@pytest.mark.parametrize("role", ["writer", "editor", "moderator", "admin"])
@pytest.mark.parametrize("kind", ["quote", "expert"])
def test_all_staff_see_the_lists_and_the_forms(
    role: str, kind: str, request: pytest.FixtureRequest
) -> None:
    made = make_quote(expert=make_expert()) if kind == "quote" else make_expert()
    client = signed_in(request.getfixturevalue(role))
    assert client.get(reverse(f"admin:quotes_{kind}_changelist")).status_code == 200
    assert client.get(reverse(f"admin:quotes_{kind}_change", args=[made.pk])).status_code == 200


def test_experts_are_found_by_any_of_their_names(editor: User) -> None:
    make_expert(name_hangul="모리야마 아키")
    make_expert("Minato Seok")
    answer = signed_in(editor).get(reverse("admin:quotes_expert_choices"), {"q": "모리"})
    assert [found["label"] for found in answer.json()["results"]] == ["Aki Moriyama"]
