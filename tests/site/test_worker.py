"""The worker beside the site: what it tidies, and that it lives and ends with the server."""

from __future__ import annotations

import datetime as dt
import signal
import subprocess
import sys
import time

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from relations_site import upkeep


def work_off() -> None:
    call_command("worker", batch=True, startup_delay=False, verbosity=0)


@pytest.mark.django_db(transaction=True)
def test_expired_sessions_go_and_within_the_hour_it_is_done_again():
    Session.objects.create(session_key="old", expire_date=timezone.now() - dt.timedelta(days=1))
    work_off()
    work_off()
    assert not Session.objects.exists()
    (planned,) = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    soon = dt.timedelta(minutes=59), dt.timedelta(minutes=60)
    assert soon[0] < planned.run_after - timezone.now() < soon[1]


@pytest.mark.django_db(transaction=True)
def test_what_a_worker_left_unfinished_is_begun_again():
    upkeep.tidy_up.enqueue()
    long_ago = timezone.now() - dt.timedelta(hours=2)
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING, started_at=long_ago)
    work_off()
    assert DBTaskResult.objects.filter(status=TaskResultStatus.SUCCESSFUL).count() == 1


@pytest.mark.django_db(transaction=True)
def test_it_need_not_wait_for_a_worker_to_start_anew():
    """One that died in the middle of a task is up again long before the task counts as left."""
    unfinished = upkeep.tidy_up.enqueue()
    long_ago = timezone.now() - dt.timedelta(hours=2)
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING, started_at=long_ago)
    upkeep.tidy_up.call()
    assert DBTaskResult.objects.get(pk=unfinished.id).status == TaskResultStatus.READY


@pytest.mark.django_db(transaction=True)
def test_tidying_that_was_left_unfinished_is_still_planned_once():
    upkeep.tidy_up.enqueue()
    long_ago = timezone.now() - dt.timedelta(hours=2)
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING, started_at=long_ago)
    upkeep.tidy_up.using(run_after=timezone.now() + upkeep.HOUR).enqueue()
    work_off()
    assert DBTaskResult.objects.filter(status=TaskResultStatus.READY).count() == 1


@pytest.mark.django_db
def test_only_admins_see_what_the_worker_did_and_nobody_a_tasks_text(editor, admin):
    task = upkeep.tidy_up.enqueue()
    client = Client()
    client.force_login(editor)
    assert client.get("/admin/django_tasks_database/dbtaskresult/").status_code == 403
    client.force_login(admin)
    page = client.get("/admin/django_tasks_database/dbtaskresult/")
    assert "tidy_up" in page.content.decode()
    one = client.get(f"/admin/django_tasks_database/dbtaskresult/{task.id}/change/")
    assert one.status_code == 403


def beside(server: str, worker: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "relations_site.side_by_side"]
    return subprocess.Popen([*command, "sh", "-c", server, "--", "sh", "-c", worker])


def test_the_end_of_the_server_ends_the_worker(tmp_path):
    mark = tmp_path / "worker-ended"
    worker = f"trap 'touch {mark}; exit' TERM; while true; do sleep 0.1; done"
    process = beside("sleep 1; exit 7", worker)
    assert process.wait(20) == 7
    assert mark.exists()


def test_a_signal_ends_both(tmp_path):
    marks = [tmp_path / "server", tmp_path / "worker"]
    commands = [
        f"trap 'touch {mark}; exit' TERM; touch {mark}.up; while true; do sleep 0.1; done"
        for mark in marks
    ]
    process = beside(*commands)
    deadline = time.monotonic() + 20
    while not all(mark.with_suffix(".up").exists() for mark in marks):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0
    assert all(mark.exists() for mark in marks)


def test_a_worker_that_fails_is_started_again(tmp_path):
    starts = tmp_path / "starts"
    process = beside("sleep 8", f"echo start >> {starts}; exit 1")
    process.wait(30)
    assert len(starts.read_text().split()) == 2
