"""The promo block: courses and other offers, visibly an advertisement."""
