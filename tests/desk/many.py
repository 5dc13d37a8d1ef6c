"""A desk full of work of every sort; and copies of all of it, row by row, in a moment."""

from __future__ import annotations

import datetime as dt

from django.contrib.auth.models import User
from django.db import connection, models
from django.utils import timezone

from newsroom.publishing import lifecycle
from newsroom.publishing.comments import Comment
from newsroom.publishing.content import Content, Publishable
from newsroom.publishing.editions import Edition
from newsroom.publishing.reviews import Decision, Review
from newsroom.publishing.revisions import Revision
from quotes.models import Quote
from tests.factories import make_event, make_question, make_quote, published, recorded
from timeline.models import Event

COPIED = (Content, Event, Quote, Revision, Edition, Review, Comment)


def work_of_every_sort(writer: User, editor: User) -> None:
    """What each list of the desk shows, once."""
    now = timezone.now()
    for by in (writer, editor):
        recorded(make_event(title=f"Draft of {by}", slug=""), by)
    for number, content in enumerate((make_event(slug="asked"), make_quote())):
        revision = recorded(content, writer)
        lifecycle.submit(revision=revision, by=writer)
        lifecycle.comment(revision=revision, text=f"Why {number}?", by=editor)
    for slug, decision in (("yes", Decision.APPROVED), ("no", Decision.SENT_BACK)):
        review = lifecycle.submit(revision=recorded(make_event(slug=slug), writer), by=writer)
        lifecycle.decide(review=review, decision=decision, reason="Read.", by=editor)
    make_event(slug="plan", date="2020", status="planned")
    published(make_event(slug="ahead"), by=editor, opens=now + dt.timedelta(days=3))
    live = published(make_event(slug="live"), by=editor)
    lifecycle.translate(revision=live.revision, language="ja", by=editor)
    due_and_edited(editor)


def due_and_edited(editor: User) -> None:
    long_ago = timezone.now() - dt.timedelta(days=400)
    question = make_question(slug="due")
    lifecycle.publish(revision=recorded(question, editor), by=editor, at=long_ago)
    question.short_answer = "In April 2023."
    question.save()
    recorded(question, editor)


def multiply(times: int, stride: int = 10_000) -> None:
    """So many copies of all there is, by SQL; their ids lie a `stride` apart."""
    with connection.cursor() as cursor:
        for model in COPIED:
            cursor.execute(_copying(model, stride), [times])


def _copying(model: type[models.Model], stride: int) -> str:
    table = model._meta.db_table
    fields = model._meta.local_concrete_fields
    columns = ", ".join(f'"{field.column}"' for field in fields)
    values = ", ".join(_copied(field, stride) for field in fields)
    numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %s)"
    return f"{numbers} INSERT INTO {table} ({columns}) SELECT {values} FROM {table}, n"  # noqa: S608


def _copied(field: models.Field, stride: int) -> str:
    column = f'"{field.column}"'
    if field.name == "translation_key":
        return "lower(hex(randomblob(16)))"
    if field.name == "slug":
        return (
            f"CASE {column} WHEN '' THEN '' ELSE {column} || '-' || lower(hex(randomblob(4))) END"
        )
    target = field.related_model
    if field.primary_key or (target and issubclass(target, (*COPIED, Publishable))):
        return f"{column} + i * {stride}"
    return column
