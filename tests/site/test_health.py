import pytest
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder

from relations_site import health


def test_the_process_answers_without_a_database(client):
    response = client.get("/healthz")
    assert response.content == b"ok\n"
    assert "no-store" in response["Cache-Control"]


@pytest.mark.database
@pytest.mark.django_db
def test_a_site_that_can_work_is_ready(client):
    assert client.get("/readyz").content == b"ready\n"


@pytest.mark.database
@pytest.mark.django_db
def test_a_migration_still_to_come_makes_it_unready(client):
    MigrationRecorder(connection).record_unapplied("sessions", "0001_initial")
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.content == b"not ready\n"


def test_a_database_away_makes_it_unready_and_only_the_log_says_why(client, monkeypatch, caplog):
    def fail(recorder):
        raise DatabaseError("no such host db-7")

    monkeypatch.setattr(MigrationRecorder, "applied_migrations", fail)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert b"db-7" not in response.content
    assert "db-7" in caplog.text


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("total", "free", "ready"),
    [(100e9, 6e9, True), (100e9, 4e9, False), (1e9, 6e8, True), (1e9, 4e8, False)],
)
def test_a_full_disk_makes_it_unready(total, free, ready, monkeypatch):
    usage = health.shutil._ntuple_diskusage(int(total), int(total - free), int(free))
    monkeypatch.setattr(health.shutil, "disk_usage", lambda path: usage)
    assert (health.find_problem() == "") is ready
