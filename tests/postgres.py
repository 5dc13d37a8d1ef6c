"""Runs a command beside a PostgreSQL cluster of its own, thrown away afterwards.

    python -m tests.postgres pytest -m database

The command finds the cluster in DATABASE_URL. Where PostgreSQL is not installed the command is
skipped with a line that says so; under REQUIRE_ALL=1 that is a failure.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from tests.machine import all_required, find, missing

START_SECONDS = 30
# The cluster lives for one run: it need not survive a power cut. Nor does a vacuum pass between
# two tests and learn that tables are empty: what the next puts there would be asked for badly.
QUICK = [
    "fsync=off",
    "full_page_writes=off",
    "autovacuum=off",
    "listen_addresses=",
    "max_connections=200",
]


@contextmanager
def cluster(initdb: str) -> Iterator[str]:
    """A running cluster on a socket that nobody else can reach; gives its DATABASE_URL."""
    home = Path(tempfile.mkdtemp(prefix="relations-pg-"))
    as_user = _unprivileged(home)
    data = home / "data"
    programs = Path(initdb).parent
    options = [f"unix_socket_directories={home}", *QUICK]
    try:
        _run([initdb, "-D", data, "-U", "relations", "-A", "trust", "-N", "-E", "UTF8",
              "--locale=C.UTF-8"], **as_user)  # fmt: skip
        server = subprocess.Popen(
            [programs / "postgres", "-D", data, *(f"-c{option}" for option in options)],
            stderr=subprocess.DEVNULL,
            **as_user,
        )
        try:
            _wait(programs / "pg_isready", home)
            yield f"postgres://relations@{quote(str(home), safe='')}/relations"
        finally:
            server.send_signal(signal.SIGINT)  # fast: do not wait for clients
            server.wait()
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _unprivileged(home: Path) -> dict[str, str | int | list[int]]:
    """PostgreSQL refuses to run as root: then it runs as the user that its package made."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam("postgres")
    os.chown(home, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": [], "cwd": str(home)}


def _run(command: list[object], **as_user: object) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, **as_user)
    if done.returncode:
        sys.exit(f"PostgreSQL cannot be set up: {done.stderr.strip()}")


def _wait(pg_isready: Path, socket: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while subprocess.run([pg_isready, "-q", "-h", socket], check=False).returncode:
        if time.monotonic() > deadline:
            sys.exit(f"PostgreSQL did not start within {START_SECONDS} seconds.")
        time.sleep(0.1)


def main(command: list[str]) -> int:
    initdb = find("initdb")
    if initdb is None:
        print(f"PostgreSQL tests skipped: {missing('initdb')}")
        return 1 if all_required() else 0
    with cluster(initdb) as url:
        environment = {**os.environ, "DATABASE_URL": url}
        return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
