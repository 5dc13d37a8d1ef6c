"""Pickers: fields that choose something by searching for it, and show what was chosen.

An admin whose `autocomplete_fields` are picked inherits from `Picks`; the admin of what they
choose inherits from `Pickable` and says in `choice` what people see of it. The address
`admin:<app>_<model>_choices` answers searches (`q`, `language`, `page`) and tells of one (`id`).
"""

from .choices import Choice, Pickable, date_in_words, fact, second_line, with_facts
from .fields import PickedField, Picks, pick, pick_many
from .widgets import Picker

__all__ = [
    "Choice",
    "Pickable",
    "PickedField",
    "Picker",
    "Picks",
    "date_in_words",
    "fact",
    "pick",
    "pick_many",
    "second_line",
    "with_facts",
]
