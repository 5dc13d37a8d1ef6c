"""Where a statement comes from: sources, and the citations that freeze them."""
