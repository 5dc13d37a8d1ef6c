"""What readers say is wrong with a quote, and what moderators decide on it."""
