"""How Dorsi runs as a web server: settings, addresses, start, who may come in."""
