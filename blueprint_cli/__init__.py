"""Service blueprints as plain YAML: check them, read them in the terminal, draw them."""

__version__ = "0.1.0"
