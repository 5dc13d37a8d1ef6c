"""The real editor on a page of its own, as a form has it."""

import mimetypes
from pathlib import Path

from django import forms
from django.contrib.staticfiles import finders
from playwright.sync_api import Page, Route

from newsroom.richtext.fields import RichTextField
from tests.until import until


class Form(forms.Form):
    body = RichTextField(notes=True).formfield()


def open_editor(page: Page, html: str) -> None:
    """`window.ready` is the editor then."""
    form = Form({"body": html})
    document = f"<!doctype html><html><head>{form.media}</head><body>{form['body']}</body></html>"

    def answer(route: Route) -> None:
        path = route.request.url.partition("/static/")[2]
        if path:
            body = Path(finders.find(path)).read_bytes()
            route.fulfill(body=body, content_type=mimetypes.guess_type(path)[0])
        else:
            route.fulfill(body=document, content_type="text/html; charset=utf-8")

    page.route("**/*", answer)
    page.add_init_script(
        "addEventListener('prose-editor:ready', e => { window.ready = e.detail.editor })"
    )
    page.goto("http://editor.test/")
    until(page, "Boolean(window.ready)")
