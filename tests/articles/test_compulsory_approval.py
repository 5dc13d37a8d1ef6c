"""Where the settings ask for it, an article goes out only after a second person approved it."""

from __future__ import annotations

import pytest

from articles.models import Article
from newsroom.publishing import lifecycle
from newsroom.publishing.inspection import own_findings
from newsroom.publishing.refusals import Blocked, NotAllowed
from newsroom.publishing.reviews import Decision
from tests.articles.making import make_article
from tests.factories import recorded

pytestmark = pytest.mark.django_db

REFUSAL = "This revision is not approved"


@pytest.fixture
def revision(editor):
    return recorded(make_article(), editor)


def publish(revision, by):
    warnings = [f.key for f in own_findings(revision, revision.made_at) if f.code == "no_author"]
    reasons = {(revision.content_id, key): "A leader." for key in warnings}
    return lifecycle.publish(revision=revision, by=by, reasons=reasons)


def test_an_editor_publishes_alone_where_nothing_is_asked(revision, editor):
    assert publish(revision, editor).revision == revision


def test_an_editor_does_not_publish_alone_where_it_is_asked(settings, revision, editor):
    settings.APPROVE_ARTICLES = True
    with pytest.raises(Blocked, match=REFUSAL):
        publish(revision, editor)


def test_the_approval_of_a_second_person_lets_it_out(settings, revision, editor, admin):
    settings.APPROVE_ARTICLES = True
    review = lifecycle.submit(revision=revision, by=editor)
    with pytest.raises(NotAllowed):
        lifecycle.decide(review=review, decision=Decision.APPROVED, by=editor)
    lifecycle.decide(review=review, decision=Decision.APPROVED, by=admin)
    assert publish(revision, editor).revision == revision


def test_an_approval_does_not_cover_what_was_written_after_it(settings, revision, editor, admin):
    settings.APPROVE_ARTICLES = True
    review = lifecycle.submit(revision=revision, by=editor)
    lifecycle.decide(review=review, decision=Decision.APPROVED, by=admin)
    draft = Article.objects.get(pk=revision.content_id)
    draft.standfirst = "Changed after the approval."
    draft.save()
    with pytest.raises(Blocked, match=REFUSAL):
        publish(recorded(draft, editor), editor)
