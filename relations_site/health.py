"""Whether the process lives, and whether it can do its work. Nobody learns more from here."""

import logging
import shutil
from functools import cache

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.utils import Error as DatabaseError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

logger = logging.getLogger(__name__)

LEAST_FREE_BYTES = 500 * 1000 * 1000
LEAST_FREE_SHARE = 0.05


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    problem = find_problem()
    if problem:
        logger.error("not ready: %s", problem)
        return HttpResponse("not ready\n", content_type="text/plain", status=503)
    return HttpResponse("ready\n", content_type="text/plain")


def find_problem() -> str:
    """What keeps the site from working, or nothing."""
    try:
        applied = MigrationRecorder(connection).applied_migrations()
    except DatabaseError as problem:
        return f"the database does not answer ({problem})"
    if missing := known_migrations() - applied.keys():
        return f"{len(missing)} migrations are not applied"
    disk = shutil.disk_usage(settings.VAR_DIR)
    if disk.free < max(LEAST_FREE_BYTES, LEAST_FREE_SHARE * disk.total):
        return f"only {disk.free // 1_000_000} MB are free in {settings.VAR_DIR}"
    return ""


@cache
def known_migrations() -> frozenset[tuple[str, str]]:
    """The migrations in the code; they change with the process alone."""
    return frozenset(MigrationLoader(None).disk_migrations)
