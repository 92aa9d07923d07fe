"""Pictures as slides: shapes, texts and connectors that PowerPoint can edit."""
