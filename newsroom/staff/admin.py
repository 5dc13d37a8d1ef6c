"""Accounts, looked after by admins. Roles are given to people; what a role may is fixed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from allauth.account import admin as _registers_addresses_first  # noqa: F401
from allauth.account.decorators import reauthentication_required
from allauth.account.models import EmailAddress
from allauth.core.exceptions import ReauthenticationRequired
from allauth.mfa import admin as _registers_authenticators_first  # noqa: F401
from allauth.mfa.models import Authenticator
from django.contrib import admin, messages
from django.contrib.auth import admin as _registers_users_first  # noqa: F401
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.publishing.admin.requests import staff, tell_refusal
from newsroom.publishing.refusals import Refused
from newsroom.publishing.rights import Role

from . import accounts
from .account_form import AccountForm
from .invitations import invite
from .second_factor import FACTORS

# Secrets of second factors are nobody's to look at, and the others have no use here.
admin.site.unregister([User, Group, Authenticator, EmailAddress])

LATE = "_sent_too_late"


def _marked_late(posted: QueryDict) -> Any:
    marked = posted.copy()
    marked[LATE] = "yes"
    return marked


@admin.register(User)
class AccountAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    form = AccountForm
    change_form_template = "admin/staff/account.html"
    list_display = (
        "username",
        "name",
        "roles",
        "is_active",
        "second_factor",
        "last_login",
    )
    list_filter = ("is_active", "groups", "is_superuser")
    search_fields = ("username", "first_name", "last_name", "email")
    ordering = ("username",)
    fields = (*AccountForm.Meta.fields, "second_factor", "last_login", "date_joined")
    readonly_fields = ("second_factor", "last_login", "date_joined")
    # allauth takes a form that came too late up again only where its address has no query.
    preserve_filters = False

    def has_module_permission(self, request: HttpRequest) -> bool:
        return staff(request).is_superuser

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return staff(request).is_superuser

    has_add_permission = has_view_permission
    has_change_permission = has_view_permission

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        factors = Authenticator.objects.filter(user=OuterRef("pk"), type__in=FACTORS)
        with_factor = super().get_queryset(request).annotate(has_factor=Exists(factors))
        return with_factor.prefetch_related("groups")

    @admin.display(description=gettext_lazy("Name"), ordering="last_name")
    def name(self, user: User) -> str:
        return user.get_full_name()

    @admin.display(description=gettext_lazy("Roles"))
    def roles(self, user: User) -> str:
        names = [_("Admin")] if user.is_superuser else []
        held = {group.name for group in user.groups.all()}
        return ", ".join([*names, *(role.label for role in Role if role in held)])

    @admin.display(description=gettext_lazy("Second factor"), boolean=True)
    def second_factor(self, user: User) -> bool:
        return bool(getattr(user, "has_factor", False))

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.fields if obj else AccountForm.Meta.fields[:-1]

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        form = super().get_form(request, *args, **kwargs)
        return type(form.__name__, (form,), {"by": staff(request), "late": LATE in request.POST})

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        accounts.save_account(user=obj, roles=form.cleaned_data["groups"], by=staff(request))

    def changeform_view(
        self, request: HttpRequest, object_id: Any = None, form_url: str = "", context: Any = None
    ) -> HttpResponse:
        """Sent too late, the form is shown once more: no password saves what is out of sight."""
        view = self._guarded(super().changeform_view)
        try:
            return view(request, object_id, request.path, context)
        except ReauthenticationRequired:
            request.POST = _marked_late(request.POST)
            raise
        except Refused as refusal:
            tell_refusal(request, refusal)
            return redirect("admin:index")

    def response_add(self, request: HttpRequest, obj: User, *args: Any) -> HttpResponse:
        """On to the link with which the person comes in, or to the list where it was mailed."""
        if invite(obj, by=staff(request)):
            messages.success(request, _("%(name)s gets a link by mail.") % {"name": obj})
            return redirect("admin:auth_user_changelist")
        made = _("The account %(name)s is made. It opens with a password: make a link for one.")
        messages.success(request, made % {"name": obj})
        return redirect("admin:auth_user_password_link", obj.pk)

    def get_urls(self) -> list[URLPattern]:
        link = self.admin_site.admin_view(self._guarded(self.password_link))
        reset = self.admin_site.admin_view(self._guarded(self.reset_second_factor))
        return [
            path("<int:pk>/password-link/", link, name="auth_user_password_link"),
            path("<int:pk>/second-factor/", reset, name="auth_user_second_factor"),
            *super().get_urls(),
        ]

    def _guarded(self, view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        """For admins, who prove once more that it is them: this opens others' accounts."""

        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not self.has_change_permission(request):
                raise PermissionDenied
            return cast("HttpResponse", reauthentication_required(view)(request, *args, **kwargs))

        return guarded

    def password_link(self, request: HttpRequest, pk: int) -> HttpResponse:
        user = self._account(request, pk)
        context = self._context(user, _("Link for a new password"))
        if request.method == "POST":
            try:
                context["link"] = accounts.link_for_new_password(user=user, by=staff(request))
            except Refused as refusal:
                tell_refusal(request, refusal)
        return TemplateResponse(request, "admin/staff/password_link.html", context)

    def reset_second_factor(self, request: HttpRequest, pk: int) -> HttpResponse:
        user = self._account(request, pk)
        if request.method != "POST":
            context = self._context(user, _("Reset the second factor"))
            return TemplateResponse(request, "admin/staff/reset_second_factor.html", context)
        accounts.reset_second_factor(user=user, by=staff(request))
        messages.success(request, _("%(name)s has no second factor any more.") % {"name": user})
        return redirect("admin:auth_user_change", pk)

    def _account(self, request: HttpRequest, pk: int) -> User:
        user = self.get_object(request, str(pk))
        if user is None:
            raise Http404
        return user

    def _context(self, user: User, title: str) -> dict[str, Any]:
        return {"title": title, "account": user, "subtitle": str(user)}
