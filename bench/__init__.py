"""Measures Dorsi's budgets: `make bench`. Numbers, not tests: nothing fails here for being slow."""
