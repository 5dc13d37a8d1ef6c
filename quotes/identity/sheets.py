"""What a list is as a CSV file: its columns, and an entry to and from the cells of a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from .csv_rows import Cells, join, split
from .models import FigureName, KnownOrganisation, Office, OrganisationName, PublicFigure, Term

Save = Callable[[], None]


@dataclass(frozen=True)
class Sheet:
    """`key` is the column that names an entry. `read` answers what would write it, in cells and
    as a function; it raises ValidationError where the line cannot be."""

    model: type[models.Model]
    columns: Sequence[str]
    prefetch: Sequence[str]
    cells: Callable[[Any], Cells]
    read: Callable[[Any, Cells, Any], tuple[Cells, Save]]
    lookups: Callable[[], Any]

    @property
    def key(self) -> str:
        return self.columns[0]

    def entries(self) -> Iterable[Any]:
        found = self.model._default_manager.prefetch_related(*self.prefetch)
        return found.order_by(*(self.model._meta.ordering or ()))


def _check(row: models.Model, *left_out: str) -> None:
    """What is unique is compared for the whole file, not line by line."""
    row.full_clean(exclude=left_out, validate_unique=False, validate_constraints=False)


def _office_cells(office: Office) -> Cells:
    return {
        "name": office.name,
        "country": office.country,
        "titles": join(office.all_titles),
        "places": join(office.all_places),
    }


def _read_office(office: Office, cells: Cells, _lookups: Any) -> tuple[Cells, Save]:
    office.name, office.country = cells["name"], cells["country"]
    office.titles = "\n".join(split(cells["titles"]))
    office.places = "\n".join(split(cells["places"]))
    _check(office)
    return _office_cells(office), office.save


def _figure_cells(figure: PublicFigure) -> Cells:
    terms = [f"{term.office.name} {_span(term)}" for term in figure.terms.all()]
    return {"name": figure.name, "terms": join(terms), "spellings": join(figure.spellings)}


def _span(term: Term) -> str:
    return f"{term.since or '..'}/{term.until or '..'}"


def _read_figure(
    figure: PublicFigure, cells: Cells, offices: dict[str, Office]
) -> tuple[Cells, Save]:
    figure.name = cells["name"]
    _check(figure)
    names = [FigureName(text=text) for text in dict.fromkeys(split(cells["spellings"]))]
    for name in names:
        _check(name, "figure", "key")
    spellings = [name.text for name in names if name.text != figure.name]
    terms = [_term(told, offices) for told in split(cells["terms"])]
    terms.sort(key=lambda term: term.since)

    def save() -> None:
        figure.save()
        figure.set_spellings(spellings)
        figure.terms.all().delete()
        for term in terms:
            term.figure = figure
        Term.objects.bulk_create(terms)

    told = join(f"{term.office.name} {_span(term)}" for term in terms)
    return {"name": figure.name, "terms": told, "spellings": join(spellings)}, save


def _term(told: str, offices: dict[str, Office]) -> Term:
    """“President of Russia 1991/1999”: the office, then since when and until when."""
    name, _space, span = told.rpartition(" ")
    since, slash, until = span.partition("/")
    if not (name and slash):
        message = _("“%(term)s” is no term: write the office, then 2015/2018 or 2015/..")
        raise ValidationError(message % {"term": told})
    if name not in offices:
        message = _("There is no office “%(office)s” in the list of offices. Add it there first.")
        raise ValidationError(message % {"office": name})
    ends = (end.replace("..", "") for end in (since, until))
    term = Term(office=offices[name], **dict(zip(("since", "until"), ends, strict=True)))
    _check(term, "figure", "office")
    return term


_OFFICIAL = ("name_en", "name_ja", "name_ko")


def _organisation_cells(organisation: KnownOrganisation) -> Cells:
    return {**_official(organisation), "other_names": join(organisation.other_names)}


def _official(organisation: KnownOrganisation) -> Cells:
    return {column: getattr(organisation, column) for column in _OFFICIAL}


def _read_organisation(
    organisation: KnownOrganisation, cells: Cells, _lookups: Any
) -> tuple[Cells, Save]:
    for column in _OFFICIAL:
        setattr(organisation, column, cells[column])
    _check(organisation)
    rows = [OrganisationName(text=text) for text in dict.fromkeys(split(cells["other_names"]))]
    for row in rows:
        _check(row, "organisation", "key")
    others = [row.text for row in rows if row.text not in organisation.official_names]

    def save() -> None:
        organisation.save()
        organisation.set_other_names(others)

    return {**_official(organisation), "other_names": join(others)}, save


OFFICES = Sheet(
    model=Office,
    columns=("name", "country", "titles", "places"),
    prefetch=(),
    cells=_office_cells,
    read=_read_office,
    lookups=lambda: None,
)
FIGURES = Sheet(
    model=PublicFigure,
    columns=("name", "terms", "spellings"),
    prefetch=("names", "terms__office"),
    cells=_figure_cells,
    read=_read_figure,
    lookups=lambda: {office.name: office for office in Office.objects.all()},
)
ORGANISATIONS = Sheet(
    model=KnownOrganisation,
    columns=(*_OFFICIAL, "other_names"),
    prefetch=("names",),
    cells=_organisation_cells,
    read=_read_organisation,
    lookups=lambda: None,
)
