"""The worker: does what no reader and no editor waits for."""

from argparse import ArgumentParser
from typing import Any

from django_tasks_db.management.commands import db_worker

from relations_site import upkeep

SECONDS_BETWEEN_LOOKS = 2


class Command(db_worker.Command):
    help = "Sends mail and tidies up, in the background. One of it runs beside the site."

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(interval=SECONDS_BETWEEN_LOOKS, reload=False)

    def configure_logging(self, verbosity: int) -> None:
        """The settings say what is logged, as everywhere."""

    def handle(self, *args: Any, **options: Any) -> None:
        upkeep.take_up_abandoned()
        upkeep.begin_tidying()
        super().handle(*args, **options)
