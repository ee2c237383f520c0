"""How a terminal meets Dorsi."""
