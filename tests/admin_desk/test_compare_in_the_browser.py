"""What only a browser shows of a comparison: what is folded, and two chosen by the keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from articles.models import Section
from newsroom.publishing import lifecycle
from tests.until import until

pytestmark = pytest.mark.django_db(transaction=True)

LONG = " ".join(f"word{number}" for number in range(100))


@pytest.fixture
def rewritten(article, ada):
    section = Section.objects.filter(parent=article).first()
    for last in ("first", "second"):
        section.text = f"<p>{LONG} {last}.</p>"
        section.save()
        lifecycle.record(content=article, by=ada, comment=f"The {last} one")
    return article


def test_what_stayed_is_folded_within_its_line_until_somebody_asks(desk, rewritten):
    page = desk.new_page()
    page.goto(f"/admin/articles/article/{rewritten.pk}/compare/?to=3")
    fold = page.locator(".fold")
    expect(fold.get_by_text("word0", exact=False)).to_be_hidden()
    line = page.locator(".runs").first
    assert line.bounding_box()["height"] < 3 * 28
    fold.locator("summary").press("Enter")
    expect(fold.get_by_text("word0", exact=False)).to_be_visible()


def test_two_revisions_are_chosen_and_compared_by_the_keyboard(desk, rewritten):
    page = desk.new_page()
    page.goto(f"/admin/articles/article/{rewritten.pk}/history/")
    chosen = page.get_by_role("radio", name="From Revision 2")
    expect(chosen).to_be_checked()
    chosen.press("ArrowDown")
    expect(page.get_by_role("radio", name="From Revision 1")).to_be_checked()
    page.get_by_role("button", name="Compare the two chosen").press("Enter")
    expect(page.get_by_role("heading", name="From revision 1 to 3")).to_be_visible()


def test_what_changed_may_be_said_with_ctrl_s(opened, rewritten, ada):
    opened.reload()
    opened.wait_for_selector(".ProseMirror[contenteditable]")
    opened.fill("#id_standfirst", "Words.")
    opened.get_by_label("What changed").fill("A standfirst")
    with opened.expect_navigation():
        opened.keyboard.press("Control+s")
    newest = rewritten.revisions.first()
    assert (newest.number, newest.comment) == (4, "A standfirst")


def test_nothing_sticks_out_of_a_narrow_screen(desk, rewritten):
    page = desk.new_page()
    page.set_viewport_size({"width": 360, "height": 740})
    for name in ("compare", "history", "change"):
        page.goto(f"/admin/articles/article/{rewritten.pk}/{name}/")
        # Editors and styles take their time.
        until(page, "document.documentElement.scrollWidth <= 360")
