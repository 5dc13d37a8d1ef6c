"""An article as Markdown, for other tools: all that readers see of it, formats and notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from newsroom.dates.display import display

from .markdown_text import escaped, markdown_of
from .told import Told


def as_markdown(told: Told) -> str:
    """In the article's own language."""
    with override(told["language"]):
        return "\n\n".join(filter(None, _article(told))) + "\n"


def _article(told: Told) -> Iterator[str]:
    yield f"# {_line(told['title'])}"
    yield escaped(told["standfirst"])
    yield ", ".join(_line(author["title"]) for author in told["authors"])
    if told["lead_image"]:
        yield _picture(told["lead_image"], "")
    for block in told["blocks"]:
        yield from _block(block, told)
    yield from _sources(told)
    yield ", ".join(_line(topic) for topic in told["topics"])


def _block(block: Told, told: Told) -> Iterator[str]:
    match block["type"]:
        case "section":
            heading = ": ".join(filter(None, (block["heading"], block["subheading"])))
            yield f"## {_line(heading)}" if heading else ""
            yield markdown_of(block["text"])
        case "picture":
            yield _picture(block["shown"], block["caption"])
        case "quote":
            yield _quote(block["quote"])
        case "timeline":
            for event in told["events"]:
                yield from _event(event, told["language"])
        case "questions":
            for question in told["questions"]:
                yield from _question(question)
        case "promo":
            yield from _promo(block["promo"])


def _line(text: str) -> str:
    return escaped(" ".join(text.split()))


def _picture(shown: Told, caption: str) -> str:
    alt = "" if shown["decorative"] else shown["alt"]
    words = " · ".join(filter(None, (caption or shown["caption"], shown["credit"])))
    return f"![{_line(alt)}](<{shown['file']}>)" + (f"\n\n{_line(words)}" if words else "")


def _quote(quote: Told) -> str:
    who = " ".join(filter(None, (quote["honorific"], quote["speaker"])))
    named = ", ".join(filter(None, (who, quote["role"], quote["organisation"])))
    lines = [*escaped(quote["text"]).split("\n"), "", f"— {_line(named)}"]
    lines += [
        f"{_line(_source({**row['shown'], 'locator': row['locator']}))}"
        for row in quote["evidence"]
        if row["shown"]
    ]
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _event(event: Told, language: str) -> Iterator[str]:
    date = display(event["date"], language).text if event["date"] else event["date_text"]
    headline = event["headline_here"] or event["title"]
    yield f"### {_line(': '.join(filter(None, (date, headline))))}"
    yield _line(event["place"])
    yield markdown_of(event["text"])
    yield _listed(_source(row) for row in event["citations"])


def _question(question: Told) -> Iterator[str]:
    yield f"### {_line(question['title'])}"
    yield escaped(question["short_answer"])
    yield markdown_of(question["answer"])
    yield _listed(_source(row) for row in question["citations"])


def _promo(promo: Told) -> Iterator[str]:
    yield "---"
    yield f"**{_('Advertisement')}** {_line(promo['advertiser'])}".rstrip()
    yield escaped(promo["disclosure"])
    yield f"### {_line(promo['heading'])}" if promo["heading"] else ""
    yield escaped(promo["pitch"])
    yield "\n".join(f"- {_course(row)}" for row in promo["courses"])
    yield escaped(promo["urging"])
    yield _link(promo["cta_label"], promo["cta_url"])
    yield escaped(promo["risk_line"])
    yield "---"


def _course(row: Told) -> str:
    level = f" ({_line(row['level'])})" if row["level"] else ""
    return _link(row["title"], row["url"]) + level


def _link(label: str, address: str) -> str:
    return f"[{_line(label or address)}](<{address}>)" if address else _line(label)


def _sources(told: Told) -> Iterator[str]:
    """Footnotes: each source under the number by which the texts cite it."""
    if told["citations"]:
        yield f"## {_('Sources')}"
    for row in told["citations"]:
        yield f"[^{row['source']}]: {_line(_source(row))}"


def _source(row: Told) -> str:
    about = ("author", "title", "publisher", "published_on", "locator", "url", "archived_url")
    return ", ".join(str(row[name]) for name in about if row.get(name))


def _listed(lines: Iterable[Any]) -> str:
    return "\n".join(f"- {_line(line)}" for line in lines)
