"""Addresses without a language: the way in, and what machines ask."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

ROBOTS = """\
User-agent: *
Disallow: /admin/
Disallow: /preview/
"""


@require_safe
def root(request: HttpRequest) -> HttpResponse:
    """To the reader's language, which LocaleMiddleware took from Accept-Language."""
    return HttpResponseRedirect(f"/{translation.get_language()}/")


@require_safe
@cache_control(public=True, max_age=24 * 60 * 60)
def robots(request: HttpRequest) -> HttpResponse:
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")
