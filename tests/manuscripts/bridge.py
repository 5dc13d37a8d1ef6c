"""A manuscript on the plan of the real one, about two towns that nobody will find on a map."""

from pathlib import Path

from manuscripts.ledger import Parsed
from manuscripts.lines import lines_of
from manuscripts.parse import parse

BRIDGE = Path(__file__).with_suffix(".txt").read_text("utf-8")


def read(text: str, language: str = "") -> Parsed:
    return parse(lines_of(text), language)
