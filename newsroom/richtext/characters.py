"""Which characters never get into a text."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Control characters, overrides of the reading direction, byte order marks, and two code points
# that XML forbids. Joiners (U+200C, U+200D) stay: scripts and emoji need them.
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u206f\ufeff\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def wanted_only(text: str) -> str:
    """`text` with "\\n" for every line end and without what readers never see.

    Raises ValidationError where half a character (a lone surrogate) makes it impossible to store.
    """
    if broken := _SURROGATE.search(text):
        raise ValidationError(
            _("There is half a character after “%(before)s”. Delete it or type it again."),
            code="surrogate",
            params={"before": text[: broken.start()][-20:]},
        )
    return _UNWANTED.sub("", _LINE_ENDS.sub("\n", text))
