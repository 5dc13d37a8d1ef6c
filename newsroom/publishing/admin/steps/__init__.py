"""The steps of the lifecycle, each on a page of its own below the content's."""

from .editions import CancelPage, EndPage, WithdrawPage
from .page import StepPage
from .publish import PublishPage
from .reschedule import ReschedulePage
from .review import ReviewPage
from .revisions import ErasePage, RestorePage

STEPS: dict[str, type[StepPage]] = {
    "publish": PublishPage,
    "review": ReviewPage,
    "withdraw": WithdrawPage,
    "end": EndPage,
    "cancel": CancelPage,
    "reschedule": ReschedulePage,
    "restore": RestorePage,
    "erase": ErasePage,
}
