"""Fingerprints by winnowing (Schleimer, Wilkerson and Aiken, 2003).

Two texts with GRAM + WINDOW - 1 letters in a row in common have a fingerprint in common: of the
hashes of all runs of GRAM letters, the smallest in each window of WINDOW is kept.
"""

from __future__ import annotations

from hashlib import blake2b

from .folding import letters

GRAM = 10
WINDOW = 7


def fingerprints(text: str) -> set[int]:
    """At least one for any text with letters; one of the whole, for the very short."""
    text = letters(text)
    hashes = [_hash(text[at : at + GRAM]) for at in range(len(text) - GRAM + 1)]
    windows = range(max(len(hashes) - WINDOW + 1, 1) if hashes else 0)
    kept = {min(hashes[at : at + WINDOW]) for at in windows}
    return kept | {_hash(text)} if text else kept


def _hash(text: str) -> int:
    """Signed, of 64 bits, as both databases keep a whole number."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), signed=True)
