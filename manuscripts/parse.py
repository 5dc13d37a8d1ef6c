"""From the lines of a manuscript to its tree and its ledger.

Lines are read from top to bottom. Each is offered to the readers of `_READERS` in turn, the surest
mark first, and the first that knows it takes it; what nobody knows is a paragraph of whatever was
opened last: a section, an event, an answer. A line is a paragraph; none is joined or split. There
is no text that cannot be parsed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import takewhile

from . import grammar, labels, reasons
from .cuts import Segment, words
from .dates import dated_heading
from .labelled import labelled_line
from .ledger import Parsed
from .lines import Hint, Line
from .promo_block import promo_lines, read_promo
from .quotations import office, quotation
from .reading import ROOT, Opened, Reading
from .tree import Follow, PromoEntry, PromoHere, QuestionsHere, TimelineHere

_HEADING = 4  # points
_SURE_HEADING = 5  # points, among lines that are often short: answers, a promo
_LONGEST_PROMO = 15  # lines below its heading
_LONGEST_REPEATED_TITLE = 400  # characters


def parse(lines: Iterable[Line], language: str = "") -> Parsed:
    """Read a manuscript; the language (BCP 47), where not given, is told from its letters."""
    reading = Reading(list(lines))
    while reading.at < len(reading.lines):
        next(reader for reader in _READERS if reader(reading))
    return reading.parsed(language)


def _sure_text(reading: Reading) -> bool:
    sure = labels.sure_text(reading.text)
    if not sure:
        return False
    text, listed = sure
    reading.place_paragraph(text, listed=listed)
    return True


def _line_without_words(reading: Reading) -> bool:
    if grammar.has_words(reading.text):
        return False
    reading.leave_over(reasons.NO_WORDS)
    return True


def _follow_line(reading: Reading) -> bool:
    cut = grammar.follow(reading.text)
    if not cut:
        return False
    if reading.follow:
        reading.leave_over(reasons.SECOND_FOLLOW_LINE)
        return True
    reading.follow = Follow(reading.text, **words(cut))
    reading.place((Segment(reading.text, "text"),), ROOT.then("follow").then)
    return True


def _promo(reading: Reading) -> bool:
    cut = grammar.promo_heading(reading.text) or grammar.exclaiming_heading(reading.text)
    if not cut:
        return False
    start = reading.at + 1
    following = takewhile(_can_be_in_a_promo, reading.lines[start : start + _LONGEST_PROMO])
    lines = promo_lines(cut, list(following))
    if lines is None:
        return False
    reading.back_to_the_body()
    if reading.promo:
        for _line in (reading.line, *lines):
            reading.leave_over(reasons.SECOND_PROMO)
        return True
    promo, rows = read_promo(reading.line, cut, lines)
    reading.promo = reading.noted = _opened(promo)
    reading.show(PromoHere())
    reading.take(*rows)
    return True


def _opened(promo: PromoEntry) -> Opened:
    told = {name: getattr(promo, name) for name in ("heading", *labels.WORDS["promo"])}
    words = {name: text for name, text in told.items() if text}
    paragraphs, listed = list(promo.paragraphs), list(promo.items)
    return Opened(ROOT.then("promo"), "promo", words, paragraphs=paragraphs, listed=listed)


def _can_be_in_a_promo(line: Line) -> bool:
    marks = (
        *(labels.is_outright, grammar.follow, grammar.faq_heading),
        *(grammar.question, grammar.promo_heading),
    )
    if any(mark(line.text) for mark in (*marks, dated_heading)):
        return False
    return not _is_heading(line, _SURE_HEADING)


def _faq_heading(reading: Reading) -> bool:
    cut = grammar.faq_heading(reading.text)
    if not cut:
        return False
    reading.back_to_the_body()
    reading.among_questions = True
    if reading.faq_heading:
        reading.leave_over(reasons.SECOND_FAQ_HEADING)
        return True
    reading.show(QuestionsHere())
    reading.faq_heading = words(cut)["faq_heading"]
    reading.place(cut, ROOT.then)
    return True


def _question(reading: Reading) -> bool:
    cut = grammar.question(reading.text)
    if cut:
        reading.questions_are_marked = True
    elif _asks_without_a_mark(reading):
        cut = (Segment(reading.text, "question"),)
    else:
        return False
    reading.among_questions = True
    reading.show(QuestionsHere())
    reading.begin(reading.faqs, "faqs", cut)
    return True


def _asks_without_a_mark(reading: Reading) -> bool:
    unmarked = reading.among_questions and not reading.questions_are_marked
    return unmarked and reading.text.endswith(("?", "？"))


def _answer(reading: Reading) -> bool:
    cut = grammar.answer(reading.text) if reading.among_questions else None
    if not cut:
        return False
    if reading.open is reading.body:
        reading.leave_over(reasons.ANSWERS_NOTHING)
        return True
    numbered = any(map(str.isdigit, cut[0].text))
    if reading.open.paragraphs and not numbered:
        return False  # "A. Smith …" further down an answer
    reading.place_paragraph(cut)
    return True


def _title(reading: Reading) -> bool:
    cut = None if reading.title or reading.has_begun else grammar.title(reading.text)
    if not cut:
        return False
    reading.title = words(cut)["title"]
    reading.place(cut, ROOT.then)
    return True


def _repeated_title(reading: Reading) -> bool:
    if not reading.title or len(reading.text) > _LONGEST_REPEATED_TITLE:
        return False
    cut = grammar.title(reading.text)
    if not cut or _letters(words(cut)["title"]) != _letters(reading.title):
        return False
    reading.leave_over(reasons.REPEATS_THE_TITLE)
    return True


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _byline(reading: Reading) -> bool:
    expected = reading.title and not reading.byline and not reading.has_begun
    cut = grammar.byline(reading.text) if expected else None
    if not cut:
        return False
    reading.byline = words(cut)["byline"]
    reading.place(cut, ROOT.then)
    return True


def _event(reading: Reading) -> bool:
    cut = None if reading.among_questions else dated_heading(reading.text)
    if not cut:
        return False
    reading.show(TimelineHere())
    reading.begin(reading.timeline, "timeline", cut)
    return True


def _heading(reading: Reading) -> bool:
    enough = _SURE_HEADING if reading.among_questions else _HEADING
    if not _is_heading(reading.line, enough):
        return False
    reading.begin_section(grammar.heading(reading.text))
    return True


def _is_heading(line: Line, enough: int) -> bool:
    if line.hint:
        return line.hint == Hint.HEADING
    return grammar.heading_points(line.text, line.blank_before) >= enough


def _quote(reading: Reading) -> bool:
    cut = quotation(reading.text) if reading.open is reading.body else None
    if not cut:
        return False
    named = words(cut)
    reading.begin_quote(cut, {"role": office(named.get("honorific", "")), **named})
    return True


def _paragraph(reading: Reading) -> bool:
    item = grammar.list_item(reading.text)
    listed = item is not None or reading.line.hint == Hint.ITEM
    reading.place_paragraph(item or (Segment(reading.text, "text"),), listed=listed)
    return True


_READERS: tuple[Callable[[Reading], bool], ...] = (
    _sure_text,
    labelled_line,
    _line_without_words,
    _follow_line,
    _promo,
    _faq_heading,
    _question,
    _answer,
    _title,
    _repeated_title,
    _byline,
    _event,
    _heading,
    _quote,
    _paragraph,
)
