"""What people add to an imported manuscript before it can be published."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.utils import timezone

from articles.models import Article, ArticleAuthor, Author
from faqs.models import Question
from newsroom.publishing import lifecycle
from newsroom.publishing.content import Content
from newsroom.publishing.findings import Severity
from newsroom.publishing.inspection import inspect
from newsroom.publishing.kinds import kind_of
from newsroom.publishing.reviews import Decision
from newsroom.publishing.revisions import Revision, head_of
from promos.models import Promo, Relationship
from quotes.identity import settling as identity
from quotes.identity.findings import claim_of, namesakes
from quotes.identity.models import Verdict
from quotes.models import Evidence, Quote
from site_pages.models import Identity
from tests.factories import cite, make_source, recorded
from timeline.models import Event


def settle(made: Iterable[Content], *, editor: User, moderator: User) -> None:
    """Sources, evidence, disclosure and approvals, for all that a manuscript made."""
    for content in made:
        add_what_is_missing(content, editor)
        content.full_clean()
        content.save()
        revision = recorded(content, editor)
        if kind_of(content).needs_approval:
            say_who_it_is(revision, moderator)
            review = lifecycle.submit(revision=revision, by=editor)
            lifecycle.decide(review=review, decision=Decision.APPROVED, by=moderator)


def say_who_it_is(revision: Revision, moderator: User) -> None:
    """Whoever has the name of a public figure is somebody else, for this proof."""
    snapshot, kind = revision.read(), revision.content.kind
    for namesake in namesakes(claim_of(snapshot, kind)):
        identity.settle(
            revision=revision,
            figure=namesake.figure,
            verdict=Verdict.DIFFERENT,
            reason="The people of the example are made up.",
            by=moderator,
        )


def add_what_is_missing(content: Content, editor: User) -> None:
    match content:
        case Event() | Question():
            cite(content, f"Where “{content.title[:40]}” stands")
        case Quote():
            content.said_on = "2024"
            source = make_source("Where the words were published")
            Evidence.objects.create(quote=content, source=source, locator="page 1")
        case Promo():
            content.relationship = Relationship.OWN
            content.cta_url = "https://example.org/courses"
            content.risk_line = "You can lose money."
        case Identity():
            content.publisher = "Example publisher"
            content.follow_url = "https://example.org/follow"
        case Article():
            content.standfirst = "What this is about."
            cite(content, "What the article rests on")
            author = Author.objects.create(title="Example Author", slug="example-author")
            recorded(author, editor)
            ArticleAuthor.objects.create(article=content, author=author)


def acknowledge_all(revision: Revision, *, by: User) -> None:
    """Let every warning pass, on the revision and on the parts that open with it."""
    for finding in inspect([revision], timezone.now()).findings:
        if finding.severity == Severity.WARN:
            lifecycle.acknowledge(
                revision=head_of(finding.about),
                finding=finding.key,
                reason="Seen, and meant so.",
                by=by,
            )
