"""The page that adds several pictures at once; a script sends them one by one and shows how far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import View

from newsroom.publishing.admin.requests import staff

from .files import NotKept
from .forms import NOT_KEPT, SeveralForm, read, title_of
from .library import take
from .models import Image
from .names import thumbnail

_JSON = "application/json"


@dataclass(frozen=True)
class Taken:
    """What became of a file: an image, or the reason why not."""

    name: str
    image: Image | None = None
    refusal: str = ""


class AddSeveral(View):
    model_admin: Any = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not self.model_admin.has_add_permission(request):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._page(SeveralForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = SeveralForm(files=request.FILES)
        by_script = request.get_preferred_type(["text/html", _JSON]) == _JSON
        if not form.is_valid():
            refusal = " ".join(map(str, form.errors["upload"]))
            return self._as_json([Taken("", refusal=refusal)]) if by_script else self._page(form)
        taken = [self._take(file) for file in form.files_chosen]
        return self._as_json(taken) if by_script else self._as_page(taken)

    def _take(self, file: UploadedFile[bytes]) -> Taken:
        encoded = read(file)
        if isinstance(encoded, ValidationError):
            return Taken(file.name or "", refusal=" ".join(encoded.messages))
        image = Image(title=title_of(file.name), added_by=staff(self.request))
        try:
            take(image, file, encoded)
        except NotKept:
            return Taken(file.name or "", refusal=str(NOT_KEPT))
        self.model_admin.log_addition(self.request, image, [{"added": {}}])
        return Taken(file.name or "", image)

    def _as_json(self, taken: list[Taken]) -> JsonResponse:
        """For a script, which sends one file at a time."""
        [one] = taken[:1]
        if one.image is None:
            return JsonResponse({"refusal": one.refusal})
        url = self.model_admin.change_url(one.image)
        return JsonResponse(
            {
                "title": one.image.title,
                "thumbnail": thumbnail(one.image.file, one.image.focus),
                "url": url,
            }
        )

    def _as_page(self, taken: list[Taken]) -> HttpResponse:
        for one in taken:
            if one.refusal:
                words = _("“%(name)s” was left out. %(reason)s")
                messages.error(self.request, words % {"name": one.name, "reason": one.refusal})
        if added := len([one for one in taken if one.image]):
            text = ngettext(
                "%(number)d picture was added. Give it words for those who do not see it.",
                "%(number)d pictures were added. Give them words for those who do not see them.",
                added,
            )
            messages.success(self.request, text % {"number": added})
            return redirect(reverse("admin:images_image_changelist") + "?words=missing")
        return self._page(SeveralForm())

    def _page(self, form: SeveralForm) -> HttpResponse:
        site = self.model_admin.admin_site
        context = {
            **site.each_context(self.request),
            "title": _("Add several pictures"),
            "opts": self.model_admin.opts,
            "form": form,
        }
        return TemplateResponse(self.request, "admin/images/several.html", context)
