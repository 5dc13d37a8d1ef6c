"""When `manage.py load_sample` refuses, and that it then leaves nothing behind."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command

from manuscripts.sample import load
from newsroom.publishing.models import AuditEntry, Content, Topic
from newsroom.publishing.rights import Role
from newsroom.sources.models import Source
from tests.cast import person
from tests.factories import make_event

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def _accounts() -> None:
    person("writer", Role.WRITER)
    person("editor", Role.EDITOR)
    person("moderator", Role.MODERATOR)


@pytest.mark.usefixtures("_accounts")
def test_a_site_with_content_of_its_own_is_left_alone():
    make_event(title="Ours")
    with pytest.raises(CommandError, match="empty site") as refused:
        call_command("load_sample")
    assert refused.value.returncode == 1
    assert [content.title for content in Content.objects.all()] == ["Ours"]


def test_missing_accounts_are_named_with_what_to_do():
    person("editor", Role.EDITOR)
    with pytest.raises(CommandError, match=r"missing: writer, moderator\. Run .* sample_accounts"):
        call_command("load_sample")


@pytest.mark.usefixtures("_accounts")
def test_a_load_that_fails_leaves_an_empty_site(monkeypatch: pytest.MonkeyPatch):
    def fail(*args: object) -> None:
        raise RuntimeError("The power is gone.")

    monkeypatch.setattr(load, "_fill_the_queue", fail)
    with pytest.raises(RuntimeError, match="power"):
        call_command("load_sample")
    assert not any(model.objects.exists() for model in (Content, Topic, Source, AuditEntry))


@pytest.mark.usefixtures("_accounts")
def test_it_says_what_it_is_doing(capsys: pytest.CaptureFixture[str]):
    call_command("load_sample")
    *steps, last = capsys.readouterr().out.splitlines()
    assert len(steps) == 5
    assert all(step.endswith(" ...") for step in steps)
    assert last == "The sample is in: 35 pieces are public."
