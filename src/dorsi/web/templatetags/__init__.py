"""What the templates can call."""
