"""The manuscript that this software was made for, from file to page; nothing of it is quoted."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from manuscripts.lines import read_plain_text
from manuscripts.models import ImportedManuscript
from manuscripts.parse import parse
from newsroom.publishing import lifecycle
from newsroom.publishing.content import Content
from newsroom.publishing.editions import Edition
from newsroom.publishing.inspection import inspect
from newsroom.publishing.kinds import kind_of
from newsroom.publishing.refusals import Blocked
from newsroom.publishing.revisions import head_of
from newsroom.publishing.rights import Role
from site_pages.models import Identity
from tests.cast import person

from .reading import missing_from, shown_at
from .settling import acknowledge_all, settle

NAME = "improving-japan-korea-relations.txt"
TO_BE_SETTLED = {
    ("article", "unsourced"),
    ("event", "unsourced"),
    ("event", "overdue"),
    ("question", "unsourced"),
    ("quote", "no_evidence"),
    ("quote", "not_approved"),
    ("quote", "name_of_public_figure"),
    ("expert", "not_approved"),
    ("promo", "no_disclosure"),
    ("promo", "no_address"),
    ("promo", "promised_profit"),
}


@pytest.mark.django_db(transaction=True)
def test_it_is_refused_then_settled_then_published_whole(
    manuscripts_dir: Path, live_server: LiveServer, browser: Browser
) -> None:
    file = manuscripts_dir / NAME
    editor, moderator = person("edith", Role.EDITOR), person("mo", Role.MODERATOR)
    call_command("import_manuscript", file, verbosity=0)
    article = ImportedManuscript.objects.get().article

    with pytest.raises(Blocked) as refused:
        lifecycle.publish(revision=head_of(article), by=editor)
    findings = refused.value.findings
    assert {(finding.about.kind, finding.code) for finding in findings} >= TO_BE_SETTLED
    assert not Edition.objects.exists()

    settle(drafts(), editor=editor, moderator=moderator)
    revision = head_of(article)
    acknowledge_all(revision, by=editor)
    parts = inspect([revision], timezone.now()).missing
    lifecycle.publish(revision=revision, with_parts=parts, by=editor)
    lifecycle.publish(revision=head_of(Identity.objects.get()), by=editor)

    path = Edition.objects.get(kind="article").path
    shown = shown_at(f"{live_server.url}/en{path}", browser)
    manuscript = parse(read_plain_text(file.read_bytes())).manuscript
    assert missing_from(shown, manuscript) == []


def drafts() -> list[Content]:
    return [kind_of(content).model.objects.get(pk=content.pk) for content in Content.objects.all()]
