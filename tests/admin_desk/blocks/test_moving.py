"""Blocks move by key, by button and by mouse; what is read is what is seen is what is saved."""

from __future__ import annotations

import pytest

from .body import Body, stored

pytestmark = pytest.mark.django_db(transaction=True)


def drag(body: Body, heading: str, onto: str, *, below: bool) -> None:
    """With the mouse, by the header, to the upper or lower part of another."""
    page = body.page
    moved, other = body.block(heading), body.block(onto)
    moved.evaluate("block => block.scrollIntoView({block: 'center'})")
    start = moved.locator("> h3").bounding_box()
    page.mouse.move(start["x"] + 60, start["y"] + 12)
    page.mouse.down()
    page.mouse.move(start["x"] + 60, start["y"] + 20, steps=3)
    page.wait_for_selector(".order-machine.dragging")
    box = other.bounding_box()
    page.mouse.move(box["x"] + 80, box["y"] + box["height"] * (0.9 if below else 0.2), steps=5)
    page.mouse.up()
    page.wait_for_selector(".order-machine:not(.dragging)")


def test_alt_and_an_arrow_move_the_block_in_which_one_writes(body, article):
    body.begin("Three")
    body.page.keyboard.type("up ")
    body.page.keyboard.press("Alt+ArrowUp")
    body.page.keyboard.type("it ")
    body.page.keyboard.press("Alt+ArrowUp")
    body.page.keyboard.type("goes ")
    assert body.order() == ["Three", "One", "Two"]
    assert body.focused() == {"block": 0, "on": "text"}
    assert body.text("Three").inner_text() == "up it goes …"
    assert body.save() == "Saved as revision 2."
    assert stored(article) == body.order() == ["Three", "One", "Two"]


def test_the_moved_block_stays_where_eyes_are(body):
    body.block("Two").locator("[name$='-heading']").focus()
    top = body.block("Two").bounding_box()["y"]
    body.page.keyboard.press("Alt+ArrowUp")
    assert body.order() == ["Two", "One", "Three"]
    assert body.block("Two").bounding_box()["y"] == pytest.approx(top, abs=2)


def test_moving_is_said_aloud_and_goes_no_further_than_the_ends(body):
    body.block("Two").locator("[name$='-heading']").focus()
    body.page.keyboard.press("Alt+ArrowDown")
    assert body.heard() == "Moved to place 3 of 3."
    body.page.keyboard.press("Alt+ArrowDown")
    assert body.heard() == "Moved to place 3 of 3."
    assert body.order() == ["One", "Three", "Two"]


def test_buttons_move_too_and_keep_the_focus(body, article):
    body.tool("One", "Move down").focus()
    body.page.keyboard.press("Enter")
    body.page.keyboard.press("Enter")
    assert body.order() == ["Two", "Three", "One"]
    assert body.focused() == {"block": 2, "on": "Move down"}
    body.save()
    assert stored(article) == ["Two", "Three", "One"]


def test_the_tools_of_a_block_are_one_stop_with_arrows_in_it(body):
    tools = body.block("One").get_by_role("toolbar", name="Section One")
    body.tool("One", "Move up").focus()
    names = []
    for _ in range(5):
        body.page.keyboard.press("ArrowRight")
        names.append(body.focused()["on"])
    assert names == ["Move down", "Duplicate", "Delete", "Contents", "Move up"]
    body.page.keyboard.press("ArrowLeft")
    assert tools.locator("[tabindex='0']").count() == 1
    body.page.keyboard.press("Tab")
    assert body.focused() == {"block": 0, "on": "heading"}


@pytest.mark.parametrize(
    ("heading", "onto", "below", "order"),
    [
        ("Three", "One", False, ["Three", "One", "Two"]),
        ("Three", "One", True, ["One", "Three", "Two"]),
        ("One", "Three", True, ["Two", "Three", "One"]),
        ("One", "Three", False, ["Two", "One", "Three"]),
    ],
)
def test_a_block_is_dragged_to_its_place(body, article, heading, onto, below, order):
    body.begin(heading)
    body.page.keyboard.type("Typed. ")
    drag(body, heading, onto, below=below)
    assert body.order() == order
    assert body.heard() == f"Moved to place {order.index(heading) + 1} of 3."
    assert "Typed." in body.text(heading).inner_text()
    body.begin(heading)
    body.page.keyboard.type("And on. ")
    assert body.save() == "Saved as revision 2."
    assert stored(article) == body.order() == order
    assert "And on." in body.text(heading).inner_text()


def test_a_drag_that_is_called_off_changes_nothing(body):
    body.begin("Two")
    box = body.block("Two").locator("> h3").bounding_box()
    body.page.mouse.move(box["x"] + 60, box["y"] + 12)
    body.page.mouse.down()
    body.page.mouse.move(box["x"] + 60, box["y"] + 40, steps=3)
    body.page.wait_for_selector(".order-machine.dragging")
    body.page.mouse.move(5, 5)
    body.page.mouse.up()
    body.page.wait_for_selector(".order-machine:not(.dragging)")
    assert body.order() == ["One", "Two", "Three"]


def test_others_on_the_page_hear_of_a_move(body):
    body.page.evaluate(
        "document.addEventListener('change', ({target}) => window.told = target.name)"
    )
    body.block("One").locator("[name$='-heading']").focus()
    body.page.keyboard.press("Alt+ArrowDown")
    assert body.page.evaluate("window.told").endswith("-0-ordering")
