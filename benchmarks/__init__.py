"""Measurements of what must stay fast, each run by hand in a database that is thrown away."""
