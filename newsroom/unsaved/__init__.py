"""What people typed and did not save yet, and who has which form open."""
