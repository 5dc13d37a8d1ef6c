"""Open comments show in the form at what they are about."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from articles.models import Section
from newsroom.publishing import lifecycle
from newsroom.publishing.revisions import head_of

pytestmark = pytest.mark.django_db(transaction=True)


def test_open_comments_show_at_the_block_that_they_are_about(opened, article, ada):
    section = Section.objects.get(heading="Two")
    revision = head_of(article)
    lifecycle.comment(revision=revision, text="Why?", by=ada, place=f"section:{section.pk}")
    lifecycle.comment(revision=revision, text="Shorter.", by=ada, place="standfirst")
    opened.reload()
    block = opened.locator(".inline-related", has=opened.locator('input[value="Two"]'))
    block.locator(".open-comment", has_text="one comment").wait_for()
    assert opened.locator(".open-comment").count() == 2
    opened.locator(".field-standfirst .open-comment").click()
    opened.wait_for_url("**/comments/")


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_the_mark_in_a_blocks_header_leads_to_the_comments_and_folds_nothing(
    opened, article, ada, by
):
    place = f"section:{Section.objects.get(heading='Two').pk}"
    lifecycle.comment(revision=head_of(article), text="Why?", by=ada, place=place)
    opened.reload()
    mark = opened.locator(".order-machine h3 .open-comment")
    opened.wait_for_selector(".block-tools")
    if by == "mouse":
        mark.click()
    else:
        mark.press("Enter")
    opened.wait_for_url("**/comments/")
    expect(opened.get_by_text("Why?")).to_be_visible()
