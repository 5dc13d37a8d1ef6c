import pytest

from manuscripts.tense import is_planned


@pytest.mark.parametrize(
    "text",
    [
        "In 2031, the towns are scheduled to open a footbridge.",
        "The renovated bridge will open in spring.",
        "The bridge is the longest of its kind. It will open in spring.",
        "The U.S. engineers are now expected to return.",
        "The bridge is due in May.",
        "The bridge is due to open.",
        "They’ll meet again in May.",
        "The towns are to be joined.",
        "橋は2031年に開通する予定だ。",
        "橋は来年開通する見通しである。",
        "다리는 2031년에 개통될 예정이다.",
        "두 마을은 다리를 열 계획이다.",
    ],
)
def test_an_event_is_planned_where_its_text_looks_ahead(text):
    assert is_planned("A Second Crossing", text)


@pytest.mark.parametrize(
    "text",
    [
        "In May 1898, the mayors met.",
        "The bridge was opened in 1898. It will be repainted next year.",
        "The mayors agreed that the toll will end.",
        "The mayor announced on Monday that the bridge is scheduled to open.",
        "The political will to build is strong.",
        "It is the will of the people.",
        "The delay is due to the flood.",
        "The date is set in stone.",
        "The bridge was scheduled to open in 1897.",
        "The towns celebrate.",
        "橋は1897年に開通する予定だった。",
        "橋は1898年に開通した。来年は塗り替えられる予定だ。",
        "다리는 1898년에 열렸다. 내년에 다시 칠할 예정이다.",
        "다리는 개통될 예정이었다.",
        "",
    ],
)
def test_an_event_has_happened_where_it_does_not(text):
    assert not is_planned("A Second Crossing", text)


def test_a_headline_can_look_ahead_alone():
    assert is_planned("Footbridge will open", "")
    assert not is_planned("Promised Footbridge", "The towns celebrate.")
