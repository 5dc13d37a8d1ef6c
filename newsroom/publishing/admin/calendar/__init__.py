"""The calendar: what opens, what ends and what falls due for review, month by month."""

from .page import calendar

__all__ = ["calendar"]
