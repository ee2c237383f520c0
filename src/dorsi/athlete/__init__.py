"""Who trains: the questionnaire, screening, equipment, level and preferences."""
