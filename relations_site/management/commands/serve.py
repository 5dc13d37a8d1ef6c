import os
import socket
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from newsroom.publishing.content import Content
from newsroom.publishing.editions import Edition
from relations_site import static_files

WORKERS = 2
THREADS = 4  # of each worker: SQLite has one writer, and a page takes milliseconds
PATIENCE_SECONDS = 10  # for requests that are under way when the site is stopped


class Command(BaseCommand):
    help = "Brings the site up to date and serves it. What is done already is not done again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--empty", action="store_true", help="load no sample; ask for an administrator instead"
        )

    def handle(self, *args: Any, empty: bool, **options: Any) -> None:
        refuse_a_taken_port()
        self.migrate()
        self.collect_static_files()
        if empty:
            self.ask_for_administrator()
        elif wants_sample():
            call_command("sample_accounts")
            self.say("Loading the sample ...")
            call_command("load_sample")
        self.say(welcome())
        connections.close_all()
        sys.stdout.flush()
        os.execv(sys.executable, side_by_side(granian(), worker()))  # noqa: S606  (no shell wanted)

    def say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()

    def migrate(self) -> None:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.say("Preparing the database ...")
            call_command("migrate", interactive=False)

    def collect_static_files(self) -> None:
        if not static_files.are_current():
            self.say("Collecting static files ...")
            static_files.collect()

    def ask_for_administrator(self) -> None:
        if User.objects.filter(is_superuser=True).exists():
            return
        if sys.stdin.isatty():
            self.say("The site has no administrator yet. Who shall it be?")
            call_command("createsuperuser")
        else:
            self.say("No administrator yet. Make one: .venv/bin/python manage.py createsuperuser")


def refuse_a_taken_port() -> None:
    family = socket.AF_INET6 if ":" in settings.HOST else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.HOST, settings.PORT))
        except OSError as problem:
            raise CommandError(
                f"Cannot listen at {settings.HOST}:{settings.PORT} ({problem.strerror})."
                f" Choose another port: make run PORT={settings.PORT + 1}"
            ) from None


def wants_sample() -> bool:
    """The site is empty, and was not begun by an administrator of its own."""
    begun = User.objects.exists() and not (settings.VAR_DIR / "accounts.txt").exists()
    return not begun and not Content.objects.exists()


def welcome() -> str:
    """Where to look, once the server answers."""
    articles = Edition.objects.live(timezone.now()).of_kind("article", settings.LANGUAGE_CODE)
    newest = articles.order_by("-first_published").values_list("path", flat=True).first()
    places = {
        "Article": newest and f"/en{newest}",
        "Timeline": "/en/timeline/",
        "Quotes": "/en/quotes/",
        "Questions": "/en/faqs/",
        "Admin": "/admin/",
    }
    lines = [f"  {name:<10} {settings.SITE_URL}{path}" for name, path in places.items() if path]
    accounts = settings.VAR_DIR / "accounts.txt"
    if accounts.exists():
        lines.append(f"  {'Passwords':<10} {accounts}")
    return "\n".join(["", "Relations is at", *lines, ""])


def side_by_side(server: list[str], worker: list[str]) -> list[str]:
    return [sys.executable, "-m", "relations_site.side_by_side", *server, "--", *worker]


def worker() -> list[str]:
    return [sys.executable, str(settings.BASE_DIR / "manage.py"), "worker"]


def granian() -> list[str]:
    return [
        sys.executable,
        *("-m", "granian", "--interface", "wsgi", "--http", "1", "--no-ws"),
        *("--host", settings.HOST, "--port", str(settings.PORT)),
        *("--workers", str(WORKERS), "--respawn-failed-workers"),
        *("--blocking-threads", str(THREADS), "--workers-kill-timeout", str(PATIENCE_SECONDS)),
        *("--log-level", "warning"),
        "relations_site.wsgi:application",
    ]
