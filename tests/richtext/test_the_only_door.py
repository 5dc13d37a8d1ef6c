"""Rules about all of the project's own files."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOT_OURS = {".git", ".venv", "node_modules", "tests", "var"}
MARKS_SAFE = ROOT / "newsroom/richtext/templatetags/richtext.py"

SAFE_IN_PYTHON = r"mark_safe|SafeString\(|SafeText|html_safe|autoescape=False"
OWN_MARKUP = r"def __html__"
SAFE_IN_TEMPLATE = r"\{[{%].*\|\s*safe(seq)?\b|autoescape\s+off|\{%\s*filter\s.*\bsafe\b"
ALL_FIELDS = r"""fields\s*=\s*["']__all__["']|^\s+exclude(: .+)? = """


def files(*suffixes: str) -> Iterator[Path]:
    for top in ROOT.iterdir():
        if top.name not in NOT_OURS:
            candidates = [top] if top.is_file() else top.rglob("*")
            yield from (path for path in candidates if path.suffix in suffixes)


def places(pattern: str, *suffixes: str) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in files(*suffixes)
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if re.search(pattern, line) and path != MARKS_SAFE
    ]


def test_nothing_else_marks_text_as_safe() -> None:
    assert "mark_safe(" in MARKS_SAFE.read_text()
    assert places(SAFE_IN_PYTHON, ".py") == []


def test_what_gives_its_own_markup_escapes_it() -> None:
    for place in places(OWN_MARKUP, ".py"):
        path, number, _line = place.split(":", 2)
        body = (ROOT / path).read_text().splitlines()[int(number) : int(number) + 3]
        assert any("return escape(" in line for line in body), place


def test_no_template_turns_escaping_off() -> None:
    """The texts of mails alone do: they are read as plain text."""
    assert places(SAFE_IN_TEMPLATE, ".html", ".xml", ".py") == []


def test_every_form_names_its_fields() -> None:
    assert places(ALL_FIELDS, ".py") == []


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (SAFE_IN_PYTHON, "return mark_safe(text)"),
        (SAFE_IN_PYTHON, "SafeString(text)"),
        (SAFE_IN_TEMPLATE, "{{ text|safe }}"),
        (SAFE_IN_TEMPLATE, "<p>{{ texts | safeseq|join:'' }}"),
        (SAFE_IN_TEMPLATE, "{% autoescape off %}"),
        (SAFE_IN_TEMPLATE, "{% filter lower|safe %}"),
        (ALL_FIELDS, '        fields = "__all__"'),
        (ALL_FIELDS, '        exclude = ("path",)'),
    ],
)
def test_the_search_would_find_it(pattern: str, line: str) -> None:
    assert re.search(pattern, line)


def test_the_search_leaves_our_own_filters_alone() -> None:
    assert not re.search(SAFE_IN_TEMPLATE, "{{ source.url|safe_url }}")
