"""Lines as an author would write them, each with what the tree says where it is read so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from manuscripts import labels
from manuscripts.cuts import words
from manuscripts.grammar import PROMO_MARK
from manuscripts.lines import normalised
from manuscripts.quotations import office, quotation

# A line, and what each place of the tree says that reads it.
Natural = tuple[str, Mapping[str, str]]

_ATTRIBUTIONS = (
    "{who} of {organisation} says: “{text}”",
    "{who}, {role} at {organisation}, says: “{text}”",
    "{who}, {role}, says: “{text}”",
    "{who} says: “{text}”",
)


def natural_quote(text: str, said: Mapping[str, str], place: str) -> Natural | None:
    """A sentence that the reader takes apart into just these words, if there is one."""
    who = " ".join(filter(None, (said.get("honorific", ""), said.get("speaker", ""))))
    for form in _ATTRIBUTIONS:
        line = form.format_map({"role": "", "organisation": "", **said, "who": who, "text": text})
        cut = quotation(line) if normalised(line) == line else None
        if not cut:
            continue
        named = words(cut)
        if {"role": office(named.get("honorific", "")), **named} == {
            "role": "",
            "text": text,
            **said,
        }:
            return line, {f"{place}.{name}": value for name, value in named.items()}
    return None


def natural_promo(said: Mapping[str, str], pitch: list[str], items: list[str]) -> Iterator[Natural]:
    yield f"{PROMO_MARK}{said['heading']}", {"promo.heading": said["heading"]}
    for number, text in enumerate(pitch):
        yield text, {f"promo.paragraphs[{number}]": text}
    for number, text in enumerate(items):
        yield f"{labels.ITEM_MARK}{text}", {f"promo.items[{number}]": text}
    if said["urging"]:
        yield said["urging"], {"promo.urging": said["urging"]}
    label, address = said["cta_label"], said["cta_url"]
    if label or address:
        told = {"promo.cta_label": label, "promo.cta_url": address}
        line = f"👉 {label} ({address})" if label and address else f"👉 {label or address}"
        yield line, {place: text for place, text in told.items() if text}
