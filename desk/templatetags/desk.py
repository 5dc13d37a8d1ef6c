from __future__ import annotations

from typing import Any

from django import template

from desk.actions import Action, AppList, actions, new_contents
from desk.work import columns_for
from newsroom.publishing.admin.work import WorkList

register = template.Library()


@register.simple_tag(takes_context=True)
def work_columns(context: dict[str, Any]) -> list[list[WorkList]]:
    """What waits for the person who looks at the page."""
    return columns_for(context["request"].user)


@register.simple_tag(name="new_contents")
def new_contents_of(apps: AppList) -> list[Action]:
    return list(new_contents(apps))


@register.simple_tag(takes_context=True)
def command_actions(context: dict[str, Any]) -> list[Action]:
    """What the dialog of commands offers, on pages that know which apps there are."""
    return list(actions(context["request"], context.get("available_apps") or ()))
