"""The desk asks little of the database, and the same of 10,000 contents as of ten."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from newsroom.publishing.content import Content
from tests.admin_desk.desk import at_the_desk
from tests.desk.many import multiply, work_of_every_sort
from tests.machine import FULL_SIZE
from tests.queries.counting import queries_of, told

pytestmark = [pytest.mark.django_db, pytest.mark.scaled]

MOST = 15
COPIES = 1000 if FULL_SIZE else 50


@pytest.fixture
def people(writer: User, editor: User, moderator: User, admin: User) -> list[User]:
    return [writer, editor, moderator, admin]


def asked(people: list[User]) -> dict[str, list[str]]:
    return {str(who): queries_of(at_the_desk(who), ["/admin/"])["/admin/"] for who in people}


def test_the_desk_asks_at_most_fifteen_queries_and_as_many_however_much_there_is(people):
    work_of_every_sort(people[0], people[1])
    few = asked(people)
    contents = Content.objects.count()
    multiply(COPIES)
    assert Content.objects.count() == contents * (COPIES + 1)
    many = asked(people)
    for who in few:
        assert len(few[who]) == len(many[who]) <= MOST, told(who, few[who], many[who])


def test_counts_are_those_of_the_whole_list_for_everybody(people):
    work_of_every_sort(people[0], people[1])
    multiply(COPIES)
    for who in people:
        client = at_the_desk(who)
        lists = [work for column in client.get("/admin/").context["columns"] for work in column]
        assert lists
        for work in lists:
            whole = client.get(f"/admin/work/{work.name}/").context["page"]
            assert (work.name, work.count) == (work.name, whole.paginator.count)
            assert len(work.items) <= 8 < work.count
