"""What stands in the way of a quote whose words nothing shows to be the words that were said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from newsroom.publishing.findings import Finding, block
from newsroom.publishing.kinds import Snapshot

from .models import Form
from .proof import Proof, Shown, prove
from .verbatim import Change, Match, Mismatch, look_alike, mixed_words, unseen_in

# More would not be read: the review page shows them all.
_TOLD = 3


def find_in_words(snapshot: Snapshot) -> Iterator[Finding]:
    proof = prove(snapshot)
    if not proof.words:
        return
    anchor = "original_words" if proof.words == snapshot["original_words"] else "text"
    yield from _letters(proof.words, anchor)
    if proof.matches:
        if snapshot["form"] != Form.PARTIAL:
            yield from _whole_sentences(proof.matches, anchor)
    elif not proof.is_heard:
        yield from _not_shown(proof)


def _letters(words: str, anchor: str) -> Iterator[Finding]:
    if unseen := unseen_in(words):
        message = _("There are characters in the words that nobody sees: %(names)s. Type it again.")
        yield block("unseen_letters", message % {"names": ", ".join(unseen)}, anchor)
    if mixed := mixed_words(words):
        message = _("Letters of another script that only look the same: %(words)s. Type it again.")
        yield block("lookalike_letters", message % {"words": _quoted(mixed)}, anchor)


def _whole_sentences(matches: list[Match], anchor: str) -> Iterator[Finding]:
    """A direct quote that ends before "if" or "not" says something else."""
    if not all(match.is_cut for match in matches):
        return
    left_out = _quoted(filter(None, (matches[0].before, matches[0].after)))
    message = _(
        "In the passage the sentence has more words: %(words)s. Give all of it, mark what is left"
        " out with […], or choose the form “partial”."
    )
    yield block("words_cut", message % {"words": left_out}, anchor)


def _not_shown(proof: Proof) -> Iterator[Finding]:
    if proof.mismatches:
        nearest = min(proof.mismatches, key=_distance)
        yield block("words_differ", in_words(nearest.compared), f"evidence-{nearest.row['id']}")
    elif proof.unheard:
        message = _(
            "Nobody has heard these words in the recording yet. Whoever reviews the quote says"
            " there at which time they are heard; or copy the passage."
        )
        yield block("not_heard", message, f"evidence-{proof.unheard[0].row['id']}")


def _distance(shown: Shown) -> tuple[bool, int]:
    """The passage that comes nearest is the one that was meant."""
    found = shown.mismatch or Mismatch()
    size = sum(max(len(change.there), len(change.here)) for change in found.changes)
    return found.is_too_long, size


def in_words(compared: Match | Mismatch | None) -> str:
    """What differs, for whoever has to settle it."""
    found = compared if isinstance(compared, Mismatch) else Mismatch()
    if found.is_too_long:
        return _("This is too long to be compared: copy the passage that holds the words alone.")
    if found.is_torn:
        return _("The passage holds all parts of the words, but not in this order.")
    if not found.changes:
        return _("The passage does not hold the words.")
    told = [_change(change) for change in found.changes[:_TOLD]]
    further = len(found.changes) - _TOLD
    if further > 0:
        more = ngettext("And %(number)s place more.", "And %(number)s places more.", further)
        told.append(more % {"number": further})
    return " ".join([_("The words are not those of the passage."), *told])


def _change(change: Change) -> str:
    there, here = change.there.strip(), change.here.strip()
    both = {"there": there, "here": here}
    if not here:
        return _("Left out without a mark: “%(there)s”.") % both
    if not there:
        return _("Not in the passage: “%(here)s”.") % both
    if look_alike(there, here):
        return _("“%(here)s” only looks the same: it has other letters.") % both
    return _("“%(here)s” in place of “%(there)s”.") % both


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f"“{each}”" for each in words)
