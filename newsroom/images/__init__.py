"""Images: originals kept private, what readers get of them, and words for those who see none."""
