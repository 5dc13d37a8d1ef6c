"""The front page, plain pages, topics, and what the site says of itself."""
