"""Two editors at one article, each with a browser that keeps what the page's script keeps."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from random import Random
from typing import Any

from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.models import Article
from newsroom.publishing import lifecycle
from newsroom.publishing.editions import Edition
from newsroom.publishing.refusals import Refused
from newsroom.publishing.revisions import Revision, head_of
from newsroom.unsaved.models import Buffer
from tests.admin_desk.desk import at_the_desk
from tests.page_forms import Form, form_on

SECTIONS = "articles_section_set"

_numbers = count(1000)


@dataclass
class Editor:
    """`shelf` is what the browser keeps: by tab, the stamp and the form."""

    user: User
    article: Article
    random: Random
    form: Form | None = None
    shelf: dict[str, tuple[int, Form]] = field(default_factory=dict)
    typed: set[str] = field(default_factory=set)
    # The version that the page shows beside one's own text, where there are two.
    beside: str = ""
    since_ping: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.client: Client = at_the_desk(self.user)
        self.url = reverse("admin:articles_article_change", args=[self.article.pk])
        self.pings = reverse("admin:articles_article_unsaved", args=[self.article.pk])

    # What the person does

    def open(self) -> None:
        page = self.client.get(self.url)
        for _stamp, form in self.shelf.values():
            self.hand_to_the_server(form)
        offered = [buffer["tab"] for buffer in page.context["unsaved"]["kept"]]
        if self.shelf and self.random.random() < 0.6:
            self.bring_back_from_the_browser()
        elif offered and self.random.random() < 0.6:
            self.show(self.client.post(self.url, {"_bring_back": self.random.choice(offered)}))
        else:
            self.show(page)

    def bring_back_from_the_browser(self) -> None:
        tab = self.random.choice(sorted(self.shelf))
        stamp, form = self.shelf[tab]
        marks = {"unsaved_tab": [tab], "unsaved_stamp": [str(stamp)], "_brought_back": ["yes"]}
        self.show(self.client.post(self.url, {**form, **marks}))

    def type(self) -> None:
        form = self.opened()
        word = f"word{next(_numbers)}end"
        name = self.random.choice(self._places(form))
        is_rich = name.endswith("-text")
        form[name] = [form[name][0] + (f"<p>{word}</p>" if is_rich else f" {word}")]
        self.typed.add(word)
        self.since_ping.add(word)
        self.keep_in_the_browser()

    def add_block(self) -> None:
        form = self.opened()
        number = int(form[f"{SECTIONS}-TOTAL_FORMS"][0])
        form[f"{SECTIONS}-TOTAL_FORMS"] = [str(number + 1)]
        new = {"id": "", "parent": str(self.article.pk), "region": "main", "heading": ""}
        new |= {"subheading": "", "text": "", "anchor": "", "ordering": str(10 * number + 10)}
        form.update({f"{SECTIONS}-{number}-{name}": [value] for name, value in new.items()})
        self.type()

    def delete_block(self) -> None:
        """One that somebody saved before, and into which nothing was typed since."""
        form = self.opened()
        old = [n for n in self._blocks(form) if self._is_saved(form, n)]
        if len(old) > 1:
            form[f"{SECTIONS}-{self.random.choice(old)}-DELETE"] = ["on"]
            self.keep_in_the_browser()

    def ping(self) -> None:
        form = self.opened()
        if form["unsaved_stamp"][0]:
            self.hand_to_the_server(form)

    def hand_to_the_server(self, form: Form) -> None:
        pairs = [[name, value] for name, values in form.items() for value in values]
        tab, stamp = form["unsaved_tab"][0], form["unsaved_stamp"][0]
        answer = self.client.post(
            self.pings,
            json.dumps({"tab": tab, "stamp": stamp, "pairs": pairs}),
            content_type="application/json",
            headers={"x-writer": str(self.user.pk)},
        )
        assert answer.status_code == 200
        self.server_has(form)

    def server_has(self, form: Form) -> None:
        text = json.dumps(form)
        self.since_ping = {word for word in self.since_ping if word not in text}

    def save(self, button: str = "_continue", value: str = "yes") -> None:
        sent = self.opened()
        response = self.client.post(self.url, {**sent, button: [value]})
        if response.status_code == 302:
            tab, stamp = sent["unsaved_tab"][0], sent["unsaved_stamp"][0]
            cookie = response.cookies.get(f"unsaved-saved-{tab}")
            kept = self.shelf.get(tab)
            if kept and cookie and (cookie.value, str(kept[0])) == (stamp, stamp):
                del self.shelf[tab]
            self.show(self.client.get(self.url))
        else:
            self.show(response)
        self.server_has(sent)

    def settle(self) -> None:
        """After a conflict: save over it, or reopen theirs and come back to one's own later."""
        if not self.beside:
            return
        if self.random.random() < 0.5:
            self.save("_overwrite", self.beside)
        else:
            self.show(self.client.get(self.url))

    def publish(self) -> None:
        self.save("_publish")
        head = head_of(self.article)
        if not self.beside:
            try:
                lifecycle.publish(revision=head, by=self.user)
            except Refused:
                return  # what is live already

    def lose_the_page(self) -> None:
        """A crash, a closed tab, a server that was gone when it was sent."""
        self.form = None

    def lose_the_browser(self) -> set[str]:
        """The machine is gone. Answers what the server never heard of."""
        self.form, lost = None, set(self.since_ping)
        self.shelf.clear()
        self.since_ping.clear()
        return lost

    def be_signed_out(self) -> None:
        """The sign-in ends while the form is open; it is sent all the same."""
        sent = {**self.opened(), "_continue": ["yes"]}
        self.client.logout()
        assert "/login/" in self.client.post(self.url, sent).url
        self.client, self.form = at_the_desk(self.user), None

    # What the page does

    def opened(self) -> Form:
        if self.form is None:
            self.open()
        assert self.form is not None
        return self.form

    def show(self, response: Any) -> None:
        assert response.status_code == 200, response.status_code
        page = response.content.decode()
        self.form = form_on(page, "article_form")
        self.beside = "".join(re.findall(r'name="_overwrite" value="(\d+)"', page))
        tab, stamp = self.form["unsaved_tab"][0], self.form["unsaved_stamp"][0]
        if tab in self.shelf and str(self.shelf[tab][0]) != stamp:
            # What the browser keeps of this tab is another text: it stays, and this one moves.
            self.form["unsaved_tab"], self.form["unsaved_stamp"] = (
                [f"new-tab-{next(_numbers)}"],
                [""],
            )

    def keep_in_the_browser(self) -> None:
        form = self.opened()
        stamp = next(_numbers)
        form["unsaved_stamp"] = [str(stamp)]
        self.shelf[form["unsaved_tab"][0]] = (stamp, dict(form))

    def _blocks(self, form: Form) -> list[int]:
        total = int(form[f"{SECTIONS}-TOTAL_FORMS"][0])
        return [n for n in range(total) if f"{SECTIONS}-{n}-DELETE" not in form]

    def _places(self, form: Form) -> list[str]:
        texts = [f"{SECTIONS}-{n}-text" for n in self._blocks(form)]
        return [*texts, "standfirst"] if len(form["standfirst"][0]) < 200 else texts

    def _is_saved(self, form: Form, number: int) -> bool:
        text = form[f"{SECTIONS}-{number}-text"][0]
        is_row = number < int(form[f"{SECTIONS}-INITIAL_FORMS"][0])
        saved = " ".join(history_of(self.article))
        return is_row and all(word in saved for word in self.typed if word in text)


def history_of(article: Article) -> list[str]:
    revisions = Revision.objects.filter(content=article.pk)
    return [json.dumps(snapshot) for snapshot in revisions.values_list("snapshot", flat=True)]


def everything(article: Article, editors: list[Editor]) -> str:
    """Where a word may be: live text, draft, history, buffers, open forms and their copies."""
    live = Edition.objects.filter(content=article.pk).values_list("revision__snapshot", flat=True)
    rows = [*article.articles_section_set.values_list("text", flat=True)]
    forms = [form for editor in editors for form in (editor.form, *_copies(editor)) if form]
    return " ".join(
        [
            *map(json.dumps, live),
            *rows,
            *history_of(article),
            *Buffer.objects.values_list("body", flat=True),
            *map(json.dumps, forms),
        ]
    )


def _copies(editor: Editor) -> list[Form]:
    return [form for _stamp, form in editor.shelf.values()]


Step = Callable[[Editor], Any]

STEPS: dict[Step, int] = {
    Editor.type: 10,
    Editor.add_block: 2,
    Editor.delete_block: 2,
    Editor.ping: 3,
    Editor.save: 4,
    Editor.settle: 3,
    Editor.publish: 1,
    Editor.open: 1,
    Editor.lose_the_page: 2,
    Editor.lose_the_browser: 1,
    Editor.be_signed_out: 1,
}
