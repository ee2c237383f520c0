"""What each page's template is given: one declared dataclass a page."""
