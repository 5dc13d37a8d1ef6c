"""What a revision keeps, and what comes back of it."""

from __future__ import annotations

import json

import pytest
from django.contrib.auth.models import User
from django.db.migrations.loader import MigrationLoader
from django.test import Client

from newsroom.publishing import lifecycle
from newsroom.publishing.guard import lifecycle_step
from newsroom.publishing.kinds import kind_of
from newsroom.publishing.revisions import Revision, digest
from newsroom.sources.models import Citation, Source
from quotes.models import Affiliation, Evidence, Interest, ProfileLink, Quote, Record
from tests.factories import make_expert, make_quote, recorded
from tests.quotes.making import WORDS, live_quote

pytestmark = pytest.mark.django_db


def test_an_expert_comes_back_as_recorded(editor: User) -> None:
    expert = make_expert(name_kanji="森山 亜希", bio_en="Writes on treaties.")
    ProfileLink.objects.create(expert=expert, label="Page", url="https://example.org/moriyama")
    before = recorded(expert, editor)
    kept = list(expert.affiliations.values())

    expert.affiliations.update(role_en="spy")
    expert.profile_links.all().delete()
    Affiliation.objects.create(expert=expert, organisation="Elsewhere")
    expert.title, expert.bio_en = "Somebody else", ""
    expert.save()
    recorded(expert, editor)
    after, lost = lifecycle.restore(revision=before, by=editor)

    assert lost == []
    assert after.snapshot == before.snapshot
    assert list(expert.affiliations.values()) == kept


def test_a_quote_comes_back_as_recorded(editor: User) -> None:
    quote = make_quote(expert=make_expert(), venue="Tokyo", translator="Kim Minji")
    before = recorded(quote, editor)

    quote.evidence.all().delete()
    quote.text, quote.speaker, quote.expert = "Other words.", "Another", None
    quote.save()
    recorded(quote, editor)
    after, lost = lifecycle.restore(revision=before, by=editor)

    assert lost == []
    assert after.snapshot == before.snapshot
    assert Quote.objects.get().text == WORDS


def test_every_field_of_the_drafts_is_in_their_snapshots(editor: User) -> None:
    quote = make_quote(expert=make_expert())
    own = {"id", "content_ptr", "kind", "translation_key", "version", "settled_at"}
    for content in (quote, quote.expert):
        snapshot = recorded(content, editor).snapshot
        assert {f.name for f in content._meta.concrete_fields} - own <= set(snapshot)
    ProfileLink.objects.create(expert=quote.expert, label="Page", url="https://example.org/")
    Interest.objects.create(expert=quote.expert, organisation="A fund")
    rows = {Affiliation: "affiliations", ProfileLink: "profile_links", Interest: "interests"}
    for model, name in rows.items():
        row = recorded(quote.expert, editor).snapshot[name][0]
        assert {f.name for f in model._meta.concrete_fields} - {"expert"} == set(row) - {"shown"}
    row = recorded(quote, editor).snapshot["evidence"][0]
    assert {f.name for f in Evidence._meta.concrete_fields} - {"quote"} == set(row) - {"shown"}


def test_an_expert_deleted_since_leaves_a_gap_and_never_another(editor: User) -> None:
    deleted = make_expert("Aoi Deleted")
    quote = make_quote(expert=deleted)
    before = recorded(quote, editor)
    quote.expert = make_expert("Beni Other")
    quote.save()
    recorded(quote, editor)
    lifecycle.delete(content=deleted, by=editor)

    _after, lost = lifecycle.restore(revision=before, by=editor)

    assert lost == [f"expert {deleted.pk}"]
    assert Quote.objects.get().expert is None


def test_a_source_stays_while_a_revision_cites_it(editor: User) -> None:
    quote = make_quote(expert=make_expert())
    revision = recorded(quote, editor)
    assert Citation.objects.get().revision == revision
    quote.evidence.all().delete()
    with pytest.raises(Exception, match="protected"):
        Source.objects.get().delete()


def test_the_snapshot_freezes_the_source_as_it_was(editor: User) -> None:
    revision = recorded(make_quote(expert=make_expert()), editor)
    Source.objects.update(title="Renamed")
    assert revision.snapshot["evidence"][0]["shown"]["title"] == "A lecture"
    assert "Renamed" not in json.dumps(revision.snapshot)


def as_first_released(revision: Revision, **said: str) -> Revision:
    """The revision as one of before a quote had `described_as`."""
    snapshot = {name: it for name, it in revision.snapshot.items() if name != "described_as"} | said
    with lifecycle_step():
        Revision.objects.filter(pk=revision.pk).update(
            schema=1, snapshot=snapshot, digest=digest(snapshot)
        )
    return Revision.objects.get(pk=revision.pk)


def test_what_readers_saw_before_speakers_were_described_stays(
    editor: User, moderator: User, client: Client
) -> None:
    _quote, edition = live_quote(editor, moderator)
    old = as_first_released(edition.revision)
    page = client.get(f"/en{edition.path}").content.decode()
    for shown in (WORDS, "Aki Moriyama", "historian"):
        assert shown in page
    assert kind_of(old.content).project(old.read()).title == "Aki Moriyama"


@pytest.mark.parametrize("record", [Record.BACKGROUND, Record.ANONYMOUS])
def test_who_was_not_described_yet_is_not_named_either(
    record: Record, editor: User, moderator: User, client: Client
) -> None:
    _quote, edition = live_quote(editor, moderator)
    old = as_first_released(edition.revision, record=record)
    page = client.get(f"/en{edition.path}").content.decode()
    assert WORDS in page
    assert "historian" not in page
    shown = kind_of(old.content).project(old.read())
    assert (shown.title, shown.uses) == ("", ())


def test_saving_what_an_older_schema_said_records_nothing(editor: User) -> None:
    quote = make_quote(expert=make_expert())
    old = as_first_released(recorded(quote, editor))
    assert recorded(quote, editor) == old


def test_an_old_revision_comes_back_without_a_description(editor: User) -> None:
    quote = make_quote(expert=make_expert())
    old = as_first_released(recorded(quote, editor))
    Quote.objects.update(described_as="A historian")
    recorded(Quote.objects.get(), editor)
    restored, lost = lifecycle.restore(revision=old, by=editor)
    assert (restored.snapshot["described_as"], lost) == ("", [])


def test_the_tables_are_made_as_they_were_released_first() -> None:
    """Where they stand already nobody makes them again: what is new has a migration of its own."""
    first = MigrationLoader(None).project_state(("quotes", "0001_initial"))
    assert "described_as" not in first.models["quotes", "quote"].fields
