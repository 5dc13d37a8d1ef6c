"""Steps on several contents of a list: a page that asks, a step for each, what came of it."""

from .offering import StepsOnSeveral

__all__ = ["StepsOnSeveral"]
