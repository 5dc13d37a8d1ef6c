"""How this site writes dates where Django's own way for the language is another."""
