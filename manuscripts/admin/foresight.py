"""What an import would make, and what people would have to add, told before anything is written."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.admin.utils import model_ngettext
from django.db.models import Model
from django.utils.translation import gettext as _

from articles.models import Article
from faqs.models import Question
from manuscripts.tree import Manuscript, PromoEntry, names_of, rows_told, told_of_it
from promos.models import Promo
from quotes.models import Quote
from site_pages.models import Identity
from timeline.models import Event


def drafts(manuscript: Manuscript, *, follow: bool) -> Iterator[str]:
    """The drafts it becomes: "1 article", "2 events". `follow`: one of its follow line, too."""
    numbers: dict[type[Model], int] = {
        Article: 1,
        Event: len(manuscript.timeline),
        Quote: len(manuscript.quotes),
        Question: len(manuscript.faqs),
        Promo: 1 if manuscript.promo else 0,
        Identity: 1 if follow else 0,
    }
    for model, number in numbers.items():
        if number:
            yield f"{number} {model_ngettext(model._meta, number)}"
    if manuscript.quotes or names_of(manuscript):
        yield _("experts and authors who are new here")


def needs(manuscript: Manuscript) -> Iterator[str]:
    """What publishing will be refused without, where the manuscript does not bring it."""
    cited = (manuscript.facts, *(part.facts for part in (*manuscript.timeline, *manuscript.faqs)))
    if not all(rows_told(facts, "source") for facts in cited):
        yield _("sources")
    if manuscript.quotes:
        if not all(rows_told(quote.facts, "source") for quote in manuscript.quotes):
            yield _("evidence for the quotes")
        yield _("a moderator's approval of quotes and experts")
    if any(not faq.paragraphs for faq in manuscript.faqs):
        yield _("the answer to a question")
    if manuscript.promo:
        yield from _needs_of_a_promo(manuscript.promo)


def _needs_of_a_promo(promo: PromoEntry) -> Iterator[str]:
    if not told_of_it(promo.facts).get("relationship"):
        yield _("who earns from the promo")
    if not promo.cta_label:
        yield _("its call to action")
    if not promo.cta_url:
        yield _("the address it leads to")
