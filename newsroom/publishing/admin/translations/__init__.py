"""A piece in several languages: which are there, how far behind they are, what they lack."""

from .behind import Upkeep, upkeep_of
from .lists import TranslationsFilter, family_in_words, with_family

__all__ = [
    "TranslationsFilter",
    "Upkeep",
    "family_in_words",
    "upkeep_of",
    "with_family",
]
