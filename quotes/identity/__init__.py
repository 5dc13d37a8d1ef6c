"""Who a speaker may be mistaken for: names of public figures, organisations nearly of a name."""
