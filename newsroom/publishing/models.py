"""The tables of publishing. Each lives with its concern; Django looks for them here."""

from .addresses import Address
from .audit import AuditEntry, AuditHead
from .comments import Comment
from .content import Content, Publishable
from .editions import Edition
from .findings import Acknowledgement
from .reviews import Review
from .revisions import Revision
from .topics import Topic, TopicUse
from .translations import Basis
from .uses import Use

__all__ = [
    "Acknowledgement",
    "Address",
    "AuditEntry",
    "AuditHead",
    "Basis",
    "Comment",
    "Content",
    "Edition",
    "Publishable",
    "Review",
    "Revision",
    "Topic",
    "TopicUse",
    "Use",
]
