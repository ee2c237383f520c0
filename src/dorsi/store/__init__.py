"""Where journals are kept: Django models, migrations, and the repository behind the services' port."""
