import re

import pytest

from newsroom.publishing.audit import AuditEntry
from newsroom.publishing.topics import Topic
from tests.factories import published, recorded
from tests.pieces.models import Piece

from .desk import at_the_desk, told

pytestmark = pytest.mark.django_db

TOPICS = "/admin/publishing/topic/"
AUDIT = "/admin/publishing/auditentry/"


def topic_form(**fields):
    return {"name": "Trade", "name_ja": "貿易", "name_ko": "무역", "slug": "trade", **fields}


def test_a_topic_is_saved_through_the_lifecycle_and_audited(admin):
    at_the_desk(admin).post(f"{TOPICS}add/", topic_form())
    topic = Topic.objects.get()
    assert topic.name_in("ja") == "貿易"
    at_the_desk(admin).post(f"{TOPICS}{topic.pk}/change/", topic_form(name="Commerce"))
    topic.refresh_from_db()
    assert topic.name == "Commerce"
    assert AuditEntry.objects.filter(action="save_topic").count() == 2


def test_a_topic_that_pages_were_published_under_is_not_deleted(admin, editor):
    topic = Topic.objects.create(name="Trade", slug="trade")
    piece = Piece.objects.create(title="Bridges", slug="bridges")
    piece.topics.add(topic)
    recorded(piece, editor)
    published(piece, by=editor)
    page = f"{TOPICS}{topic.pk}/delete/"
    response = at_the_desk(admin).post(page, {"post": "yes"}, follow=True)
    assert told(response) == ["Readers find pages under this topic. Rename it instead."]
    assert Topic.objects.exists()


def test_several_topics_are_deleted_with_a_result_for_each(admin):
    topic = Topic.objects.create(name="Trade", slug="trade")
    form = {"action": "delete_selected", "_selected_action": [topic.pk], "post": "yes"}
    response = at_the_desk(admin).post(TOPICS, form, follow=True)
    assert told(response) == ["Trade: deleted."]
    assert AuditEntry.objects.filter(action="delete_topic").exists()


def test_the_admin_knows_no_other_tags(admin):
    assert at_the_desk(admin).get("/admin/taggit/tag/").status_code == 404


def test_admins_read_the_audit_and_nobody_changes_it(admin, editor):
    piece = Piece.objects.create(title="Bridges", slug="bridges")
    recorded(piece, editor)
    entry = AuditEntry.objects.get()
    client = at_the_desk(admin)
    assert entry.label in client.get(AUDIT).content.decode()
    assert "digest" in client.get(f"{AUDIT}{entry.pk}/change/").content.decode()
    assert client.post(f"{AUDIT}{entry.pk}/change/", {"label": "Forged"}).status_code == 403
    assert client.get(f"{AUDIT}add/").status_code == 403
    assert client.post(f"{AUDIT}{entry.pk}/delete/", {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("role", ["writer", "editor", "moderator"])
def test_the_audit_is_for_admins(role, request):
    assert at_the_desk(request.getfixturevalue(role)).get(AUDIT).status_code == 403


def test_a_topic_has_one_button_and_says_that_readers_see_it(admin):
    page = at_the_desk(admin).get(f"{TOPICS}add/").content.decode()
    buttons = re.findall(r'<input type="submit"[^>]*name="(\w+)"', page)
    assert buttons == ["_save"]
    assert "A topic is saved at once: readers see it." in page


def test_the_record_says_that_nobody_changes_it(admin, editor):
    recorded(Piece.objects.create(title="Bridges", slug="bridges"), editor)
    page = at_the_desk(admin).get(f"{AUDIT}{AuditEntry.objects.get().pk}/change/").content.decode()
    assert "Nobody can change the record." in page
    assert "begun by somebody else" not in page
