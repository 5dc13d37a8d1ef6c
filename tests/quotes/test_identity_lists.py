"""The lists of public figures, offices and organisations: kept by moderators, as CSV too."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from newsroom.publishing.audit import AuditEntry
from newsroom.publishing.refusals import Impossible, NotAllowed
from quotes.identity.claims import Claim
from quotes.identity.findings import namesakes
from quotes.identity.first_lists import LISTS
from quotes.identity.importing import Outcome, UnreadableFile, apply, exported, plan
from quotes.identity.models import FigureName, KnownOrganisation, Office, PublicFigure
from quotes.identity.sheets import FIGURES, OFFICES, ORGANISATIONS, Sheet

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("known_names")]

HEADER = "name,terms,spellings\n"
MAYOR = "Example Mayor,President of Russia 2001-02/2002,Mayor Example; 例市長; 예시장\n"
SHEETS = {"figures": FIGURES, "offices": OFFICES, "organisations": ORGANISATIONS}
MODELS = ("publicfigure", "office", "knownorganisation")


def outcomes(sheet: Sheet, text: str) -> list[Outcome]:
    return [line.outcome for line in plan(sheet, text)]


def reasons(text: str, sheet: Sheet = FIGURES) -> list[str]:
    return [reason for line in plan(sheet, text) for reason in line.reasons]


@pytest.mark.database
def test_a_new_site_has_the_first_lists_and_importing_them_changes_nothing(
    moderator: User,
) -> None:
    for name, sheet in SHEETS.items():
        text = (LISTS / f"{name}.csv").read_text(encoding="utf-8")
        lines = apply(sheet, text, by=moderator)
        assert len(lines) == sheet.model._default_manager.count() > 15
        assert {line.outcome for line in lines} == {Outcome.SAME}
    assert not AuditEntry.objects.exists()


@pytest.mark.database
def test_what_is_exported_imports_as_the_same_list(moderator: User) -> None:
    for sheet in (OFFICES, FIGURES, ORGANISATIONS):
        before = exported(sheet)
        assert set(outcomes(sheet, before)) == {Outcome.SAME}
    figures, offices = exported(FIGURES), exported(OFFICES)
    PublicFigure.objects.all().delete()
    Office.objects.all().delete()
    apply(OFFICES, offices, by=moderator)
    apply(FIGURES, figures, by=moderator)
    assert (exported(FIGURES), exported(OFFICES)) == (figures, offices)
    assert namesakes(Claim({"speaker": "金正恩"}, []))


def test_a_file_is_planned_line_by_line(moderator: User) -> None:
    text = HEADER + MAYOR + "Joe Biden,President of the United States 2021/..,JOE\n"
    added, changed = plan(FIGURES, text)
    assert (added.number, added.outcome) == (2, Outcome.ADDED)
    assert changed.outcome == Outcome.CHANGED
    assert [(it.column, it.after) for it in changed.changes] == [
        ("terms", "President of the United States 2021/.."),
        ("spellings", "JOE"),
    ]
    assert not PublicFigure.objects.filter(name="Example Mayor").exists()
    apply(FIGURES, text, by=moderator)
    mayor = PublicFigure.objects.get(name="Example Mayor")
    assert mayor.spellings == ["Mayor Example", "例市長", "예시장"]
    assert [str(term) for term in mayor.terms.all()] == ["President of Russia, 2001-02/2002"]
    assert FigureName.objects.filter(key="例市長").exists()
    entry = AuditEntry.objects.get()
    assert entry.details == {"added": ["Example Mayor"], "changed": ["Joe Biden"]}


def test_what_is_wrong_is_said_of_each_line_and_nothing_is_written(moderator: User) -> None:
    wrong = {
        "X,President of Russia 2001,": "is no term",
        "X,Tsar of Russia 1894/1917,": "There is no office “Tsar of Russia”",
        "X,President of Russia 2005/2001,": "Give two dates in order",
        "X,President of Russia next/..,": "is not understood as a date",
        "=1+1,,": "Begin with a letter",
        "X,,@import": "Begin with a letter",
        ",,Somebody": "cannot be blank",
        "X,": "It has 2 cells, and there are 3 columns",
        f"X,,{'x' * 201}": "at most 200 characters",
        f"X,,{'x' * 5000}": "longer than 4000 characters",
    }
    for line, reason in wrong.items():
        assert reason in " ".join(reasons(HEADER + line + "\n")), line
    twice = reasons(HEADER + MAYOR + MAYOR)
    assert twice == ["Line 2 is about the same name."]
    with pytest.raises(Impossible, match="nothing was written"):
        apply(FIGURES, HEADER + MAYOR + "X,Tsar of Russia 1894/1917,\n", by=moderator)
    assert not PublicFigure.objects.filter(name="Example Mayor").exists()


def test_what_is_no_such_list_is_refused_in_words() -> None:
    for text in ("", "name\n", "name_en,name_ja\nA,B\n"):
        with pytest.raises(UnreadableFile, match="name,terms,spellings"):
            plan(FIGURES, text)
    with pytest.raises(UnreadableFile, match="no CSV file"):
        plan(FIGURES, HEADER + '"open')
    with pytest.raises(UnreadableFile, match="more than 5000 lines"):
        plan(FIGURES, HEADER + "".join(f"Figure N{'x' * (n % 7)}{n},,\n" for n in range(5001)))


def test_planning_asks_as_often_for_many_lines(django_assert_max_num_queries: Any) -> None:
    text = HEADER + "".join(f"Figure {n},President of Russia 2001/2002,F {n}\n" for n in range(200))
    with django_assert_max_num_queries(5):
        assert set(outcomes(FIGURES, text)) == {Outcome.ADDED}


def test_only_moderators_import(writer: User, editor: User, client: Client) -> None:
    for user in (writer, editor):
        with pytest.raises(NotAllowed):
            apply(FIGURES, HEADER + MAYOR, by=user)
        client.force_login(user)
        for model in MODELS:
            assert client.get(reverse(f"admin:quotes_{model}_import")).status_code == 403
            assert client.get(reverse(f"admin:quotes_{model}_add")).status_code == 403
            assert client.get(reverse(f"admin:quotes_{model}_changelist")).status_code == 200
            assert client.get(reverse(f"admin:quotes_{model}_export")).status_code == 200
    assert not PublicFigure.objects.filter(name="Example Mayor").exists()


def sent(client: Client, data: bytes, encoding: str = "utf-8-sig") -> HttpResponse:
    file = SimpleUploadedFile("list.csv", data)
    url = reverse("admin:quotes_publicfigure_import")
    return client.post(url, {"file": file, "encoding": encoding})  # type: ignore[return-value]


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def test_a_file_is_shown_before_it_is_imported(moderator: User, client: Client) -> None:
    client.force_login(moderator)
    answer: Any = sent(client, b"\xef\xbb\xbf" + (HEADER + MAYOR).encode())
    assert "Added: 1" in text_of(answer)
    assert not PublicFigure.objects.filter(name="Example Mayor").exists()
    carried = answer.context["carried"].initial["carried"]
    url = reverse("admin:quotes_publicfigure_import")
    done = client.post(url, {"carried": carried, "_make": "1"}, follow=True)
    assert "1 entry was added or changed" in text_of(done)
    assert PublicFigure.objects.filter(name="Example Mayor").exists()
    forged = client.post(url, {"carried": "no base64", "_make": "1"})
    assert "Choose the file again" in text_of(forged)


def test_the_encoding_of_a_file_is_said_clearly(moderator: User, client: Client) -> None:
    client.force_login(moderator)
    japanese, korean = (HEADER + "Example,,例市長\n"), (HEADER + "Example,,예시장\n")
    assert "not UTF-8" in text_of(sent(client, japanese.encode("cp932")))
    assert "例市長" in text_of(sent(client, japanese.encode("cp932"), "cp932"))
    assert "예시장" in text_of(sent(client, korean.encode("cp949"), "cp949"))
    assert "UTF-16" in text_of(sent(client, korean.encode("utf-16")))
    assert "not a text file" in text_of(sent(client, HEADER.encode() + b"a\x00b,,\n"))
    assert "larger than 1 MB" in text_of(sent(client, b"x" * 1_000_001))
    assert "name,terms,spellings" in text_of(sent(client, b"%PDF-1.7\n"))


def figure_form(**fields: Any) -> dict[str, Any]:
    terms = {"terms-TOTAL_FORMS": 1, "terms-INITIAL_FORMS": 0}
    office = Office.objects.get(name="President of Russia").pk
    term = {"terms-0-office": office, "terms-0-since": "2001", "terms-0-until": "2002"}
    return {"name": "Example Mayor", "spellings": "例市長\n예시장\n", **terms, **term, **fields}


def test_a_moderator_adds_a_figure_by_hand_and_it_is_audited(
    moderator: User, client: Client
) -> None:
    client.force_login(moderator)
    answer = client.post(reverse("admin:quotes_publicfigure_add"), figure_form())
    assert answer.status_code == 302
    mayor = PublicFigure.objects.get(name="Example Mayor")
    assert mayor.spellings == ["例市長", "예시장"]
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.label) == ("save_listed", "publicfigure: Example Mayor")
    assert entry.details["says"]["terms"] == "President of Russia 2001/2002"
    refused = client.post(reverse("admin:quotes_publicfigure_add"), figure_form(spellings="=cmd"))
    assert "Begin with a letter" in text_of(refused)


def test_an_office_that_somebody_held_stays_and_a_figure_goes_with_its_names(
    moderator: User, client: Client
) -> None:
    client.force_login(moderator)
    office = Office.objects.get(name="President of Russia")
    url = reverse("admin:quotes_office_delete", args=[office.pk])
    client.post(url, {"post": "yes"})
    assert Office.objects.filter(pk=office.pk).exists()
    figure = PublicFigure.objects.get(name="Boris Yeltsin")
    url = reverse("admin:quotes_publicfigure_delete", args=[figure.pk])
    assert client.post(url, {"post": "yes"}).status_code == 302
    assert not FigureName.objects.filter(figure=figure.pk).exists()
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.label) == ("delete_listed", "publicfigure: Boris Yeltsin")


def test_an_organisation_is_kept_by_all_its_names(moderator: User, client: Client) -> None:
    client.force_login(moderator)
    form = {"name_en": "Example Institute", "name_ja": "例研究所", "other_names": "EI\nThe EI"}
    assert client.post(reverse("admin:quotes_knownorganisation_add"), form).status_code == 302
    organisation = KnownOrganisation.objects.get(name_en="Example Institute")
    assert organisation.other_names == ["EI", "The EI"]


@pytest.mark.parametrize("model", MODELS)
def test_the_lists_ask_as_often_for_many_entries(
    model: str, moderator: User, client: Client, django_assert_max_num_queries: Any
) -> None:
    client.force_login(moderator)
    with django_assert_max_num_queries(16):
        answer = client.get(reverse(f"admin:quotes_{model}_changelist"))
    assert answer.status_code == 200
