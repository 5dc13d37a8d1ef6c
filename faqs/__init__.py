"""Questions that readers ask, and their answers."""
