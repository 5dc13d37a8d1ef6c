"""What a revision keeps of the sources that its texts cite at places."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db.models import ProtectedError

from articles.models import Article, Section
from newsroom.publishing import lifecycle
from newsroom.publishing.drafts import Draft, read_draft
from newsroom.publishing.inspection import own_findings
from newsroom.publishing.kinds import kind_of
from newsroom.publishing.revisions import Revision
from newsroom.sources.models import Citation, CitedSource, Source
from tests.articles.making import make_article, make_author, place
from tests.factories import cite, make_event, make_question, make_source, recorded
from tests.sources.noting import note

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def listed_in(revision: Revision) -> list[str]:
    return [row["shown"]["title"] for row in revision.snapshot["citations"]]


def codes(revision: Revision) -> set[str]:
    return {finding.code for finding in own_findings(revision, revision.made_at)}


@pytest.fixture
def treaty(db: None) -> Source:
    return make_source("The treaty")


@pytest.fixture
def article(treaty: Source) -> Article:
    article = make_article(sources=[], authors=[make_author()])
    place(article, Section, text=f"<p>Signed.{note(treaty)}</p>")
    return article


def test_a_source_cited_in_a_text_needs_no_row(article: Article, editor: User) -> None:
    revision = recorded(article, editor)
    assert listed_in(revision) == ["The treaty"]
    assert not CitedSource.objects.exists()
    assert "unsourced" not in codes(revision)


def test_sources_that_are_listed_come_first_and_none_comes_twice(
    article: Article, treaty: Source, editor: User
) -> None:
    cite(article, "A history")
    CitedSource.objects.create(content=article, source=treaty, locator="p. 4", position=9)
    assert listed_in(recorded(article, editor)) == ["A history", "The treaty"]


def test_the_cited_cannot_be_deleted_once_a_revision_cites_it(
    article: Article, treaty: Source, editor: User
) -> None:
    revision = recorded(article, editor)
    assert Citation.objects.get().revision == revision
    Section.objects.all().delete()
    recorded(article, editor)
    with pytest.raises(ProtectedError):
        treaty.delete()


def test_unsaved_texts_cite_as_saved_ones_do(
    article: Article, treaty: Source, django_assert_num_queries
) -> None:
    draft = read_draft(article)
    unsaved = Section(parent=article, ordering=5, region="main", text=f"<p>{note(treaty)}</p>")
    rows = {**draft.rows, Section: [unsaved]}
    with django_assert_num_queries(1):
        snapshot = kind_of(article).take(Draft(article, rows, draft.topics))
    assert [row["source"] for row in snapshot["citations"]] == [treaty.pk]


def test_many_notes_are_looked_up_at_once(
    article: Article, editor: User, django_assert_num_queries
) -> None:
    sources = [make_source(f"Source {number}") for number in range(50)]
    for source in sources:
        place(article, Section, text=f"<p>{note(source)}</p>")
    draft = read_draft(article)
    with django_assert_num_queries(1):
        snapshot = kind_of(article).take(draft)
    assert len(snapshot["citations"]) == 51


def test_a_restored_revision_says_again_what_it_said(article: Article, editor: User) -> None:
    cite(article, "A history")
    before = recorded(article, editor)
    Section.objects.all().delete()
    CitedSource.objects.all().delete()
    recorded(article, editor)
    restored, lost = lifecycle.restore(revision=before, by=editor)
    assert (restored.digest, lost) == (before.digest, [])
    assert [row.source.title for row in CitedSource.objects.all()] == ["A history"]
    assert Citation.objects.filter(revision=restored).count() == 2


def test_a_draft_without_notes_is_kept_as_before_there_were_any(editor: User) -> None:
    article = make_article(sources=["A history"])
    [row] = recorded(article, editor).snapshot["citations"]
    assert set(row) == {"id", "source", "locator", "position", "shown"}


def test_a_note_whose_source_is_gone_stands_in_the_way(
    article: Article, treaty: Source, editor: User
) -> None:
    assert "source_gone" not in codes(recorded(article, editor))
    place(article, Section, text=f"<p>{note(treaty.pk + 1000)}</p>")
    revision = recorded(article, editor)
    assert "source_gone" in codes(revision)
    assert listed_in(revision) == ["The treaty"]


def test_events_and_answers_cite_in_their_texts(treaty: Source, editor: User) -> None:
    event = make_event(sources=[], text=f"<p>They met.{note(treaty)}</p>")
    question = make_question(sources=[], answer=f"<p>Yes.{note(treaty)}</p>")
    for content in (event, question):
        revision = recorded(content, editor)
        assert listed_in(revision) == ["The treaty"]
        assert not codes(revision) & {"unsourced", "source_gone"}


def test_the_summary_of_a_piece_holds_no_note(treaty: Source, editor: User) -> None:
    event = make_event(text=f"<p>They{note(treaty)} met.</p>")
    question = make_question(short_answer="", answer=f"<p>Yes{note(treaty)}.</p>")
    summaries = [
        kind_of(c).project(recorded(c, editor).snapshot).summary for c in (event, question)
    ]
    assert summaries == ["They met.", "Yes."]


def test_the_text_of_a_translated_event_may_cite_though_facts_stand_on_the_original(
    treaty: Source, editor: User
) -> None:
    original = make_event(sources=["A history"])
    translation = make_event(
        original=original, language="ja", title="会談", text=f"<p>会った。{note(treaty)}</p>"
    )
    revision = recorded(translation, editor)
    assert "facts_on_translation" not in codes(revision)
    cite(translation, "Not here")
    assert "facts_on_translation" in codes(recorded(translation, editor))
