"""The audit's chain shows every tampering."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connection

from newsroom.publishing import lifecycle
from newsroom.publishing.audit import AuditEntry, first_broken_entry
from tests.publishing.making import changed, live_piece
from tests.publishing.moments import hour

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def chain(editor: User) -> None:
    piece, _edition = live_piece(editor)
    changed(piece, "Second", editor, 2)
    lifecycle.withdraw(content=piece, reason="Wrong.", by=editor, at=hour(3))


def sql(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_each_step_leaves_an_entry(chain: None) -> None:
    told = AuditEntry.objects.order_by("number").values_list("action", "by")
    assert list(told) == [
        ("record", "edith"),
        ("publish", "edith"),
        ("record", "edith"),
        ("withdraw", "edith"),
    ]


def test_an_untouched_chain_is_whole(chain: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert first_broken_entry() is None
    call_command("verify_audit")
    assert "4 entries" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("tampering", "broken"),
    [
        ("UPDATE publishing_auditentry SET \"by\" = 'mallory' WHERE number = 2", 2),
        ("UPDATE publishing_auditentry SET details = '{}' WHERE number = 4", 4),
        ("DELETE FROM publishing_auditentry WHERE number = 3", 3),
        ("DELETE FROM publishing_auditentry WHERE number = 4", 4),
        ("DELETE FROM publishing_auditentry", 1),
    ],
)
def test_tampering_is_named(chain: None, tampering: str, broken: int) -> None:
    sql(tampering)
    assert first_broken_entry() == broken
    with pytest.raises(CommandError, match=f"entry {broken}"):
        call_command("verify_audit")


def test_entries_outlive_what_they_speak_of(editor: User) -> None:
    from tests.publishing.making import make_piece

    piece = make_piece(slug="gone-soon")
    lifecycle.record(content=piece, by=editor, at=hour(1))
    lifecycle.delete(content=piece, by=editor, at=hour(2))
    last = AuditEntry.objects.first()
    assert (last.action, last.label) == ("delete", "piece: gone-soon")
    assert first_broken_entry() is None
