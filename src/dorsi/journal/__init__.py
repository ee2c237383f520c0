"""What was done: sessions and sets as immutable events, and the formats they come and go in."""
