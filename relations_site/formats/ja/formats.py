"""Hours from 0 to 23, and parted from the day."""

DATETIME_FORMAT = "Y年n月j日 H:i"
TIME_FORMAT = "H:i"
