"""Words of Django and of packages that need our catalogues: makemessages finds them here."""

from django.utils.translation import gettext_noop as _

# Django's own Japanese for it is "American English".
_("English")

# django-content-editor has no Japanese and no Korean.
_("Add new item")
_("No items.")
_("No items. Region may inherit content.")
_("No regions available.")
_("No plugins allowed in this region.")
_("New item")
_("Unknown region")
_("Collapse all items")
_("Uncollapse all items")
_("marked for deletion")
_("Use Ctrl-Click to select and move multiple items.")
_("Clone from region")
_("Didn't find anything to clone")
_("Select all")
_("Cloning {} plugins succeeded.")
_("Cloning plugins failed: {}")

# django-tasks-db has neither.
_("Task Result")
_("Task Results")
