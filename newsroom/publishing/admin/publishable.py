"""The admin of every kind: rows are the working draft, steps are taken through the lifecycle."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.contrib.auth.models import User
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied
from django.db import IntegrityError
from django.db.models import Field, Model
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from js_asset import Media

from newsroom.publishing import lifecycle
from newsroom.publishing.content import Publishable
from newsroom.publishing.editions import Edition
from newsroom.publishing.revisions import head_of
from newsroom.publishing.rights import Right, may, may_write
from newsroom.publishing.status import status_of
from newsroom.publishing.topics import Topic

from . import places
from .deleting import DeletesByStep
from .fields import GrowingLine, without_deleting
from .forms import BROUGHT_BACK, OF_EVERY_SAVE, DeletedMeanwhile, PublishableForm
from .history import history
from .listing import Listed
from .live_preview import PreviewsLive
from .offered import offered
from .pickers import Choice, Pickable, Picks, pick, pick_many
from .requests import staff
from .rows import of_content
from .saving import answer
from .standing import links, standing_of
from .steps import STEPS
from .translations import upkeep_of
from .unsaved import KeepsUnsaved


class PublishableAdmin(PreviewsLive, Listed, Picks, Pickable, DeletesByStep, KeepsUnsaved):
    """Subclasses register kinds; with a body of blocks as `(PublishableAdmin, BodyEditor)`.

    A form of their own inherits from PublishableForm. Rows in `inlines` need no permissions.
    """

    form = PublishableForm
    change_form_template = "admin/publishing/content_form.html"
    prepopulated_fields = {"slug": ("title",)}

    class Media:
        js = (
            "admin_desk/editor_names.js",
            "admin_desk/editor_words.js",
            "admin_desk/editor_tools.js",
            "admin_desk/rows.js",
        )

    # Who may do what

    def has_change_permission(self, request: HttpRequest, obj: Publishable | None = None) -> bool:
        if obj is None:
            return super().has_change_permission(request)
        return may_write(request.user, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Publishable | None = None) -> bool:
        """What readers saw, or will see, is withdrawn or cancelled instead."""
        if obj is None:
            return super().has_delete_permission(request)
        return (
            may(request.user, Right.DELETE, self.model)
            and may_write(request.user, obj)
            and not Edition.objects.filter(content=obj.pk).exists()
        )

    def content_or_404(self, request: HttpRequest, object_id: str) -> Publishable:
        """The content of a page about it, for those who may see it."""
        content = self.get_object(request, unquote(object_id))
        if content is None:
            raise Http404
        if not self.has_view_or_change_permission(request, content):
            raise PermissionDenied
        return content

    # What pickers show

    def choice(self, obj: Any) -> Choice:
        return Choice(obj.title, badge=status_of(obj), language=obj.language)

    # The form

    def get_exclude(self, request: HttpRequest, obj: Publishable | None = None) -> Any:
        left_out = super().get_exclude(request, obj)
        every = self.model.in_every_language
        return [*(left_out or ()), "language", "original"] if every else left_out

    def get_fields(self, request: HttpRequest, obj: Publishable | None = None) -> list[Any]:
        """All but what the template puts where no `fieldsets` can forget it."""
        return [name for name in super().get_fields(request, obj) if name not in OF_EVERY_SAVE]

    def get_prepopulated_fields(
        self, request: HttpRequest, obj: Publishable | None = None
    ) -> dict[str, Any]:
        shown = flatten_fieldsets(self.get_fieldsets(request, obj))
        prepopulated = super().get_prepopulated_fields(request, obj).items()
        return {name: of for name, of in prepopulated if {name, *of} <= set(shown)}

    def get_inlines(self, request: HttpRequest, obj: Publishable | None = None) -> list[Any]:
        return [of_content(inline) for inline in super().get_inlines(request, obj)]

    def formfield_for_dbfield(
        self, db_field: Field[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.name == "topics":
            return pick_many(db_field, Topic, request, self.admin_site)
        if db_field.name == "title":
            kwargs["widget"] = GrowingLine()
        if db_field.name == "original":
            kwargs |= pick(db_field, self.model, request, self.admin_site, originals=True)
        return without_deleting(super().formfield_for_dbfield(db_field, request, **kwargs))

    def render_change_form(
        self, request: Any, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        obj = context["original"]
        rights = {"can_submit": Right.SUBMIT, "can_publish": Right.PUBLISH}
        context |= {name: may(request.user, right, self.model) for name, right in rights.items()}
        context["errors"] = _without_conflict(context["errors"], context["adminform"].form)
        if obj:
            standing = standing_of(obj)
            context |= {"standing": standing, "links": list(links(standing, request.user))}
            context["plans"] = standing.plans(request.user)
            context["upkeep"] = upkeep_of(obj, request.user)
        response: Any = super().render_change_form(request, context, *args, **kwargs)
        # The editor's import map is inline, so it needs the nonce: an object that looks empty
        # until somebody reads it.
        nonce = str(request.csp_nonce)
        media = Media.from_media(response.context_data["media"] + places.MEDIA, nonce=nonce)
        response.context_data["media"] = media
        return cast("HttpResponse", response)

    # Saving, in Django's one transaction

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> HttpResponse:
        """What is written about something deleted meanwhile becomes a new draft."""
        posted = object_id if request.method == "POST" else None
        if posted and self.get_object(request, unquote(posted)) is None:
            messages.warning(request, _("This was deleted meanwhile. Yours is a new draft."))
            object_id = None
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except IntegrityError:
            # Somebody took the address between the check and the save: now the check sees it.
            return super().changeform_view(request, object_id, form_url, extra_context)
        except DeletedMeanwhile:
            # Between the look above and the lock: now the look sees it.
            return self.changeform_view(request, object_id, form_url, extra_context)

    def _get_obj_does_not_exist_redirect(
        self, request: HttpRequest, opts: Any, object_id: str
    ) -> HttpResponse:
        """Django's own answer to a second look, which would drop what was written."""
        if "edit_version" in request.POST:
            raise DeletedMeanwhile
        parent: Any = super()
        return cast(
            "HttpResponse", parent._get_obj_does_not_exist_redirect(request, opts, object_id)
        )

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        """The edit lock, held since the form was validated, is raised where something changed.

        A snapshot holds all that a form saves: what makes no revision takes nobody by surprise.
        """
        super().save_related(request, form, formsets, change)
        content, by, before = form.instance, staff(request), head_of(form.instance)
        head = lifecycle.record(content=content, by=by, comment=form.cleaned_data["comment"])
        request.was_recorded = head != before
        if change and request.was_recorded:
            lifecycle.claim_version(content=content, expected=content.version, by=by)

    def response_add(
        self, request: HttpRequest, obj: Publishable, post_url_continue: str | None = None
    ) -> HttpResponse:
        ours = None if IS_POPUP_VAR in request.POST else answer(request, obj)
        return ours or super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Publishable) -> HttpResponse:
        ours = None if IS_POPUP_VAR in request.POST else answer(request, obj)
        return ours or super().response_change(request, obj)

    # Steps, history, deleting

    def get_urls(self) -> list[URLPattern]:
        pages = [
            path(
                f"<path:object_id>/{name}/",
                self.admin_site.admin_view(page.as_view(model_admin=self)),
                name=f"{self.opts.app_label}_{self.opts.model_name}_{name}",
            )
            for name, page in {**STEPS, **offered(self.model.kind_name)}.items()
        ]
        return [*self.urls_of_list(), *pages, *super().get_urls()]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        return history(self, request, self.content_or_404(request, object_id))

    def delete_step(self, obj: Model, by: User) -> None:
        lifecycle.delete(content=cast("Publishable", obj), by=by)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """A draft's own rows go with it and need no telling; what still uses it does."""
        _rows, _counts, _lacking, protected = super().get_deleted_objects(objs, request)
        counts = {self.opts.verbose_name_plural: len(objs)}
        return [str(obj) for obj in objs], counts, set(), protected


def _without_conflict(errors: Any, form: PublishableForm) -> Any:
    """No call to correct an error where there is none but the conflict, or nothing was sent."""
    if BROUGHT_BACK in form.data:
        return []
    if form.conflict and not form.non_field_errors():
        return [found for found in errors if found is not form.errors[NON_FIELD_ERRORS]]
    return errors
