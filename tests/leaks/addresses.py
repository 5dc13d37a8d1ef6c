"""Every public address that the resolver knows, filled with all that there is to fill in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import product

from django.conf import settings
from django.urls import LocalePrefixPattern, URLPattern, URLResolver, get_resolver

from newsroom.images.models import Image

from .desk import Desk

_LANGUAGE = "<language>/"
# Routes under it are no public ones.
_STAFF = "admin/"


def public_routes() -> Iterator[str]:
    """The routes of the site, as in `urls.py`."""
    return (route for route in _routes(get_resolver(), "") if not route.startswith(_STAFF))


def _routes(resolver: URLResolver, prefix: str) -> Iterator[str]:
    for entry in resolver.url_patterns:
        of_language = isinstance(entry.pattern, LocalePrefixPattern)
        route = prefix + (_LANGUAGE if of_language else str(entry.pattern))
        if isinstance(entry, URLPattern):
            yield route
        else:
            yield from _routes(entry, route)


# What stands after the fixed part of a route, in place of what is between < and >.
Endings = Callable[[Desk], Iterable[str]]


def _itself(desk: Desk) -> Iterable[str]:
    return [""]


def _pages(desk: Desk) -> Iterable[str]:
    return ["", "?page=2", "?page=99", "?page=x", "?order=desc", "?order=desc&page=2"]


def _slugs_of(*kinds: str) -> Endings:
    return lambda desk: [f"{slug}/" for kind in kinds for slug in sorted(desk.slugs[kind])]


def _forms_about(kind: str) -> Endings:
    return lambda desk: [f"{slug}/challenge/" for slug in sorted(desk.slugs[kind])]


def _topics(desk: Desk) -> Iterable[str]:
    return [f"{words['slug']}/{page}" for words in desk.topics.values() for page in ("", "?page=2")]


def _files(desk: Desk) -> Iterable[str]:
    return Image.objects.values_list("file", flat=True)


def _forged(desk: Desk) -> Iterable[str]:
    return ["1/", "MQ:1rRfCk:forged/"]


ENDINGS: dict[str, Endings] = {
    "": _itself,
    "robots.txt": _itself,
    "healthz": _itself,
    "readyz": _itself,
    "media/<path:name>": _files,
    "preview/<str:token>/": _forged,
    _LANGUAGE: _pages,
    f"{_LANGUAGE}articles/": _pages,
    f"{_LANGUAGE}articles/<uslug:slug>/": _slugs_of("article"),
    f"{_LANGUAGE}authors/": _pages,
    f"{_LANGUAGE}authors/<uslug:slug>/": _slugs_of("author"),
    f"{_LANGUAGE}quotes/": _pages,
    f"{_LANGUAGE}quotes/<uslug:slug>/": _slugs_of("quote"),
    f"{_LANGUAGE}quotes/<uslug:slug>/challenge/": _forms_about("quote"),
    f"{_LANGUAGE}experts/": _pages,
    f"{_LANGUAGE}experts/<uslug:slug>/": _slugs_of("expert"),
    f"{_LANGUAGE}timeline/": _pages,
    f"{_LANGUAGE}timeline/<uslug:slug>/": _slugs_of("event"),
    f"{_LANGUAGE}faqs/": _pages,
    f"{_LANGUAGE}faqs/<uslug:slug>/": _slugs_of("question"),
    f"{_LANGUAGE}topics/": _pages,
    f"{_LANGUAGE}topics/<uslug:slug>/": _topics,
    # No page of their own, and none by guessing.
    f"{_LANGUAGE}<uslug:slug>/": _slugs_of("page", "front_page", "identity"),
}


def list_routes() -> list[str]:
    """The routes of pages that list, without the language."""
    lists = (route for route, endings in ENDINGS.items() if endings is _pages)
    return [route.removeprefix(_LANGUAGE) for route in lists]


# Where nothing ever was, and where a slash is missing.
NOWHERE = ("/nowhere", "/en/nowhere/", "/en/articles/nowhere/", "/xx/", "/en/articles", "/ja")


def every_address(desk: Desk) -> list[str]:
    """Raises KeyError for a route without endings: say how to fill it."""
    found = [address for route in public_routes() for address in _filled(route, desk)]
    return [*found, *NOWHERE]


def _filled(route: str, desk: Desk) -> Iterator[str]:
    codes = [f"{code}/" for code, _name in settings.LANGUAGES]
    starts = codes if route.startswith(_LANGUAGE) else [""]
    fixed = route.removeprefix(_LANGUAGE).partition("<")[0]
    for start, ending in product(starts, ENDINGS[route](desk)):
        yield f"/{start}{fixed}{ending}"
