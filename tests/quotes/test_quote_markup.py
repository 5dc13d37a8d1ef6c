"""What people, browsers and machines find in the markup of a quote."""

from __future__ import annotations

import datetime as dt

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client

from articles.models import QuoteHere
from newsroom.publishing.editions import Change
from newsroom.sources.models import Source
from quotes.models import Evidence, EvidenceKind, Form, Quote, Record
from quotes.wording import paragraphs
from tests.articles.making import make_article, make_author, place
from tests.factories import make_quote, published
from tests.quotes.making import WORDS, live_expert, live_quote
from tests.quotes.markup import all_of, attribute, facts, linked, one, page_at, told

pytestmark = pytest.mark.django_db


def publish(quote: Quote, editor: User, moderator: User) -> str:
    return published(quote, by=editor, approved_by=moderator).path


def test_words_are_text_in_the_quotation_marks_of_their_language() -> None:
    """In the text itself: selected by hand they come along."""
    shown = {
        language: "".join(
            paragraph.opening + "".join(run.text for run in paragraph.runs) + paragraph.closing
            for paragraph in paragraphs("A\n\nB", language, quoted=True)
        )
        for language in ("en", "ja", "ko", "zh-hant", "de", "fr", "xx")
    }
    assert shown == {
        "en": "“AB”",
        "ja": "「AB」",
        "ko": "“AB”",
        "zh-hant": "「AB」",
        "de": "„AB“",
        "fr": "«\u00a0AB\u00a0»",
        "xx": "“AB”",
    }


@pytest.mark.parametrize(
    ("words", "ours"),
    [
        ("They [the ministers] agree […] at last… (more or less).", ["[the ministers]", "[…]"]),
        ("彼ら［両首相］は（中略）合意した。", ["［両首相］", "（中略）"]),
        ("그들[두 총리]은 (중략) 합의했다.", ["[두 총리]", "(중략)"]),
        ("No brackets at all.", []),
    ],
)
def test_what_is_ours_is_told_from_what_was_said(words: str, ours: list[str]) -> None:
    runs = [run for paragraph in paragraphs(words, "en", quoted=True) for run in paragraph.runs]
    assert "".join(run.text for run in runs) == words
    assert [run.text for run in runs if run.is_ours] == ours


def test_a_quote_is_a_figure_that_cites_its_source(
    client: Client, editor: User, moderator: User
) -> None:
    _quote, edition = live_quote(editor, moderator)
    for path in (edition.path, "/quotes/", "/experts/aki-moriyama/"):
        figure = one(page_at(client, path), "figure")
        quotation = one(figure, "blockquote")
        assert attribute(quotation, "lang") == "en"
        assert attribute(quotation, "cite") == "https://example.org/lecture"
        assert told(quotation) == f"“{WORDS}”"
        assert "Aki Moriyama" in told(one(figure, "figcaption"))
        assert "Aki Moriyama" not in told(quotation)


def test_a_paraphrase_is_no_quotation_to_anybody(
    client: Client, editor: User, moderator: User
) -> None:
    _quote, edition = live_quote(editor, moderator, form=Form.PARAPHRASE)
    card, page = (page_at(client, path) for path in ("/quotes/", edition.path))
    for shown in (card, page):
        assert not list(all_of(shown, "blockquote"))
        assert f"“{WORDS}" not in told(shown)
        assert linked(shown) == []
        assert "in our words" in told(shown)
    assert told(one(page, "h1")) == "Aki Moriyama, paraphrased"


def test_the_page_tells_where_the_words_come_from_in_words(
    client: Client, editor: User, moderator: User
) -> None:
    expert = live_expert(editor, moderator)
    quote = make_quote(expert=expert, cited=False, said_on="2025-05~", venue="A lecture in Tokyo")
    source = Source.objects.create(
        title="Treaties",
        author="A. Moriyama",
        publisher="Example Press",
        published_on="2025",
        url="https://example.org/treaties",
        archived_url="https://archive.example.org/treaties",
        accessed_on=dt.date(2025, 6, 1),
        note="Secret of the source",
    )
    Evidence.objects.create(quote=quote, source=source, locator="p. 48", passage=WORDS + " Secret")
    Evidence.objects.create(
        quote=quote,
        kind=EvidenceKind.INTERVIEW,
        obtained_on=dt.date(2025, 5, 20),
        passage=WORDS,
        note="Secret note",
        file="evidence/secret/secret.pdf",
    )
    page = page_at(client, publish(quote, editor, moderator))
    found = facts(page)
    assert found["When"] == "circa May 2025"
    assert found["Where"] == "A lecture in Tokyo"
    assert found["On what terms"] == "On the record, to be quoted by name."
    shown = ("Treaties", "A. Moriyama", "Example Press", "2025", "p. 48", "archived copy")
    for each in (*shown, "read on 1 June 2025", "Interview with us"):
        assert each in found["Evidence"]
    links = all_of(one(page, class_="provenance"), "a")
    assert {attribute(link, "href") for link in links} == {
        "https://example.org/treaties",
        "https://archive.example.org/treaties",
    }
    assert "ecret" not in str(page)
    assert "evidence/" not in str(page)


def test_whom_we_may_not_name_is_named_nowhere(
    client: Client, editor: User, moderator: User
) -> None:
    quote = make_quote(
        speaker="Minato Seok",
        role="envoy",
        record=Record.ANONYMOUS,
        described_as="A diplomat",
        record_reason="Secret reason",
    )
    page = page_at(client, publish(quote, editor, moderator))
    assert facts(page)["On what terms"] == "The speaker asked not to be named."
    assert "creator" not in linked(page)[0]
    for hidden in ("Minato", "envoy", "Secret"):
        assert hidden not in str(page)


def test_translations_stand_with_their_original(
    client: Client, editor: User, moderator: User
) -> None:
    original, _edition = live_quote(editor, moderator, venue="Seoul")
    _ours, edition = live_quote(editor, moderator, original=original)
    _theirs, korean = live_quote(
        editor,
        moderator,
        original=original,
        language="ko",
        text="터놓고 다투는 이웃.",
        translation_is_ours=False,
        translator="박하늘",
    )
    page = page_at(client, edition.path, "ja")
    said = one(page, class_="quote-original")
    assert (attribute(said, "lang"), told(said)) == ("en", f"“{WORDS}”")
    assert "Seoul" in map(told, all_of(page, "dd", lang="en"))
    assert told(one(page, "blockquote")) == "「率直に争う隣人には失うものがある。」"
    data = linked(page)[0]
    assert data["inLanguage"] == "ja"
    assert data["translationOfWork"] == {"@type": "Quotation", "text": WORDS, "inLanguage": "en"}
    assert "박하늘" in told(one(page_at(client, korean.path, "ko"), class_="quote-source"))


def test_a_correction_of_the_original_is_told_on_its_translations(
    client: Client, editor: User, moderator: User
) -> None:
    original, _edition = live_quote(editor, moderator)
    _translation, edition = live_quote(editor, moderator, original=original)
    original.said_on = "2025-05-15"
    original.save()
    published(original, by=editor, approved_by=moderator, change=Change.CORRECTION, note="The day.")
    notes = all_of(one(page_at(client, edition.path, "ja"), class_="changes"), "p", lang="en")
    assert [told(note) for note in notes] == ["The day."]


def test_a_speaker_is_known_by_the_name_of_the_day_and_of_today(
    client: Client, editor: User, moderator: User
) -> None:
    quote, edition = live_quote(editor, moderator)
    assert "Known today" not in told(page_at(client, edition.path))
    expert = quote.expert
    expert.title = "Aki Tanaka"
    expert.save()
    published(expert, by=editor, approved_by=moderator, change=Change.UPDATE)
    page = page_at(client, edition.path)
    assert told(one(page, class_="speaker")) == "Aki Moriyama"
    assert "Known today as: Aki Tanaka" in facts(page)["The speaker"]


def test_machines_read_what_readers_see(client: Client, editor: User, moderator: User) -> None:
    words = "It ends </script><script> & so on."
    _quote, edition = live_quote(editor, moderator, text=words, organisation="Example University")
    quotation = {
        "@type": "Quotation",
        "@id": f"{settings.SITE_URL}/en{edition.path}",
        "url": f"{settings.SITE_URL}/en{edition.path}",
        "text": words,
        "inLanguage": "en",
        "creator": {
            "@type": "Person",
            "name": "Aki Moriyama",
            "jobTitle": "historian",
            "affiliation": {"@type": "Organization", "name": "Example University"},
            "url": f"{settings.SITE_URL}/en/experts/aki-moriyama/",
        },
        "dateCreated": "2025-05-14",
        "isBasedOn": [
            {"@type": "CreativeWork", "name": "A lecture", "url": "https://example.org/lecture"}
        ],
    }
    for path in (edition.path, "/quotes/", "/experts/aki-moriyama/"):
        assert linked(page_at(client, path)) == [quotation]


def test_an_article_holds_the_data_of_its_quotes_and_the_script_that_copies(
    client: Client, editor: User, moderator: User
) -> None:
    quote, _edition = live_quote(editor, moderator)
    author = make_author()
    published(author, by=editor)
    article = make_article(authors=[author])
    plain = published(article, by=editor).path
    assert not linked(page_at(client, plain))
    assert "copy_quote" not in str(page_at(client, plain))
    place(article, QuoteHere, quote=quote)
    published(article, by=editor, change=Change.MINOR)
    page = page_at(client, plain)
    assert [thing["text"] for thing in linked(page)] == [WORDS]
    assert "copy_quote" in str(one(page, "head"))


def test_what_only_script_can_do_is_not_offered_without_it(
    client: Client, editor: User, moderator: User
) -> None:
    _quote, edition = live_quote(editor, moderator)
    for path in (edition.path, "/quotes/"):
        button = one(page_at(client, path), "button", class_="quote-copy")
        assert attribute(button, "hidden") is not None


def test_names_stand_in_their_script_with_their_language(
    client: Client, editor: User, moderator: User
) -> None:
    live_expert(
        editor,
        moderator,
        name_kanji="森山 亜希",
        name_hangul="모리야마 아키",
        reading="もりやま あき",
        bio_en="Writes on treaties.",
    )

    def named(language: str) -> list[tuple[str, str | None]]:
        page = page_at(client, "/experts/aki-moriyama/", language)
        others = all_of(one(page, class_="standfirst"), "span")
        return [(told(name), attribute(name, "lang")) for name in (one(page, "h1"), *others)]

    assert named("en") == [
        ("Aki Moriyama", None),
        ("森山 亜希（もりやま あき）", "ja"),
        ("모리야마 아키", "ko"),
    ]
    assert named("ja") == [("森山 亜希", None), ("Aki Moriyama", "en"), ("모리야마 아키", "ko")]
    japanese = page_at(client, "/experts/aki-moriyama/", "ja")
    assert "もりやま あき" in told(one(japanese, class_="standfirst"))
    assert attribute(one(japanese, class_="prose"), "lang") == "en"
    assert told(one(one(japanese, class_="facts"), "span", lang="en")) == "historian"


def test_an_experts_quotes_are_read_by_the_page(
    client: Client, editor: User, moderator: User
) -> None:
    expert = live_expert(editor, moderator)
    for number in range(21):
        live_quote(editor, moderator, expert=expert, text=f"Words {number:02}.")
    assert len(list(all_of(page_at(client, "/experts/aki-moriyama/"), "figure"))) == 20
    assert len(list(all_of(page_at(client, "/experts/aki-moriyama/?page=2"), "figure"))) == 1
