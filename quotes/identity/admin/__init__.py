"""Where moderators say who a namesake is, and keep the lists of who is known."""
