"""What an identity check finds in a revision: names of public figures, organisations nearly known.

However many are listed, a revision asks about them in a fixed number of queries.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from newsroom.dates.display import display
from newsroom.publishing.findings import Finding, block, info, warn
from newsroom.publishing.kinds import Snapshot
from quotes.experts import Expert
from quotes.models import Quote
from quotes.periods import period

from . import models
from .claims import Claim, claim_of_expert, claim_of_quote
from .models import FigureName, OrganisationName, PublicFigure, Settlement, Verdict
from .names import keys_of
from .nearness import nearest
from .offices import Fit, Term, fit

SAME_NAME = "name_of_public_figure"
OUTSIDE_TERM = "office_outside_term"
SETTLED = "namesake_settled"
NEARLY_KNOWN = "organisation_nearly_known"


@dataclass(frozen=True)
class Namesake:
    """A figure whose name stands in a field, and how what is said agrees with their offices."""

    figure: PublicFigure
    field: str
    key: str
    fit: Fit
    settlement: Settlement | None

    @property
    def stands_in_the_way(self) -> bool:
        """That it is this person explains another role, not an office at the wrong time."""
        verdict = self.settlement.verdict if self.settlement else ""
        explains = {Fit.ANOTHER_ROLE: set(Verdict), Fit.OUTSIDE_THE_TERM: {Verdict.DIFFERENT}}
        return self.fit != Fit.OFFICE and verdict not in explains[self.fit]


def find_in_quote(snapshot: Snapshot) -> Iterator[Finding]:
    yield from _of_namesakes(snapshot, Quote.kind_name)
    yield from _organisations({"organisation": snapshot["organisation"]})


def find_in_expert(snapshot: Snapshot) -> Iterator[Finding]:
    yield from _of_namesakes(snapshot, Expert.kind_name)
    rows = snapshot["affiliations"]
    yield from _organisations({f"affiliation-{row['id']}": row["organisation"] for row in rows})


def claim_of(snapshot: Snapshot, kind: str) -> Claim:
    if kind == Expert.kind_name:
        return claim_of_expert(snapshot)
    return claim_of_quote(snapshot, _said_on(snapshot))


def _said_on(snapshot: Snapshot) -> str:
    """It stands on the original, for all languages."""
    if not snapshot["original"]:
        return str(snapshot["said_on"])
    original = Quote.objects.filter(pk=snapshot["original"])
    return original.values_list("said_on", flat=True).first() or ""


def namesakes(claim: Claim) -> list[Namesake]:
    """Each figure once, by the first field that has one of their names."""
    fields: dict[str, str] = {}
    for field, text in claim.names.items():
        for key in keys_of(text):
            fields.setdefault(key, field)
    found = {row.figure_id: row for row in _rows(fields)}
    settled = {(s.figure_id, s.name): s for s in _settled(claim, found)}
    return [
        Namesake(
            figure=row.figure,
            field=fields[row.key],
            key=row.key,
            fit=fit(claim.roles, [_term(term) for term in row.figure.terms.all()]),
            settlement=settled.get((row.figure_id, row.key)),
        )
        for row in found.values()
    ]


def _rows(keys: Iterable[str]) -> Iterable[FigureName]:
    rows = FigureName.objects.filter(key__in=list(keys)).order_by("-pk")
    return rows.select_related("figure").prefetch_related("figure__terms__office")


def _settled(claim: Claim, figures: Iterable[int]) -> Iterable[Settlement]:
    figures = list(figures)
    if not figures:
        return ()
    return Settlement.objects.filter(figure__in=figures, claim=claim.digest).select_related("by")


def _term(term: models.Term) -> Term:
    return Term(term.office.all_titles, term.office.all_places, term.since, term.until)


def _of_namesakes(snapshot: Snapshot, kind: str) -> Iterator[Finding]:
    for namesake in namesakes(claim_of(snapshot, kind)):
        if namesake.stands_in_the_way:
            yield _warning(namesake)
        elif namesake.settlement and namesake.fit != Fit.OFFICE:
            yield _told(namesake.settlement, namesake.field)


def _warning(namesake: Namesake) -> Finding:
    words = {"who": told_of(namesake.figure)}
    if namesake.fit == Fit.OUTSIDE_THE_TERM:
        message = _(
            "It was not in that office at that time: %(who)s. Correct the role or the date, or"
            " have a moderator say that this is a different person."
        )
        return block(OUTSIDE_TERM, str(message) % words, namesake.field)
    message = _(
        "This is the name of a public figure: %(who)s. Is it that person? A moderator who did not"
        " write this says so, with a reason; or the role is corrected."
    )
    return block(SAME_NAME, str(message) % words, namesake.field)


def _told(settlement: Settlement, field: str) -> Finding:
    message = _("Has the name of a public figure, %(who)s. %(verdict)s, says %(by)s: %(reason)s")
    words = {
        "who": settlement.figure,
        "verdict": settlement.get_verdict_display(),
        "by": settlement.by,
        "reason": settlement.reason,
    }
    return info(SETTLED, str(message) % words, field)


def told_of(figure: models.PublicFigure) -> str:
    """Name and offices with their terms, in words."""
    told = offices_told(figure)
    return f"{figure} ({told})" if told else str(figure)


def offices_told(figure: models.PublicFigure) -> str:
    language = get_language() or "en"
    return "; ".join(_office(term, language) for term in figure.terms.all())


def _office(term: models.Term, language: str) -> str:
    span = period(term.since, term.until)
    return f"{term.office}, {display(span, language).text}" if span else str(term.office)


def _organisations(named: Mapping[str, str]) -> Iterator[Finding]:
    """One query for all that are named, none where none is."""
    if not any(named.values()):
        return
    known = known_organisations()
    for anchor, name in named.items():
        if near := nearest(name, known):
            message = _("“%(name)s” is nearly “%(near)s”. Did you mean that?")
            yield warn(NEARLY_KNOWN, str(message) % {"name": name, "near": near}, anchor)


def known_organisations() -> dict[str, str]:
    """A name for each key: the official one where several have the same."""
    return dict(OrganisationName.objects.order_by("-pk").values_list("key", "text"))
