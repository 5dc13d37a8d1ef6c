import pytest

from manuscripts.cuts import words
from manuscripts.quotations import quotation

from .bridge import read

SPOKEN = "A bridge is a promise that two towns make."


def who(line):
    """Honorific, speaker, role and organisation that a quote's line names, or None."""
    cut = quotation(line)
    if cut is None:
        return None
    assert "".join(segment.text for segment in cut) == line
    named = words(cut)
    assert named["text"].rstrip(".") == SPOKEN.rstrip(".")
    return tuple(named.get(name, "") for name in ("honorific", "speaker", "role", "organisation"))


@pytest.mark.parametrize(
    ("attribution", "named"),
    [
        ("Ada Penn", ("", "Ada Penn", "", "")),
        ("Dr. Penn", ("Dr.", "Penn", "", "")),
        ("Prof. Dr. Ada Penn", ("Prof. Dr.", "Ada Penn", "", "")),
        ("Ludwig van der Berg", ("", "Ludwig van der Berg", "", "")),
        ("Dr. Ada Penn, an engineer", ("Dr.", "Ada Penn", "engineer", "")),
        (
            "Dr. Ada Penn, a leading expert on rivers at Example University",
            ("Dr.", "Ada Penn", "leading expert on rivers", "Example University"),
        ),
        (
            "Ada Penn, head of research at the Example Institute",
            ("", "Ada Penn", "head of research", "Example Institute"),
        ),
        (
            "Ada Penn, director of the Example Institute",
            ("", "Ada Penn", "director", "Example Institute"),
        ),
        ("Ada Penn, minister of Roads", ("", "Ada Penn", "minister of Roads", "")),
        (
            "Ada Penn, Senior Fellow, Example Bank",
            ("", "Ada Penn", "Senior Fellow", "Example Bank"),
        ),
        ("Ada Penn (Example Bank)", ("", "Ada Penn", "", "Example Bank")),
        ("Ada Penn (the editor, Example Press)", ("", "Ada Penn", "editor", "Example Press")),
        (
            "Professor Ada Penn of the University of Berrow",
            ("Professor", "Ada Penn", "", "University of Berrow"),
        ),
        (
            "Professor Ada Penn of Example College, a historian",
            ("Professor", "Ada Penn", "historian", "Example College"),
        ),
        ("Ambassador Tom Weir", ("Ambassador", "Tom Weir", "", "")),
    ],
)
@pytest.mark.parametrize(
    "form",
    [
        "{who}, states: “{text}”",
        "{who} said, “{text}”",
        "According to {who}, “{text}”",
        "“{comma},” says {who}.",
        "“{comma},” {who} also noted.",
        "“{text}” — {who}",
        '{who} adds: "{text}"',
    ],
)
def test_an_attribution_is_taken_apart_before_and_after_the_words(attribution, named, form):
    line = form.format(who=attribution, text=SPOKEN, comma=SPOKEN.rstrip("."))
    assert who(line) == named


@pytest.mark.parametrize(
    "line",
    [
        "In Berrow “the river tax that nobody ever wanted” was cursed.",
        "Ada Penn says: “Too short to quote.”",
        f"Ada Penn says: “{' ,' * 20}”",
        f"Many residents say: “{SPOKEN}”",
        f"Critics say: “{SPOKEN}”",
        f"The Mayor says: “{SPOKEN}”",
        f"Penn says: “{SPOKEN}”",
        f"Team 7 North says: “{SPOKEN}”",
        f"“{SPOKEN}”",
        f"“{SPOKEN} It is kept,” says Ada Penn. “It is kept to this day.”",
        f'"{SPOKEN} It is kept," says Ada Penn. "It is kept to this day."',
        f"Ada Penn says: “{SPOKEN}” The town agreed with her.",
        f"Ada Penn says: “{SPOKEN}” and, on another day, “{SPOKEN}”",
        f'Ada Penn says: "{SPOKEN}" and, on another day, "{SPOKEN}"',
        f"Ada Penn says: “{SPOKEN}",
        f"Ada Penn{' and so on' * 40} says: “{SPOKEN}”",
        "”“",
    ],
)
def test_what_is_not_wholly_a_quote_by_someone_named_is_none(line):
    assert quotation(line) is None


def test_quotation_marks_within_the_quote_stay():
    cut = quotation("Ada Penn says: “We called it “the river tax” for two hundred years.”")
    assert words(cut)["text"] == "We called it “the river tax” for two hundred years."


@pytest.mark.parametrize(
    ("honorific", "role"),
    [("Professor", "Professor"), ("Prof.", "Professor"), ("Prof. Dr.", "Professor"), ("Dr.", "")],
)
def test_an_office_is_the_role_where_no_other_is_told(honorific, role):
    (quote,) = read(f"Bridges\n\n{honorific} Ada Penn says: “{SPOKEN}”").manuscript.quotes
    assert (quote.honorific, quote.role) == (honorific, role)


@pytest.mark.parametrize(
    ("line", "named"),
    [
        (
            "東西大学の佐藤花子教授は「橋とは二つの町が互いに交わす約束であり、いまも守られている」と述べた。",
            ("教授", "佐藤花子", "教授", "東西大学"),
        ),
        (
            "佐藤花子氏は、「橋とは二つの町が互いに交わす約束であり、いまも守られている」と語る。",
            ("氏", "佐藤花子", "", ""),
        ),
        (
            "동서대학교 김영희 교수는 “다리는 두 마을이 서로에게 하는 약속이며 지켜진다”고 말했다.",
            ("교수", "김영희", "교수", "동서대학교"),
        ),
        (
            "김영희 박사는 “다리는 두 마을이 서로에게 하는 약속이며 지금도 지켜진다”라고 설명했다.",
            ("박사", "김영희", "", ""),
        ),
    ],
)
def test_quotes_in_japanese_and_korean_are_known(line, named):
    (quote,) = read(f"橋\n\n{line}").manuscript.quotes
    assert (quote.honorific, quote.speaker, quote.role, quote.organisation) == named


def test_a_quote_in_an_event_or_an_answer_stays_where_it_was_written():
    line = f"Ada Penn says: “{SPOKEN}”"
    manuscript = read(
        f"Bridges\n\n1898: The Stone\n\n{line}\n\nFAQs\n\nQ: Why?\nA: Because.\n{line}"
    )
    assert manuscript.manuscript.quotes == ()
    assert str(manuscript.manuscript.timeline[0].paragraphs[0]) == line
    assert str(manuscript.manuscript.faqs[0].paragraphs[1]) == line
