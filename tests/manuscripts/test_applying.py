"""A parsed manuscript becomes drafts: all of them or none, and nothing that readers see."""

from __future__ import annotations

import dataclasses
import stat
from collections import Counter
from pathlib import Path

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.files.storage import FileSystemStorage
from django.test import Client

from articles.models import Article, Author
from manuscripts.apply import Imported, apply
from manuscripts.models import ImportedManuscript
from newsroom.publishing import lifecycle
from newsroom.publishing.content import Content
from newsroom.publishing.editions import Edition
from newsroom.publishing.inspection import inspect
from newsroom.publishing.refusals import Impossible, NotAllowed
from newsroom.publishing.revisions import Revision, head_of
from newsroom.richtext.words import plain_text
from promos.models import Promo
from quotes.models import Expert, Quote
from site_pages.models import Identity
from tests.publishing.moments import hour
from timeline.models import Event

from .bridge import BRIDGE, read

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def imported(text: str = BRIDGE, by: User | None = None) -> Imported:
    return apply(read(text), data=text.encode(), name="bridge.txt", by=by)


def kinds() -> Counter[str]:
    return Counter(Content.objects.values_list("kind", flat=True))


def test_a_manuscript_becomes_drafts_and_nothing_is_public() -> None:
    made = imported().made
    assert kinds() == {
        "article": 1,
        "event": 2,
        "expert": 2,
        "identity": 1,
        "promo": 1,
        "question": 2,
        "quote": 2,
    }
    assert {content.pk for content in made} == set(Content.objects.values_list("pk", flat=True))
    assert Revision.objects.count() == len(made)
    assert not Edition.objects.exists()


def test_the_drafts_belong_to_a_user_who_cannot_sign_in() -> None:
    by = imported().manuscript.imported_by
    assert set(Revision.objects.values_list("author", flat=True)) == {by.pk}
    assert not by.has_usable_password()
    assert not by.is_staff
    assert not any(authenticate(username=by.username, password=word) for word in ("", "!"))


def test_the_drafts_belong_to_whoever_is_named(editor: User) -> None:
    assert imported(by=editor).manuscript.imported_by == editor
    assert set(Revision.objects.values_list("author", flat=True)) == {editor.pk}


def test_the_same_bytes_again_make_nothing(editor: User) -> None:
    first = imported()
    before = kinds()
    again = imported(by=editor)
    assert again.manuscript == first.manuscript
    assert not again.is_new
    assert kinds() == before


def test_once_its_article_is_deleted_a_manuscript_can_be_imported_again(admin: User) -> None:
    lifecycle.delete(content=imported().manuscript.article, by=admin)
    again = imported()
    assert again.is_new
    assert again.manuscript.file.read() == BRIDGE.encode()


def test_the_body_stands_in_the_order_of_the_source() -> None:
    blocks = head_of(imported().manuscript.article).read()["blocks"]
    assert [(block["type"], block.get("heading", "")) for block in blocks] == [
        ("section", ""),
        ("section", "Historical Context"),
        ("section", "Trade Across the Water"),
        ("section", "Recent Developments"),
        ("timeline", ""),
        ("section", "Experts Weigh In"),
        ("quote", ""),
        ("quote", ""),
        ("section", "Conclusion"),
        ("promo", ""),
        ("questions", ""),
    ]
    said = [Quote.objects.get(pk=block["quote"]).text for block in blocks if "quote" in block]
    assert [words.split()[0] for words in said] == ["A", "The"]
    texts = [plain_text(block["text"]) for block in blocks if block.get("text")]
    places = [BRIDGE.index(line) for text in texts for line in text.split("\n\n")]
    assert places == sorted(places)
    assert len(places) == 2 + 2 + 1 + 2


def test_what_follows_a_quote_stays_behind_it() -> None:
    said = "Both were asked in the same week."
    text = BRIDGE.replace("\n\n\nConclusion", f"\n\n{said}\n\n\nConclusion")
    blocks = head_of(imported(text).manuscript.article).read()["blocks"]
    after = blocks[[block["type"] for block in blocks].index("quote") + 2]
    assert (after["heading"], plain_text(after["text"])) == ("", said)


def test_without_an_introduction_the_body_begins_with_its_first_heading() -> None:
    start = BRIDGE.index("Historical Context:")
    text = "Introduction: Joining Aldwick And Berrow\n\n\n" + BRIDGE[start:]
    blocks = head_of(imported(text).manuscript.article).read()["blocks"]
    assert blocks[0]["heading"] == "Historical Context"


def test_events_and_questions_keep_their_order_and_their_words() -> None:
    article = imported().manuscript.article
    events = [row.event for row in article.events.all()]
    assert [(event.title, event.date, event.date_text, event.status) for event in events] == [
        ("The First Stone", "1898-05", "1898", "happened"),
        ("A Second Crossing", "2031", "2031", "planned"),
    ]
    assert plain_text(events[0].text).count("\n\n") == 1
    questions = [row.question for row in article.questions.all()]
    assert [question.title for question in questions] == [
        "Who paid for the bridge?",
        "Is there still a toll?",
    ]


def test_a_quote_names_speaker_role_and_organisation_apart() -> None:
    imported()
    quote = Quote.objects.get(speaker="Ada Penn-Marsh")
    assert (quote.honorific, quote.role, quote.organisation) == (
        "Dr.",
        "leading expert on river crossings",
        "Example University",
    )
    affiliation = quote.expert.affiliations.get()
    assert (affiliation.role_en, affiliation.organisation) == (quote.role, quote.organisation)
    assert "promise" not in quote.slug


def test_a_speaker_without_role_and_organisation_gets_no_affiliation() -> None:
    imported(BRIDGE.replace("Professor Tom Weir of the University of Berrow", "Tom Weir"))
    assert not Expert.objects.get(title="Tom Weir").affiliations.exists()


def test_an_expert_known_from_another_manuscript_is_the_same_person() -> None:
    imported()
    imported(BRIDGE.replace("A bridge is a promise", "A ferry is a promise"))
    assert Expert.objects.count() == 2
    assert Quote.objects.filter(speaker="Ada Penn-Marsh").values("expert").distinct().count() == 1


def test_the_promo_keeps_its_courses_in_order_and_waits_for_an_address() -> None:
    imported()
    promo = Promo.objects.get()
    assert [course.title[:19] for course in promo.courses.all()] == [
        "Bridge Building 101",
        "Bridge Building 201",
        "Bridge Building 301",
    ]
    assert (promo.urging, promo.cta_label) == ("Start building now!", "See the Series Here")
    assert (promo.relationship, promo.cta_url) == ("", "")


def test_what_has_to_be_settled_is_named_all_at_once() -> None:
    found = inspect([head_of(imported().manuscript.article)], hour(1)).obstacles
    codes = {(finding.about.kind, finding.code) for finding in found}
    assert codes >= {
        ("article", "unsourced"),
        ("event", "unsourced"),
        ("question", "unsourced"),
        ("quote", "no_evidence"),
        ("quote", "not_approved"),
        ("expert", "not_approved"),
        ("promo", "no_disclosure"),
        ("promo", "no_address"),
    }


def test_every_line_of_the_ledger_leads_to_a_content_or_says_why_not() -> None:
    manuscript = imported().manuscript
    assert len(manuscript.ledger) == read(BRIDGE).lines_total
    assert all(bool(row["content"]) != bool(row["reason"]) for row in manuscript.ledger)
    homes = {row["text"]: row["content"] for row in manuscript.ledger}
    assert homes["1898: The First Stone"] == Event.objects.get(title="The First Stone").pk
    assert homes["Start building now!"] == Promo.objects.get().pk
    assert homes["FAQs:"] == manuscript.article.pk
    assert homes["For More News From the River Follow – The River Gazette"] == (
        Identity.objects.get().pk
    )


def follow_row(manuscript: ImportedManuscript) -> dict[str, object]:
    return next(row for row in manuscript.ledger if "River Gazette" in row["text"])


def test_the_follow_line_drafts_the_identity_of_a_site_without_one() -> None:
    imported()
    identity = Identity.objects.get()
    assert identity.follow_label == "For More News From the River Follow – The River Gazette"
    assert not Edition.objects.exists()


def test_the_follow_line_is_left_over_where_the_site_has_an_identity() -> None:
    Identity.objects.create(title="Mine", language="en")
    row = follow_row(imported().manuscript)
    assert row["reason"] == "The site has an identity with a follow line of its own."
    assert (row["content"], row["places"]) == (None, [])
    assert Identity.objects.get().title == "Mine"


def test_a_writer_may_import_all_but_the_identity(writer: User) -> None:
    row = follow_row(imported(by=writer).manuscript)
    assert row["reason"] == "Only an editor may write the site's identity."
    assert not Identity.objects.exists()
    assert kinds()["article"] == 1


def test_whoever_may_not_write_may_not_import(moderator: User, kept_files: Path) -> None:
    with pytest.raises(NotAllowed, match="Ask an editor"):
        imported(by=moderator)
    assert_nothing_was_written(kept_files)


def test_one_part_that_cannot_be_stored_stops_all_and_is_named(kept_files: Path) -> None:
    question = "Is this " + "very " * 50 + "long?"
    with pytest.raises(ValidationError) as refused:
        imported(BRIDGE.replace("Is there still a toll?", question))
    (message,) = refused.value.messages
    assert message.startswith("Question, title (“Is this very very")
    assert "at most 200 characters" in message
    assert_nothing_was_written(kept_files)


def test_a_manuscript_without_a_title_is_refused() -> None:
    with pytest.raises(ValidationError, match="no title"):
        imported("")


def test_a_manuscript_with_a_line_unaccounted_for_is_refused(kept_files: Path) -> None:
    parsed = read(BRIDGE)
    (first, *others) = parsed.ledger.rows
    lost = dataclasses.replace(first, pieces=())
    ledger = dataclasses.replace(parsed.ledger, rows=(lost, *others))
    with pytest.raises(Impossible, match="not accounted for: 1"):
        apply(dataclasses.replace(parsed, ledger=ledger), data=b"", name="lost.txt")
    assert_nothing_was_written(kept_files)


def test_the_file_is_kept_byte_for_byte_where_no_address_leads(client: Client) -> None:
    file = imported().manuscript.file
    assert file.read() == BRIDGE.encode()
    assert stat.S_IMODE(Path(file.path).stat().st_mode) == 0o600
    assert client.get(f"/media/{file.name}").status_code == 404


def test_no_file_stays_where_the_drafts_did_not(
    kept_files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save = FileSystemStorage.save

    def save_and_fail(*args: object) -> None:
        save(*args)
        raise OSError("The disk is full.")

    monkeypatch.setattr(FileSystemStorage, "save", save_and_fail)
    with pytest.raises(OSError, match="disk"):
        imported()
    assert_nothing_was_written(kept_files)


def test_a_file_that_an_accident_left_is_replaced(kept_files: Path) -> None:
    first = imported().manuscript
    ImportedManuscript.objects.all().delete()
    Path(first.file.path).write_text("half a f")
    assert imported().manuscript.file.read() == BRIDGE.encode()
    assert len(list(kept_files.iterdir())) == 1


def assert_nothing_was_written(kept_files: Path) -> None:
    assert not Content.objects.exists()
    assert not Revision.objects.exists()
    assert not ImportedManuscript.objects.exists()
    assert not any(kept_files.glob("*"))


def test_another_piece_of_the_same_title_gets_an_address_of_its_own() -> None:
    first = imported().manuscript.article
    second = imported(BRIDGE.replace("sketch", "drawing")).manuscript.article
    assert first.slug == "joining-aldwick-and-berrow"
    assert second.slug == "joining-aldwick-and-berrow-2"


def test_a_long_title_is_cut_between_words_for_its_address() -> None:
    question = "Which of the many bridges across the wide river was the first that anyone paid for?"
    imported(BRIDGE.replace("Is there still a toll?", question))
    assert Content.objects.filter(
        slug="which-of-the-many-bridges-across-the-wide-river-was-the-first-that-anyone"
    ).exists()


def test_the_author_of_the_byline_is_drafted_once() -> None:
    signed = BRIDGE.replace("Berrow\n", "Berrow\n\nBy Wilma Reed\n", 1)
    article = imported(signed).manuscript.article
    assert [str(row.author) for row in article.authors.all()] == ["Wilma Reed"]
    Author.objects.update(name_ja="リード")
    imported(signed.replace("sketch", "drawing").replace("Wilma Reed", "リード"))
    assert Author.objects.count() == 1


def test_listed_paragraphs_become_a_list() -> None:
    conclusion = "The bridge did not end the quarrel"
    listed = BRIDGE.replace(conclusion, f"• One town\n\n• Another town\n\n{conclusion}")
    article = imported(listed).manuscript.article
    texts = [row["text"] for row in head_of(article).read()["blocks"] if row.get("text")]
    assert any("<ul><li><p>One town</p></li><li><p>Another" in text for text in texts)


def test_a_japanese_manuscript_makes_japanese_drafts() -> None:
    text = "はじめに：二つの町\n\n川の両岸に二つの町があった。\n\n橋は両方の町が払った。\n"
    imported(text)
    article = Article.objects.get()
    assert (article.language, article.title) == ("ja", "二つの町")
    assert article.slug == "二つの町"
