import pytest

from manuscripts.as_json import as_json
from manuscripts.tree import QuestionsHere

from .bridge import read


def faqs(text):
    parsed = read(f"Bridges\n\nThe river was wide.\n\n{text}")
    assert parsed.lines_accounted == parsed.lines_total
    return [(faq["question"], faq["answer"]) for faq in as_json(parsed)["faqs"]]


@pytest.mark.parametrize(
    "text",
    [
        "FAQs:\n\nQ1: Who paid?\nA1: Both towns.",
        "Frequently Asked Questions\n\nQ: Who paid?\n\nA: Both towns.",
        "Q&A\nQuestion 1: Who paid?\nAnswer 1: Both towns.",
        "q. Who paid?\na. Both towns.",
        "Q1) Who paid?\nAns: Both towns.",
        "FAQ\n\nWho paid?\nBoth towns.",
    ],
)
def test_questions_are_known_by_their_marks_or_under_their_heading(text):
    assert faqs(text) == [("Who paid?", "Both towns.")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "よくある質問\n\n質問1：誰が払ったのですか？\n回答1：両方の町です。",
            "誰が払ったのですか？",
        ),
        ("よくあるご質問\n\nQ．誰が払ったのですか？\nA．両方の町です。", "誰が払ったのですか？"),
        ("자주 묻는 질문\n\n질문 1: 누가 냈나요?\n답변 1: 두 마을입니다.", "누가 냈나요?"),
        ("자주 묻는 질문:\n\n누가 냈나요?\n두 마을입니다.", "누가 냈나요?"),
    ],
)
def test_questions_in_japanese_and_korean_are_known(text, expected):
    ((question, answer),) = faqs(text)
    assert question == expected
    assert answer in ("両方の町です。", "두 마을입니다.")


def test_an_answer_may_have_many_paragraphs_and_ask_questions_itself():
    assert faqs(
        "FAQs\n\nQ1: Who paid?\nA1: Both towns.\n\nA. Penn paid a part, too.\n\nWhy?\n\n• For peace"
    ) == [("Who paid?", "Both towns.\n\nA. Penn paid a part, too.\n\nWhy?\n\nFor peace")]


def test_a_short_line_in_an_answer_is_no_heading_but_a_section_after_it_is():
    parsed = read(
        "Bridges\n\nQ1: Who paid?\nA1: Both.\n\nAldwick And Berrow\n\n"
        "Conclusion: Both Banks\n\nEnd."
    )
    assert len(parsed.manuscript.faqs[0].paragraphs) == 2
    assert [section.heading for section in parsed.manuscript.sections] == ["Conclusion"]
    assert str(parsed.manuscript.sections[0].paragraphs[0]) == "End."


def test_a_question_may_lack_its_answer():
    assert faqs("Q1: Who paid?\n\nQ2: Why?\nA2: For peace.") == [
        ("Who paid?", ""),
        ("Why?", "For peace."),
    ]


def test_a_second_answer_to_one_question_is_added_to_it():
    assert faqs("Q1: Who paid?\nA1: Both.\nA2: In equal parts.") == [
        ("Who paid?", "Both.\n\nIn equal parts.")
    ]


def test_an_answer_without_its_question_is_left_over():
    parsed = read("Bridges\n\nFAQs\n\nA1: Both towns.\n\nQ1: Who paid?")
    assert [str(row.reason) for row in parsed.ledger.unplaced()] == [
        "It answers a question that is not there."
    ]


def test_an_initial_outside_the_questions_is_no_answer():
    assert faqs("A. Penn paid a part of it.") == []


def test_a_dated_line_in_an_answer_is_no_event():
    parsed = read("Bridges\n\nQ1: When?\nA1: In steps.\n\n1898: the first stone\n\n1920: the last")
    assert parsed.manuscript.timeline == ()
    assert len(parsed.manuscript.faqs[0].paragraphs) == 3


def test_a_second_heading_of_the_questions_is_left_over():
    parsed = read("Bridges\n\nFAQs\n\nQ1: Who?\nA1: Both.\n\nFAQs\n\nQ2: Why?\nA2: For peace.")
    assert [str(row.reason) for row in parsed.ledger.unplaced()] == [
        "The questions have a heading already."
    ]
    assert len(parsed.manuscript.faqs) == 2
    assert parsed.manuscript.intro.items.count(QuestionsHere()) == 1
