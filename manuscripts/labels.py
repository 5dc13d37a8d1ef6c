"""Lines that say outright what they are, for whatever a manuscript's looks cannot tell.

``[Place: Tokyo]``, a label and what it says in square brackets, opens a part or adds to the one
above; ``\\`` before a line (or before the words of a list's item) says that it is text, whatever
it looks like. The reader knows them here, and the export writes them from here.
"""

from __future__ import annotations

import re

from .cuts import Cut, cut

LEFT_OUT = "Left out"
TITLE, SECTION, TEXT, TIMELINE, EVENT = "Title", "Section", "Text", "Timeline", "Event"
QUOTE, QUESTIONS, QUESTION, PROMO, SOURCES = "Quote", "Questions", "Question", "Promo", "Sources"
OPENING = (TITLE, SECTION, TEXT, TIMELINE, EVENT, QUOTE, QUESTIONS, QUESTION, PROMO, SOURCES)

# What is told of each part, by its name in the tree: the label that stands before it.
WORDS: dict[str, dict[str, str]] = {
    "article": {},
    "section": {"subheading": "Subheading"},
    "event": {"date_text": "As written"},
    "quote": {
        "speaker": "Speaker",
        "honorific": "Honorific",
        "role": "Role",
        "organisation": "Organisation",
    },
    "question": {},
    "promo": {"urging": "Urging line", "cta_label": "Call to action", "cta_url": "Address"},
}

_TOPIC = {"topic": "Topic"}
_REVIEW = {"review_every": "Review every"}
# And what goes into the fields of its draft, by the name of the field.
FACTS: dict[str, dict[str, str]] = {
    "article": {
        "language": "Language",
        "standfirst": "Standfirst",
        "author": "Author",
        **_REVIEW,
        **_TOPIC,
    },
    "section": {},
    "event": {
        "date": "Date",
        "status": "Status",
        "place": "Place",
        "countries": "Countries",
        "headline_here": "Headline here",
        **_TOPIC,
    },
    "quote": {
        "form": "Form",
        "said_on": "Said on",
        "venue": "Said at",
        "record": "Record",
        "record_reason": "Reason for the record",
        "described_as": "Described as",
        "original_words": "Original words",
        "words_language": "Original language",
        "translator": "Translator",
        "translation_is_ours": "Translated by us",
        "level": "Level of trust",
        **_TOPIC,
    },
    "question": {
        "short_answer": "In short",
        "reviewed_on": "Last reviewed",
        **_REVIEW,
        **_TOPIC,
    },
    "promo": {
        "title": "Name",
        "relationship": "Relationship",
        "advertiser": "Advertiser",
        "disclosure": "Disclosure",
        "risk_line": "Risk line",
        "shown_from": "Shown from",
        "shown_until": "Shown until",
        **_TOPIC,
    },
}
# The rows that a part may have, and what is told of each below its first line.
FIRST_OF_A_ROW = "title"
SOURCE = {
    "title": "Source",
    "author": "Source by",
    "publisher": "Published by",
    "published_on": "Published on",
    "language": "Source language",
    "url": "Found at",
    "archived_url": "Archived at",
    "accessed_on": "Accessed on",
    "locator": "Where in it",
}
EVIDENCE = {
    **SOURCE,
    "kind": "Kind of evidence",
    "passage": "Passage",
    "obtained_on": "Obtained on",
    "note": "Note on evidence",
}
COURSE = {"title": "Course", "level": "Level", "url": "Course address"}
ROWS: dict[str, dict[str, dict[str, str]]] = {
    "article": {"source": SOURCE},
    "section": {},
    "event": {"source": SOURCE},
    "quote": {"source": EVIDENCE},
    "question": {"source": SOURCE},
    "promo": {"course": COURSE},
}

_ALL = {LEFT_OUT, *OPENING}
for _table in (*WORDS.values(), *FACTS.values(), EVIDENCE, COURSE):
    _ALL.update(_table.values())
_BY_LENGTH = "|".join(map(re.escape, sorted(_ALL, key=len, reverse=True)))
_LABELLED = re.compile(
    rf"\[(?P<label>{_BY_LENGTH})\s?(?:[:：]\s?(?P<value>\S.*?)?)?\s?\]", re.IGNORECASE
)
_SPELT = {label.casefold(): label for label in _ALL}

TEXT_MARK = "\\"
ITEM_MARK = "• "
_SURE_TEXT = re.compile(r"\\(?P<text>\S.*)")
_SURE_ITEM = re.compile(r"(?:[*–—•-]\s?)\\(?P<text>\S.*)")


def labelled(text: str) -> tuple[str, Cut] | None:
    """The label of a line, and the line cut at its value, which may be missing."""
    match = _LABELLED.fullmatch(text)
    if not match:
        return None
    segments = cut(match)
    without = tuple(part._replace(name="") if part.name == "label" else part for part in segments)
    return _SPELT[match["label"].casefold()], without


def sure_text(text: str) -> tuple[Cut, bool] | None:
    """A line that is text whatever it looks like, and whether it is an item of a list."""
    for pattern, listed in ((_SURE_TEXT, False), (_SURE_ITEM, True)):
        if match := pattern.fullmatch(text):
            return cut(match), listed
    return None


def told_by(label: str, part: str) -> tuple[str, str] | None:
    """The name of what a label tells of a part, after that of the rows it belongs to, if any."""
    tables = {"": FACTS[part], **ROWS[part]}
    told = ((rows, name) for rows, table in tables.items() for name in table)
    return next(((rows, name) for rows, name in told if tables[rows][name] == label), None)


def is_outright(text: str) -> bool:
    return labelled(text) is not None or sure_text(text) is not None


def write(label: str, value: str = "") -> str:
    return f"[{label}: {value}]" if value else f"[{label}]"


def write_text(text: str, *, listed: bool) -> str:
    return f"{ITEM_MARK if listed else ''}{TEXT_MARK}{text}"
