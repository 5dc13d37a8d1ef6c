"""What stands in the way of a promo: an advertisement says who earns, and promises no gain."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.publishing.findings import Case, Finding, block, warn
from newsroom.publishing.kinds import Snapshot
from newsroom.richtext.links import is_safe_url

from . import words
from .models import FACTS, FOR_OTHERS


def find(snapshot: Snapshot, case: Case) -> Iterator[Finding]:
    if snapshot["original"]:
        yield from _facts_of_a_translation(snapshot)
    else:
        yield from _facts(snapshot)
    yield from _words(snapshot)
    yield from _risks(snapshot)


def _facts(snapshot: Snapshot) -> Iterator[Finding]:
    relationship = snapshot["relationship"]
    if not relationship:
        message = _("Nobody has said who earns from it. Choose the relationship: readers are told.")
        yield block("no_disclosure", message, "relationship")
    if relationship in FOR_OTHERS and not snapshot["advertiser"]:
        message = _("It is for somebody else, and does not say for whom. Name the advertiser.")
        yield block("no_disclosure", message, "advertiser")
    if not snapshot["cta_url"]:
        yield block("no_address", _("It leads nowhere. Fill in the address it leads to."))


def _facts_of_a_translation(snapshot: Snapshot) -> Iterator[Finding]:
    if any(snapshot[name] for name in FACTS):
        message = _("Relationship, address and window stand on the original. Empty them here.")
        yield block("facts_on_translation", message)


def _words(snapshot: Snapshot) -> Iterator[Finding]:
    if not snapshot["heading"]:
        yield block("no_heading", _("It has no heading. Write one."))
    if not snapshot["cta_label"]:
        yield block("no_cta_label", _("Its link has no words. Fill in the call to action."))
    for address in (snapshot["cta_url"], *(course["url"] for course in snapshot["courses"])):
        if address and not is_safe_url(address):
            message = _("“%(address)s” is no full web address. Write it with https://.")
            yield block("unsafe_address", str(message) % {"address": address}, address)


def _risks(snapshot: Snapshot) -> Iterator[Finding]:
    text = "\n".join(_advertising(snapshot))
    if promised := words.promises(text):
        message = _("It seems to promise a gain (%(words)s). Check whether it may say so.")
        yield warn("promised_profit", str(message) % {"words": ", ".join(promised)})
    if words.puts_money_at_risk(text) and not snapshot["risk_line"]:
        message = _("It is about money at risk. Say in the risk line what readers may lose.")
        yield warn("no_risk_line", message)


def _advertising(snapshot: Snapshot) -> Iterator[str]:
    for name in ("heading", "pitch", "urging", "cta_label"):
        yield snapshot[name]
    for course in snapshot["courses"]:
        yield course["title"]
