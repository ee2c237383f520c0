"""What is prescribed: the programme model, its notation, files, templates and printed forms."""
