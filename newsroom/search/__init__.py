"""Passages of what contents say, and what finds those that say the same."""
