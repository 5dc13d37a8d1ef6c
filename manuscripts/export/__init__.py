"""An article with all its parts, as files: the plain text of manuscripts, Markdown, JSON."""

from .files import Exported, Format, Seen, export

__all__ = ["Exported", "Format", "Seen", "export"]
