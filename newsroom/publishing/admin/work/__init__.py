"""What waits for one person. Each app offers lists of it to the desk; here are publishing's."""

from .lists import SHOWN, Sort, WorkItem, WorkList, item_about
from .offers import publishing_work
from .reviews import ReviewOf, to_decide

__all__ = [
    "SHOWN",
    "ReviewOf",
    "Sort",
    "WorkItem",
    "WorkList",
    "item_about",
    "publishing_work",
    "to_decide",
]
