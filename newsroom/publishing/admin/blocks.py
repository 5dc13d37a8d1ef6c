"""A body made of blocks: what the menu says of each type, and the scripts around content-editor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from content_editor.admin import ContentEditor, ContentEditorInline
from django.forms.formsets import DELETION_FIELD_NAME
from django.forms.widgets import Script
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.text import capfirst
from js_asset import ImportMap, Media

MODULES = (
    "add",
    "counts",
    "delete",
    "drag",
    "duplicate",
    "fold",
    "insert",
    "menu",
    "move",
    "order",
    "speech",
    "tools",
    "types",
)

# Modules find each other by this map: storage hashes the names of files, not what they import.
MEDIA = Media(
    importmap=ImportMap({f"blocks/{name}": f"admin_desk/blocks/{name}.js" for name in MODULES}),
    js=[Script("admin_desk/blocks/index.js", type="module")],
)


class BlockInline(ContentEditorInline):
    """A type of block. `icon` is a name in the Material icons, `summary` its line in the menu.

    Readers read the `words` fields as running text. What is its `own`, a copy does not get.
    """

    summary: str | Promise = ""
    words: tuple[str, ...] = ()
    own: tuple[str, ...] = ()


class BodyEditor(ContentEditor):
    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        form = context["adminform"].form
        if kwargs.get("change") and not self.has_change_permission(request, form.instance):
            # content-editor's scripts fail where there is nothing to edit, and leave no text.
            return super(ContentEditor, self).render_change_form(request, context, *args, **kwargs)
        context["block_types"] = list(_types(context["inline_admin_formsets"]))
        response: Any = super().render_change_form(request, context, *args, **kwargs)
        response.context_data["media"] += MEDIA
        return response


def _types(inlines: Any) -> Iterator[dict[str, Any]]:
    """What may be inserted."""
    for inline in inlines:
        block = inline.opts
        if isinstance(block, BlockInline) and inline.has_add_permission:
            yield {
                "prefix": inline.formset.prefix,
                "icon": block.icon,
                "name": capfirst(str(block.verbose_name)),
                "summary": block.summary,
                "words": " ".join(block.words),
                "own": " ".join((*_housekeeping(inline.formset), *block.own)),
            }


def _housekeeping(formset: Any) -> tuple[str, ...]:
    """Fields that say which row this is and where, not what it says."""
    key: str = formset.model._meta.pk.name
    return (key, formset.fk.name, "region", "ordering", DELETION_FIELD_NAME)
