"""Signals for the upkeep of what is derived, sent within the step and so undone with it."""

from django.dispatch import Signal

recorded = Signal()  # `revision`: it is the newest of its content
