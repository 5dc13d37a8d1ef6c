"""What guards the forms that readers send, without a cookie and without an account."""

from .forms import CleanText, ReaderForm, WebAddress
from .guard import reader_form

__all__ = ["CleanText", "ReaderForm", "WebAddress", "reader_form"]
