"""A programme in the forms people print, log in and carry about: one file a format, all built on `table`."""
