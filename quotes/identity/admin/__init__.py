"""Where moderators say who a namesake is, and keep the lists of who is known."""

from . import lists as _registers_lists  # noqa: F401
