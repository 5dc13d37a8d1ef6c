from __future__ import annotations

from typing import Any

from django import template

from newsroom.publishing.admin.work import WorkList, work_for

register = template.Library()


@register.simple_tag(takes_context=True)
def work_lists(context: dict[str, Any]) -> list[WorkList]:
    """What waits for the person who looks at the page."""
    return work_for(context["request"].user)
