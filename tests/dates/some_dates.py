"""Dates of every form that the site understands, for hypothesis."""

from datetime import date

from hypothesis import strategies as st

years = st.integers(1000, 9998).map(str)
months = st.dates(date(1000, 1, 1)).map(lambda day: day.isoformat()[:7])
days = st.dates(date(1000, 1, 1)).map(date.isoformat)
seasons = st.builds("{}-{}".format, years, st.integers(21, 24))
decades = st.integers(100, 999).map("{}X".format)
qualifiers = st.sampled_from(["", "~", "?", "%"])
points = st.builds("{}{}".format, years | months | days | seasons | decades, qualifiers)
