"""The fields by which a form and its copies know each other."""

TAB = "unsaved_tab"
"""Where it is typed: of one opening of the form, made by the server."""

STAMP = "unsaved_stamp"
"""Which text of the tab it is; the browser raises it with every change."""

OPENED = "opened_revision"
"""The number of the newest revision when the form was opened."""

BRING_BACK = "_bring_back"
"""A button: show the form with what the server keeps of this tab."""

SAVED_COOKIE = "unsaved-saved-"
"""With the tab, names a cookie whose value is the stamp that was saved."""
