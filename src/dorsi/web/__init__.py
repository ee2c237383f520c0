"""Pages: how a person meets Dorsi in a browser."""
