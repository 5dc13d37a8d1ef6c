"""What a revision keeps of a quote and of an expert."""

from __future__ import annotations

from newsroom.publishing.drafts import Draft
from newsroom.publishing.kinds import Projection, Snapshot
from newsroom.publishing.snapshots import content_values, put_content_back, put_rows_back, values
from newsroom.sources.snapshots import cited_ids, freeze

from .interests import Interest
from .models import Affiliation, Evidence, Expert, Level, ProfileLink, Quote, Record

EXPERT = (
    *("name_kanji", "name_hangul", "reading", "name_order", "sort_key", "honorific"),
    *("bio_en", "bio_ja", "bio_ko", "public_note"),
)
AFFILIATION = ("organisation", "role_en", "role_ja", "role_ko", "since", "until", "position")
PROFILE_LINK = ("label", "url", "position")
INTEREST = (
    *("kind", "organisation", "since", "until", "statement_en", "statement_ja", "statement_ko"),
    *("source", "is_public", "position"),
)

QUOTE = (*Quote.FACTS, "record", "text", "described_as", "translator", "translation_is_ours")
ATTRIBUTION = ("honorific", "speaker", "role", "organisation")
EVIDENCE = ("kind", "source", "locator", "passage", "obtained_on", "note", "file", "sha256")

# What a translation has in place of them; who made it is for whoever makes it to say.
FACTS_OF_ORIGINAL = {
    **values(Quote(), (*Quote.FACTS, "translator", "translation_is_ours")),
    "evidence": [],
}


def take_expert(draft: Draft) -> Snapshot:
    return {
        "id": draft.content.pk,
        **content_values(draft),
        **values(draft.content, EXPERT),
        "affiliations": [
            {"id": row.pk, **values(row, AFFILIATION)} for row in draft.of(Affiliation)
        ],
        "profile_links": [
            {"id": row.pk, **values(row, PROFILE_LINK)} for row in draft.of(ProfileLink)
        ],
        "interests": [_with_source(row, INTEREST) for row in draft.of(Interest)],
    }


def without_interests(snapshot: Snapshot) -> Snapshot:
    """A snapshot from before interests were declared."""
    return {**snapshot, "interests": []}


def put_expert_back(content: Expert, snapshot: Snapshot) -> list[str]:
    return [
        *put_content_back(content, snapshot, EXPERT),
        *put_rows_back(Affiliation, "expert", content, snapshot["affiliations"], AFFILIATION),
        *put_rows_back(ProfileLink, "expert", content, snapshot["profile_links"], PROFILE_LINK),
        *put_rows_back(Interest, "expert", content, snapshot["interests"], INTEREST),
    ]


def project_expert(snapshot: Snapshot) -> Projection:
    slug = snapshot["slug"]
    return Projection(
        title=snapshot["title"],
        path=f"/experts/{slug}/" if slug else "",
        summary=(current_affiliation(snapshot) or {}).get("organisation", ""),
        topics=tuple(snapshot["topics"]),
        attachments={"source": cited_ids(snapshot["interests"])},
    )


def current_affiliation(snapshot: Snapshot) -> Snapshot | None:
    """The first that has not ended, else the first."""
    rows = snapshot["affiliations"]
    return next((row for row in rows if not row["until"]), rows[0] if rows else None)


def take_quote(draft: Draft) -> Snapshot:
    return {
        "id": draft.content.pk,
        **content_values(draft),
        **values(draft.content, (*QUOTE, *ATTRIBUTION)),
        "evidence": [_with_source(row, EVIDENCE) for row in draft.of(Evidence)],
    }


def _with_source(row: Evidence | Interest, names: tuple[str, ...]) -> Snapshot:
    shown = freeze(row.source) if row.source else None
    return {"id": row.pk, **values(row, names), "shown": shown}


def put_quote_back(content: Quote, snapshot: Snapshot) -> list[str]:
    # An expert who was deleted since leaves a gap: never somebody else's name under the words.
    content.expert = None
    return [
        *put_content_back(content, snapshot, (*QUOTE, *ATTRIBUTION)),
        *put_rows_back(Evidence, "quote", content, snapshot["evidence"], EVIDENCE),
    ]


def project_quote(snapshot: Snapshot) -> Projection:
    """The title is the speaker alone: titles outlive a withdrawal, the words must not."""
    slug = snapshot["slug"]
    used = snapshot["original"] or (snapshot["expert"] if may_be_named(snapshot) else None)
    return Projection(
        title=attribution(snapshot, snapshot)["speaker"],
        path=f"/quotes/{slug}/" if slug else "",
        summary=snapshot["text"],
        topics=tuple(snapshot["topics"]),
        uses=(used,) if used else (),
        attachments={"source": cited_ids(snapshot["evidence"])},
    )


def with_description(snapshot: Snapshot) -> Snapshot:
    """A snapshot from before whom we may not name was described."""
    return {**snapshot, "described_as": ""}


def may_be_named(snapshot: Snapshot) -> bool:
    return bool(snapshot["record"] == Record.ON_THE_RECORD)


def is_unnamed(snapshot: Snapshot) -> bool:
    return not may_be_named(snapshot)


def is_named(snapshot: Snapshot, facts: Snapshot) -> bool:
    """Whether readers are told who said it; `facts` of the original, which may be ahead."""
    return may_be_named(snapshot) and may_be_named(facts)


def record_told(snapshot: Snapshot, facts: Snapshot) -> Record:
    """Of a quote and its original, what whoever of the two may not be named agreed to."""
    return Record(snapshot["record"] if may_be_named(facts) else facts["record"])


def level_of(snapshot: Snapshot, facts: Snapshot) -> Level:
    """As readers are told it; `facts` of the original. Of somebody unnamed it is as reported."""
    return Level(facts["level"]) if is_named(snapshot, facts) else Level.AS_REPORTED


def attribution(snapshot: Snapshot, facts: Snapshot) -> dict[str, str]:
    """Honorific, speaker, role and organisation as readers get them; `facts` of the original.

    Whom we may not name is known by the description alone: a role can be as good as a name.
    """
    if is_named(snapshot, facts):
        return {name: snapshot[name] for name in ATTRIBUTION}
    return {**dict.fromkeys(ATTRIBUTION, ""), "speaker": snapshot["described_as"]}
