"""Other apps' exports: one file a format reads text into a `ForeignLog`; `settle` makes sessions of it."""
