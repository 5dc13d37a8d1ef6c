"""How long the server takes for the desk of everybody, with 10,000 contents against 100."""

from __future__ import annotations

import sys
import time
from statistics import median
from typing import TYPE_CHECKING

from .throwaway import throwaway_database

if TYPE_CHECKING:
    from django.test import Client

ROUNDS = 5
FEW, MANY = 100, 10_000
# What has to be looked at to know what waits grows with the contents, most of a page does not.
MOST = 6
MOST_QUERIES = 15


def measure(client: Client) -> float:
    """Milliseconds of the processor, which other processes do not lengthen."""
    rounds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        client.get("/admin/").content  # noqa: B018
        rounds.append((time.process_time() - start) * 1000)
    return median(rounds)


def main() -> int:
    with throwaway_database():
        from django.test import Client

        from newsroom.publishing.content import Content
        from newsroom.publishing.rights import Role
        from tests.cast import person
        from tests.desk.many import multiply, work_of_every_sort
        from tests.queries.counting import queries_of

        people = [person(role.value, role) for role in Role]
        people.append(person("Admin", is_superuser=True))
        clients = {who.get_username(): Client(SERVER_NAME="localhost") for who in people}
        for who in people:
            clients[who.get_username()].force_login(who)
        work_of_every_sort(people[0], people[1])
        at_first = Content.objects.count()
        multiply(FEW // at_first)
        few = {name: measure(client) for name, client in clients.items()}
        multiply(MANY // Content.objects.count(), 1_000_000)
        many = {name: measure(client) for name, client in clients.items()}
        queries = {
            name: len(queries_of(client, ["/admin/"])["/admin/"])
            for name, client in clients.items()
        }
        print(f"{Content.objects.count()} contents")
    for name in clients:
        ratio = many[name] / few[name]
        print(
            f"{name:10} {few[name]:7.1f} ms {many[name]:7.1f} ms {ratio:6.2f} times"
            f" (at most {MOST}), {queries[name]} queries (at most {MOST_QUERIES})"
        )
    too_slow = any(many[name] > MOST * few[name] for name in clients)
    return int(too_slow or max(queries.values()) > MOST_QUERIES)


if __name__ == "__main__":
    sys.exit(main())
