"""The sample, loaded as `make run` loads it."""

from __future__ import annotations

from django.conf import settings
from django.core.management import call_command

from manuscripts.sample.article import parsed_manuscript
from manuscripts.sample.texts import sample_in
from manuscripts.tree import Manuscript
from newsroom.publishing.rights import Role
from tests.cast import person

SAMPLE = sample_in(settings.LANGUAGE_CODE)


def load() -> None:
    for name, role in (
        ("writer", Role.WRITER),
        ("editor", Role.EDITOR),
        ("moderator", Role.MODERATOR),
    ):
        person(name, role)
    call_command("load_sample", verbosity=0)


def manuscript(name: str = SAMPLE.manuscript) -> Manuscript:
    return parsed_manuscript(SAMPLE, name).manuscript
