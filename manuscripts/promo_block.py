"""The lines of a promo: heading, pitch, items, urging line, call to action."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from . import grammar
from .cuts import Cut, Segment, words
from .ledger import Row, placed, unplaced
from .lines import Hint, Line
from .places import Place
from .reasons import NO_WORDS
from .tree import Paragraph, PromoEntry

_LONGEST_URGING = 80  # characters
_PROMO = Place(("promo",))


def promo_lines(heading: Cut, following: Sequence[Line]) -> Sequence[Line] | None:
    """Those of the following lines that are the promo's, or None where the heading opens none.

    A list or a call to action must follow, unless the heading has a mark and says what it is, or
    exclaims. The promo ends with its call to action; without one, with its list and the urging
    line below that, or with its first paragraph.
    """
    for index, line in enumerate(following):
        if grammar.call_to_action(line.text):
            return following[: index + 1]
    items = [index for index, line in enumerate(following) if _is_item(line)]
    if items:
        end = items[-1] + 1
        return following[: end + 1 if any(map(_urges, following[end : end + 1])) else end]
    mark = "" if heading[0].name else heading[0].text
    says_so = any(map(str.isalpha, mark)) or (mark and grammar.exclaiming(heading[-1].text))
    return following[:1] if says_so else None


def read_promo(heading: Line, cut: Cut, lines: Sequence[Line]) -> tuple[PromoEntry, list[Row]]:
    """The promo of a heading (with its cut) and the lines below it, and a row for each."""
    urging = _urging_line(lines)
    found: defaultdict[str, list[str]] = defaultdict(list)

    def place_of(name: str) -> Place:
        counted = name in ("paragraphs", "items")
        return _PROMO.then(name, len(found[name])) if counted else _PROMO.then(name)

    rows = [placed(heading, cut, place_of)]
    for line in lines:
        if not grammar.has_words(line.text):
            rows.append(unplaced(line, NO_WORDS))
            continue
        segments = _segments(line, "urging" if line is urging else "paragraphs")
        rows.append(placed(line, segments, place_of))
        for name, text in words(segments).items():
            found[name].append(text)
    promo = PromoEntry(
        heading=words(cut)["heading"],
        paragraphs=tuple(map(Paragraph, found["paragraphs"])),
        items=tuple(found["items"]),
        urging="".join(found["urging"]),
        cta_label="".join(found["cta_label"]),
        cta_url="".join(found["cta_url"]),
    )
    return promo, rows


def _segments(line: Line, otherwise: str) -> Cut:
    if pointing := grammar.call_to_action(line.text):
        return pointing
    if not _is_item(line):
        return (Segment(line.text, otherwise),)
    item = grammar.list_item(line.text) or (Segment(line.text, "text"),)
    return tuple(Segment(text, "items" if name else "") for text, name in item)


def _urging_line(lines: Sequence[Line]) -> Line | None:
    """The last short line below the list; without a list, a last one that exclaims."""
    said = [line for line in lines if not grammar.call_to_action(line.text)]
    if not said or _is_item(said[-1]) or len(said[-1].text) > _LONGEST_URGING:
        return None
    return said[-1] if any(map(_is_item, said)) or (len(said) > 1 and _urges(said[-1])) else None


def _urges(line: Line) -> bool:
    return len(line.text) <= _LONGEST_URGING and grammar.exclaiming(line.text)


def _is_item(line: Line) -> bool:
    return line.hint == Hint.ITEM or grammar.list_item(line.text) is not None
