"""What is scheduled, told in the person's zone, changed and cancelled."""

from __future__ import annotations

import datetime as dt
import re
from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from newsroom.publishing import lifecycle
from newsroom.publishing.editions import Change, Edition
from newsroom.publishing.revisions import head_of
from newsroom.staff.models import Preferences
from tests.factories import approved, published, recorded
from tests.pieces.models import Note, Piece, Shown

from .desk import at_the_desk, told, url

pytestmark = pytest.mark.django_db

DECEMBER = dt.datetime(2098, 12, 1, 0, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
ZONES = {
    "Asia/Tokyo": "2098-12-01T09:00",
    "Europe/Berlin": "2098-12-01T01:00",
    "America/New_York": "2098-11-30T19:00",
}


def lives_in(user: User, zone: str) -> None:
    Preferences.objects.update_or_create(user=user, defaults={"time_zone": zone})


def words(response: Any) -> str:
    """The page as one reads it."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", response.content.decode())).split())


@pytest.fixture
def draft(writer: User) -> Piece:
    piece = Piece.objects.create(title="Bridges", slug="bridges", text="Words.")
    recorded(piece, writer)
    return piece


@pytest.fixture
def pending(editor: User, draft: Piece) -> Edition:
    return published(draft, by=editor, opens=DECEMBER)


def form(edition: Edition, **fields: str) -> dict[str, Any]:
    opens = f"{edition.live_from:%Y-%m-%dT%H:%M}"
    number = edition.revision.number
    return {"revision": number, "edition": edition.pk, "opens": opens, "ends": "", **fields}


def opening(content: Piece) -> list[dt.datetime]:
    editions = Edition.objects.filter(content=content.pk).order_by("live_from")
    return list(editions.values_list("live_from", flat=True))


@pytest.mark.parametrize(("zone", "typed"), ZONES.items())
def test_what_is_typed_is_meant_in_the_persons_zone_and_told_in_it(
    zone: str, typed: str, draft: Piece, editor: User
) -> None:
    lives_in(editor, zone)
    client = at_the_desk(editor)
    page = client.get(url(draft, "publish")).content.decode()
    assert f"Time zone: {zone}." in page
    data = {"revision": 1, "opens": typed, "ends": typed.replace("2098", "2099")}
    response = client.post(url(draft, "publish"), data, follow=True)
    edition = Edition.objects.get()
    assert edition.live_from == DECEMBER
    assert edition.ends_at == DECEMBER.replace(year=2099)
    local = f"{DECEMBER.astimezone(timezone.zoneinfo.ZoneInfo(zone)):%H:%M} {zone}"
    assert told(response)[0].endswith(f"{local}.")
    assert re.search(f"Readers see revision 1 from .* 2098, {local}", words(response))
    assert re.search(f"It ends on .* 2099, {local}", words(response))
    again = client.get(url(draft, "reschedule")).content.decode()
    assert f'value="{typed}"' in again


def test_an_hour_that_comes_twice_is_asked_about_with_all_that_was_typed(
    draft: Piece, editor: User
) -> None:
    published(draft, by=editor)
    lives_in(editor, "Europe/Berlin")
    client = at_the_desk(editor)
    typed = {"revision": 1, "change": "update", "note": "What is new.", "ends": ""}
    typed |= {"opens": "2098-10-26T02:30", "opens-zone": "Europe/Berlin"}
    asked = client.post(url(draft, "publish"), typed)
    page = asked.content.decode()
    assert asked.status_code == 200
    assert Edition.objects.count() == 1
    assert "What is new." in page
    assert 'value="2098-10-26T02:30"' in page
    choices = re.findall(r'name="opens-which" value="([^"]*)"', page)
    assert choices == ["2098-10-26T02:30:00+02:00", "2098-10-26T02:30:00+01:00"]
    client.post(url(draft, "publish"), {**typed, "opens-which": choices[1]})
    later = Edition.objects.order_by("live_from").last()
    assert later.live_from == dt.datetime(2098, 10, 26, 1, 30, tzinfo=dt.UTC)
    # The page of what is scheduled knows which of the two it is.
    again = client.get(url(draft, "reschedule")).content.decode()
    assert re.search(rf'value="{re.escape(choices[1])}"[^>]*checked', again)


def test_a_live_piece_says_what_replaces_it_and_when(draft: Piece, editor: User) -> None:
    lives_in(editor, "Asia/Tokyo")
    published(draft, by=editor)
    draft.text = "Later words."
    draft.save()
    published(draft, by=editor, change=Change.UPDATE, opens=DECEMBER)
    page = words(at_the_desk(editor).get(url(draft)))
    assert "Revision 2 replaces it on Mon 1 Dec 2098, 09:00 Asia/Tokyo Change Cancel" in page
    assert "It ends" not in page


def test_everything_that_is_scheduled_is_told_in_order(
    draft: Piece, editor: User, pending: Edition
) -> None:
    published(draft, by=editor, change=Change.UPDATE, opens=DECEMBER + HOUR)
    later = {"opens": DECEMBER + 5 * HOUR, "ends": DECEMBER + 6 * HOUR}
    lifecycle.set_end(
        edition=Edition.objects.order_by("live_from").last(), ends=DECEMBER + 2 * HOUR, by=editor
    )
    published(draft, by=editor, change=Change.UPDATE, **later)
    page = words(at_the_desk(editor).get(url(draft)))
    said = re.findall(r"(Readers see|Revision 1 replaces|It ends).*?(\d\d:\d\d) UTC", page)
    assert said == [
        ("Readers see", "00:00"),
        ("Revision 1 replaces", "01:00"),
        ("It ends", "02:00"),
        ("Readers see", "05:00"),
        ("It ends", "06:00"),
    ]


def test_the_moment_of_what_is_scheduled_is_changed(
    draft: Piece, editor: User, pending: Edition
) -> None:
    data = form(pending, opens="2098-12-02T10:00", ends="2098-12-24T18:00")
    response = at_the_desk(editor).post(url(draft, "reschedule"), data, follow=True)
    assert response.redirect_chain == [(url(draft), 302)]
    opens, ends = "Tue 2 Dec 2098, 10:00 UTC", "Wed 24 Dec 2098, 18:00 UTC"
    assert told(response) == [f"Scheduled: readers see it from {opens}. It ends on {ends}."]
    assert opening(draft) == [dt.datetime(2098, 12, 2, 10, tzinfo=dt.UTC)]
    assert Edition.objects.get().ends_at == dt.datetime(2098, 12, 24, 18, tzinfo=dt.UTC)


def test_what_nobody_changed_stays_to_the_second(draft: Piece, editor: User) -> None:
    opens = DECEMBER + dt.timedelta(seconds=17)
    ends = opens + 30 * HOUR
    edition = published(draft, by=editor, opens=opens, ends=ends)
    data = form(edition, ends=f"{ends:%Y-%m-%dT%H:%M}")
    at_the_desk(editor).post(url(draft, "reschedule"), data)
    assert [(row.live_from, row.ends_at) for row in Edition.objects.all()] == [(opens, ends)]


def test_what_readers_will_be_told_can_be_changed_as_well(draft: Piece, editor: User) -> None:
    published(draft, by=editor)
    edition = published(draft, by=editor, change=Change.MINOR, opens=DECEMBER)
    client = at_the_desk(editor)
    shown = client.get(url(draft, "reschedule")).context["form"]
    assert shown["change"].value() == "minor"
    data = form(edition, change="correction", note="It said 1964.")
    client.post(url(draft, "reschedule"), data)
    edition = Edition.objects.latest("live_from")
    assert (edition.change, edition.note) == ("correction", "It said 1964.")


def test_the_edition_that_is_asked_for_is_the_one_on_the_page(
    draft: Piece, editor: User, pending: Edition
) -> None:
    later = published(draft, by=editor, change=Change.UPDATE, opens=DECEMBER + HOUR)
    client = at_the_desk(editor)
    for page in ("reschedule", "cancel", "end"):
        shown = client.get(f"{url(draft, page)}?edition={later.pk}").context["form"]
        assert shown.initial["edition"] in (later, later.pk)
    asked = client.get(f"{url(draft, 'reschedule')}?edition={later.pk}")
    assert 'value="2098-12-01T01:00"' in asked.content.decode()


def test_whoever_comes_second_keeps_what_they_typed_and_is_told(
    draft: Piece, editor: User, admin: User, pending: Edition
) -> None:
    lifecycle.reschedule(edition=pending, opens=DECEMBER + HOUR, ends=None, by=admin)
    client = at_the_desk(editor)
    data = form(pending, opens="2098-12-05T10:00")
    page = client.post(url(draft, "reschedule"), data)
    assert "It was cancelled or moved in the meantime. Look again." in words(page)
    assert 'value="2098-12-05T10:00"' in page.content.decode()
    for step in ("cancel", "end"):
        page = client.post(url(draft, step), {"edition": pending.pk, "ends": ""})
        assert "It was cancelled or moved in the meantime." in words(page)
    assert opening(draft) == [DECEMBER + HOUR]


def test_an_address_of_something_gone_says_so(draft: Piece, editor: User, pending: Edition) -> None:
    client = at_the_desk(editor)
    for asked in ("999999", "x", "9" * 40):
        page = client.get(f"{url(draft, 'reschedule')}?edition={asked}")
        assert "Nothing of it is scheduled any more" in words(page)
        assert client.post(url(draft, "reschedule"), {"edition": asked}).status_code == 200


def test_a_moment_in_the_past_is_refused_with_what_was_typed(
    draft: Piece, editor: User, pending: Edition
) -> None:
    data = form(pending, opens="2001-01-01T09:00")
    page = at_the_desk(editor).post(url(draft, "reschedule"), data)
    assert "That moment has passed." in words(page)
    assert "2001-01-01T09:00" in page.content.decode()


def test_emptied_it_is_published_now(draft: Piece, editor: User, pending: Edition) -> None:
    at_the_desk(editor).post(url(draft, "reschedule"), form(pending, opens=""))
    assert Edition.objects.get().is_live(timezone.now())


def test_warnings_of_the_new_moment_are_acknowledged_on_the_page(
    writer: User, editor: User
) -> None:
    piece = Piece.objects.create(title="Bridges", slug="bridges", text="[warn]")
    key = (piece.pk, "warn")
    edition = lifecycle.publish(
        revision=recorded(piece, writer), by=editor, opens=DECEMBER, reasons={key: "Yes."}
    )
    client = at_the_desk(editor)
    assert "Acknowledged: Yes." in words(client.get(url(piece, "reschedule")))
    client.post(url(piece, "reschedule"), form(edition, opens="2098-12-02T10:00"))
    assert opening(piece) == [dt.datetime(2098, 12, 2, 10, tzinfo=dt.UTC)]


def test_the_page_names_what_moves_along(writer: User, editor: User, draft: Piece) -> None:
    whole = Piece.objects.create(title="The whole", slug="whole")
    Shown.objects.create(piece=whole, part=draft)
    lifecycle.publish(
        revision=recorded(whole, writer), by=editor, opens=DECEMBER, with_parts=[head_of(draft)]
    )
    client = at_the_desk(editor)
    page = words(client.get(url(whole, "reschedule")))
    assert "What was scheduled together moves together: Bridges" in page
    edition = Edition.objects.get(content=whole.pk)
    client.post(url(whole, "reschedule"), form(edition, opens="2098-11-30T10:00"))
    assert opening(draft) == opening(whole) == [dt.datetime(2098, 11, 30, 10, tzinfo=dt.UTC)]


@pytest.mark.parametrize(
    ("role", "kind", "allowed"),
    [
        ("writer", Piece, False),
        ("editor", Piece, True),
        ("moderator", Piece, False),
        ("admin", Piece, True),
        ("writer", Note, False),
        ("moderator", Note, True),
    ],
)
def test_who_may_publish_may_change_and_cancel(
    role: str, kind: type, allowed: bool, request: pytest.FixtureRequest
) -> None:
    admin, user = (request.getfixturevalue(name) for name in ("admin", role))
    other = request.getfixturevalue("editor")
    content = kind.objects.create(title="It", slug="it", text="Words.")
    published(content, by=admin, approved_by=other, opens=DECEMBER) if kind is Piece else (
        _approved_and_scheduled(content, admin, other)
    )
    client = at_the_desk(user)
    for page in ("reschedule", "cancel"):
        assert (client.get(url(content, page)).status_code == 200) == allowed
        assert (f"{url(content, page)}?" in client.get(url(content)).content.decode()) == allowed
    edition = Edition.objects.get(content=content.pk)
    client.post(url(content, "reschedule"), form(edition, opens="2098-12-02T10:00"))
    assert (opening(content) != [DECEMBER]) == allowed


def _approved_and_scheduled(note: Note, admin: User, by: User) -> None:
    lifecycle.publish(revision=approved(recorded(note, by), admin), by=admin, opens=DECEMBER)


def test_the_form_asks_as_much_with_twenty_editions_ahead_as_with_one(
    draft: Piece, editor: User, pending: Edition, django_assert_max_num_queries: Any
) -> None:
    client = at_the_desk(editor)
    counts = []
    for numbers in (range(1, 2), range(2, 21)):
        for number in numbers:
            published(draft, by=editor, change=Change.UPDATE, opens=DECEMBER + number * HOUR)
        client.get(url(draft))
        with django_assert_max_num_queries(60) as captured:
            client.get(url(draft))
        counts.append(len(captured))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("key", ["9" * 5000, "9" * 18, "²", "-1"])
def test_a_key_that_no_edition_can_have_names_none(
    key: str, pending: Edition, draft: Piece, editor: User
) -> None:
    desk, address = at_the_desk(editor), url(draft, "reschedule")
    assert "Nothing of it is scheduled any more" in words(desk.get(address, {"edition": key}))
    refused = desk.post(address, {**form(pending), "edition": key})
    assert refused.status_code == 200
    assert opening(draft) == [DECEMBER]
