"""Dates as editors know them: a year, a season, "about", open at one end."""
