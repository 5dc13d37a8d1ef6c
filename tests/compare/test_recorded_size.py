"""How much a revision changed is written down when it is recorded."""

import time

import pytest

from articles.models import Article, Section
from newsroom.publishing import lifecycle
from newsroom.publishing.compare import compare, size
from newsroom.publishing.kinds import kind_named
from newsroom.publishing.revisions import Revision, head_of
from tests.factories import make_question, recorded

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def sizes(content) -> list[tuple[int, int]]:
    revisions = Revision.objects.filter(content=content.pk).order_by("number")
    return list(revisions.values_list("words_added", "words_removed"))


def test_it_is_counted_in_words_since_the_revision_before(editor):
    question = make_question(title="When did they meet?", short_answer="In March.", answer="")
    recorded(question, editor)
    question.short_answer = "In the spring of 2023."
    question.save()
    recorded(question, editor)
    # Of the first, the title of its source counts as well.
    assert sizes(question) == [(8, 0), (4, 1)]


def test_a_change_of_facts_or_format_alone_changes_no_words(editor):
    question = make_question(answer="<p>They met.</p>")
    recorded(question, editor)
    question.answer, question.reviewed_on = "<p>They <em>met</em>.</p>", "2026-01-01"
    question.save()
    recorded(question, editor)
    assert sizes(question)[1] == (0, 0)


def test_a_restored_revision_has_a_size_too(editor):
    question = make_question(short_answer="One two three.")
    first = recorded(question, editor)
    question.short_answer = "One."
    question.save()
    recorded(question, editor)
    restored, _skipped = lifecycle.restore(revision=first, by=editor)
    assert (restored.words_added, restored.words_removed) == (2, 0)
    assert restored.comment == "Restored revision 1"


def test_recording_after_an_erased_one_counts_from_what_is_left(admin, editor):
    question = make_question(short_answer="One two three.")
    first = recorded(question, editor)
    for text in ("One.", "One two."):
        question.short_answer = text
        question.save()
        recorded(question, editor)
    lifecycle.erase(revisions=[first], reason="A court order.", by=admin)
    assert sizes(question)[1:] == [(0, 2), (1, 0)]


def test_an_erased_text_of_an_old_schema_stays_empty():
    assert kind_named("question").load({}, 1) == {}


@pytest.fixture
def long_article(editor) -> Article:
    article = Article.objects.create(title="Long", slug="long")
    for number in range(20):
        words = " ".join(f"word{number}x{n % 170}" for n in range(500))
        text = f"<p>{words}.</p>"
        Section.objects.create(parent=article, region="main", ordering=number, text=text)
    recorded(article, editor)
    return article


def test_a_long_article_costs_little_more_than_a_short_one(
    editor, long_article, django_assert_num_queries
):
    """The size takes no query, and of ten thousand words a small part of a second."""
    section = Section.objects.filter(parent=long_article).first()
    section.text = section.text.replace("word0x7 ", "changed ").replace("word0x9 ", "")
    section.save()
    before, kind = head_of(long_article), kind_named("article")
    after = recorded(long_article, editor)
    assert after.words_added == 3
    assert after.words_removed == 6
    with django_assert_num_queries(0):
        began = time.perf_counter()
        found = size(before.snapshot, after.snapshot, kind)
    assert found == (3, 6)
    assert time.perf_counter() - began < 1


def test_rewriting_all_of_a_long_article_is_counted_too(editor, long_article):
    for section in Section.objects.filter(parent=long_article):
        section.text = section.text.replace("word", "other")
        section.save()
    revision = recorded(long_article, editor)
    assert (revision.words_added, revision.words_removed) == (10_000, 10_000)


def test_the_comparison_says_the_same_as_what_was_written_down(editor, long_article):
    before = head_of(long_article)
    Section.objects.filter(parent=long_article).first().delete()
    after = recorded(long_article, editor)
    comparison = compare(before.read(), after.read(), kind_named("article"))
    assert comparison.words_removed == after.words_removed == 500
