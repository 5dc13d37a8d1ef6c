"""The lists that a new site begins with, as files beside this one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .csv_rows import Cells, read_rows, split
from .names import key_of
from .nearness import organisation_key

LISTS = Path(__file__).parent / "lists"


def fill(apps: Any) -> None:
    """Write them into the tables that a migration just made."""
    _fill_figures(apps, _offices(apps))
    _fill_organisations(apps)


def rows_of(name: str) -> Iterator[Cells]:
    rows = read_rows((LISTS / f"{name}.csv").read_text(encoding="utf-8"))
    _number, columns = next(rows)
    for _number, cells in rows:
        yield dict(zip(columns, cells, strict=True))


def _offices(apps: Any) -> dict[str, Any]:
    model = apps.get_model("quotes", "Office")
    rows = [{**row, **_lines(row, "titles", "places")} for row in rows_of("offices")]
    return {row["name"]: model.objects.create(**row) for row in rows}


def _lines(row: Cells, *columns: str) -> Cells:
    return {column: "\n".join(split(row[column])) for column in columns}


def _fill_figures(apps: Any, offices: dict[str, Any]) -> None:
    names, terms = apps.get_model("quotes", "FigureName"), apps.get_model("quotes", "Term")
    spelt, held = [], []
    for row in rows_of("figures"):
        figure = apps.get_model("quotes", "PublicFigure").objects.create(name=row["name"])
        texts = dict.fromkeys([row["name"], *split(row["spellings"])])
        spelt += [names(figure=figure, text=text, key=key_of(text)) for text in texts]
        for told in split(row["terms"]):
            office, _space, span = told.rpartition(" ")
            since, until = (end.replace("..", "") for end in span.split("/"))
            held.append(terms(figure=figure, office=offices[office], since=since, until=until))
    names.objects.bulk_create(spelt)
    terms.objects.bulk_create(held)


def _fill_organisations(apps: Any) -> None:
    names, called = apps.get_model("quotes", "OrganisationName"), []
    for row in rows_of("organisations"):
        others = split(row.pop("other_names"))
        organisation = apps.get_model("quotes", "KnownOrganisation").objects.create(**row)
        texts = dict.fromkeys([*filter(None, row.values()), *others])
        called += [_called(names, organisation, text) for text in texts]
    names.objects.bulk_create(called)


def _called(model: Any, organisation: Any, text: str) -> Any:
    return model(organisation=organisation, text=text, key=organisation_key(text))
