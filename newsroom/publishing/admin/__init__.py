"""How staff write, review and publish: what the admin of every kind inherits.

A kind's `admin.py` registers a subclass of PublishableAdmin. It sets what a ModelAdmin sets
(`fieldsets`, `inlines`, `list_display`, ...); saving, steps, rights and history come with it.
"""

from . import audit, contents, topics
from .blocks import BlockInline, BodyEditor
from .fieldsets import page_settings
from .forms import PublishableForm
from .moments import MomentField
from .publishable import PublishableAdmin

__all__ = [
    "BlockInline",
    "BodyEditor",
    "MomentField",
    "PublishableAdmin",
    "PublishableForm",
    "audit",
    "contents",
    "page_settings",
    "topics",
]
