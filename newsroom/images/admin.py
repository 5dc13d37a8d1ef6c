from __future__ import annotations

from functools import partial
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms import Script
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.admin.contents import page_url
from newsroom.publishing.admin.pickers import Choice, Pickable, pick_many, second_line
from newsroom.publishing.admin.requests import staff
from newsroom.publishing.topics import Topic

from .files import NotKept
from .forms import NOT_KEPT, ImageForm, read
from .library import keep_crops, take
from .models import Image, ImageText
from .names import thumbnail
from .rights import may_change
from .several import AddSeveral
from .uploads import UPLOAD
from .uses import Place, places_of, renew_drafts
from .words import WordsFilter, WordsFormSet, are_missing


def _told_of(renewed: int) -> str:
    words = ngettext(
        "%(number)d draft that shows it has a new revision. Readers see the change once that is"
        " published.",
        "%(number)d drafts that show it have a new revision. Readers see the change once these are"
        " published.",
        renewed,
    )
    return words % {"number": renewed}


class ImageTextInline(admin.StackedInline):  # type: ignore[type-arg]
    model = ImageText
    formset = WordsFormSet
    extra = 1
    max_num = 3
    fields = (("language", "alt"), "caption")


@admin.register(Image)
class ImageAdmin(Pickable):
    form = ImageForm
    inlines = (ImageTextInline,)
    fields = (
        *("upload", "shown"),
        ("focus_x", "focus_y"),
        *("title", "credit", "licence", "decorative", "topics", "used_in"),
    )
    readonly_fields = ("shown", "used_in")
    list_display = ("picture", "title", "words", "credit", "added_by")
    list_display_links = ("picture", "title")
    list_filter = (WordsFilter, ("topics", admin.RelatedOnlyFieldListFilter), "decorative")
    list_select_related = ("added_by",)
    search_fields = ("title", "credit", "texts__alt", "texts__caption", "topics__name")
    ordering = ("-pk",)
    empty_value_display = ""

    class Media:
        js = (Script("admin_desk/images/focus.js", type="module"),)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Image]:
        return super().get_queryset(request).prefetch_related("texts")

    def get_urls(self) -> list[URLPattern]:
        several = self.admin_site.admin_view(AddSeveral.as_view(model_admin=self))
        return [path("several/", several, name="images_image_several"), *super().get_urls()]

    def has_change_permission(self, request: HttpRequest, obj: Image | None = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or may_change(request.user, obj))

    def has_delete_permission(self, request: HttpRequest, obj: Image | None = None) -> bool:
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or may_change(request.user, obj))

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, *args: Any) -> dict[str, Any]:
        """The empty row is for a language that has no words yet, first that of the page behind."""
        kwargs = super().get_formset_kwargs(request, obj, *args)
        has = {words.language for words in obj.texts.all()} if obj.pk else set()
        asked = request.GET.get("language", "")
        codes = sorted((code for code, _name in settings.LANGUAGES), key=lambda code: code != asked)
        return kwargs | {"initial": [{"language": code} for code in codes if code not in has][:1]}

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """The picture is read before the transaction begins. Where its file could not be stored,
        the form comes back with all that was typed."""
        page = partial(super().changeform_view, request, object_id, *args, **kwargs)
        upload = request.FILES.get(UPLOAD) if request.method == "POST" else None
        if upload and self._may_save(request, object_id):
            request.made = read(upload)  # type: ignore[attr-defined]
        try:
            return page()
        except NotKept:
            request.made = ValidationError(NOT_KEPT)  # type: ignore[attr-defined]
            response = page()
            response.status_code = HTTPStatus.SERVICE_UNAVAILABLE
            return response

    def _may_save(self, request: HttpRequest, object_id: str | None) -> bool:
        if object_id is None:
            return self.has_add_permission(request)
        image = self.get_object(request, unquote(object_id))
        return image is not None and self.has_change_permission(request, image)

    def get_form(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, *args, **kwargs)
        form.made = getattr(request, "made", None)
        return form

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "topics":
            return pick_many(db_field, Topic, request, self.admin_site)
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def choice(self, obj: Any) -> Choice:
        alts = {words.language: words.alt for words in obj.texts.all()}
        alt = alts.get(get_language() or "") or next(iter(alts.values()), "")
        decorative = _("decorative") if obj.decorative else ""
        detail = second_line(alt, decorative, obj.credit)
        return Choice(obj.title, detail, thumbnail=thumbnail(obj.file, obj.focus))

    def save_model(self, request: HttpRequest, obj: Image, form: Any, change: bool) -> None:
        if not change:
            obj.added_by = staff(request)
        if upload := form.cleaned_data["upload"]:
            take(obj, upload, form.made)
        else:
            obj.save()
            keep_crops(obj)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if change and (renewed := renew_drafts(form.instance, staff(request))):
            messages.info(request, _told_of(len(renewed)))

    @admin.display(description=_("picture"))
    def picture(self, image: Image) -> str:
        markup = '<img class="image-thumbnail" src="{}" alt="{}" loading="lazy">'
        return format_html(markup, thumbnail(image.file, image.focus), image.title)

    @admin.display(description=_("focal point"))
    def shown(self, image: Image) -> str:
        return render_to_string("admin/images/shown.html", {"image": image})

    @admin.display(description=_("words"))
    def words(self, image: Image) -> str:
        """The languages that have some."""
        if are_missing(image):
            return format_html('<span class="words-missing">{}</span>', gettext("words missing"))
        if image.decorative:
            return gettext("none needed: decorative")
        has = {text.language for text in image.texts.all() if text.alt}
        named = [name for code, name in settings.LANGUAGES if code in has]
        return ", ".join(named)

    @admin.display(description=_("stands in"))
    def used_in(self, image: Image) -> str:
        """Drafts that show it, and whether readers see it there, will or did."""
        places = places_of(image, timezone.now()) if image.pk else ()
        links = (
            (page_url(place.content, "change"), place.content, _seen(place)) for place in places
        )
        return format_html_join("", '<div><a href="{}">{}</a> {}</div>', links) or gettext(
            "nothing"
        )


def _seen(place: Place) -> str:
    said = {
        gettext("in its draft"): place.in_draft,
        gettext("readers see it there"): place.is_live,
        gettext("readers will see it there"): place.is_planned,
    }
    true = [words for words, is_true in said.items() if is_true]
    return ", ".join(true) or gettext("readers saw it there once")
