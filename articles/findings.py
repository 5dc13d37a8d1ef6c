"""What stands in the way of an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from newsroom.images.snapshots import lacks_words
from newsroom.publishing.findings import Case, Finding, block, info, warn
from newsroom.publishing.kinds import Snapshot
from newsroom.sources.findings import lost_notes

from .anchors import with_anchors
from .author_findings import nameless_authors


def find(snapshot: Snapshot, case: Case) -> Iterator[Finding]:
    yield from _whole(snapshot)
    yield from nameless_authors(snapshot)
    yield from _text(snapshot)
    yield from _not_chosen(snapshot)
    yield from _pictures(snapshot)
    yield from _list_and_place(snapshot, "timeline", "events", _TIMELINE)
    yield from _list_and_place(snapshot, "questions", "questions", _QUESTIONS)


def _whole(snapshot: Snapshot) -> Iterator[Finding]:
    if not snapshot["citations"]:
        yield block("unsourced", _("It names no source. Add what its statements rest on."))
    if not snapshot["authors"]:
        yield warn("no_author", _("It has no author. Say who wrote it."))
    if not snapshot["standfirst"]:
        message = _("It has no standfirst. Lists and search engines show one: write it.")
        yield warn("no_standfirst", message)


def _text(snapshot: Snapshot) -> Iterator[Finding]:
    rows = [pair for pair in with_anchors(snapshot) if pair[0]["type"] == "section"]
    if not any(row["text"] for row, _anchor in rows):
        yield block("no_text", _("It has no text. Write at least one section."))
    for row, anchor in rows:
        yield from lost_notes(row["text"], snapshot["citations"], _place(row))
        if not (row["heading"] or row["text"]):
            message = _("A section is empty. Write it or take it out.")
            yield warn("empty_section", message, _place(row))
        elif row["heading"] and anchor != row["anchor"]:
            message = _(
                "The anchor of the section “%(heading)s” is taken. Links to it end in #%(anchor)s."
            )
            message = str(message) % {"heading": row["heading"], "anchor": anchor}
            yield info("anchor_taken", message, _place(row))


_NOT_CHOSEN = {
    "quote": _("A quote block shows no quote. Choose one, or take the block out."),
    "picture": _("A picture block shows no image. Choose one, or take the block out."),
    "promo": _("A promo block shows no promo. Choose one, or take the block out."),
}


def _not_chosen(snapshot: Snapshot) -> Iterator[Finding]:
    """A draft keeps blocks whose part is chosen later."""
    for row in snapshot["blocks"]:
        name = row["type"]
        if name in _NOT_CHOSEN and not row["image" if name == "picture" else name]:
            yield block("not_chosen", _NOT_CHOSEN[name], _place(row))


def _pictures(snapshot: Snapshot) -> Iterator[Finding]:
    message = _(
        "A picture has no words for readers who do not see it. Write them with the image, in the"
        " article's language, or mark the image as decorative."
    )
    lead = snapshot["lead_image_shown"]
    if lead and lacks_words(lead):
        yield block("picture_without_words", message, "lead-image")
    for row in snapshot["blocks"]:
        if row["type"] == "picture" and row["shown"] and lacks_words(row["shown"]):
            yield block("picture_without_words", message, _place(row))


_TIMELINE = {
    "empty": _("The timeline block has no events to show. Add events, or take the block out."),
    "unplaced": _("It has events but no timeline block, so readers see none of them. Add one."),
    "twice": _("The timeline stands there twice. Take one of the blocks out."),
}
_QUESTIONS = {
    "empty": _("The questions block has no questions to show. Add some, or take the block out."),
    "unplaced": _("It has questions but no block for them, so readers see none. Add one."),
    "twice": _("The questions stand there twice. Take one of the blocks out."),
}


def _list_and_place(
    snapshot: Snapshot, place: str, rows: str, messages: Mapping[str, str | Promise]
) -> Iterator[Finding]:
    """A list is shown once, where its block is."""
    places = Counter(row["type"] for row in snapshot["blocks"])[place]
    if places > 1:
        yield block(f"{place}_twice", messages["twice"])
    elif places and not snapshot[rows]:
        yield warn(f"{place}_empty", messages["empty"])
    elif snapshot[rows] and not places:
        yield warn(f"{place}_unplaced", messages["unplaced"])


def _place(row: Snapshot) -> str:
    return f"{row['type']}-{row['id']}"
