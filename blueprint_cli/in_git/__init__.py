"""What git is told about blueprints: which files they are, and who shows and merges them."""
