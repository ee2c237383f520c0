"""What makes a programme right: one rule, one class, one file."""
