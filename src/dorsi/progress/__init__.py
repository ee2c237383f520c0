"""What the journal shows: strength and its forecasts, volume, balance, records and the rest."""
