"""Addresses of lists that somebody keeps under a name."""
