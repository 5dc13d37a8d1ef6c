"""Dated events: one event serves many articles and the site's timeline."""
