"""`manage.py load_sample`: an empty site becomes the sample site."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from manuscripts.sample.load import is_loaded, load
from manuscripts.sample.texts import sample_in
from newsroom.publishing.editions import Edition
from newsroom.publishing.refusals import Refused


class Command(BaseCommand):
    help = "Loads the sample into an empty site. Does nothing where it was loaded before."

    def handle(self, *args: Any, **options: Any) -> None:
        sample = sample_in(settings.LANGUAGE_CODE)
        if is_loaded(sample):
            self._say(_("The sample is in already: nothing done."))
            return
        try:
            load(sample, self._say)
        except Refused as error:
            raise CommandError(str(error)) from error
        number = Edition.objects.live(timezone.now()).count()
        self._say(_("The sample is in: %(number)s pieces are public.") % {"number": number})

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()
