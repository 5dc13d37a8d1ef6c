"""Promos in snapshots: every field, and the courses in their order."""

from __future__ import annotations

from newsroom.publishing.drafts import Draft
from newsroom.publishing.kinds import Projection, Snapshot
from newsroom.publishing.snapshots import content_values, put_content_back, put_rows_back, values

from .models import FACTS, Course, Promo

FIELDS = (
    *FACTS,
    "advertiser",
    "heading",
    "pitch",
    "urging",
    "cta_label",
    "disclosure",
    "risk_line",
)
COURSE = ("position", "title", "level", "url")


def take(draft: Draft) -> Snapshot:
    courses = [{"id": course.pk, **values(course, COURSE)} for course in draft.of(Course)]
    return {**content_values(draft), **values(draft.content, FIELDS), "courses": courses}


def put_back(promo: Promo, snapshot: Snapshot) -> list[str]:
    lost = put_content_back(promo, snapshot, FIELDS)
    return lost + put_rows_back(Course, "promo", promo, snapshot["courses"], COURSE)


def project(snapshot: Snapshot) -> Projection:
    original = snapshot["original"]
    return Projection(
        title=snapshot["title"],
        summary=snapshot["heading"],
        topics=tuple(snapshot["topics"]),
        uses=(original,) if original else (),
    )
