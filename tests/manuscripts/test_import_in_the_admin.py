"""Importing in the admin: what becomes of each line is seen before anything is written."""

from __future__ import annotations

import base64
import re
from collections import Counter
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article
from manuscripts.admin import forms
from manuscripts.models import ImportedManuscript
from manuscripts.parse import parse
from newsroom.publishing.content import Content
from newsroom.publishing.editions import Edition
from newsroom.publishing.revisions import head_of
from quotes.models import Quote
from tests.admin_desk.desk import at_the_desk, told
from tests.cast import person
from timeline.models import Event

from .bridge import BRIDGE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kept_files")]

IMPORT = "/admin/manuscripts/importedmanuscript/add/"
LIST = "/admin/manuscripts/importedmanuscript/"
LINES = 34
SIGNED = BRIDGE.replace("\n\nFor two centuries", "\n\nBy Ann Teller\n\nFor two centuries").replace(
    "See the Series Here", "See the Series: https://example.org/series"
)

TERSE = "橋の物語\n\n\nはじめに\n\n・川が町を分けた。\n・橋がつないだ。\n\n2031年\n\n開く予定。"


def given(client: Client, source: str | bytes = BRIDGE, /, **fields: Any) -> Any:
    """What a browser shows after a file was chosen."""
    data = source if isinstance(source, bytes) else source.encode()
    file = SimpleUploadedFile("bridge.txt", data)
    return client.post(IMPORT, {"file": file, "text": "", "language": "", **fields})


def pressed(client: Client, page: Any, button: str) -> Any:
    """What a browser shows after a button below the comparison was pressed."""
    return client.post(IMPORT, {**page.context["carried"].initial, button: "x"}, follow=True)


def made(client: Client, text: str = BRIDGE) -> Any:
    return pressed(client, given(client, text), "_make")


def complaints(page: Any) -> str:
    return " ".join(
        str(message) for errors in page.context["form"].errors.values() for message in errors
    )


def words(page: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page.content.decode())).split())


def nothing_written() -> bool:
    return not (Content.objects.exists() or ImportedManuscript.objects.exists())


# Who may


@pytest.mark.parametrize("who", ["writer", "editor", "admin"])
def test_whoever_writes_articles_may_import(who: str, request: pytest.FixtureRequest) -> None:
    client = at_the_desk(request.getfixturevalue(who))
    assert client.get(IMPORT).status_code == 200
    assert "Import a manuscript" in words(client.get(LIST))
    made(client)
    assert ImportedManuscript.objects.get().imported_by == request.getfixturevalue(who)


def test_moderators_may_not_import(moderator: User) -> None:
    client = at_the_desk(moderator)
    assert client.get(IMPORT).status_code == 403
    assert given(client).status_code == 403
    carried = {"carried": base64.b64encode(BRIDGE.encode()).decode(), "name": "bridge.txt"}
    assert client.post(IMPORT, {**carried, "_make": "x"}).status_code == 403
    assert nothing_written()
    assert "Import a manuscript" not in words(client.get(LIST))


def test_one_kind_that_may_not_be_written_is_enough_to_refuse(writer: User) -> None:
    writer.groups.get().permissions.remove(Permission.objects.get(codename="add_quote"))
    assert at_the_desk(writer).get(IMPORT).status_code == 403


def test_strangers_are_asked_to_sign_in(client: Client) -> None:
    assert client.get(IMPORT).url.startswith("/admin/login/")


def test_the_list_of_articles_leads_to_the_import_for_those_who_may(
    writer: User, moderator: User
) -> None:
    articles = reverse("admin:articles_article_changelist")
    assert IMPORT in at_the_desk(writer).get(articles).content.decode()
    assert IMPORT not in at_the_desk(moderator).get(articles).content.decode()


# What is given


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"file": ""}, "Choose a file or paste the text: one of the two."),
        ({"file": "", "text": " \n "}, "Choose a file or paste the text: one of the two."),
        ({"text": "Pasted, too"}, "Choose a file or paste the text: one of the two."),
        ({"language": "fr"}, "Select a valid choice"),
    ],
)
def test_one_manuscript_is_asked_for(editor: User, fields: Any, complaint: str) -> None:
    page = given(at_the_desk(editor), **fields)
    assert complaint in complaints(page)
    assert complaint in words(page)


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"", "The submitted file is empty."),
        (b" \n\n", "There is not one word in it."),
        (b"caf\xe9", "Line 1 is not UTF-8."),
        (b"a\0b", "This is not a text file."),
        (b"a\n" * 10_001, "It has more than 10,000 lines."),
        (b"a" * 1_000_001, "It is larger than 1 MB of text."),
    ],
)
def test_what_cannot_be_imported_is_told(editor: User, data: bytes, complaint: str) -> None:
    page = given(at_the_desk(editor), data)
    assert complaint in complaints(page)


def test_a_text_that_cannot_be_imported_is_not_lost(editor: User) -> None:
    page = given(at_the_desk(editor), file="", text="Kept\n" * 10_001)
    assert "Kept\nKept\n" in page.content.decode()


def test_as_much_as_is_allowed_is_read(editor: User) -> None:
    page = given(at_the_desk(editor), b"Title\n\n" + b"a" * 999_993)
    assert "2 of 2 lines accounted for" in words(page)


# What is shown


def test_nothing_is_written_before_somebody_says_so(editor: User, kept_files: Path) -> None:
    page = given(at_the_desk(editor))
    assert f"{LINES} of {LINES} lines accounted for" in words(page)
    assert nothing_written()
    assert not kept_files.exists()


def test_the_ledger_has_each_line_with_its_place_or_the_reason_it_has_none(editor: User) -> None:
    rows = given(at_the_desk(editor)).context["rows"]
    assert [row.text for row in rows] == [line for line in BRIDGE.splitlines() if line.strip()]
    assert {row.number: row.place for row in rows}[30] == "Event 2: date, headline"
    assert [(row.number, row.reason) for row in rows if row.reason] == [
        (5, "It repeats the title.")
    ]


@pytest.mark.parametrize("text", [BRIDGE, SIGNED, TERSE], ids=["bridge", "signed", "terse"])
def test_each_placed_line_leads_to_what_it_becomes_and_back(editor: User, text: str) -> None:
    page = given(at_the_desk(editor), text)
    html = page.content.decode()
    ids = Counter(re.findall(r'\bid="([^"]+)"', html))
    placed = [row.number for row in page.context["rows"] if row.place]
    assert {name for name in ids if name.startswith("becomes-")} == {f"becomes-{n}" for n in placed}
    assert not [name for name, times in ids.items() if times > 1]
    assert not set(re.findall(r'href="#([^"]+)"', html)) - set(ids)


@pytest.mark.parametrize("text", [BRIDGE, SIGNED], ids=["bridge", "signed"])
def test_what_it_becomes_holds_all_that_it_says(editor: User, text: str) -> None:
    outcome = words(given(at_the_desk(editor), text)).split("What it becomes")[-1]
    for said in (
        "Article, in English Line 1 Joining Aldwick And Berrow",
        "Historical Context: The Years of the Ferry",
        "A Second Crossing Date 2031 Status Planned",
        "Speaker Ada Penn-Marsh Honorific Dr. Role leading expert on river crossings",
        "Bridge Building 201: Stone Arches",
        "Start building now!",
        "Is there still a toll?",
        "No. The toll was given up in 1920",
        "Follow line of the site",
    ):
        assert said in outcome


def test_a_byline_and_an_address_are_shown(editor: User) -> None:
    outcome = words(given(at_the_desk(editor), SIGNED)).split("What it becomes")[-1]
    assert "Author Line 3 Ann Teller" in outcome
    assert "Address https://example.org/series" in outcome


def test_the_items_of_a_list_are_shown_as_such(editor: User) -> None:
    client = at_the_desk(editor)
    for text, items in ((BRIDGE, 3), (TERSE, 2)):
        assert given(client, text).content.decode().count('class="words listed"') == items


def test_a_date_is_shown_as_understood_and_as_written(editor: User) -> None:
    page = words(given(at_the_desk(editor)))
    assert "The First Stone Date May 1898 written “1898” Status Happened" in page


EVIDENCE = "sources; evidence for the quotes; a moderator's approval of quotes and experts"


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("A Title\n\nWords.", "sources."),
        ("A Title\n\nFAQs:\n\nQ1: Why?", "sources; the answer to a question."),
        (BRIDGE, f"{EVIDENCE}; who earns from the promo; the address it leads to."),
        (SIGNED, f"{EVIDENCE}; who earns from the promo."),
        (
            "A Title\n\n📚 Build!\n\n• Planks\n• Stone",
            "sources; who earns from the promo; its call to action; the address it leads to.",
        ),
    ],
)
def test_what_publishing_will_need_is_told(editor: User, text: str, needed: str) -> None:
    page = words(given(at_the_desk(editor), text))
    assert f"Needed before it can be published: {needed}" in page


def test_the_drafts_are_counted(editor: User) -> None:
    page = words(given(at_the_desk(editor)))
    counted = "1 article; 2 events; 2 quotes; 2 questions; 1 promo; 1 identity of the site"
    assert f"Drafts it becomes: {counted}; experts and authors who are new here." in page


def test_the_follow_line_is_left_over_for_those_who_may_not_write_the_identity(
    writer: User,
) -> None:
    page = given(at_the_desk(writer))
    assert page.context["outcome"].follow is None
    assert page.context["left_over"][-1].reason == "Only an editor may write the site's identity."


def test_the_text_of_a_manuscript_is_never_markup(editor: User) -> None:
    page = given(at_the_desk(editor), "A <b>Title</b>\n\n<script>alert(1)</script>")
    assert "<script>alert" not in page.content.decode()
    assert "<script>alert(1)</script>" in unescape(page.content.decode())


def test_nothing_on_the_pages_is_inline(editor: User) -> None:
    client = at_the_desk(editor)
    for page in (client.get(IMPORT), given(client)):
        assert not re.search(r"<style|\bstyle=|\bon\w+=|<script>", page.content.decode())


def test_the_language_may_be_chosen(editor: User) -> None:
    page = given(at_the_desk(editor), language="ko")
    assert page.context["outcome"].language == "ko"
    pressed(at_the_desk(editor), page, "_make")
    assert Article.objects.get().language == "ko"


# What is made


def test_drafts_are_made_and_the_article_is_opened(writer: User) -> None:
    page = made(at_the_desk(writer))
    article = Article.objects.get()
    assert page.redirect_chain == [
        (reverse("admin:articles_article_change", args=[article.pk]), 302)
    ]
    assert told(page) == ["10 drafts were made of “bridge.txt”. Nothing of it is public."]
    head = head_of(article)
    assert head
    assert head.author == writer
    assert not Edition.objects.exists()


def test_pasted_text_is_imported_as_well(editor: User) -> None:
    client = at_the_desk(editor)
    page = given(client, file="", text=BRIDGE.replace("\n", "\r\n"))
    pressed(client, page, "_make")
    manuscript = ImportedManuscript.objects.get()
    assert (manuscript.name, manuscript.file.read()) == ("Pasted text", BRIDGE.encode())


def test_a_known_manuscript_leads_to_what_became_of_it(editor: User) -> None:
    client = at_the_desk(editor)
    made(client)
    page = given(client)
    known = ImportedManuscript.objects.get()
    assert reverse("admin:manuscripts_importedmanuscript_change", args=[known.pk]) in (
        page.content.decode()
    )
    assert 'name="_make"' not in page.content.decode()


def test_what_somebody_else_imported_meanwhile_is_not_made_again(
    editor: User, writer: User
) -> None:
    page = given(at_the_desk(writer))
    made(at_the_desk(editor))
    again = pressed(at_the_desk(writer), page, "_make")
    assert told(again) == ["Nothing new: this article was made of it before."]
    assert Article.objects.count() == 1


def test_back_keeps_the_text_and_the_language(editor: User) -> None:
    client = at_the_desk(editor)
    form = pressed(client, given(client, language="ja"), "_back").context["form"]
    assert form.initial == {"text": BRIDGE, "language": "ja"}
    assert nothing_written()


def test_a_refusal_keeps_the_text(editor: User) -> None:
    client = at_the_desk(editor)
    text = "The first line is a sentence, not a title."
    page = made(client, text)
    assert "The manuscript has no title. Write one in its first line." in words(page)
    assert page.context["carried"].initial["carried"] == base64.b64encode(text.encode()).decode()
    assert nothing_written()


def test_a_right_lost_meanwhile_is_told(writer: User, monkeypatch: pytest.MonkeyPatch) -> None:
    client = at_the_desk(writer)
    page = given(client)
    monkeypatch.setattr("manuscripts.importer.may_import", lambda user: False)
    again = pressed(client, page, "_make")
    assert "You have no right to import manuscripts." in words(again)
    assert nothing_written()


def test_a_line_unaccounted_for_stops_it(editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def lossy(lines: Any, language: str) -> Any:
        parsed = parse(lines, language)
        object.__setattr__(parsed.manuscript, "title", "")
        return parsed

    monkeypatch.setattr(forms, "parse", lossy)
    page = given(at_the_desk(editor))
    assert "Lines not accounted for: 1. Nothing was written." in complaints(page)


@pytest.mark.parametrize(
    ("carried", "complaint"),
    [
        ("%%%", "The manuscript did not come back whole."),
        ("ā", "The manuscript did not come back whole."),
        (base64.b64encode(b"\xff").decode(), "Line 1 is not UTF-8."),
        ("", "This field is required."),
    ],
)
def test_what_does_not_come_back_whole_is_asked_for_again(
    editor: User, carried: str, complaint: str
) -> None:
    fields = {"carried": carried, "name": "bridge.txt", "language": "", "_make": "x"}
    page = at_the_desk(editor).post(IMPORT, fields)
    assert any(complaint in message for message in told(page))
    assert nothing_written()


# What was imported


def ledger_page(client: Client) -> Any:
    manuscript = ImportedManuscript.objects.get()
    return client.get(reverse("admin:manuscripts_importedmanuscript_change", args=[manuscript.pk]))


def test_the_ledger_leads_to_what_each_line_became(editor: User, moderator: User) -> None:
    made(at_the_desk(editor))
    rows = {row.number: row for row in ledger_page(at_the_desk(moderator)).context["rows"]}
    crossing = Event.objects.get(title="A Second Crossing")
    assert rows[30].place == "Event 2: date, headline"
    assert rows[30].title == "A Second Crossing"
    assert rows[30].url == reverse("admin:timeline_event_change", args=[crossing.pk])
    assert rows[36].url == reverse(
        "admin:quotes_quote_change", args=[Quote.objects.earliest("pk").pk]
    )
    assert (rows[5].url, rows[5].reason) == ("", "It repeats the title.")
    assert len(rows) == LINES


def test_what_was_deleted_since_has_no_link(editor: User) -> None:
    made(at_the_desk(editor))
    manuscript = ImportedManuscript.objects.get()
    manuscript.ledger[0]["content"] = 10_000
    manuscript.save()
    row = ledger_page(at_the_desk(editor)).context["rows"][0]
    assert (row.place, row.url, row.title) == ("Title", "", "")


def test_nobody_changes_or_deletes_what_was_imported(admin: User) -> None:
    client = at_the_desk(admin)
    made(client)
    here = reverse(
        "admin:manuscripts_importedmanuscript_change", args=[ImportedManuscript.objects.get().pk]
    )
    assert client.post(here, {"name": "other"}).status_code == 403
    assert client.post(here.replace("change", "delete"), {"post": "yes"}).status_code == 403
    assert ImportedManuscript.objects.get().name == "bridge.txt"


def test_the_file_is_given_back_to_those_who_may_read_it(
    editor: User, moderator: User, client: Client
) -> None:
    made(at_the_desk(editor))
    address = reverse(
        "admin:manuscripts_importedmanuscript_file", args=[ImportedManuscript.objects.get().pk]
    )
    assert address in ledger_page(at_the_desk(moderator)).content.decode()
    answer: Any = at_the_desk(moderator).get(address)
    assert b"".join(answer.streaming_content) == BRIDGE.encode()
    assert answer["Content-Disposition"] == 'attachment; filename="bridge.txt"'
    assert at_the_desk(person("nell")).get(address).status_code == 403
    assert client.get(address).status_code == 302


def test_a_file_that_is_gone_is_not_found(editor: User, kept_files: Path) -> None:
    made(at_the_desk(editor))
    (file,) = kept_files.iterdir()
    file.unlink()
    pk = ImportedManuscript.objects.get().pk
    for number in (pk, pk + 1):
        address = reverse("admin:manuscripts_importedmanuscript_file", args=[number])
        assert at_the_desk(editor).get(address).status_code == 404


def test_the_list_takes_as_many_queries_for_many_as_for_one(editor: User) -> None:
    client = at_the_desk(editor)
    made(client)
    client.get(LIST)  # content types are looked up once in a process
    with CaptureQueriesContext(connection) as for_one:
        client.get(LIST)
    for number in range(3):
        made(client, f"Title {number}\n\nWords.")
    with CaptureQueriesContext(connection) as for_many:
        assert "Title 2" in words(client.get(LIST))
    assert len(for_many) == len(for_one)
