"""Dorsi plans, checks and explains back training; every number shows its work."""

__version__ = "0.1.0"
