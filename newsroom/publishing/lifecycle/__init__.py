"""The steps of a content's life: the only writers of publishing's tables.

Every function takes keywords only, with `by` (whose right it checks) and `at` (the moment; the
clock, read after the lock, where it is None), is one transaction, and raises `Refused` with
words for the person who asked. Steps on several contents lock them in order of id.
"""

from .cancelling import cancel
from .comments import answer, comment, reopen, resolve
from .decisions import acknowledge, decide, submit
from .drafts import claim_version, delete, erase, record, restore
from .opening import INHERIT, publish, set_end, withdraw
from .rescheduling import reschedule
from .topics import delete_topic, save_topic
from .translating import stand_for, translate, use_translations

__all__ = [
    "INHERIT",
    "acknowledge",
    "answer",
    "cancel",
    "claim_version",
    "comment",
    "decide",
    "delete",
    "delete_topic",
    "erase",
    "publish",
    "record",
    "reopen",
    "reschedule",
    "resolve",
    "restore",
    "save_topic",
    "set_end",
    "stand_for",
    "submit",
    "translate",
    "use_translations",
    "withdraw",
]
