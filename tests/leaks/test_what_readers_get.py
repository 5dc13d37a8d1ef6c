"""Readers find what is live, and nothing else of anything, at every public address there is.

What they get is the same for everybody, and written by nobody's reading: pages are stored whole.
One module, for the world behind it takes long to build.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from newsroom.publishing.content import Publishable
from newsroom.publishing.kinds import all_kinds

from .addresses import ENDINGS, public_routes
from .answers import Answer, ask
from .kinds import MAKERS
from .markers import words_in
from .markup import inline_in
from .states import NEVER_PUBLIC, NO_LONGER_PUBLIC
from .world import World

pytestmark = [pytest.mark.long, pytest.mark.django_db, pytest.mark.database, pytest.mark.scaled]

# Where each kind is listed.
LISTS = {
    "article": "articles/",
    "author": "authors/",
    "event": "timeline/",
    "expert": "experts/",
    "page": "",
    "question": "faqs/",
    "quote": "quotes/",
}

# What an address answers, by what was said there.
STATUS = {
    **dict.fromkeys(NEVER_PUBLIC, 404),
    **dict.fromkeys(["ahead", "waiting", "newerdraft"], 404),
    **dict.fromkeys(["oncesentback", "sinceerased", "sinceparts"], 404),
    **dict.fromkeys(NO_LONGER_PUBLIC, 410),
    **dict.fromkeys(["onceended", "oncewithdrawn", "onceerased"], 301),
}


def test_every_public_route_is_swept() -> None:
    assert set(public_routes()) == set(ENDINGS)


def test_every_kind_of_the_site_is_in_the_sweep() -> None:
    kinds = {kind.name for kind in all_kinds() if not kind.model.__module__.startswith("tests.")}
    assert kinds == set(MAKERS)


def test_nothing_is_found_but_what_is_live(world: World, answers: list[Answer]) -> None:
    public, leaks = world.desk.public, defaultdict(set)
    for answer in answers:
        for word in answer.words - words_in(answer.address) - public:
            leaks[word].add(f"{answer.method} {answer.address}")
    lines = [f"{word}: {len(places)} times, {min(places)}" for word, places in leaks.items()]
    assert not leaks, "\n".join(sorted(lines))


def test_an_address_says_nothing_before_something_was_public_there(
    world: World, answers: list[Answer]
) -> None:
    labels = {slug: label for kind in LISTS for slug, label in world.desk.slugs[kind].items()}
    for answer in answers:
        label = labels.get(answer.address.split("/")[-2], "")
        # In a language of its own, nothing is there in the others.
        assert answer.status in (STATUS.get(label, answer.status), 404), answer.address


def test_what_is_live_is_found_on_its_own_page(world: World, answers: list[Answer]) -> None:
    missing = {
        word
        for content, words in world.desk.shown.items()
        for word in words - found_in(answers, own_pages(content))
    }
    assert not missing, "\n".join(sorted(missing))


def test_what_is_live_is_found_in_the_list_of_its_kind(world: World, answers: list[Answer]) -> None:
    missing = {
        slug
        for content in world.desk.shown
        if content.kind in LISTS
        for slug in words_in(live_path(content))
        if slug not in found_in(answers, [f"/{content.language or 'ko'}/{LISTS[content.kind]}"])
    }
    assert not missing, "\n".join(sorted(missing))


def test_topics_of_what_is_live_are_found_by_their_names(
    world: World, answers: list[Answer]
) -> None:
    for language, field in {"en": "name", "ja": "name_ja"}.items():
        found = found_in(answers, [f"/{language}/topics/"])
        assert {world.desk.topics[label][field] for label in ("live", "ofparts")} <= found


def test_readers_are_told_why_something_changed_or_went(
    world: World, answers: list[Answer]
) -> None:
    found = found_in(answers)
    untold = {
        word
        for word, content in world.desk.told.items()
        if content.kind in LISTS and word not in found
    }
    assert not untold, "\n".join(sorted(untold))


@pytest.fixture
def pages(answers: list[Answer]) -> list[Answer]:
    """Everything without a query that is no redirect, pages of errors included."""
    asked = (answer for answer in answers if answer.method == "GET" and "?" not in answer.address)
    return [answer for answer in asked if not 300 <= answer.status < 400]


def varies_by_cookie(answer: Answer) -> bool:
    return "cookie" in answer.headers.get("Vary", "").lower()


def test_no_answer_sets_a_cookie(answers: list[Answer]) -> None:
    assert [answer.address for answer in answers if "Set-Cookie" in answer.headers] == []


def test_no_page_depends_on_a_cookie(pages: list[Answer]) -> None:
    assert [page.address for page in pages if varies_by_cookie(page)] == []


def test_no_page_holds_a_token_against_forgery(pages: list[Answer]) -> None:
    assert [page.address for page in pages if "csrf" in page.body.lower()] == []


def test_no_page_holds_anything_inline_that_runs_or_styles(pages: list[Answer]) -> None:
    found = {page.address: inline_in(page.body) for page in pages}
    assert {address: inline for address, inline in found.items() if inline} == {}


def test_staff_who_are_signed_in_read_what_everybody_reads(
    world: World, pages: list[Answer]
) -> None:
    client = Client()
    client.force_login(world.desk.admin)
    for page in pages:
        if page.status != 404:
            answer = ask(client, page.address)
            assert (answer.status, answer.body) == (page.status, page.body), page.address
            assert not varies_by_cookie(answer), page.address


def test_reading_writes_nothing_to_the_database(answers: list[Answer], writes: list[str]) -> None:
    assert answers
    assert writes == []


def found_in(answers: list[Answer], addresses: Iterable[str] | None = None) -> set[str]:
    """The words in the pages at these addresses, or in all."""
    wanted = set(addresses or (answer.address for answer in answers))
    return set().union(*(answer.words for answer in answers if answer.address in wanted))


def own_pages(content: Publishable) -> list[str] | None:
    """The addresses of its page in all its languages; None for what is shown on others' pages."""
    languages = [content.language] if content.language else [code for code, _ in settings.LANGUAGES]
    path = live_path(content)
    return [f"/{language}{path}" for language in languages] if path else None


def live_path(content: Publishable) -> str:
    return content.editions.live(timezone.now()).get().path
