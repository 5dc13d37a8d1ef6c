"""What experts said, how we know it, and the experts themselves."""
