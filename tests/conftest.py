import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.db import connection
from django.http import HttpRequest
from django.test import TransactionTestCase
from django.utils import translation

from tests import machine
from tests.emptying import copy_back, keep_a_copy
from tests.quiet import Requests

# The same examples in every run, however busy the machine is.
hypothesis.settings.register_profile("fixed", derandomize=True, deadline=None)
hypothesis.settings.load_profile("fixed")

pytest_plugins = ["tests.cast"]

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is for the other database, and begin with what takes longest."""
    left_out = set()
    if connection.vendor != "postgresql":
        left_out.add("postgresql")
    out = [item for item in items if any(map(item.get_closest_marker, left_out))]
    if out:
        config.hook.pytest_deselected(items=out)
        items[:] = [item for item in items if item not in out]
    # Whoever gets a long module last keeps the other workers waiting.
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        if connection.vendor == "sqlite":
            copy = tmp_path_factory.mktemp("database") / "as-migrated.sqlite3"
            with django_db_blocker.unblock():
                keep_a_copy(copy)
            patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _test: copy_back(copy))
        yield


@pytest.fixture(autouse=True)
def _no_connection_leaves_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """The site asks nobody anything: a connection to another machine fails the test."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        if self.family != socket.AF_UNIX and address[0] not in {"127.0.0.1", "::1", "localhost"}:
            pytest.fail(f"a connection to {address} was tried")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def _pages_ask_nothing_more(request: pytest.FixtureRequest) -> Iterator[None]:
    """Open forms ask the server by themselves: let it answer before the tables are emptied."""
    if "live_server" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("transactional_db")
    requests = Requests()
    yield
    requests.wait()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """A request leaves its language active in the thread; each test begins in English."""
    translation.activate("en")


@pytest.fixture(scope="session")
def live_server(live_server: Any) -> Iterator[Any]:
    """A browser asks for each script once: a form has a hundred."""
    serve = StaticFilesHandler.serve

    def kept(self: StaticFilesHandler, request: HttpRequest) -> Any:
        response = serve(self, request)
        response["Cache-Control"] = "max-age=3600"
        return response

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(StaticFilesHandler, "serve", kept)
        yield live_server


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """A headless Chromium (a Playwright Browser); use it with `live_server`."""
    from playwright.sync_api import sync_playwright

    path = machine.require("chromium")
    with sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread, which Django would take for async code.
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
        chromium = playwright.chromium.launch(
            executable_path=path, headless=True, args=CHROMIUM_FLAGS
        )
        yield chromium
        chromium.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def manuscripts_dir() -> Path:
    """Where the real manuscripts lie: never part of the project, so always allowed to be absent."""
    given = os.environ.get("MANUSCRIPTS_DIR")
    if not given or not Path(given).is_dir():
        pytest.skip("MANUSCRIPTS_DIR is not set: the real manuscripts are not tested")
    return Path(given)
