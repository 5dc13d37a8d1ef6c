"""The pages below a content's: what is read about it, and each step of the lifecycle."""

from .cancel import CancelPage
from .comments import CommentsPage
from .compare import ComparePage
from .editions import EndPage, WithdrawPage
from .found import FoundPage
from .page import ContentPage
from .publish import PublishPage
from .reschedule import ReschedulePage
from .review import ReviewPage
from .revisions import ErasePage, RestorePage
from .translations import BasisPage, OwnPartsPage, TranslationsPage

STEPS: dict[str, type[ContentPage]] = {
    "compare": ComparePage,
    "found": FoundPage,
    "publish": PublishPage,
    "review": ReviewPage,
    "comments": CommentsPage,
    "withdraw": WithdrawPage,
    "end": EndPage,
    "cancel": CancelPage,
    "reschedule": ReschedulePage,
    "restore": RestorePage,
    "erase": ErasePage,
    "translations": TranslationsPage,
    "basis": BasisPage,
    "own_parts": OwnPartsPage,
}
