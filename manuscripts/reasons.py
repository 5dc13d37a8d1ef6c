"""Why a line of a manuscript has no place."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

NO_WORDS = _("It holds no words.")
REPEATS_THE_TITLE = _("It repeats the title.")
ANSWERS_NOTHING = _("It answers a question that is not there.")
SECOND_FAQ_HEADING = _("The questions have a heading already.")
SECOND_FOLLOW_LINE = _("There is a follow line already.")
SECOND_PROMO = _("There is a promo already, and an article holds one.")
SITE_HAS_AN_IDENTITY = _("The site has an identity with a follow line of its own.")
IDENTITY_IS_FOR_EDITORS = _("Only an editor may write the site's identity.")
SAYS_WHERE = _("It says where the next lines belong.")
SAID_ALREADY = _("It was said already.")
LEFT_OUT = _("It names what the export could not put into plain text.")
