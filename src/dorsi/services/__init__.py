"""What one can ask of Dorsi: use cases over texts and values, free of files, clocks and frameworks."""
