"""What lists of contents are narrowed by: choices that are ticked, questions in small forms."""

from .asked import AskedFilter
from .dates import PublishedFilter, SavedFilter
from .people import PeopleFilter
from .ticked import LanguageFilter, StandingFilter, TickedFilter
from .topics import TopicFilter

EVERY_LIST = (
    StandingFilter,
    LanguageFilter,
    TopicFilter,
    PeopleFilter,
    SavedFilter,
    PublishedFilter,
)

__all__ = ["EVERY_LIST", "AskedFilter", "LanguageFilter", "StandingFilter", "TickedFilter"]
