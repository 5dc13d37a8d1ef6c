"""A kind of content for the tests of publishing: text, and pieces that it shows."""
