"""The sample: a manuscript and how its findings were settled, taken all the way to the public.

Everything goes the way that people's work goes: through the importer, `full_clean` and the
lifecycle, and by three people of whom none decides on what they wrote.
"""
