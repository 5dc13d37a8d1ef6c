"""What only a browser shows: the editor under our policy, the keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from newsroom.publishing import lifecycle
from newsroom.publishing.revisions import head_of

from .browsing import saved

pytestmark = [pytest.mark.long, pytest.mark.django_db(transaction=True)]


def test_the_editor_runs_under_our_policy_and_ctrl_s_saves_the_draft(opened, article):
    opened.locator(".ProseMirror[contenteditable]").first.click()
    opened.keyboard.type("Typed here.")
    assert saved(opened, lambda: opened.keyboard.press("Control+s")) == "Saved as revision 2."
    assert "Typed here." in str(head_of(article).snapshot)


def test_the_editor_has_the_name_of_its_field(opened):
    opened.wait_for_selector("[contenteditable][aria-labelledby]")
    assert opened.get_by_role("textbox", name="Text:").count() == 3


def test_a_conflict_is_in_sight_and_focused_wherever_the_form_was_scrolled_to(opened, article, ada):
    article.refresh_from_db()
    lifecycle.claim_version(content=article, expected=article.version, by=ada)
    opened.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    saved(opened, lambda: opened.keyboard.press("Control+s"))
    conflict = opened.locator(".conflict")
    opened.wait_for_timeout(400)  # content-editor scrolls back to where it was after 200 ms
    box = conflict.bounding_box()
    assert 0 <= box["y"] <= 900 - box["height"]
    assert conflict.evaluate("element => element === document.activeElement")
    said = saved(opened, lambda: opened.click("button[name=_overwrite]"))
    assert said.startswith("Nothing has changed since revision 1")


def leaving(page: Page, selector: str) -> bool:
    """Whether the browser asks first; the answer is to stay."""
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.locator(selector).first.click(no_wait_after=True)
    page.wait_for_timeout(500)
    return asked == ["beforeunload"]


@pytest.mark.parametrize(
    "change",
    [
        lambda page: page.fill("#id_standfirst", "Not saved yet."),
        lambda page: (
            page.locator(".ProseMirror[contenteditable]").first.click(),
            page.keyboard.type("Not saved yet."),
        ),
        lambda page: page.locator(".block-tools [data-step='1']").first.click(),
    ],
    ids=["typed", "typed into rich text", "moved a block"],
)
def test_leaving_a_form_with_unsaved_work_asks_first(opened, change):
    opened.locator("#id_standfirst").click()
    change(opened)
    assert leaving(opened, "#site-name a")


def test_a_form_takes_along_only_what_is_in_it(opened):
    opened.locator("#id_standfirst").click()
    opened.fill("#id_standfirst", "Not saved yet.")
    assert leaving(opened, "#logout-form button")
    said = saved(opened, lambda: opened.keyboard.press("Control+s"))
    assert said == "Saved as revision 2."


def test_what_was_typed_into_a_refused_form_is_unsaved_work(opened):
    opened.fill("#id_title", "")
    saved(opened, lambda: opened.keyboard.press("Control+s"))
    opened.locator("#id_standfirst").click()
    assert leaving(opened, "#site-name a")


def test_leaving_an_untouched_form_asks_nothing(opened):
    opened.locator("#id_standfirst").click()
    opened.locator(".ProseMirror[contenteditable]").first.click()
    with opened.expect_navigation():
        assert not leaving(opened, "#site-name a")


def test_a_step_that_was_begun_asks_before_it_is_left(desk, article):
    page = desk.new_page()
    page.goto(f"/admin/articles/article/{article.pk}/publish/")
    page.locator("[name=opens]").click()
    page.fill("[name=opens]", "2099-01-01T09:00")
    assert leaving(page, "#site-name a")
