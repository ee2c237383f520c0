"""The journal for other apps and for safe keeping: one file a format."""
