"""The server is killed, or the browser is, while somebody types: what is lost, in real seconds."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.machine import FULL_SIZE
from tests.site.test_make_run import ROOT, free_port

pytestmark = [pytest.mark.long, pytest.mark.scaled]

SEEDS = range(5 if FULL_SIZE else 1)
START_SECONDS = 180
KEPT_WITHIN_SECONDS = 10
OF_TESTS = "DJANGO_SETTINGS_MODULE"
FIRST_EDITOR = ".ProseMirror[contenteditable]"


class Site:
    """The site as a process, on state of its own."""

    def __init__(self, var: Path) -> None:
        self.var, self.port = var, free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        ours = {name: value for name, value in os.environ.items() if name != OF_TESTS}
        environment = {**ours, "VAR_DIR": str(self.var), "PORT": str(self.port)}
        with (self.var.parent / "site.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "serve"],
                cwd=ROOT,
                env=environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        deadline = time.monotonic() + START_SECONDS
        while not self.answers():
            assert self.process.poll() is None, "the site did not start"
            assert time.monotonic() < deadline, "the site did not answer"
            time.sleep(0.1)

    def answers(self) -> bool:
        try:
            with urllib.request.urlopen(self.address + "/healthz", timeout=5):
                return True
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False

    def kill(self) -> None:
        """As a power cut would: no process of the site gets to finish anything."""
        if self.process:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    def password_of(self, name: str) -> str:
        accounts = (self.var / "accounts.txt").read_text()
        return str(re.search(rf"^{name} +(\S+)$", accounts, re.MULTILINE)[1])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    var = tmp_path_factory.mktemp("site") / "var"
    var.mkdir()
    site = Site(var)
    site.start()
    yield site
    site.kill()


@pytest.fixture
def desk(browser: Browser, site: Site) -> Iterator[BrowserContext]:
    context = signed_in(browser, site)
    yield context
    context.close()


def signed_in(browser: Browser, site: Site) -> BrowserContext:
    context = browser.new_context(base_url=site.address)
    page = context.new_page()
    page.goto("/admin/")
    page.fill("input[name=login]", "editor")
    page.fill("input[name=password]", site.password_of("editor"))
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.address}/admin/")
    page.close()
    return context


def open_draft(context: BrowserContext) -> Page:
    page = context.new_page()
    page.goto("/admin/articles/article/")
    page.goto(page.locator("#result_list .field-title a").first.get_attribute("href"))
    ready(page)
    return page


def ready(page: Page) -> None:
    page.wait_for_selector(FIRST_EDITOR)
    page.wait_for_load_state("networkidle")


def put_the_cursor_at_the_end(page: Page) -> None:
    page.locator(FIRST_EDITOR).first.click()
    page.keyboard.press("Control+End")


@pytest.mark.parametrize("seed", SEEDS)
def test_killed_at_any_moment_of_typing_the_server_takes_nothing_with_it(seed, site, desk):
    random = Random(seed)
    page = open_draft(desk)
    put_the_cursor_at_the_end(page)
    words = [f"seed{seed}word{number}" for number in range(60)]
    dies_after = random.randrange(10, 50)
    for number, word in enumerate(words):
        if number == dies_after:
            site.kill()
        page.keyboard.type(f" {word}", delay=random.randrange(0, 15))
    page.keyboard.press("Control+s")
    expect(page.locator("#unsaved-problem")).to_contain_text("the server does not answer")
    page.close(run_before_unload=False)

    site.start()
    page = open_draft(desk)
    with page.expect_navigation():
        page.get_by_role("button", name="Bring it back").first.click()
    ready(page)
    text = page.locator(FIRST_EDITOR).first.inner_text()
    assert [word for word in words if word not in text] == []
    with page.expect_navigation():
        page.keyboard.press("Control+s")
    ready(page)
    expect(page.locator(".kept-item")).to_have_count(0)


def test_a_browser_that_is_lost_loses_ten_seconds_at_most(site, browser):
    gone = signed_in(browser, site)
    page = open_draft(gone)
    put_the_cursor_at_the_end(page)
    typed: list[tuple[float, str]] = []
    until = time.monotonic() + 2 * KEPT_WITHIN_SECONDS
    while time.monotonic() < until:
        word = f"second{len(typed)}word"
        page.keyboard.type(f" {word}", delay=5)
        typed.append((time.monotonic(), word))
    # Nothing of it says goodbye: the page cannot send what it has left.
    gone.set_offline(True)
    lost_at = time.monotonic()
    gone.close()

    desk = signed_in(browser, site)
    page = open_draft(desk)
    with page.expect_navigation():
        page.get_by_role("button", name="Bring it back").first.click()
    ready(page)
    text = page.locator(FIRST_EDITOR).first.inner_text()
    lost = [at for at, word in typed if word not in text]
    assert all(lost_at - at <= KEPT_WITHIN_SECONDS for at in lost)
    assert len(lost) < len(typed)
    desk.close()
