"""How the log is written."""

import logging
import unicodedata


class OneLine(logging.Formatter):
    """One event, one line, tracebacks included: nothing that was sent to us can forge an entry."""

    def format(self, record: logging.LogRecord) -> str:
        return "".join(map(_visible, super().format(record)))


def _visible(character: str) -> str:
    if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
        return character.encode("unicode_escape").decode("ascii")
    return character
