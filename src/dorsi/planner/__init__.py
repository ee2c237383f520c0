"""How a programme is built: a mixed-integer model from the same rules that check it."""
