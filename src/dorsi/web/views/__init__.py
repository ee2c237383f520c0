"""Views: each parses a request, calls a service and renders a page."""
