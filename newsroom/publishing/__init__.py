"""Content, revisions, editions, reviews, findings, audit: the only way to the public."""
