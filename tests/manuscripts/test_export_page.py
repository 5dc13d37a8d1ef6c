"""Staff who may read a draft may have it as a file, and readers' text without staff's secrets."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from articles.models import QuoteHere
from newsroom.publishing.editions import Change
from tests.admin_desk.desk import at_the_desk
from tests.articles.making import live_article, make_article, place
from tests.cast import person
from tests.factories import published, recorded
from tests.quotes.making import live_quote

pytestmark = pytest.mark.django_db


def page(article, **chosen: str) -> str:
    query = "&".join(f"{name}={value}" for name, value in chosen.items())
    return reverse("admin:articles_article_export", args=[article.pk]) + f"?{query}"


def test_the_draft_is_a_file_that_nobody_keeps(writer: User) -> None:
    article = make_article(title="How neighbours talk", standfirst="Not for readers yet.")
    recorded(article, writer)
    for format_, kind in (("txt", "plain"), ("md", "markdown")):
        answer = at_the_desk(writer).get(page(article, seen="draft", format=format_))
        assert answer["Content-Type"] == f"text/{kind}; charset=utf-8"
        assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))
        name = f'attachment; filename="how-neighbours-talk-draft.{format_}"'
        assert answer["Content-Disposition"] == name
        assert "Not for readers yet." in answer.content.decode()
    told = at_the_desk(writer).get(page(article, seen="draft", format="json")).json()
    assert told["citations"][0]["title"] == "Treaty series"


def test_what_readers_see_is_the_live_edition(editor: User) -> None:
    article, _edition = live_article(editor, standfirst="As published.")
    article.standfirst = "As typed since."
    article.save()
    recorded(article, editor)
    desk = at_the_desk(editor)
    seen = {
        which: desk.get(page(article, seen=which, format="json")).json()["standfirst"]
        for which in ("draft", "public")
    }
    assert seen == {"draft": "As typed since.", "public": "As published."}


def test_whom_we_may_not_name_is_in_no_file_of_what_readers_see(
    editor: User, moderator: User
) -> None:
    quote, _edition = live_quote(
        editor,
        moderator,
        expert=None,
        speaker="Secret Sauce",
        record="background",
        described_as="a diplomat",
        record_reason="She asked Secret Sauce.",
    )
    article, _edition = live_article(editor)
    place(article, QuoteHere, quote=quote)
    published(article, by=editor, change=Change.UPDATE)
    for format_ in ("txt", "md", "json"):
        answer = at_the_desk(editor).get(page(article, seen="public", format=format_))
        text = answer.content.decode()
        assert "a diplomat" in text, format_
        assert "secret" not in text.casefold(), format_


def test_nothing_public_is_told_in_words(writer: User) -> None:
    article = make_article()
    recorded(article, writer)
    answer = at_the_desk(writer).get(page(article, seen="public", format="txt"))
    assert "Readers see nothing of it now." in answer.content.decode()


@pytest.mark.parametrize("chosen", [{}, {"format": "exe"}, {"format": "txt", "seen": "../x"}])
def test_a_wrong_choice_shows_the_page(writer: User, chosen: dict[str, str]) -> None:
    article = make_article()
    recorded(article, writer)
    answer = at_the_desk(writer).get(page(article, **chosen))
    assert answer.status_code == 200
    assert "Download" in answer.content.decode()


def test_the_form_of_an_article_leads_there(writer: User) -> None:
    article = make_article()
    recorded(article, writer)
    form = at_the_desk(writer).get(reverse("admin:articles_article_change", args=[article.pk]))
    assert reverse("admin:articles_article_export", args=[article.pk]) in form.content.decode()


def test_others_are_sent_away(writer: User) -> None:
    article = make_article()
    recorded(article, writer)
    address = page(article, seen="draft", format="txt")
    assert Client().get(address).status_code == 302
    assert at_the_desk(person("nobody")).get(address).status_code == 403


def test_the_command_writes_the_same(writer: User, tmp_path: Path) -> None:
    article = make_article()
    recorded(article, writer)
    out = StringIO()
    call_command("export_article", article.pk, format="json", stdout=out)
    assert json.loads(out.getvalue())["title"] == article.title
    file = tmp_path / "article.txt"
    call_command("export_article", article.pk, output=file)
    assert file.read_text("utf-8").startswith("How neighbours talk\n")


def test_the_command_says_what_is_wrong(writer: User, tmp_path: Path) -> None:
    article = make_article()
    recorded(article, writer)
    with pytest.raises(CommandError, match="There is no article 0"):
        call_command("export_article", 0)
    with pytest.raises(CommandError, match="Readers see nothing"):
        call_command("export_article", article.pk, public=True)
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("export_article", article.pk, output=tmp_path)
