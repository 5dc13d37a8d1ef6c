"""What a revision keeps, and what comes back of it."""

from __future__ import annotations

import json

import pytest
from django.contrib.auth.models import User

from newsroom.publishing import lifecycle
from newsroom.sources.models import Citation, Source
from quotes.models import Affiliation, Evidence, ProfileLink, Quote
from tests.factories import make_expert, make_quote, recorded
from tests.quotes.making import WORDS

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
    for model, rows in ((Affiliation, "affiliations"), (ProfileLink, "profile_links")):
        ProfileLink.objects.create(expert=quote.expert, label="Page", url="https://example.org/")
        row = recorded(quote.expert, editor).snapshot[rows][0]
        assert {f.name for f in model._meta.concrete_fields} - {"expert"} == set(row)
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
