"""What is tidied away every hour, by the worker."""

from __future__ import annotations

import datetime as dt

from django.core.management import call_command
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from newsroom.images import leftovers, renditions
from newsroom.unsaved import buffers, presence
from quotes.challenges.steps import forget_contacts

HOUR = dt.timedelta(hours=1)
# Longer than any task takes: what is still running then, nobody runs.
ABANDONED_AFTER = HOUR


@task()
def tidy_up() -> None:
    """Expired sessions go, old results of tasks, text and files that nobody needs, addresses
    of readers whose day has come; and again.

    Often, for the sake of a mail whose worker was killed: the next worker starts too soon to know.
    """
    begin_tidying(timezone.now() + HOUR)
    take_up_abandoned()
    call_command("clearsessions")
    call_command("prune_db_task_results", min_age_days=1, verbosity=0)
    buffers.prune()
    presence.prune()
    leftovers.own_up()
    renditions.make_missing()
    leftovers.sweep()
    forget_contacts()


def begin_tidying(run_after: dt.datetime | None = None) -> None:
    """Have it done then, or now, unless it is planned already."""
    planned = DBTaskResult.objects.filter(
        task_path=tidy_up.module_path, status=TaskResultStatus.READY
    )
    if not planned.exists():
        tidy_up.using(run_after=run_after).enqueue()


def take_up_abandoned() -> None:
    """Tasks that a worker began and did not live to end are begun again."""
    long_ago = timezone.now() - ABANDONED_AFTER
    abandoned = DBTaskResult.objects.running().filter(started_at__lt=long_ago)
    abandoned.update(status=TaskResultStatus.READY, started_at=None)
