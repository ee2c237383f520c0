"""The JSON interface: what the gym-floor player and scripts talk to."""
