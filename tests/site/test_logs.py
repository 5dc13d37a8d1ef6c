import logging
import sys

from relations_site.logs import OneLine


def line(message: str, **values: object) -> str:
    record = logging.LogRecord("site", logging.ERROR, __file__, 1, message, (), None)
    record.__dict__.update(values)
    return OneLine("{levelname} {message}", style="{").format(record)


def test_what_was_sent_cannot_forge_an_entry():
    assert line("no\nERROR all is lost\r\u2028\x1b[2J") == (
        "ERROR no\\nERROR all is lost\\r\\u2028\\x1b[2J"
    )


def test_a_traceback_is_one_line_with_its_error():
    try:
        raise ValueError("first\nsecond")
    except ValueError:
        written = line("failed", exc_info=sys.exc_info())
    assert "\n" not in written
    assert written.endswith("ValueError: first\\nsecond")


def test_text_in_any_language_is_readable():
    assert line("日本語 한국어 é") == "ERROR 日本語 한국어 é"
