"""Long-form articles and their body blocks, authors."""
