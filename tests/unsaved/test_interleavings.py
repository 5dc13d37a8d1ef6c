"""Two editors at one article, whatever they do and in whatever order: no typed word is lost."""

from __future__ import annotations

from random import Random

import pytest
from django.contrib.auth.models import User

from articles.models import Article, Section
from newsroom.publishing import lifecycle
from newsroom.publishing.rights import Role
from tests.cast import person
from tests.machine import FULL_SIZE

from .editors import STEPS, Editor, everything

pytestmark = [pytest.mark.long, pytest.mark.django_db, pytest.mark.database, pytest.mark.scaled]

SEEDS = range(200 if FULL_SIZE else 5)
LENGTH = 30 if FULL_SIZE else 20


@pytest.fixture
def mika(db: None) -> User:
    return person("mika", Role.EDITOR)


@pytest.fixture
def article(editor: User) -> Article:
    article = Article.objects.create(title="Bridges", slug="bridges", standfirst="How it began.")
    for number in range(1, 4):
        Section.objects.create(
            parent=article,
            region="main",
            ordering=10 * number,
            heading=f"Part {number}",
            text=f"<p>The words of part {number}.</p>",
        )
    lifecycle.record(content=article, by=editor)
    return article


@pytest.mark.parametrize("seed", SEEDS)
def test_no_typed_word_is_ever_missing(seed, editor, mika, article):
    random = Random(seed)
    editors = [Editor(user, article, random) for user in (editor, mika)]
    forgiven: set[str] = set()
    done = []
    for _ in range(LENGTH):
        somebody = random.choice(editors)
        step = random.choices(list(STEPS), weights=list(STEPS.values()))[0]
        done.append(f"{somebody.user} {step.__name__}")
        forgiven |= step(somebody) or set()
        there = everything(article, editors)
        lost = {w for one in editors for w in one.typed if w not in there} - forgiven
        assert not lost, f"{lost} after: {', '.join(done)}"
