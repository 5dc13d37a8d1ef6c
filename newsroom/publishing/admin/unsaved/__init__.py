"""Nothing that was typed is lost: the form of every kind keeps it until it is saved."""

from .keeping import KeepsUnsaved

__all__ = ["KeepsUnsaved"]
