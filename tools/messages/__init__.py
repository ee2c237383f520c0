"""Gathers the texts that Dorsi shows, for translators: `python -m tools.messages`. See docs/translating.md."""
