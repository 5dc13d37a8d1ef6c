"""import-linter holds imports to the house's layers; foreign keys by name escape it, so: here."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import Field, Model

ROOT = Path(__file__).parent.parent.parent
LINTER = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
LAYERS = [
    [room.strip(" ()") for room in line.split("|")] for line in LINTER["contracts"][0]["layers"]
]
DEPTH = {room: depth for depth, line in enumerate(LAYERS) for room in line}


def room_of(model: type[Model]) -> str | None:
    """The room a model lives in; None for models of Django and of libraries."""
    return next((room for room in DEPTH if f"{model.__module__}.".startswith(f"{room}.")), None)


def relations() -> Iterator[tuple[type[Model], Field, type[Model]]]:
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields():
            if isinstance(field, Field) and isinstance(field.related_model, type):
                yield model, field, field.related_model


def test_foreign_keys_point_downwards_like_imports():
    upwards = [
        f"{model.__name__}.{field.name}"
        for model, field, target in relations()
        if room_of(model) and room_of(target) and room_of(model) != room_of(target)
        if DEPTH[room_of(model)] >= DEPTH[room_of(target)]
    ]
    assert not upwards


def test_every_app_of_the_house_has_its_place_in_the_order():
    ours = [
        app.name
        for app in apps.get_app_configs()
        if app.name.partition(".")[0] in packages() and app.name not in DEPTH
    ]
    assert not ours


def test_the_linter_looks_at_every_package_of_the_house():
    assert packages() <= set(LINTER["root_packages"])


def packages() -> set[str]:
    return {file.parent.name for file in ROOT.glob("*/__init__.py")} - {"tests", "benchmarks"}


@pytest.mark.parametrize("line", LAYERS)
def test_the_order_names_each_room_once(line):
    assert all(sum(room in other for other in LAYERS) == 1 for room in line)
