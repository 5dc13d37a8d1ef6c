"""Text as it is stored: one list of what it may hold, for the editor, the cleaner and the page."""
