"""Files of evidence: kept in private, given to staff who may see quotes."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.test import Client

from newsroom.publishing import lifecycle
from quotes.models import Evidence, EvidenceKind
from tests.cast import person
from tests.factories import make_quote, recorded

pytestmark = pytest.mark.django_db

LETTER = b"%PDF a letter"


@pytest.fixture
def evidence() -> Evidence:
    quote = make_quote(cited=False)
    row = Evidence(quote=quote, kind=EvidenceKind.LETTER)
    row.file.save("letter.pdf", ContentFile(LETTER))
    return row


def test_the_file_is_stored_in_private_with_its_hash(evidence: Evidence) -> None:
    path = Path(evidence.file.path)
    assert path.is_relative_to(settings.VAR_DIR / "private")
    assert path.read_bytes() == LETTER
    assert path.stat().st_mode & 0o077 == 0
    assert Evidence.objects.get().sha256 == hashlib.sha256(LETTER).hexdigest()


def test_another_file_has_another_hash(evidence: Evidence) -> None:
    evidence.file = ContentFile(b"other", name="letter.pdf")
    evidence.save()
    assert Evidence.objects.get().sha256 == hashlib.sha256(b"other").hexdigest()


def test_without_the_file_there_is_no_hash(evidence: Evidence) -> None:
    evidence.file = ""
    evidence.save()
    assert Evidence.objects.get().sha256 == ""


@pytest.mark.parametrize("role", ["writer", "editor", "moderator", "admin"])
def test_staff_who_may_see_quotes_save_the_file(
    role: str, evidence: Evidence, client: Client, request: pytest.FixtureRequest
) -> None:
    client.force_login(request.getfixturevalue(role))
    answer = client.get(evidence.file.url)
    assert b"".join(answer.streaming_content) == LETTER
    assert answer["Content-Disposition"].startswith('attachment; filename="letter')
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Cache-Control"] == "private, no-store"


def test_readers_do_not_learn_that_there_is_a_file(evidence: Evidence, client: Client) -> None:
    assert client.get(evidence.file.url).status_code == 404


def test_staff_without_a_right_do_not_learn_it_either(evidence: Evidence, client: Client) -> None:
    client.force_login(person("guest"))
    assert client.get(evidence.file.url).status_code == 404


def test_those_who_left_do_not_learn_it_either(
    evidence: Evidence, client: Client, moderator: User
) -> None:
    moderator.is_staff = False
    moderator.save()
    client.force_login(moderator)
    assert client.get(evidence.file.url).status_code == 404


def test_a_lost_file_is_not_an_error(evidence: Evidence, client: Client, admin: User) -> None:
    Path(evidence.file.path).unlink()
    client.force_login(admin)
    assert client.get(evidence.file.url).status_code == 404


def test_evidence_without_a_file_has_nothing_to_give(client: Client, admin: User) -> None:
    bare = Evidence.objects.create(quote=make_quote(cited=False), kind=EvidenceKind.LETTER)
    client.force_login(admin)
    assert client.get(f"/admin/quotes/evidence/{bare.pk}/file/").status_code == 404


def test_restoring_a_revision_brings_the_file_back(evidence: Evidence, editor: User) -> None:
    before = recorded(evidence.quote, editor)
    Evidence.objects.all().delete()
    recorded(evidence.quote, editor)
    lifecycle.restore(revision=before, by=editor)
    back = Evidence.objects.get()
    assert back.file.read() == LETTER
    assert back.sha256 == evidence.sha256


def test_no_public_address_leads_to_the_file(evidence: Evidence, client: Client) -> None:
    assert client.get(f"{settings.MEDIA_URL}{evidence.file.name}").status_code == 404
