"""`make run` as somebody's first minute: a clean clone, a clean environment, nothing but make."""

import os
import re
import signal
import socket
import stat
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.machine import require

ROOT = Path(__file__).parent.parent.parent
FIRST_START_SECONDS = 240
SECOND_START_SECONDS = 3
# How this machine reaches its package index is the machine's business, not the project's.
INDEX = re.compile(r"PIP_\w+|https?_proxy|SSL_CERT_\w+|REQUESTS_CA_BUNDLE", re.IGNORECASE)

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is committed, in an empty directory."""
    path = tmp_path_factory.mktemp("clean") / "relations"
    subprocess.run([require("git"), "clone", "--quiet", ROOT, path], check=True)
    return path


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    index = {name: value for name, value in os.environ.items() if INDEX.fullmatch(name)}
    return {
        "PATH": f"{sys.base_prefix}/bin:/usr/local/bin:/usr/bin:/bin",
        "HOME": str(tmp_path_factory.mktemp("home")),
        "PORT": str(free_port()),
        **index,
    }


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Site:
    def __init__(self, clone: Path, port: str, log: Path) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self.clone, self.log = clone, log

    def get(self, path: str) -> str:
        with urllib.request.urlopen(self.address + path, timeout=10) as response:
            return response.read().decode()

    def answers(self) -> bool:
        try:
            return self.get("/healthz") == "ok\n"
        except (urllib.error.URLError, ConnectionError):
            return False

    def addresses(self) -> dict[str, str]:
        """The last lines of `make run`: what is where."""
        return dict(re.findall(r"^  (\w+) +(\S+)$", self.log.read_text(), re.MULTILINE))


@contextmanager
def make_run(
    clone: Path, environment: dict[str, str], within: float, *arguments: str
) -> Iterator[Site]:
    """The site, once it answers."""
    site = Site(clone, environment["PORT"], clone.parent / "make-run.log")
    with site.log.open("w") as log:
        process = subprocess.Popen(
            [require("make"), "run", *arguments],
            cwd=clone,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        deadline = time.monotonic() + within
        while not site.answers():
            assert process.poll() is None, site.log.read_text()
            assert time.monotonic() < deadline, f"no answer in {within} s\n{site.log.read_text()}"
            time.sleep(0.05)
        yield site
    finally:
        # Told to end while a part of it still begins, a server takes ten seconds over it.
        time.sleep(2)
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=30)


@pytest.fixture(scope="module")
def first_start(clone: Path, environment: dict[str, str]) -> dict[str, str]:
    """What stood at each address that the first `make run` named, asked as soon as it answered."""
    with make_run(clone, environment, FIRST_START_SECONDS) as site:
        addresses = site.addresses()
        accounts = Path(addresses.pop("Passwords"))
        found = {name: site.get(url.removeprefix(site.address)) for name, url in addresses.items()}
    return {**found, "Passwords": accounts.read_text()}


def test_a_clean_clone_serves_the_sample_as_soon_as_it_answers(first_start):
    assert list(first_start) == [
        "Article",
        "Timeline",
        "Quotes",
        "Questions",
        "Admin",
        "Passwords",
    ]
    assert "<h1" in first_start["Article"]


def test_the_sample_accounts_are_written_for_this_user_alone(first_start, clone):
    names = [line.split()[0] for line in first_start["Passwords"].splitlines()]
    assert names == ["writer", "editor", "moderator", "admin"]
    assert stat.S_IMODE((clone / "var" / "accounts.txt").stat().st_mode) == 0o600


@pytest.mark.usefixtures("first_start")
def test_a_second_start_redoes_nothing_and_answers_within_three_seconds(clone, environment):
    with make_run(clone, environment, SECOND_START_SECONDS) as site:
        said = site.log.read_text()
    assert "..." not in said
    assert said.startswith("\nRelations is at\n")


@pytest.mark.usefixtures("first_start")
def test_all_state_lies_in_var(clone):
    status = subprocess.run(
        ["git", "status", "--porcelain"], cwd=clone, capture_output=True, text=True, check=True
    )
    assert status.stdout == ""


@pytest.mark.usefixtures("first_start")
def test_without_sample_it_starts_empty_and_asks_for_an_administrator(clone, environment, tmp_path):
    own_state = {**environment, "VAR_DIR": str(tmp_path / "var")}
    with make_run(clone, own_state, 60, "SAMPLE=no") as site:
        assert "manage.py createsuperuser" in site.log.read_text()
        assert "Article" not in site.addresses()
        assert "Passwords" not in site.addresses()


@pytest.mark.usefixtures("first_start")
def test_a_taken_port_is_named_with_what_to_do(clone, environment):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            ["make", "run"],
            cwd=clone,
            env={**environment, "PORT": str(port)},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode != 0
    assert f"Choose another port: make run PORT={port + 1}" in done.stderr
