"""What to do next: a pure fold over the journal and the session it prescribes, every number with its reason."""
