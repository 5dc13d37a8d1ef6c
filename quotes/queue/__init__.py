"""The moderation queue: quotes that wait for a decision, one at a time."""
