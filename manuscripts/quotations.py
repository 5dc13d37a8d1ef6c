"""Lines that are one quote and who said it, and nothing else.

A quote needs a speaker with a name, a word of saying (or a dash), and 25 characters: terms in
scare quotes and titles are none. A line that tells more around the quote, or breaks it in two,
stays the paragraph it is; software does not decide which words of it were spoken together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .cuts import Cut, Segment, cut, words

_SHORTEST_QUOTE = 25  # characters
_LONGEST_ATTRIBUTION = 300  # characters
_AROUND_THE_WORDS = " ,，"
_CLOSING = {"“": "”", "«": "»", "「": "」", "『": "』", '"': '"'}
_OPENING = re.compile(f"[{''.join(_CLOSING)}]")

_SAYS = (
    r"(?:(?:also|further|then|later|once) )?"
    r"(?:says?|said|states?|stated|adds?|added|argues?|argued|notes?|noted|explains?|explained"
    r"|writes?|wrote|believes?|believed|observes?|observed|warns?|warned|comments?|commented"
    r"|remarks?|remarked|concludes?|concluded|points out|pointed out|recalls?|recalled|insists?"
    r"|insisted)"
)
_WHO = r"(?P<who>\S.+?)"
_NAMED = r"(?P<speaker>[^\s、。，,][^、。，,]{0,30}?)"
_OF_JA = r"(?:(?P<organisation>[^、。]{2,40}?)の)?"
_OF_KO = r"(?:(?P<organisation>\S{2,30}(?: \S{2,30})?) )?"
_SAYS_JA = r"と(?:述べ|語|話|指摘|説明|強調|主張|付け加え|言)[^「」]{0,10}"
_SAYS_KO = r"\s?(?:이?라고|라며|고)?\s?(?:말|밝|설명|강조|지적|주장|덧붙)[^“”]{0,10}"

# What stands before the quotation marks, and what after them.
_FORMS = [
    (re.compile(before), re.compile(after))
    for before, after in (
        (rf"{_WHO},? {_SAYS}(?: that)?\s?[:,：]?\s?", r"\s?\.?"),
        (rf"According to {_WHO},\s?", r"\s?\.?"),
        (r"", rf",?\s?{_SAYS} {_WHO}\.?"),
        (r"", rf",?\s?{_WHO},? {_SAYS}\.?"),
        (r"", rf"\s?[—–-]\s?{_WHO}\.?"),
        (rf"{_OF_JA}{_NAMED}(?P<honorific>名誉教授|准教授|教授|博士|氏|さん)は[、,]?\s?", _SAYS_JA),
        (rf"{_OF_KO}{_NAMED} (?P<honorific>명예교수|교수|박사|연구원|씨)[은는이가],?\s?", _SAYS_KO),
    )
]

_OFFICE = (
    r"(?:(?:Associate|Assistant|Visiting|Emeritus) )?(?:Professor|Prof\.?)(?: Emerit(?:us|a))?"
    r"|Ambassador|Senator|Judge|Mayor|Governor|(?:(?:Prime|Foreign) )?Minister|President|General"
    r"|名誉教授|准教授|教授|명예교수|교수"
)
_HONORIFIC = rf"(?:{_OFFICE}|(?:Dr|Mr|Mrs|Ms|Mx|Rev|Hon)\.?|Sir|Dame|Lord|Lady)"
_SPEAKER = rf"(?:(?P<honorific>{_HONORIFIC}(?: {_HONORIFIC})?) )?(?P<speaker>[^,()]+?)"
_ROLE = r"(?:(?:an?|the) )?(?P<role>{}+?)"
_ORGANISATION = r"(?:the )?(?P<organisation>(?=[^\W_a-z]){})"
_INSTITUTION = (
    r"(?:Universit|Institut|College|School|Cent(?:er|re)|Council|Ministry|Foundation|Bank|Society"
    r"|Associat|Agency|Office|Museum|Department|Committee|Commission|Union|Group|Company)"
)
_ATTRIBUTIONS = [
    re.compile(_SPEAKER + rest)
    for rest in (
        r"",
        rf" (?:of|from|at) {_ORGANISATION.format('[^,]+')}(?:, {_ROLE.format('.')})?",
        rf" \((?:{_ROLE.format('[^,)]')}, )?{_ORGANISATION.format('[^)]+')}\)",
        rf", {_ROLE.format('.')},? (?:at|with|from) {_ORGANISATION.format('.+')}",
        rf", {_ROLE.format('[^,]')}, {_ORGANISATION.format('.+')}",
        rf", {_ROLE.format('.')} (?:of|for) {_ORGANISATION.format(f'.*{_INSTITUTION}.*')}",
        rf", {_ROLE.format('.')}",
    )
]
_NAME_PARTICLE = re.compile(r"al|bin|da|de|del|della|den|der|di|dos|du|el|la|le|van|von|y")
_NOT_A_NAME = re.compile(
    r"(?:All?|An|And|Another|As|At|But|Both|Critics|Few|He|Her|His|However|In|It|Many|Most|One"
    r"|Others?|Our|She|Some|That|The|Their|These|They|This|Those|We)\b"
)


def quotation(text: str) -> Cut | None:
    """Honorific, speaker, role, organisation and text, as far as the line names them."""
    spoken = _spoken(text)
    if not spoken or len(text[spoken].strip(_AROUND_THE_WORDS)) < _SHORTEST_QUOTE:
        return None
    before, after = text[: spoken.start - 1], text[spoken.stop + 1 :]
    if max(len(before), len(after)) > _LONGEST_ATTRIBUTION:
        return None
    said = (Segment(text[spoken.start - 1]), *_said(text[spoken]), Segment(text[spoken.stop]))
    for form_before, form_after in _FORMS:
        if (first := form_before.fullmatch(before)) and (last := form_after.fullmatch(after)):
            segments = tuple(_attributed((*cut(first), *said, *cut(last))))
            return segments if "speaker" in words(segments) else None
    return None


def office(honorific: str) -> str:
    """The office that an honorific names, and so the speaker's role where no other is told."""
    match = re.search(_OFFICE, honorific)
    return re.sub(r"\bProf\b\.?", "Professor", match[0]) if match else ""


def _spoken(text: str) -> slice | None:
    """From the first quotation mark to the last, if they are one pair around it all."""
    first = _OPENING.search(text)
    if not first:
        return None
    opening, closing = first[0], _CLOSING[first[0]]
    start, end = first.end(), text.rfind(closing)
    depth = 1
    for mark in re.findall(f"[{opening}{closing}]", text[start:end]):
        depth += 1 if mark != closing else -1
        if not depth:
            return None
    return slice(start, end) if start < end else None


def _said(text: str) -> Cut:
    """The words between the marks; the comma before "she said" is not the speaker's."""
    start = len(text) - len(text.lstrip(_AROUND_THE_WORDS))
    end = len(text.rstrip(_AROUND_THE_WORDS))
    return Segment(text[:start]), Segment(text[start:end], "text"), Segment(text[end:])


def _attributed(segments: Cut) -> Iterator[Segment]:
    """The segments with "who" cut into its parts; without a speaker where it names none."""
    for segment in segments:
        if segment.name == "who":
            yield from _attribution(segment.text)
        elif segment.text:
            yield segment


def _attribution(who: str) -> Cut:
    for pattern in _ATTRIBUTIONS:
        match = pattern.fullmatch(who)
        if match and _is_a_name(match["speaker"], titled=bool(match["honorific"])):
            return cut(match)
    return (Segment(who),)


def _is_a_name(speaker: str, *, titled: bool) -> bool:
    """Two to six words in capitals, or one after a title; "Many residents" is nobody's name."""
    if _NOT_A_NAME.match(speaker):
        return False
    name = [word for word in speaker.split() if not _NAME_PARTICLE.fullmatch(word)]
    in_capitals = not any(word[0].islower() or word.isdigit() for word in name)
    return in_capitals and (1 if titled else 2) <= len(name) <= 6
