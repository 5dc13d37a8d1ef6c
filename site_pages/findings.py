"""What stands in the way of site pages."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from newsroom.publishing.addresses import RESERVED_SLUGS
from newsroom.publishing.findings import Case, Finding, block, info, warn
from newsroom.publishing.kinds import Snapshot


def find_in_page(snapshot: Snapshot, case: Case) -> Iterator[Finding]:
    if snapshot["slug"] in RESERVED_SLUGS:
        message = _("The site itself answers at this address. Choose another one.")
        yield block("address_reserved", message)
    if not snapshot["body"]:
        yield block("no_text", _("It has no text. Write it."))


def find_in_front_page(snapshot: Snapshot, case: Case) -> Iterator[Finding]:
    lead = snapshot["lead"]
    if lead and any(row["article"] == lead for row in snapshot["picks"]):
        message = _("The lead article is among the chosen ones, too. It is shown once.")
        yield info("lead_twice", message)


def find_in_identity(snapshot: Snapshot, case: Case) -> Iterator[Finding]:
    if not snapshot["publisher"]:
        message = _("It does not name the publisher. Readers should know who answers for the site.")
        yield warn("no_publisher", message)
    if snapshot["follow_label"] and not snapshot["follow_url"]:
        message = _("The follow line leads nowhere. Give its address.")
        yield warn("follow_without_address", message)
