"""The whole sample into an empty site, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article
from manuscripts.apply import take_turns
from manuscripts.drafts import Drafter
from manuscripts.models import ImportedManuscript
from manuscripts.rows import save_row
from manuscripts.tree import QuoteEntry
from newsroom.publishing import lifecycle
from newsroom.publishing.content import Content
from newsroom.publishing.refusals import Impossible
from newsroom.publishing.topics import Topic
from newsroom.richtext.words import paragraphs_to_html
from newsroom.sources.models import Source
from site_pages.models import FrontPage, Identity, Page
from timeline.models import Event

from .article import import_manuscript, parsed_manuscript, publish_article
from .desk import Desk
from .texts import Sample

Say = Callable[[str], None]


@dataclass(frozen=True)
class People:
    """Whoever writes a revision never decides on it: that takes three."""

    writer: User
    editor: User
    moderator: User


def is_loaded(sample: Sample) -> bool:
    return ImportedManuscript.objects.filter(name=sample.manuscript).exists()


def load(sample: Sample, say: Say) -> None:
    """Load the sample and say what is being done.

    Raises Impossible where the site holds other content or the sample accounts are missing.
    """
    with transaction.atomic():
        take_turns()
        _require_an_empty_site()
        people = _people(sample)
        say(_("Topics and sources ..."))
        topics = {topic.slug: topic for topic in _topics(sample, people.editor)}
        sources = {key: save_row(Source(**told)) for key, told in sample.sources.items()}
        editor = Desk(people.editor, sources, topics)
        _publish_identity(sample, editor)
        say(_("The article with its parts ..."))
        imported = import_manuscript(sample, sample.manuscript, people.writer)
        article = publish_article(sample, imported, editor, people.moderator)
        say(_("The timeline ..."))
        _publish_events(sample, editor)
        say(_("Front page and plain pages ..."))
        _publish_pages(sample, editor, article)
        say(_("Work for the queue ..."))
        _fill_the_queue(sample, Desk(people.writer, sources, topics))


def _require_an_empty_site() -> None:
    if any(model.objects.exists() for model in (Content, Source, Topic)):
        raise Impossible(
            _("The sample goes into an empty site, and this one has content. Nothing was loaded.")
        )


def _people(sample: Sample) -> People:
    names: Mapping[str, str] = sample.settled["by"]
    found = {user.username: user for user in User.objects.filter(username__in=names.values())}
    missing = [name for name in names.values() if name not in found]
    if missing:
        raise Impossible(
            _("Sample accounts are missing: %(names)s. Run manage.py sample_accounts first.")
            % {"names": ", ".join(missing)}
        )
    return People(**{part: found[name] for part, name in names.items()})


def _topics(sample: Sample, by: User) -> Iterator[Topic]:
    for slug, names in sample.settled["topics"].items():
        topic = Topic(slug=slug, name=names["en"], name_ja=names["ja"], name_ko=names["ko"])
        topic.full_clean()
        yield lifecycle.save_topic(topic=topic, by=by)


def _publish_identity(sample: Sample, editor: Desk) -> None:
    follow = parsed_manuscript(sample, sample.manuscript).manuscript.follow
    identity = Identity(language=sample.language, follow_label=follow.text)
    editor.publish(identity, sample.settled["identity"])


def _publish_events(sample: Sample, editor: Desk) -> None:
    for told in sample.events:
        event = Event(language=sample.language)
        editor.publish(event, {**told, "text": paragraphs_to_html([told["text"]])})


def _publish_pages(sample: Sample, editor: Desk, article: Article) -> None:
    front_page = FrontPage(language=sample.language, lead=article)
    editor.publish(front_page, sample.settled["front_page"])
    for told in sample.settled["pages"]:
        fields = dict(told)
        body = paragraphs_to_html(fields.pop("paragraphs"))
        editor.publish(Page(language=sample.language, body=body), fields)


def _fill_the_queue(sample: Sample, writer: Desk) -> None:
    """A quote that nobody has decided on, and a draft with findings."""
    queue = sample.settled["queue"]
    import_manuscript(sample, queue["manuscript"], writer.by)
    told = queue["quote"]
    attribution = ("text", "honorific", "speaker", "role", "organisation")
    entry = QuoteEntry(**{name: told[name] for name in attribution})
    quote = Drafter(sample.language, writer.by).quote(entry)
    for revision in writer.save_quote(quote, told):
        lifecycle.submit(revision=revision, by=writer.by)
