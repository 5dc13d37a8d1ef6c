"""With sixty blocks a keystroke, a move and an insertion cost what they cost with three.

Work is counted, not time: elements that change place, texts that are read again, and measures of
the layout, each of which may have to lay out the page.
"""

from __future__ import annotations

import pytest

from articles.models import Section
from newsroom.publishing import lifecycle
from tests.admin_desk.browsing import open_form
from tests.until import until

from .body import PLUS, Body

pytestmark = pytest.mark.django_db(transaction=True)

COUNT_WORK = """() => {
    window.work = {moved: 0, read: 0, measured: 0}
    const counting = (prototype, name, kind) => {
        const original = prototype[name]
        prototype[name] = function (...args) { work[kind] += 1; return original.apply(this, args) }
    }
    counting(Element.prototype, "getBoundingClientRect", "measured")
    counting(Element.prototype, "checkVisibility", "measured")
    counting(DOMParser.prototype, "parseFromString", "read")
    new MutationObserver((records) => records.forEach((record) => {
        work.moved += [...record.addedNodes].filter((node) => node.nodeType === 1).length
    })).observe(document.querySelector(".order-machine"), {childList: true})
}"""


@pytest.fixture
def body(desk, article, ada) -> Body:
    for number in range(4, 61):
        Section.objects.create(
            parent=article, region="main", ordering=10 * number, heading=f"No. {number}"
        )
    lifecycle.record(content=article, by=ada)
    body = Body(open_form(desk, article))
    until(body.page, "document.querySelectorAll('.tiptap').length >= 60")
    body.page.wait_for_timeout(400)
    return body


def work(body: Body, act) -> dict[str, int]:
    body.page.evaluate(COUNT_WORK)
    act()
    body.page.wait_for_timeout(400)  # what is done when the typing pauses is done by then
    return body.page.evaluate("work")


def test_the_form_opens_with_all_in_order(body):
    assert len(body.order()) == 60


def test_typing_reads_the_one_block_again_and_only_when_it_pauses(body):
    body.text("No. 30").click()
    done = work(body, lambda: body.page.keyboard.type("Twenty keystrokes ..", delay=10))
    assert done["moved"] == 0
    assert done["read"] <= 2
    assert done["measured"] < 20 * 30  # the editor's own, for its menu; not once for each block


def test_moving_by_a_place_moves_one_block_and_measures_no_other(body):
    body.block("No. 30").locator("[name$='-heading']").focus()
    done = work(body, lambda: body.page.keyboard.press("Alt+ArrowUp"))
    assert done["moved"] == 1
    assert done["measured"] <= 4
    assert done["read"] <= 1


def test_inserting_adds_one_block_and_reads_no_other(body):
    body.block("No. 30").locator(PLUS).focus()
    body.page.keyboard.press("Enter")
    done = work(body, lambda: body.page.keyboard.press("Enter"))
    assert body.order()[29:31] == ["", "No. 30"]
    assert done["moved"] <= 2  # Django puts it at the end first
    assert done["read"] <= 5  # the new editor's own among them
    assert done["measured"] <= 10
