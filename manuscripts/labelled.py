"""Reading lines that say outright what they are: `labels` says how they look."""

from __future__ import annotations

from . import labels, reasons
from .cuts import Cut, Segment, words
from .reading import ROOT, Opened, Reading
from .tree import PromoHere, QuestionsHere, TimelineHere


def labelled_line(reading: Reading) -> bool:
    """A label that nothing above it can take leaves the line to the other readers."""
    found = labels.labelled(reading.text)
    if not found:
        return False
    label, segments = found
    if label == labels.LEFT_OUT:
        reading.leave_over(reasons.LEFT_OUT)
        return True
    if label in labels.OPENING:
        return _open(reading, label, segments)
    return reading.noted is not None and _add(reading, reading.noted, label, segments)


def _open(reading: Reading, label: str, segments: Cut) -> bool:
    said = words(segments).get("value", "")
    match label:
        case labels.TITLE if said and not reading.title:
            reading.title = said
            reading.place(_named(segments, "title"), ROOT.then)
        case labels.SECTION:
            reading.begin_section(_named(segments, "heading"))
        case labels.EVENT:
            reading.show(TimelineHere())
            reading.begin(reading.timeline, "timeline", _named(segments, "headline"))
            reading.among_questions = False
        case labels.QUESTION if said:
            reading.among_questions = reading.questions_are_marked = True
            reading.show(QuestionsHere())
            reading.begin(reading.faqs, "faqs", _named(segments, "question"))
        case labels.QUOTE if said:
            reading.begin_quote(_named(segments, "text"), {"text": said})
        case labels.PROMO if not reading.promo:
            _open_promo(reading, segments)
        case labels.TEXT | labels.TIMELINE | labels.QUESTIONS | labels.SOURCES if not said:
            _say_where(reading, label)
        case _:
            return False
    return True


def _open_promo(reading: Reading, segments: Cut) -> None:
    reading.back_to_the_body()
    reading.show(PromoHere())
    heading = _named(segments, "heading")
    reading.promo = reading.open = reading.noted = Opened(
        ROOT.then("promo"), "promo", words(heading)
    )
    reading.place(heading, reading.promo.place.then)


def _say_where(reading: Reading, label: str) -> None:
    reading.back_to_the_body()
    if label == labels.TIMELINE:
        reading.show(TimelineHere())
    elif label == labels.QUESTIONS:
        reading.show(QuestionsHere())
    elif label == labels.SOURCES:
        reading.noted = reading.article
    reading.leave_over(reasons.SAYS_WHERE)


def _add(reading: Reading, part: Opened, label: str, segments: Cut) -> bool:
    for name, known in labels.WORDS[part.kind].items():
        if known == label:
            return _add_words(reading, part, name, segments)
    told = labels.told_by(label, part.kind)
    if not told:
        return False
    rows, name = told
    value = words(segments).get("value", "")
    place = part.note(name, value, rows, begins=name == labels.FIRST_OF_A_ROW)
    reading.place(segments, lambda _name: place)
    return True


def _add_words(reading: Reading, part: Opened, name: str, segments: Cut) -> bool:
    value = words(segments).get("value", "")
    if not value or part.words.get(name):
        reading.leave_over(reasons.SAID_ALREADY)
        return True
    part.words[name] = value
    reading.place(_named(segments, name), part.place.then)
    return True


def _named(segments: Cut, name: str) -> Cut:
    return tuple(Segment(text, name if told else "") for text, told in segments)
